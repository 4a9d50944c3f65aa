import { TolerantParser } from './tolerant.ts';
import type { Json } from './value.ts';

/** Longest text that is parsed; what is longer is no product's data. */
export const MAX_JSON = 6_000_000;
/** A number JavaScript would round: 16 digits and more after a value's start. */
const BIG_NUMBER = /[:[,]\s*-?\d{16,}/;

/**
 * Parses JSON as pages have it. Strict first because that is fast; then a tolerant reader for comments, CDATA,
 * trailing commas, single quotes, bare keys, raw newlines, `undefined`, stray quotes and several values in a row
 * (given as a list). Undefined when nothing can be read, or when the text is longer than {@link MAX_JSON}.
 */
export function parseJson(text: string): Json | undefined {
  if (text.length > MAX_JSON) return undefined;
  if (!BIG_NUMBER.test(text)) {
    try {
      const value: unknown = JSON.parse(text);
      if (isJson(value)) return value;
    } catch {
      // The tolerant reader takes over.
    }
  }
  const values = new TolerantParser(text).all();
  return values.length > 1 ? values : values[0];
}

/** JSON.parse gives nothing but JSON values, so that only the nothing of TypeScript is to be excluded. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}
