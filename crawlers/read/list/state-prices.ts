import type { Price } from '../../../model/listing.ts';
import { type CurrencyCode, currencyCode, moneyFromDecimal } from '../../../model/money.ts';
import { isList, isObject, type Json, type JsonObject } from '../json/value.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { parseMoney } from '../text/price.ts';

/** An amount in the data of an item, with the names that lead to it. */
interface Leaf {
  readonly path: string;
  readonly amount: string;
  readonly currency?: CurrencyCode;
  readonly depth: number;
  /** It stands as text that only a reader of prices understands. */
  readonly formatted: boolean;
}

/** A currency that data state; tomans, of ten rials each, have a name in data but no code. */
type Stated = CurrencyCode | 'IRT';

const MAX_LEAVES = 80;
const MAX_DEPTH = 10;
/** Parts of an entry that each say what they are are looked at, of other lists the first two. */
const MAX_PARTS = 12;
const PRICE = /pric(?:e|ing)|amount|cost(?!s)|\bnow\b|preis|prix|precio|pre[cç]o|offers?\b/i;
/** Names of amounts that are no price of the item. */
const OTHER = /unit|cup_?(?:price|string|measure)|per(?:kg|litre|100|_?unit|measure)|shipping|delivery|saving|\bsave|(?<!with_?)discount(?!ed|_?price)|percent|rate\b|(?<!with_?|incl?(?:uding|usive)?_?)tax(?!ed|_?incl?)|instal|deposit|point|reward|coupon|quantity|(?<!dis)count|shop|stock|member|loyalty|club|swatch|variants?\.[1-9]|skus?\.[1-9]|items\.[1-9]|sellers\.[1-9]|offers\.[1-9]|id$|max|high|weight|rating|review|sort/i;
const LIST = /list(?!ing)|origin|ori(?:g)?_?price|regular|was|old|previous|compare|msrp|rrp|retail|strike|market|before|standard|undiscounted|full|normal|marked|mrp/i;
const NOW = /sale|special|current|final|now|selling|discounted|discount_?price|promo|actual|reduced|offer_?price|linePrice|effective|payable|with_?discount|desconto|(?:with|incl?)_?tax|tax_?incl?|red_?price/i;
const LEAST = /min|low|from/i;
/** What the shop asks now, in words that else are those of a list price. */
const NOW_RETAIL = /(?:current|sale|final|now)_?(?:retail|regular)/i;

export interface StatePrices {
  readonly price?: Price;
  readonly listPrice?: Price;
  /** The data hold an amount, whether or not its currency is known. */
  readonly hasAmount?: boolean;
}

/** The price and list price in the data of an item, whatever the names of their members; a sold-out item's 0 is none. */
export function statePrices(entry: JsonObject, hints: CurrencyHints): StatePrices {
  const own = currencyIn(entry) ?? hints.currency;
  const leaves = withoutCents([...leavesOf(entry, '', 0, own, hints, { left: MAX_LEAVES })]);
  const ranked = leaves.filter((leaf) => !isListed(leaf)).toSorted((a, b) => rankOf(b) - rankOf(a));
  const [first] = ranked.length > 0 ? ranked : leaves;
  const best = first && { ...leaves.find((leaf) => leaf.currency && Number(leaf.amount) === Number(first.amount)), ...first };
  const price = best && priceOf(best, 'page');
  if (!best || !price) return { hasAmount: best !== undefined };
  const listed = leaves.filter((leaf) => isAbove(leaf, best) && leaf.currency === best.currency && (isListed(leaf) || NOW.test(best.path) && rankOf(leaf) < rankOf(best) && !LEAST.test(leaf.path)));
  const above = listed.find(isListed) ?? listed[0];
  const listPrice = above && priceOf(above, 'list');
  return { price, hasAmount: true, ...(listPrice && { listPrice }) };
}

function isListed({ path }: Leaf): boolean {
  if (NOW_RETAIL.test(path)) return false;
  return LIST.test(path) && !NOW.test(path.slice(path.search(LIST)));
}

function isAbove(one: Leaf, other: Leaf): boolean {
  return Number(one.amount) > Number(other.amount);
}

function rankOf({ path, depth, formatted }: Leaf): number {
  return (NOW.test(path) ? 4 : 0) - (/base_?price/i.test(path) ? 1 : 0) + (LEAST.test(path) ? 1 : 0) + (/pric(?:e|ing)/i.test(path) ? 2 : 0) - depth * 0.3 - (formatted ? 0.1 : 0);
}

/** Where one amount is another one in cents, all whole numbers are: that one is left out, the others are put into units. */
function withoutCents(leaves: readonly Leaf[]): Leaf[] {
  const cents = new Set(leaves.filter(({ amount }) => amount.includes('.')).map(({ amount }) => String(Math.round(Number(amount) * 100))));
  if (!leaves.some(({ amount }) => cents.has(amount))) return [...leaves];
  return leaves.filter(({ amount }) => !cents.has(amount)).map((leaf) => (leaf.amount.includes('.') ? leaf : { ...leaf, amount: (Number(leaf.amount) / 100).toFixed(2) }));
}

