import type { Baseline } from '../../storage/documents.ts';
import { placeOf } from '../../model/address.ts';
import type { ChangeDetail } from '../../model/change.ts';
import type { FieldName, ListingFields, Offer } from '../../model/listing.ts';
import type { Promotion } from '../../model/promotion.ts';
import type { Reading } from '../../model/reading.ts';
import { sameValue } from './compare.ts';

/** Something that differs: the fields it follows from, the listing's address, and how it is to be told. */
interface Found {
  readonly fields: readonly FieldName[];
  readonly url: string;
  readonly detail: ChangeDetail;
}

/** The fields that a change over several fields follows from. */
export function fieldsOf(detail: ChangeDetail): readonly FieldName[] {
  if (detail.kind === 'to_pay') return ['promotions', 'price'];
  return detail.kind === 'listing_moved' && detail.category ? ['breadcrumbs'] : [];
}

/** True when another view of the same listing has accepted the same values since this view accepted its own: its version told of them. */
export function isTold({ fields, url, detail }: Found, after: ListingFields, own: Baseline, siblings: readonly Baseline[] = []): boolean {
  return siblings.some((sibling) => {
    const address = detail.kind !== 'listing_moved' || !detail.url || (isLater(sibling.place?.at, own.place?.at) && sibling.place !== undefined && placeOf(sibling.place.url) === placeOf(url));
    return address && fields.every((name) => isLater(sibling.fieldTimes?.[name], own.fieldTimes?.[name]) && isSame(asShown(name, sibling.fields[name]), asShown(name, after[name])));
  });
}

/** True when another view of the same listing has accepted this very price since this view accepted its own: what two pages showed needs no second look. */
export function isPriceTaken({ price }: ListingFields, own: Baseline, siblings: readonly Baseline[] = []): boolean {
  return siblings.some(({ fields, fieldTimes }) => isLater(fieldTimes?.price, own.fieldTimes?.price) && isSame(fields.price, price));
}

/** Comparable from view to view: promotions without what comparing found out about them, variants by price and stock, because each view names them in its own way. */
function asShown(name: FieldName, reading: Reading<unknown> | undefined): Reading<unknown> | undefined {
  if (reading?.state !== 'known' || !Array.isArray(reading.value)) return reading;
  if (name === 'promotions') return { ...reading, value: reading.value.map(withoutBegin) };
  return name === 'offers' ? { ...reading, value: reading.value.map(priceAndStock).toSorted() } : reading;
}

function priceAndStock({ price, availability }: Offer): string {
  return `${price ? `${price.kind} ${price.money.minor} ${price.money.currency}` : ''} ${availability ?? ''}`;
}

function isSame(theirs: Reading<unknown> | undefined, own: Reading<unknown> | undefined): boolean {
  return own !== undefined && sameValue(theirs, own);
}

function withoutBegin(promotion: Promotion): Promotion {
  const { beganAs: _, ...shown } = promotion;
  return shown;
}

function isLater(theirs: Date | undefined, own: Date | undefined): boolean {
  return (theirs?.getTime() ?? 0) > (own?.getTime() ?? 0);
}
