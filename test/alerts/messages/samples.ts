import type { Alert } from '../../../model/alert.ts';
import type { ChangeKind, ChangeOf } from '../../../model/change.ts';
import { brand } from '../../../model/ids.ts';
import type { Promotion } from '../../../model/promotion.ts';
import { at, price } from '../changes/support.ts';
import { change, PRODUCT } from '../rules/support.ts';

const promotion: Promotion = { label: '满300减50', mechanic: 'full_reduction', layer: 'shop', params: { thresholdMinor: 30_000, offMinor: 5_000 }, endsAt: at(48) };

/** One change of every kind. */
export const SAMPLES: { readonly [K in ChangeKind]: ChangeOf<K>['detail'] } = {
  price: { kind: 'price', from: price(10_000), to: price(8_000), percent: -20 },
  list_price: { kind: 'list_price', from: null, to: price(12_000, 'list') },
  promotion_started: { kind: 'promotion_started', promotion }, promotion_ended: { kind: 'promotion_ended', promotion },
  promotion_extended: { kind: 'promotion_extended', promotion, endedAt: at(24) },
  promotion_changed: { kind: 'promotion_changed', from: promotion, to: { ...promotion, label: '满300减60', params: { thresholdMinor: 30_000, offMinor: 6_000 } } },
  unit_price: { kind: 'unit_price', from: { money: price(120).money, per: 100, unit: 'g' }, to: { money: price(150).money, per: 100, unit: 'g' }, percent: 25 },
  to_pay: { kind: 'to_pay', quantity: 2, audience: '88VIP', from: price(20_000).money, to: price(15_000).money, percent: -25, by: ['满300减50', '88VIP 95折'], requiresClaim: true },
  quantity: { kind: 'quantity', offerSku: 'XL', from: 11, to: 3, how: 'lower' },
  condition: { kind: 'condition', from: 'new', to: 'refurbished' },
  seller: { kind: 'seller', from: { id: 's1', name: 'Acme' }, to: { name: 'Beta <b>Shop</b>' }, fromPrice: price(1_990), toPrice: price(1_890) },
  shipping: { kind: 'shipping', from: price(499).money, to: price(0).money },
  variant_added: { kind: 'variant_added', offers: [{ sku: 'red-l', options: { Colour: 'red', Size: 'L' }, price: price(1_990), availability: 'in_stock' }, { sku: 'blue-l', options: {} }], total: 3 },
  variant_removed: { kind: 'variant_removed', offers: [{ sku: 'red-s', options: { Colour: 'red', Size: 'S' } }], total: 1 },
  listing_moved: { kind: 'listing_moved', url: { from: 'https://shop.example/lamps/p1', to: 'https://shop.example/sale/p1' }, category: { from: ['Home', 'Lamps'], to: ['Home', 'Sale'] } },
  brand: { kind: 'brand', from: null, to: 'Lumo' },
  attributes: { kind: 'attributes', edits: [{ name: 'Colour', from: 'red', to: 'blue' }, { name: 'Weight', from: null, to: '2 kg' }, { name: 'Power', from: '5 W', to: null }], more: 1 },
  new_reviews: { kind: 'new_reviews', count: 12, mean: { value: 3.9, scale: 5 }, stars: [1, 0, 2, 4, 5] },
  sponsored_share: { kind: 'sponsored_share', places: 20, from: { ads: 2, products: [{ productId: 'x', title: 'Rival lamp' }] }, to: { ads: 5, products: [{ productId: 'x', title: 'Rival lamp' }, { productId: 'y', title: 'New rival' }] } },
  flapping: { kind: 'flapping', what: 'stock', between: ['in_stock', 'out_of_stock'], times: 4, since: at(0) },
  stock: { kind: 'stock', offerSku: 'XL', from: 'in_stock', to: 'out_of_stock' },
  listing_appeared: { kind: 'listing_appeared', price: price(9_900, 'conditional'), availability: 'preorder' },
  listing_disappeared: { kind: 'listing_disappeared', lastSeenAt: at(0), how: 'gone' },
  listing_returned: { kind: 'listing_returned', missingSince: at(0), price: price(9_900) },
  title: { kind: 'title', from: 'Desk lamp', to: 'Desk lamp <b>Pro</b> & more' },
  images: { kind: 'images', added: ['https://i.example/b.jpg'], removed: [], mainChanged: true },
  description: { kind: 'description', from: 'old words', to: 'new words' },
  rating: { kind: 'rating', from: { value: 4.5, scale: 5 }, to: { value: 4.1, scale: 5 } },
  star_mix: { kind: 'star_mix', from: { stars: [4, 6, 10, 30, 50], unit: 'count' }, to: { stars: [12, 8, 10, 28, 42], unit: 'percent' } },
  review_count: { kind: 'review_count', from: { value: 90_000, lowerBound: false }, to: { value: 100_000, lowerBound: true } },
  negative_reviews: { kind: 'negative_reviews', reviews: [{ id: brand('rvw_1'), rating: { value: 1, scale: 5 }, text: 'Broke after a day', createdAt: at(1), skuText: 'red' }, { id: brand('rvw_2'), text: '很差' }] },
  search_rank: { kind: 'search_rank', productId: 'own', from: 1, to: 3, pagePosition: 4, overtakenBy: [{ productId: 'x', title: 'Rival lamp', sponsored: true }] },
  page_text: { kind: 'page_text', diff: '@@ -1 +1 @@\n-The fee is 5%.\n+The fee is <6%>.\n', added: 1, removed: 1 },
  reading_broken: { kind: 'reading_broken', fields: ['price'], moved: [{ field: 'availability', from: 'json-ld', to: 'text', fromPlace: 'offers.availability', toPlace: 'p.stock' }], examples: ['https://shop.example/p1'] },
  reading_recovered: { kind: 'reading_recovered' },
  source_blocked: { kind: 'source_blocked', outcome: 'challenge', examples: ['https://shop.example/p1'] },
  source_recovered: { kind: 'source_recovered' },
  channel_off: { kind: 'channel_off', channel: 'team', why: 'permanent', failingSince: at(1), answer: '404 no_service', fallback: 'mail' },
  channel_recovered: { kind: 'channel_recovered', channel: 'team' },
  trouble_began: { kind: 'trouble_began', trouble: 'queue_grows', about: 'crawl', since: at(1), figure: 900 },
  trouble_lasts: { kind: 'trouble_lasts', trouble: 'crawls_fail', about: 'shop', since: at(1), figure: 3, example: 'https://shop.example/p1', times: 2 },
  trouble_over: { kind: 'trouble_over', trouble: 'nothing_runs', about: 'rivalwatch', since: at(1) },
};

export function alertOf(kind: ChangeKind, more: Partial<Alert> = {}): Alert {
  return {
    id: brand('alr_1'), episodeId: brand('epi_1'), ruleId: brand('price-drop'), severity: 'warning', moment: 'fired', change: change(2, SAMPLES[kind]),
    reason: { baseline: 'previous' }, at: at(2), channels: [brand('team')], ...more,
  };
}

/** An alert on the first price, with everything in it. */
export const PRICE_ALERT: Alert = alertOf('price', {
  reason: { baseline: 'previous', from: price(10_000).money, to: price(8_000).money, percent: -20, threshold: '5%', replaced: 2 }, product: PRODUCT,
});

/** The same with whose offer it is, how sure the reading is, and what is advised. */
export const ADVISED_ALERT: Alert = {
  ...PRICE_ALERT, offer: { seller: 'Beta <b>Shop</b>', sku: 'L-100', confidence: 0.974 },
  advice: { advice: { kind: 'lower_price', from: price(9_500).money, to: price(8_000).money }, reason: 'The lowest comparable rival asks $80.00.', language: 'en' },
};