function* leavesOf(node: Json, path: string, depth: number, currency: Stated | undefined, hints: CurrencyHints, budget: { left: number }): Generator<Leaf> {
  if (depth > MAX_DEPTH || budget.left <= 0) return;
  if (isList(node)) {
    for (const [i, child] of node.slice(0, areParts(node) ? MAX_PARTS : 2).entries()) yield* leavesOf(child, `${path}.${i}`, depth + 1, currency, hints, budget);
    return;
  }
  if (isObject(node)) {
    const own = currencyIn(node) ?? currency;
    const cents = centsOf(node);
    if (cents !== undefined) {
      budget.left -= 1;
      yield { path, depth, formatted: false, ...inUnits(cents, own) };
      return;
    }
    const said = depth > 0 ? kindOf(node) : '';
    for (const [name, child] of Object.entries(node).slice(0, 80)) yield* leavesOf(child, path === '' ? name : `${path}${said}.${name}`, depth + 1, currencyCode(name) ?? own, hints, budget);
    return;
  }
  const leaf = leafOf(node, path, depth, currency, hints);
  if (!leaf) return;
  budget.left -= 1;
  yield leaf;
}

/** What an object says that it is: `{"key": "previous_price", "value": 20}`. */
function kindOf(node: JsonObject): string {
  const said = node['key'] ?? node['priceType'] ?? node['type'] ?? node['kind'];
  if (node['strikeOff'] === true || node['strikethrough'] === true || node['isStrikethrough'] === true) return '.strike';
  return typeof said === 'string' && /^[\w-]{2,30}$/.test(said) ? `.${said}` : '';
}

/** A list whose entries are different parts of one thing. */
function areParts(list: readonly Json[]): boolean {
  const kinds = list.slice(0, MAX_PARTS).map((entry) => (isObject(entry) ? kindOf(entry) : ''));
  return list.length > 2 && kinds.every((kind) => kind !== '') && new Set(kinds).size === kinds.length;
}

/** `{"centAmount": 1999, "fractionDigits": 2}` as decimal text. */
function centsOf(node: JsonObject): string | undefined {
  const cents = node['centAmount'];
  const digits = typeof node['fractionDigits'] === 'number' ? node['fractionDigits'] : 2;
  return typeof cents === 'number' && Number.isSafeInteger(cents) && digits >= 0 && digits <= 4 ? (cents / 10 ** digits).toFixed(digits) : undefined;
}

function leafOf(node: Json, path: string, depth: number, currency: Stated | undefined, hints: CurrencyHints): Leaf | undefined {
  if (typeof node !== 'number' && typeof node !== 'string' || !PRICE.test(path) || OTHER.test(path)) return undefined;
  const inCents = /in_?cents|_cents|minor|[a-z]PriceU$|^(?:.*\.)?priceU$/i.test(path);
  if (typeof node === 'number' || /^\d{1,9}(?:\.\d{1,4})?$/.test(node)) {
    const amount = inCents ? (Number(node) / 100).toFixed(2) : String(node);
    return Number(amount) > 0 && /^\d+(?:\.\d+)?$/.test(amount) ? { path, depth, formatted: false, ...inUnits(amount, currency) } : undefined;
  }
  if (node.length > 60 || !/\d/.test(node)) return undefined;
  const read = parseMoney(node.replace(/<[^<>]{0,200}>/g, ' '), currency && currency !== 'IRT' ? { ...hints, currency } : hints);
  if (read.state !== 'known' || read.perUnit || read.recurring || Number(read.amount) <= 0 || !/\p{Sc}|price|\d[.,]\d{2}/iu.test(`${node} ${path}`)) return undefined;
  return { path: read.kindHint === 'list' ? `${path}.list` : path, amount: read.amount, depth, formatted: true, ...(read.currency && { currency: read.currency }) };
}

/** An amount of a stated currency; tomans as rials. */
function inUnits(amount: string, stated: Stated | undefined): { readonly amount: string; readonly currency?: CurrencyCode } {
  const currency = stated === 'IRT' ? currencyCode('IRR') : stated;
  return { amount: stated === 'IRT' ? String(Number(amount) * 10) : amount, ...(currency && { currency }) };
}

function currencyIn(node: JsonObject): Stated | undefined {
  for (const [name, value] of Object.entries(node).slice(0, 80)) if (typeof value === 'string' && value.length === 3 && /currency/i.test(name)) return value === 'IRT' ? value : currencyCode(value.toUpperCase());
  return undefined;
}

function priceOf(leaf: Leaf, kind: 'page' | 'list'): Price | undefined {
  const money = leaf.currency && moneyFromDecimal(leaf.amount, leaf.currency);
  return money && money.minor > 0 ? { kind, money } : undefined;
}
