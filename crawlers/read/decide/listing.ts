import type { ListingFields, Offer } from '../../../model/listing.ts';
import type { CurrencyCode } from '../../../model/money.ts';
import type { Promotion } from '../../../model/promotion.ts';
import { valueOf, type Candidate, type Reading } from '../../../model/reading.ts';
import type { Candidates, OfferFound } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { likeness } from '../schema-org/choose.ts';
import { decideAvailability } from './availability.ts';
import { against, decide, groupBy, losersOf } from './group.ts';
import { decideCurrency, moneyOf, priceOf } from './money.ts';
import { decideListPrice, decidePrice } from './price.ts';

/** All fields of a listing, each decided from its candidates. `scanned`: the visible page was looked at, not only its data. */
export function decideListing(found: Candidates, page: PageContext, scanned: boolean): ListingFields {
  const currency = decideCurrency(found, page);
  const code = valueOf(currency);
  const price = decidePrice(found, code, scanned);
  const missing = scanned ? 'not_found' : 'not_read';
  const folded = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return {
    title: decideTitle(found.title),
    brand: decide(found.brand, folded, missing),
    sku: decide(found.sku, folded, missing),
    mpn: decide(found.mpn, folded, missing),
    gtin: decide(found.gtin, (gtin) => gtin, missing),
    price, listPrice: decideListPrice(found, price, code), currency,
    availability: decideAvailability(found),
    quantity: decide(found.quantity, String, missing),
    condition: decide(found.condition, folded, missing),
    seller: decide(found.seller, (seller) => seller.id ?? folded(seller.name), missing),
    shippingCost: shipping(found, code),
    rating: decide(found.rating, (rating) => `${rating.value}/${rating.scale}`, missing),
    reviewCount: decide(found.reviewCount, (count) => String(count.value), missing),
    sales: decide(found.sales, (count) => String(count.value), missing),
    images: longest(found.images, missing),
    breadcrumbs: decide(found.breadcrumbs, (crumbs) => folded(crumbs.join('>')), missing),
    description: decide(found.description, (text) => folded(text).slice(0, 200), missing),
    attributes: mergedAttributes(found.attributes, missing),
    offers: offers(found, code, missing),
    promotions: promotions(found.promotions, missing),
  };
}

/** Titles that say the same in other words support each other instead of contradicting. */
function decideTitle(found: readonly Candidate<string>[]): Reading<string> {
  const groups = groupBy(found, (title) => title.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''));
  const winner = groups[0];
  if (!winner) return { state: 'unknown', reason: 'not_found' };
  const unlike = groups.find((group) => group !== winner && likeness(winner.best.value, group.best.value) < 0.5 && likeness(group.best.value, winner.best.value) < 0.5);
  const losers = losersOf(groups, winner);
  return { state: 'known', value: winner.best.value, confidence: against(winner, unlike), evidence: winner.best.evidence, ...(losers.length > 0 ? { losers } : {}) };
}

function shipping(found: Candidates, code: CurrencyCode | undefined): ListingFields['shippingCost'] {
  const list = found.shippingCost.flatMap(({ value, confidence, evidence }) => {
    const money = code ? moneyOf(value, code) : undefined;
    return money ? [{ value: money, confidence, evidence }] : [];
  });
  return decide(list, (money) => String(money.minor));
}

/** The fullest list of the most trusted method. */
function longest(found: Candidates['images'], missing: 'not_found' | 'not_read'): ListingFields['images'] {
  const top = Math.max(0, ...found.map(({ confidence }) => confidence));
  const [best] = found.filter(({ confidence }) => confidence >= top - 0.25).toSorted((a, b) => b.value.length - a.value.length || b.confidence - a.confidence);
  return best ? { state: 'known', value: best.value, confidence: best.confidence, evidence: best.evidence } : { state: 'unknown', reason: missing };
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

/** All promotions that were seen, each label once. */
function promotions(found: Candidates['promotions'], missing: 'not_found' | 'not_read'): ListingFields['promotions'] {
  const [best] = found.toSorted((a, b) => b.confidence - a.confidence);
  if (!best) return { state: 'unknown', reason: missing };
  const value = new Map<string, Promotion>();
  for (const candidate of found) for (const promotion of candidate.value) value.set(`${promotion.label}|${promotion.mechanic}|${JSON.stringify(promotion.params)}`, promotion);
  return { state: 'known', value: [...value.values()], confidence: best.confidence, evidence: best.evidence };
}
