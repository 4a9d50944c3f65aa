import { FIELD_NAMES, type Availability, type FieldName, type ListingFields, type Price } from '../../../model/listing.ts';
import { decimalOf, sameCurrency, type Money } from '../../../model/money.ts';
import type { Candidate, Method, Reading } from '../../../model/reading.ts';
import { noCandidates, type Candidates, type FoundValue } from '../candidates.ts';
import { likeness } from '../schema-org/choose.ts';

/** Data that a page gives for machines and that name the field themselves. */
const STRUCTURED: ReadonlySet<Method> = new Set(['api', 'json-ld', 'embedded-state', 'meta', 'microdata', 'rdfa']);
/** Structured data that are less sure than this do not overrule an operator. */
const SURE = 0.9;
/** Of two amounts the smaller must be at least this share of the larger. */
const LEAST_SHARE = 0.5;
/** Ratings may differ by this share of their scale. */
const RATING_BOUND = 0.25;
const CAN_BUY: ReadonlySet<Availability> = new Set(['in_stock', 'low']);
const SOLD_OUT: ReadonlySet<Availability> = new Set(['out_of_stock', 'delisted']);

/** The candidates that come of the page's structured data alone. */
export function structuredOnly(found: Candidates): Candidates {
  const result = noCandidates();
  const copy = <F extends FieldName>(name: F): void => {
    const from: readonly Candidate<FoundValue<F>>[] = found[name];
    const to: Candidate<FoundValue<F>>[] = result[name];
    to.push(...from.filter(({ evidence }) => STRUCTURED.has(evidence.method)));
  };
  for (const name of FIELD_NAMES) copy(name);
  return result;
}

/**
 * Why the operator's value cannot be right beside the page's own structured data, in words; undefined when it may. Only data that win on the
 * page (`own`) and have a confidence of 0.9 or more among themselves (`data`) speak against an operator, and only beyond a bound: another currency, an amount of less than half or more than
 * twice, the opposite stock, titles that share no word, ratings a quarter of the scale apart. Numbers and texts of the other fields are the
 * operator's to choose.
 */
export function contradiction(name: FieldName, mine: ListingFields, own: ListingFields, data: ListingFields): string | undefined {
  const sure = sureOf(own[name], data[name]);
  const differs = sure && bound(name, mine, own);
  return differs === undefined ? undefined : `${differs} (${sure})`;
}

/** Where the page's structured data say it, when they win and are sure. */
function sureOf(own: Reading<unknown>, data: Reading<unknown>): string | undefined {
  if (own.state !== 'known' || !STRUCTURED.has(own.evidence.method) || data.state !== 'known' || data.confidence < SURE) return undefined;
  return `${own.evidence.method} ${own.evidence.place}`;
}

/** The same for an amount that carries a currency other than the page's: it cannot be put beside the page's own amounts at all. */
export function otherCurrency(name: FieldName, mine: Candidates, own: ListingFields, data: ListingFields): string | undefined {
  if (name !== 'price' && name !== 'listPrice' && name !== 'shippingCost') return undefined;
  const { currency } = own;
  const amount = mine[name][0]?.value;
  const sure = sureOf(currency, data.currency);
  if (!amount?.currency || sure === undefined || currency.state !== 'known' || amount.currency === currency.value) return undefined;
  return `it is in ${amount.currency}, the page's own data are in ${currency.value} (${sure})`;
}

function bound(name: FieldName, mine: ListingFields, own: ListingFields): string | undefined {
  switch (name) {
    case 'price': case 'listPrice': return both(mine[name], own[name], (a, b) => farApart(moneyOf(a), moneyOf(b)));
    case 'shippingCost': return both(mine.shippingCost, own.shippingCost, farApart);
    case 'currency': return both(mine.currency, own.currency, (a, b) => (a === b ? undefined : `the page's own data say ${b}`));
    case 'availability': return both(mine.availability, own.availability, (a, b) => (opposite(a, b) ? `the page's own data say ${b}` : undefined));
    case 'title': return both(mine.title, own.title, (a, b) => (likeness(a, b) === 0 && likeness(b, a) === 0 ? `it shares no word with "${b.slice(0, 80)}" of the page's own data` : undefined));
    case 'rating': return both(mine.rating, own.rating, (a, b) => (Math.abs(a.value / a.scale - b.value / b.scale) > RATING_BOUND ? `the page's own data say ${b.value} of ${b.scale}` : undefined));
    case 'unitPrice': case 'brand': case 'sku': case 'mpn': case 'gtin': case 'quantity': case 'condition': case 'seller': case 'reviewCount': case 'starMix': case 'sales': case 'images':
    case 'breadcrumbs': case 'description': case 'attributes': case 'offers': case 'promotions':
      return undefined;
    default: return name satisfies never;
  }
}

function both<T>(mine: Reading<T>, own: Reading<T>, differ: (mine: T, own: T) => string | undefined): string | undefined {
  return mine.state === 'known' && own.state === 'known' ? differ(mine.value, own.value) : undefined;
}

function moneyOf(price: Price): Money {
  return price.money;
}

function farApart(mine: Money, own: Money): string | undefined {
  const says = `the page's own data say ${decimalOf(own)} ${own.currency}`;
  if (!sameCurrency(mine, own)) return says;
  return Math.min(mine.minor, own.minor) < LEAST_SHARE * Math.max(mine.minor, own.minor) ? `${says}, more than twice as different` : undefined;
}

function opposite(a: Availability, b: Availability): boolean {
  return (CAN_BUY.has(a) && SOLD_OUT.has(b)) || (SOLD_OUT.has(a) && CAN_BUY.has(b));
}
