import type { ListingFields, Offer } from '../../../model/listing.ts';
import type { CurrencyCode } from '../../../model/money.ts';
import type { Promotion } from '../../../model/promotion.ts';
import { valueOf } from '../../../model/reading.ts';
import type { Candidates, OfferFound } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { decideAvailability } from './availability.ts';
import { decideDescription } from './description.ts';
import { decideImages } from './images.ts';
import { decide } from './group.ts';
import { decideCurrency, moneyOf, priceOf, unitPriceOf } from './money.ts';
import { decideListPrice, decidePrice } from './price.ts';
import { decideStarMix } from './star-mix.ts';
import { decideTitle } from './title.ts';

/** All fields of a listing, each decided from its candidates. `scanned`: the visible page was looked at, not only its data. */
export function decideListing(found: Candidates, page: PageContext, scanned: boolean): ListingFields {
  const currency = decideCurrency(found, page);
  const code = valueOf(currency);
  const price = decidePrice(found, code, scanned);
  const listPrice = decideListPrice(found, price, code);
  const missing = scanned ? 'not_found' : 'not_read';
  const folded = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const brand = decide(found.brand, folded, missing);
  const rating = decide(found.rating, ({ value, scale }) => `${value}/${scale}`, missing);
  const reviewCount = decide(found.reviewCount, (count) => String(count.value), missing);
  const attributes = mergedAttributes(found.attributes, missing);
  return {
    title: decideTitle(found.title, [valueOf(brand), valueOf(attributes)?.['color']]),
    brand,
    sku: decide(found.sku, folded, missing),
    mpn: decide(found.mpn, folded, missing),
    gtin: decide(found.gtin, (gtin) => gtin, missing),
    price, listPrice, unitPrice: unitPrice(found, code, missing), currency,
    availability: decideAvailability(found),
    quantity: decide(found.quantity, String, missing),
    condition: decide(found.condition, folded, missing),
    seller: decide(found.seller, (seller) => seller.id ?? folded(seller.name), missing),
    shippingCost: shipping(found, code),
    rating, reviewCount, starMix: decideStarMix(found.starMix, { rating, reviewCount }, missing),
    sales: decide(found.sales, (count) => String(count.value), missing),
    images: decideImages(found.images, missing),
    breadcrumbs: decide(found.breadcrumbs, (crumbs) => folded(crumbs.join('>')), missing),
    description: decideDescription(found.description, [price, listPrice], missing),
    attributes,
    offers: offers(found, code, missing),
    // Also a page whose data are enough was searched for words of promotions, where its article is sold.
    promotions: promotions(found.promotions),
  };
}

function shipping(found: Candidates, code: CurrencyCode | undefined): ListingFields['shippingCost'] {
  const list = found.shippingCost.flatMap(({ value, confidence, evidence }) => {
    const money = code ? moneyOf(value, code) : undefined;
    return money ? [{ value: money, confidence, evidence }] : [];
  });
  return decide(list, (money) => String(money.minor));
}

function unitPrice(found: Candidates, code: CurrencyCode | undefined, missing: 'not_found' | 'not_read'): ListingFields['unitPrice'] {
  const list = found.unitPrice.flatMap(({ value, confidence, evidence }) => {
    const decided = code ? unitPriceOf(value, code) : undefined;
    return decided ? [{ value: decided, confidence, evidence }] : [];
  });
  return decide(list, ({ money, per, unit }) => `${money.minor / per} ${unit}`, missing);
}

/** Attributes of all methods together; the most trusted names a value. */
function mergedAttributes(found: Candidates['attributes'], missing: 'not_found' | 'not_read'): ListingFields['attributes'] {
  const ordered = found.toSorted((a, b) => b.confidence - a.confidence);
  const [best] = ordered;
  if (!best) return { state: 'unknown', reason: missing };
  const value = Object.fromEntries(ordered.toReversed().flatMap((candidate) => Object.entries(candidate.value)));
  return { state: 'known', value, confidence: best.confidence, evidence: best.evidence };
}

function offers(found: Candidates, code: CurrencyCode | undefined, missing: 'not_found' | 'not_read'): ListingFields['offers'] {
  const [best] = found.offers.toSorted((a, b) => b.confidence - a.confidence || b.value.length - a.value.length);
  if (!best) return { state: 'unknown', reason: missing };
  const seen = new Set<string>();
  const value = best.value.filter(({ sku }) => !seen.has(sku) && seen.add(sku)).map((offer) => offerOf(offer, code));
  return { state: 'known', value, confidence: best.confidence, evidence: best.evidence };
}

function offerOf(offer: OfferFound, code: CurrencyCode | undefined): Offer {
  const price = offer.price && code ? priceOf(offer.price, code) : undefined;
  const listPrice = offer.listPrice && code ? moneyOf(offer.listPrice, code) : undefined;
  return {
    sku: offer.sku, options: offer.options, ...(price ? { price } : {}), ...(listPrice ? { listPrice } : {}),
    ...(offer.availability ? { availability: offer.availability } : {}), ...(offer.quantity === undefined ? {} : { quantity: offer.quantity }), ...(offer.selected ? { selected: true } : {}),
  };
}

/** All promotions that were seen; of an element and the ones around it that say the same rule in more words, the shortest. */
function promotions(found: Candidates['promotions']): ListingFields['promotions'] {
  const [best] = found.toSorted((a, b) => b.confidence - a.confidence);
  if (!best) return { state: 'unknown', reason: 'not_found' };
  const value: Promotion[] = [];
  for (const promotion of found.flatMap((candidate) => candidate.value)) {
    const same = value.findIndex((other) => sayTheSame(other, promotion));
    const other = value[same];
    if (!other) value.push(promotion);
    else if (promotion.label.length < other.label.length) value[same] = promotion;
  }
  return { state: 'known', value, confidence: best.confidence, evidence: best.evidence };
}

function sayTheSame(a: Promotion, b: Promotion): boolean {
  return a.mechanic === b.mechanic && (a.label.includes(b.label) || b.label.includes(a.label)) && JSON.stringify(a.params) === JSON.stringify(b.params);
}
