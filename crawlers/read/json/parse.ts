import { TolerantParser } from './tolerant.ts';
import { isList, type Json } from './value.ts';

/** Longest text that is parsed; what is longer is no product's data. */
export const MAX_JSON = 6_000_000;
/** Only texts longer than this can hold objects that are too wide. */
const WIDE_TEXT = 200_000;
/** Objects with more keys are cut: every reader walks them, and no shop's data have a tenth. */
const MAX_KEYS = 20_000;
const MAX_DEPTH = 8;
const MAX_ITEMS = 1_000;
/** A number JavaScript would round: 16 digits and more after a value's start. */
const BIG_NUMBER = /[:[,]\s*-?\d{16,}/;

/**
 * Parses JSON as pages have it. Strict first because that is fast; then a tolerant reader for comments, CDATA,
 * trailing commas, single quotes, bare keys, raw newlines, `undefined`, stray quotes and several values in a row
 * (given as a list). `names`: what bare words of a script stand for. Undefined when nothing can be read, or when the text is longer than {@link MAX_JSON}.
 */
export function parseJson(text: string, names?: ReadonlyMap<string, Json>): Json | undefined {
  if (text.length > MAX_JSON) return undefined;
  if (!BIG_NUMBER.test(text)) {
    try {
      const value: unknown = JSON.parse(text);
      if (isJson(value)) return text.length > WIDE_TEXT ? narrowed(value, 0) : value;
    } catch {
      // The tolerant reader takes over.
    }
  }
  const values = new TolerantParser(text, names).all();
  const value = values.length > 1 ? values : values[0];
  return value !== undefined && text.length > WIDE_TEXT ? narrowed(value, 0) : value;
}

/** JSON.parse gives nothing but JSON values, so that only the nothing of TypeScript is to be excluded. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}

/** The value with no object wider than {@link MAX_KEYS}, as far down as readers look; the same one where nothing had to be cut. */
function narrowed(value: Json, depth: number): Json {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
  if (isList(value)) {
    const items = value.slice(0, MAX_ITEMS).map((item) => narrowed(item, depth + 1));
    return items.every((item, index) => item === value[index]) ? value : [...items, ...value.slice(MAX_ITEMS)];
  }
  const all = Object.entries(value);
  const entries = all.slice(0, MAX_KEYS).map(([key, child]): [string, Json] => [key, narrowed(child, depth + 1)]);
  return all.length <= MAX_KEYS && entries.every(([, child], index) => child === all[index]?.[1]) ? value : Object.fromEntries(entries);
}
