import { FIELD_NAMES, type FieldName, type ListingFields } from '../../../model/listing.ts';
import type { Candidate, Reading, SelectorUse } from '../../../model/reading.ts';
import type { Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { round } from '../decide/group.ts';
import { decideListing } from '../decide/listing.ts';
import type { Configured } from './configured.ts';
import { contradiction, otherCurrency, structuredOnly } from './contradiction.ts';

const MAX_LOSERS = 5;
/** Highest confidence that is ever given. */
const MOST = 0.99;

/** A listing's fields under the operator's selectors. */
export interface Settled {
  readonly fields: ListingFields;
  /** The candidates it was decided from: the operator's where they were used; of article numbers those of the page as well, for telling which article it is. */
  readonly found: Candidates;
  readonly selectors: Readonly<Partial<Record<FieldName, SelectorUse>>>;
}

/**
 * The operator's selectors first: what they gave is the field's value, unless it contradicts the page's own structured data beyond a bound or is no
 * value of the field. Either way both values are kept, the one that was not taken among the losers.
 */
export function settle({ found: mine, uses }: Configured, found: Candidates, page: PageContext, scanned: boolean): Settled {
  const own = decideListing(found, page, scanned);
  const given = FIELD_NAMES.filter((name) => mine[name].length > 0);
  const wished = decideListing(replaced(found, mine, given), page, scanned);
  const data = decideListing(structuredOnly(found), page, scanned);
  const settled = new Map(uses);
  for (const name of given) {
    const use = uses.get(name);
    if (use) settled.set(name, judged(name, use, { mine, wished, own, data }));
  }
  const used = given.filter((name) => settled.get(name)?.state === 'used');
  const candidates = replaced(found, mine, used);
  const base = used.length === given.length ? wished : decideListing(candidates, page, scanned);
  const fields = together(base, wished, own, (name, decided, wish, without) => {
    const state = settled.get(name)?.state;
    if (state === 'used') return backed(decided, without);
    return state === 'overridden' ? withLosers(decided, asCandidate(wish)) : decided;
  });
  const numbered = { ...candidates, sku: [...candidates.sku, ...found.sku], mpn: [...candidates.mpn, ...found.mpn] };
  return { fields, found: numbered, selectors: Object.fromEntries(settled) };
}

interface Sides {
  readonly mine: Candidates;
  readonly wished: ListingFields;
  readonly own: ListingFields;
  readonly data: ListingFields;
}

function judged(name: FieldName, use: SelectorUse, { mine, wished, own, data }: Sides): SelectorUse {
  const wish: Reading<unknown> = wished[name];
  const against = contradiction(name, wished, own, data) ?? otherCurrency(name, mine, own, data);
  if (against !== undefined) return { ...use, state: 'overridden', why: against };
  if (wish.state === 'known') return use;
  return { ...use, state: 'unreadable', why: wish.state === 'unknown' && wish.detail !== undefined ? wish.detail : `this does not read as ${name}` };
}

/** The candidates with those of the operator alone in these fields. */
function replaced(found: Candidates, mine: Candidates, names: readonly FieldName[]): Candidates {
  const result: { -readonly [F in FieldName]: Candidates[F] } = { ...found };
  const put = <F extends FieldName>(name: F): void => { result[name] = mine[name]; };
  for (const name of names) put(name);
  return result;
}

/** The operator's value, surer where the page says the same by itself, with what the page says otherwise among the losers. */
function backed<T>(decided: Reading<T>, own: Reading<T>): Reading<T> {
  if (decided.state !== 'known' || own.state === 'absent') return decided;
  if (own.state === 'unknown') return withLosers(decided, own.losers ?? []);
  const same = JSON.stringify(own.value) === JSON.stringify(decided.value);
  const confidence = same ? Math.min(MOST, 1 - (1 - decided.confidence) * (1 - own.confidence * 0.6)) : decided.confidence;
  return withLosers({ ...decided, confidence: round(confidence) }, [...(same ? [] : asCandidate(own)), ...(own.losers ?? [])]);
}

function asCandidate<T>(reading: Reading<T>): readonly Candidate<T>[] {
  return reading.state === 'known' ? [{ value: reading.value, confidence: reading.confidence, evidence: reading.evidence }] : [];
}

/** The reading with further losers before those it has, at most five, none of them its own value. */
function withLosers<T>(reading: Reading<T>, more: readonly Candidate<T>[]): Reading<T> {
  if (reading.state === 'absent') return reading;
  const own = reading.state === 'known' ? JSON.stringify(reading.value) : undefined;
  const losers = [...more, ...(reading.losers ?? [])].filter(({ value }) => JSON.stringify(value) !== own).slice(0, MAX_LOSERS);
  return losers.length > 0 ? { ...reading, losers } : reading;
}

type Joined = <T>(name: FieldName, base: Reading<T>, wished: Reading<T>, own: Reading<T>) => Reading<T>;

/** Each field out of three readings of it. */
function together(base: ListingFields, wished: ListingFields, own: ListingFields, by: Joined): ListingFields {
  const of = <T>(name: FieldName, read: (fields: ListingFields) => Reading<T>): Reading<T> => by(name, read(base), read(wished), read(own));
  return {
    title: of('title', ({ title }) => title), brand: of('brand', ({ brand }) => brand), sku: of('sku', ({ sku }) => sku), mpn: of('mpn', ({ mpn }) => mpn),
    gtin: of('gtin', ({ gtin }) => gtin), price: of('price', ({ price }) => price), listPrice: of('listPrice', ({ listPrice }) => listPrice),
    unitPrice: of('unitPrice', ({ unitPrice }) => unitPrice), currency: of('currency', ({ currency }) => currency), availability: of('availability', ({ availability }) => availability),
    quantity: of('quantity', ({ quantity }) => quantity), condition: of('condition', ({ condition }) => condition), seller: of('seller', ({ seller }) => seller),
    shippingCost: of('shippingCost', ({ shippingCost }) => shippingCost), rating: of('rating', ({ rating }) => rating),
    reviewCount: of('reviewCount', ({ reviewCount }) => reviewCount), starMix: of('starMix', ({ starMix }) => starMix), sales: of('sales', ({ sales }) => sales), images: of('images', ({ images }) => images),
    breadcrumbs: of('breadcrumbs', ({ breadcrumbs }) => breadcrumbs), description: of('description', ({ description }) => description),
    attributes: of('attributes', ({ attributes }) => attributes), offers: of('offers', ({ offers }) => offers), promotions: of('promotions', ({ promotions }) => promotions),
  };
}
