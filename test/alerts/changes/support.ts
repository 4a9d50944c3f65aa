import type { Baseline, VersionDocument } from '../../../storage/documents.ts';
import { diffListing, type ListingDiff } from '../../../alerts/changes/listing.ts';
import type { Change, ChangeFacts } from '../../../model/change.ts';
import { brand } from '../../../model/ids.ts';
import { FIELD_NAMES, type FieldName, type ListingFields, type Offer, type Price, type PriceKind, type RankedItem } from '../../../model/listing.ts';
import { currencyCode, money, type CurrencyCode } from '../../../model/money.ts';
import { known, unknown, type Evidence, type Reading } from '../../../model/reading.ts';

export const EVIDENCE: Evidence = { method: 'json-ld', place: 'offers[0].price', raw: '19.99' };
export const START = Date.UTC(2026, 0, 5, 8);

export function at(hours: number): Date {
  return new Date(START + hours * 3_600_000);
}

export function currency(code: string): CurrencyCode {
  const found = currencyCode(code);
  if (!found) throw new Error(`no currency ${code}`);
  return found;
}

export function price(minor: number, kind: PriceKind = 'page', code = 'USD'): Price {
  return { kind, money: money(minor, currency(code)) };
}

export function is<T>(value: T): Reading<T> {
  return known(value, EVIDENCE);
}

const NOTHING: Reading<never> = unknown('not_found');
/** There, and not understood: other than nothing beside the price, it never says anything. */
export const UNREADABLE: Reading<never> = unknown('unreadable');
const ALL_UNKNOWN: ListingFields = {
  title: NOTHING, brand: NOTHING, sku: NOTHING, mpn: NOTHING, gtin: NOTHING, price: NOTHING, listPrice: NOTHING, currency: NOTHING,
  availability: NOTHING, quantity: NOTHING, condition: NOTHING, seller: NOTHING, unitPrice: NOTHING, shippingCost: NOTHING, rating: NOTHING, reviewCount: NOTHING, starMix: NOTHING,
  sales: NOTHING, images: NOTHING, breadcrumbs: NOTHING, description: NOTHING, attributes: NOTHING, offers: NOTHING, promotions: NOTHING,
};

/** Fields where everything not given is unknown. */
export function fields(given: Partial<ListingFields>): ListingFields {
  return { ...ALL_UNKNOWN, ...given };
}

export function withUnknown(all: ListingFields, names: readonly FieldName[]): ListingFields {
  return { ...all, ...Object.fromEntries(FIELD_NAMES.filter((name) => names.includes(name)).map((name) => [name, UNREADABLE])) };
}

export function version(seq: number, content: VersionDocument['content']): VersionDocument {
  return {
    _id: brand(`ver_${seq}`), subjectId: brand('sub_1'), sourceId: brand('acme'), targetId: brand('acme-shop'), seq, contentHash: `hash-${seq}`, content,
    firstSeenAt: at(seq), lastSeenAt: at(seq), firstCrawlId: brand(`crl_${seq}`), lastCrawlId: brand(`crl_${seq}`), archive: brand('ab'.repeat(32)), diff: 'pending',
  };
}

export function listingVersion(seq: number, given: Partial<ListingFields>): VersionDocument {
  return version(seq, { kind: 'listing', productId: 'p1', url: 'https://shop.example/p1', fields: fields(given) });
}

/** The diffs of a history, each version against the baseline that the ones before it left. */
export function history(...states: readonly Partial<ListingFields>[]): readonly ListingDiff[] {
  let baseline: Baseline | undefined;
  return states.map((state, index) => {
    const diff = diffListing({ version: listingVersion(index + 1, state), ...(baseline ? { baseline } : {}), confirmed: true });
    baseline = diff.baseline;
    return diff;
  });
}

/** The changes of the last version of a history. */
export function lastChanges(...states: readonly Partial<ListingFields>[]): readonly Change[] {
  return history(...states).at(-1)?.changes ?? [];
}

export function details(changes: readonly Change[]): readonly Change['detail'][] {
  return changes.map((change) => change.detail);
}

export function offer(sku: string, minor: number, more: Partial<Offer> = {}): Offer {
  return { sku, options: {}, price: price(minor), availability: 'in_stock', ...more };
}

/** Items in page order; a leading "$" marks a sponsored one. */
export function ranking(seq: number, ids: readonly string[], empty = false): VersionDocument {
  let organic = 0;
  const items = ids.map((text, index): RankedItem => {
    const sponsored = text.startsWith('$');
    const productId = text.replace('$', '');
    if (!sponsored) organic += 1;
    const item = { productId, title: `Title ${productId}`, url: `https://market.example/${productId}`, sponsored, position: index + 1 };
    return sponsored ? item : { ...item, organicPosition: organic };
  });
  return version(seq, { kind: 'ranking', items, empty });
}

export function facts(hours: number, more: Partial<Omit<ChangeFacts, 'id'>> = {}): Omit<ChangeFacts, 'id'> {
  return {
    sourceId: brand('acme'), targetId: brand('acme-shop'), subjectId: brand('sub_1'), crawlId: brand(`crl_${hours}`), at: at(hours),
    title: 'Desk lamp', url: 'https://shop.example/p1', ...more,
  };
}
