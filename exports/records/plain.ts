import { decimalOf, isMoney, type Money } from '../../model/money.ts';

/** Money in exports: the exact decimal text, the currency, and the same in minor units. */
export interface MoneyRecord {
  amount: string;
  currency: string;
  minor: number;
}

/** What becomes of a type in an export: money as a record, times as ISO 8601 text in UTC, ids as text. */
export type Plain<T> =
  T extends string ? (string extends T ? string : T extends { readonly __kind: string } ? string : T)
  : T extends Money ? MoneyRecord
  : T extends Date ? string
  : T extends readonly (infer Item)[] ? Plain<Item>[]
  : T extends object ? { -readonly [K in keyof T]: Plain<T[K]> }
  : T;

/** The value as exports show it. Members without a value are left out. */
export function plain<T>(value: T): Plain<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- convert follows Plain case by case
  return convert(value) as Plain<T>;
}

function convert(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null) return value;
  if (isMoney(value)) return { amount: decimalOf(value), currency: value.currency, minor: value.minor };
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined).map(([key, item]) => [key, convert(item)]));
}
