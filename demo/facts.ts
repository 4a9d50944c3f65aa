import type { Advice } from '../model/advice.ts';
import type { Change, ChangeDetail } from '../model/change.ts';
import { moneyText } from '../model/money.ts';

/** What a change went from and to, without the ports of this run, as short texts, and the words that tell it from others. */
export interface ChangeText {
  readonly from?: string;
  readonly to?: string;
  readonly words?: string;
}

/** The two sides of a change as expectations write them. */
export function changeText(detail: ChangeDetail): ChangeText {
  switch (detail.kind) {
    case 'price': return { from: moneyText(detail.from.money), to: moneyText(detail.to.money) };
    case 'unit_price': return { from: moneyText(detail.from.money), to: moneyText(detail.to.money) };
    case 'to_pay': return { from: moneyText(detail.from), to: moneyText(detail.to), words: `${detail.quantity} ${detail.audience ?? ''}`.trim() };
    case 'shipping': return { from: detail.from ? moneyText(detail.from) : 'none', to: detail.to ? moneyText(detail.to) : 'none' };
    case 'list_price': return { from: detail.from ? moneyText(detail.from.money) : 'none', to: detail.to ? moneyText(detail.to.money) : 'none' };
    case 'promotion_started': case 'promotion_ended': case 'promotion_extended': return { words: detail.promotion.label };
    case 'promotion_changed': return { from: detail.from.label, to: detail.to.label };
    case 'stock': case 'title': case 'description': return { from: detail.from, to: detail.to };
    case 'brand': case 'condition': return { from: detail.from ?? 'none', to: detail.to ?? 'none' };
    case 'seller': return { from: detail.from?.name ?? 'none', to: detail.to?.name ?? 'none' };
    case 'quantity': return { from: String(detail.from), to: String(detail.to), words: detail.how };
    case 'variant_added': case 'variant_removed': return { to: String(detail.total), words: detail.offers.map((offer) => offer.sku).join(' ') };
    case 'listing_moved': return { words: [detail.url && pathOf(detail.url.to), detail.category?.to.join(' > ')].filter(Boolean).join(' ') };
    case 'attributes': return { words: detail.edits.map(({ name, from, to }) => `${name}: ${from ?? 'none'} > ${to ?? 'none'}`).join(' ') };
    case 'new_reviews': return { to: String(detail.count) };
    case 'sponsored_share': return { from: String(detail.from.ads), to: String(detail.to.ads), words: detail.to.products.map((one) => one.productId).join(' ') };
    case 'flapping': return { words: `${detail.what} ${detail.between.join(' ')}` };
    case 'rating': return { from: String(detail.from.value), to: String(detail.to.value) };
    case 'star_mix': return { from: detail.from.stars.join(' '), to: detail.to.stars.join(' ') };
    case 'review_count': return { from: String(detail.from.value), to: String(detail.to.value) };
    case 'negative_reviews': return { to: String(detail.reviews.length), words: detail.reviews.map((review) => review.text).join(' ') };
    case 'search_rank': return { from: String(detail.from), to: String(detail.to), words: detail.overtakenBy.map((one) => `${one.productId}${one.sponsored ? '*' : ''}`).join(' ') };
    case 'page_text': return { words: detail.diff };
    case 'images': return { words: [...detail.added, ...detail.removed].map(pathOf).join(' ') };
    case 'reading_broken': return { words: [...detail.fields, ...(detail.moved ?? []).map(({ field, from, to }) => `${field}: ${from} → ${to}`)].join(' ') };
    case 'source_blocked': return { words: detail.outcome };
    case 'listing_disappeared': return { words: detail.how };
    case 'listing_appeared': case 'listing_returned': case 'reading_recovered': case 'source_recovered': case 'channel_off': case 'channel_recovered': return {};
    case 'trouble_began': case 'trouble_lasts': case 'trouble_over': return { words: `${detail.trouble} ${detail.about}` };
    default: return detail satisfies never;
  }
}

/** What a piece of advice says: the new price, the reason's code, or the words. */
export function adviceText(advice: Advice): string {
  switch (advice.kind) {
    case 'lower_price': case 'raise_price': return moneyText(advice.to);
    case 'hold_price': return advice.because;
    case 'add_keywords': return advice.keywords.join(',');
    case 'add_images': return `${advice.have}/${advice.rivalsHave}`;
    case 'add_attributes': return advice.attributes.join(',');
    default: return advice satisfies never;
  }
}

/** Path and query of an address; the address itself when it is none. */
export function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

/** A change in one short line: kind, place, and from where to where. */
export function changeLine(change: Change): string {
  const { from, to, words } = changeText(change.detail);
  const sides = from !== undefined && to !== undefined ? ` ${from} → ${to}` : to !== undefined ? ` ${to}` : '';
  return `${change.detail.kind}${sides}${words ? ` "${words.replaceAll(/\s+/g, ' ').slice(0, 40)}"` : ''} ${pathOf(change.url)}`;
}
