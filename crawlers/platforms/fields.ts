import type { FieldName } from '../../model/listing.ts';
import type { Method } from '../../model/reading.ts';
import { amountFromMinor, positive } from '../read/amount.ts';
import { add, evidence, type Amount, type Candidates } from '../read/candidates.ts';
import { firstAt, type Json } from '../read/json/value.ts';
import { textOf } from '../read/schema-org/values.ts';
import { parseCount } from '../read/text/count.ts';
import { currencyCode, type CurrencyCode } from '../../model/money.ts';
import type { PriceKind } from '../../model/listing.ts';
import { parsePrice } from '../read/text/price.ts';

/** What every mainland marketplace is in, whatever its pages print. */
export const CNY: CurrencyCode | undefined = currencyCode('CNY');

type TextField = FieldName & ('title' | 'brand' | 'sku' | 'description' | 'condition' | 'mpn');

/** Reads the parts of one state object into candidates, each with the path it came from. */
export class StateReader {
  readonly #root: Json;
  readonly #into: Candidates;
  readonly #method: Method;
  readonly #place: string;
  readonly #trust: number;

  constructor(root: Json, into: Candidates, method: Method, place: string, trust = 0.93) {
    this.#root = root;
    this.#into = into;
    this.#method = method;
    this.#place = place;
    this.#trust = trust;
  }

  /** The first of the paths with a text; shops write the word `null` for nothing. */
  text(...paths: readonly string[]): string | undefined {
    for (const path of paths) {
      const text = textOf(firstAt(this.#root, path)?.value, 20_000);
      if (text !== undefined && !/^(?:null|undefined)$/i.test(text)) return text;
    }
    return undefined;
  }

  field(name: TextField, ...paths: readonly string[]): void {
    const text = this.text(...paths);
    if (text !== undefined) add(this.#into, name, text, this.#trust, this.from(paths[0] ?? '', text));
  }

  count(name: 'sales' | 'reviewCount', ...paths: readonly string[]): void {
    const text = this.text(...paths);
    if (text !== undefined) add(this.#into, name, parseCount(text, 'zh'), this.#trust, this.from(paths[0] ?? '', text));
  }

  price(field: 'price' | 'listPrice', amount: Amount | undefined, path: string): void {
    add(this.#into, field, amount, this.#trust, this.from(path, amount?.amount ?? ''));
  }

  from(path: string, raw: string): ReturnType<typeof evidence> {
    return evidence(this.#method, `${this.#place}: ${path}`, raw);
  }
}

/** An amount of yuan as text ("400", "146-298", "￥89起"); a range is kind `range`. */
export function yuan(value: Json | undefined, kind: PriceKind): Amount | undefined {
  const text = textOf(value, 40);
  if (text === undefined || text.startsWith('-')) return undefined;
  const read = parsePrice(text, CNY ? { currency: CNY } : {});
  if (read.state !== 'known') return undefined;
  const ranged = read.max !== undefined || read.from;
  return positive({ amount: read.amount, kind: ranged && kind === 'page' ? 'range' : kind, ...(read.max === undefined ? {} : { max: read.max }), ...(CNY ? { currency: CNY } : {}) });
}

/** An amount of fen, whole hundredths of a yuan. */
export function fen(value: Json | undefined, kind: PriceKind): Amount | undefined {
  const amount = amountFromMinor(value, 2);
  return amount === undefined ? undefined : positive({ amount, kind, ...(CNY ? { currency: CNY } : {}) });
}
