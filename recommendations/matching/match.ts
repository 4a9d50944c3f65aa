import type { Match, Product } from '../../model/advice.ts';
import type { ListingId, Sku } from '../../model/ids.ts';
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

/**
 * Matches between own products and listings by exact evidence. Confirmed: the operator named the listing (a rival URL of the product, or
 * the SKU at the target), or the GTINs are equal. Proposed: brand and maker's number are equal; a person decides. What was decided before
 * (`existing` with state confirmed or rejected, or another pack ratio) is kept; a proposed one may become confirmed.
 */
export function matchListings(products: readonly Product[], listings: readonly ListingIdentity[], existing: readonly Match[] = []): Match[] {
  const before = new Map(existing.map((match) => [key(match.sku, match.listingId), match]));
  const index = indexOf(products);
  return listings.flatMap((listing) => [...evidenceFor(listing, index)].map(([sku, state]): Match => {
    const known = before.get(key(sku, listing.listingId));
    if (!known) return { sku, listingId: listing.listingId, packRatio: 1, state };
    return known.state === 'proposed' && state === 'confirmed' ? { ...known, state } : known;
  }));
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

/** Those of the matches that nothing speaks for any more: the operator took the address or the SKU away. What was rejected stays so. */
export function withoutEvidence(products: readonly Product[], listings: readonly ListingIdentity[], existing: readonly Match[]): Match[] {
  const held = new Set(matchListings(products, listings, existing).map((match) => key(match.sku, match.listingId)));
  return existing.filter((match) => match.state !== 'rejected' && !held.has(key(match.sku, match.listingId)));
}

/** The products a listing stands for, each with the best evidence. */
function evidenceFor(listing: ListingIdentity, index: Index): ReadonlyMap<Sku, 'confirmed' | 'proposed'> {
  const found = new Map<Sku, 'confirmed' | 'proposed'>();
  const note = (skus: readonly Sku[] | undefined, state: 'confirmed' | 'proposed'): void => {
    for (const sku of skus ?? []) if (found.get(sku) !== 'confirmed') found.set(sku, state);
  };
  const maker = makerKey(listing.brand, listing.mpn);
  if (maker !== undefined) note(index.byMaker.get(maker), 'proposed');
  const gtin = gtin14(listing.gtin);
  if (gtin !== undefined) note(index.byGtin.get(gtin), 'confirmed');
  for (const address of [listing.url, ...(listing.alsoAt ?? [])]) {
    const url = canonicalUrl(address);
    if (url !== undefined) note(index.byUrl.get(url), 'confirmed');
  }
  note(listing.skus?.filter((sku) => index.skus.has(sku)), 'confirmed');
  return found;
}

const key = (sku: Sku, listing: ListingId): string => JSON.stringify([sku, listing]);

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
