import { Long } from 'mongodb';

const INT32 = 2 ** 31;

/**
 * The same value with every whole number beyond 32 bits as a 64-bit integer, which the driver would else store as a
 * double: sums on the server and `$type` checks then stay exact. Reading gives plain numbers back, so that the type of
 * a document does not change. Values without such numbers are returned as they are, uncopied.
 */
export function exact<T>(value: T): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- encode alters no shape: numbers stay numbers to whoever reads them back
  return encode(value) as T;
}

function encode(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) && (value >= INT32 || value < -INT32) ? Long.fromNumber(value) : value;
  if (Array.isArray(value)) return encodeList(value);
  return isPlain(value) ? encodeFields(value) : value;
}

function encodeList(list: readonly unknown[]): readonly unknown[] {
  let changed = false;
  const copy = list.map((item) => {
    const encoded = encode(item);
    changed ||= encoded !== item;
    return encoded;
  });
  return changed ? copy : list;
}

function encodeFields(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(fields)) {
    const item = fields[key];
    const encoded = encode(item);
    if (encoded !== item) (copy ??= { ...fields })[key] = encoded;
  }
  return copy ?? fields;
}

/** Dates, buffers and the driver's own classes are left alone. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null);
}
