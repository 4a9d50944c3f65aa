import type { Match, MatchEvidence, Product } from '../../model/advice.ts';
import { factId, type ListingId, type Sku } from '../../model/ids.ts';
import { ONE_TO_ONE } from '../../model/pack.ts';
import { canonicalUrl } from './url.ts';

/** What a listing says about which article it is. Only known readings. */
export interface ListingIdentity {
  readonly listingId: ListingId;
  readonly url: string;
  /** Other addresses that lead to it, e.g. the target's. */
  readonly alsoAt?: readonly string[];
  /** 14 digits, checked. */
  readonly gtin?: string;
  readonly brand?: string;
  readonly mpn?: string;
  /** The own products that the operator named at its targets. */
  readonly skus?: readonly Sku[];
}

/** What the evidence makes of a match by itself. */
const STATE_BY: Readonly<Record<MatchEvidence, 'confirmed' | 'proposed'>> = { rival_url: 'confirmed', target_sku: 'confirmed', gtin: 'confirmed', brand_and_mpn: 'proposed' };

/**
 * Matches between own products and listings by exact evidence. Confirmed: the operator named the listing (a rival URL of the product, or
 * the SKU at the target), or the GTINs are equal. Proposed: brand and maker's number are equal; a person decides. Of those that exist,
 * what the operator decided is kept, and so is the pack ratio; a proposed one may become confirmed. One that stays as it is comes back as it was given.
 */
export function matchListings(products: readonly Product[], listings: readonly ListingIdentity[], existing: readonly Match[] = []): Match[] {
  const before = new Map(existing.map((match) => [match.id, match]));
  const index = indexOf(products);
  return listings.flatMap(({ listingId, ...listing }) => [...evidenceFor(listing, index)].map(([sku, why]): Match => {
    const id = factId('match', listingId, sku);
    const known = before.get(id);
    const state = STATE_BY[why];
    if (!known) return { id, sku, listingId, packRatio: ONE_TO_ONE, state, why };
    return known.state === 'proposed' && state === 'confirmed' ? { ...known, state, why } : known;
  }));
}

/**
 * Those of the matches that nothing speaks for any more as they are: the operator took the address or the SKU away. One for which brand and number still
 * speak is proposed anew. What the operator confirmed or rejected stays so.
 */
export function withoutEvidence(products: readonly Product[], listings: readonly ListingIdentity[], existing: readonly Match[]): Match[] {
  const found = new Map(matchListings(products, listings).map((match) => [match.id, match.state]));
  return existing.filter(({ id, state, decidedAt }) => !decidedAt && (state === 'confirmed' ? found.get(id) !== 'confirmed' : !found.has(id)));
}

interface Index {
  readonly skus: ReadonlySet<Sku>;
  readonly byUrl: ReadonlyMap<string, readonly Sku[]>;
  readonly byGtin: ReadonlyMap<string, readonly Sku[]>;
  readonly byMaker: ReadonlyMap<string, readonly Sku[]>;
}

function indexOf(products: readonly Product[]): Index {
  const byUrl = new Map<string, Sku[]>();
  const byGtin = new Map<string, Sku[]>();
  const byMaker = new Map<string, Sku[]>();
  for (const product of products) {
    for (const url of product.rivalUrls) add(byUrl, canonicalUrl(url), product.sku);
    add(byGtin, gtin14(attribute(product, 'gtin', 'ean', 'upc', 'barcode', '条码', '条形码')), product.sku);
    add(byMaker, makerKey(attribute(product, 'brand', '品牌'), attribute(product, 'mpn', 'model', '型号')), product.sku);
  }
  return { skus: new Set(products.map((product) => product.sku)), byUrl, byGtin, byMaker };
}

function add(map: Map<string, Sku[]>, name: string | undefined, sku: Sku): void {
  if (name !== undefined) map.set(name, [...(map.get(name) ?? []), sku]);
}

/** The products a listing stands for, each with the surest evidence. */
function evidenceFor(listing: Omit<ListingIdentity, 'listingId'>, index: Index): ReadonlyMap<Sku, MatchEvidence> {
  const found = new Map<Sku, MatchEvidence>();
  const note = (why: MatchEvidence, skus: readonly Sku[] | undefined): void => {
    for (const sku of skus ?? []) if (!found.has(sku)) found.set(sku, why);
  };
  for (const address of [listing.url, ...(listing.alsoAt ?? [])]) note('rival_url', index.byUrl.get(canonicalUrl(address) ?? ''));
  note('target_sku', listing.skus?.filter((sku) => index.skus.has(sku)));
  note('gtin', index.byGtin.get(gtin14(listing.gtin) ?? ''));
  note('brand_and_mpn', index.byMaker.get(makerKey(listing.brand, listing.mpn) ?? ''));
  return found;
}

function attribute(product: Product, ...names: readonly string[]): string | undefined {
  return Object.entries(product.attributes ?? {}).find(([name]) => names.includes(name.trim().toLowerCase()))?.[1];
}

/** A GTIN of 8, 12, 13 or 14 digits as 14 digits when its check digit is right (GS1 General Specifications, 7.9). */
function gtin14(text: string | undefined): string | undefined {
  const digits = text?.replaceAll(/[\s-]/g, '') ?? '';
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits)) return undefined;
  const padded = digits.padStart(14, '0');
  const sum = Array.from(padded.slice(0, 13)).reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === Number(padded.at(-1)) ? padded : undefined;
}

const plain = (text: string | undefined): string => (text ?? '').normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Brand and maker's number without case, spaces and punctuation. A number of fewer than three characters tells nothing apart. */
function makerKey(brand: string | undefined, mpn: string | undefined): string | undefined {
  return plain(brand).length > 0 && plain(mpn).length >= 3 ? `${plain(brand)}|${plain(mpn)}` : undefined;
}
