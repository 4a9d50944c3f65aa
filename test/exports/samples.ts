import type { Alert, AlertReason } from '../../model/alert.ts';
import type { Recommendation } from '../../model/advice.ts';
import { CHANGE_KINDS, type Change, type ChangeDetail, type ChangeKind } from '../../model/change.ts';
import { brand, factId, listingId, listingSubject, type BlobHash, type ChannelId, type RuleId, type Sku } from '../../model/ids.ts';
import type { Price } from '../../model/listing.ts';
import type { Promotion } from '../../model/promotion.ts';
import { crawlOf, EVIDENCE, SOURCE, TARGET, time, usd } from '../storage/support.ts';

const price = (minor: number): Price => ({ kind: 'page', money: usd(minor) });
const promotion: Promotion = { label: '20% off', mechanic: 'full_discount', layer: 'shop', params: { payRatio: 0.8, minQty: 2, upTo: true }, endsAt: time(600), audience: 'members' };
const texts = { from: 'old', to: 'new' };

const DETAILS: { readonly [K in ChangeKind]: Extract<ChangeDetail, { kind: K }> } = {
  price: { kind: 'price', offerSku: 'red', from: price(2_000), to: { kind: 'range', money: usd(1_500), max: usd(1_900) }, percent: -25, discount: { lowest: usd(1_600), real: true, knownDays: 30, raised: { from: usd(1_700), to: usd(2_000), daysBefore: 9 } }, returned: { from: time(0), until: time(1) } },
  list_price: { kind: 'list_price', from: price(3_000), to: null },
  promotion_started: { kind: 'promotion_started', promotion }, promotion_ended: { kind: 'promotion_ended', promotion: { ...promotion, mechanic: 'unrecognised' } },
  promotion_extended: { kind: 'promotion_extended', promotion, endedAt: time(1) },
  promotion_changed: { kind: 'promotion_changed', from: promotion, to: { ...promotion, params: { ...promotion.params, payRatio: 0.7 } } },
  unit_price: { kind: 'unit_price', from: { money: usd(120), per: 100, unit: 'g' }, to: { money: usd(150), per: 100, unit: 'g' }, percent: 25 },
  to_pay: { kind: 'to_pay', quantity: 2, audience: '88VIP', from: usd(2_000), to: usd(1_500), percent: -25, by: ['20% off'], requiresClaim: true },
  quantity: { kind: 'quantity', offerSku: 'red', from: 11, to: 3, how: 'lower' }, condition: { kind: 'condition', from: null, to: 'used' },
  seller: { kind: 'seller', from: { id: 's1', name: 'Acme' }, to: null, fromPrice: price(1) }, shipping: { kind: 'shipping', from: usd(499), to: null },
  variant_added: { kind: 'variant_added', offers: [{ sku: 'red', options: { colour: 'red' }, price: price(1), listPrice: usd(2), availability: 'low', quantity: 2, selected: true }], total: 1 },
  variant_removed: { kind: 'variant_removed', offers: [], total: 60 },
  listing_moved: { kind: 'listing_moved', url: texts, category: { from: ['a'], to: ['b', 'c'] } }, brand: { kind: 'brand', from: null, to: 'Lumo' },
  attributes: { kind: 'attributes', edits: [{ name: 'colour', from: 'red', to: null }], more: 0 }, new_reviews: { kind: 'new_reviews', count: 2, mean: { value: 4, scale: 5 }, stars: [0, 0, 1, 0, 1] },
  sponsored_share: { kind: 'sponsored_share', places: 20, from: { ads: 0, products: [] }, to: { ads: 1, products: [{ productId: 'x', title: 'X' }] } },
  flapping: { kind: 'flapping', what: 'price', between: ['10.00 USD', '12.00 USD'], times: 4, since: time(2) },
  stock: { kind: 'stock', from: 'in_stock', to: 'out_of_stock' }, listing_appeared: { kind: 'listing_appeared', price: price(1), availability: 'low' },
  listing_disappeared: { kind: 'listing_disappeared', lastSeenAt: time(2), how: 'gone' }, listing_returned: { kind: 'listing_returned', missingSince: time(2), price: price(1) },
  title: { kind: 'title', ...texts }, description: { kind: 'description', ...texts, edits: [{ before: 'a', removed: 'b', added: '', after: 'c' }], more: 2 }, images: { kind: 'images', added: ['https://a.example/1.jpg'], removed: [], mainChanged: true, seen: true },
  rating: { kind: 'rating', from: { value: 4.5, scale: 5 }, to: { value: 4.4, scale: 5 } }, star_mix: { kind: 'star_mix', from: { stars: [4, 6, 10, 30, 50], unit: 'percent' }, to: { stars: [9, 6, 10, 30, 50], unit: 'count' } }, review_count: { kind: 'review_count', from: { value: 10, lowerBound: false }, to: { value: 100_000, lowerBound: true } },
  negative_reviews: { kind: 'negative_reviews', reviews: [{ id: factId('review', 1), text: '质量差', rating: { value: 1, scale: 5 }, createdAt: time(0), skuText: 'red' }] },
  search_rank: { kind: 'search_rank', productId: 'lamp', from: 3, to: null, pagePosition: null, overtakenBy: [{ productId: 'x', title: 'X', sponsored: true }] },
  page_text: { kind: 'page_text', diff: '-a\n+b', added: 1, removed: 1, sentences: { added: ['b'], removed: ['a'] } },
  reading_broken: { kind: 'reading_broken', fields: ['price'], moved: [{ field: 'title', from: 'json-ld', to: 'text' }], examples: ['https://a.example'] }, reading_recovered: { kind: 'reading_recovered', accepted: true },
  source_blocked: { kind: 'source_blocked', outcome: 'challenge', examples: [] }, source_recovered: { kind: 'source_recovered' },
  channel_off: { kind: 'channel_off', channel: 'team', why: 'failing', failingSince: time(5), answer: '503', fallback: 'mail' }, channel_recovered: { kind: 'channel_recovered', channel: 'team' },
  trouble_began: { kind: 'trouble_began', trouble: 'queue_grows', about: 'crawl', since: time(4), figure: 900 },
  trouble_lasts: { kind: 'trouble_lasts', trouble: 'crawls_fail', about: 'shop', since: time(4), figure: 3, example: 'timeout', times: 2 },
  trouble_over: { kind: 'trouble_over', trouble: 'nothing_runs', about: 'rivalwatch', since: time(4) },
};

/** One change of every kind. */
export function sampleChanges(): Change[] {
  return CHANGE_KINDS.map((kind, index) => ({
    id: factId('change', kind), sourceId: SOURCE, targetId: TARGET, subjectId: listingSubject(listingId(SOURCE, 'lamp')), crawlId: crawlOf(1), at: time(index), title: '=HYPERLINK("x")', url: 'https://acme.example/p/lamp',
    ...(index % 2 === 0 ? {} : { listingId: listingId(SOURCE, 'lamp'), fromVersion: factId('version', 1), toVersion: factId('version', 2), evidence: EVIDENCE, archive: brand<BlobHash>('a'.repeat(64)) }),
    detail: DETAILS[kind],
  }));
}

/** An alert with everything an alert can have. */
export function sampleAlert(change: Change): Alert {
  return {
    id: factId('alert', change.id), episodeId: factId('episode', 1), ruleId: brand<RuleId>('price-drop'), severity: 'warning', moment: 'fired', change, at: time(3),
    reason: { baseline: 'own_price', from: usd(2_000), to: usd(1_500), percent: -25, threshold: '5%', replaced: 2, days: 30, already: 'meanwhile', heldFor: 1, side: 'below', again: 'still' } satisfies Required<AlertReason>, channels: [brand<ChannelId>('team')],
    product: { sku: brand<Sku>('L-1'), title: 'Lamp', price: usd(2_100) }, offer: { seller: 'Acme', sku: 'L-100', confidence: 0.9 },
  };
}

/** One recommendation of every kind of advice. */
export function sampleRecommendations(): Recommendation[] {
  const advice: readonly Recommendation['advice'][] = [
    { kind: 'lower_price', from: usd(5_000_000_000), to: usd(4_999_999_999) }, { kind: 'raise_price', from: usd(1), to: usd(2) }, { kind: 'hold_price', price: usd(100), because: 'floor' },
    { kind: 'add_keywords', keywords: ['led'] }, { kind: 'add_images', have: 1, rivalsHave: 5 }, { kind: 'add_attributes', attributes: ['colour'] },
  ];
  return advice.map((item) => ({
    id: factId('recommendation', item.kind), sku: brand<Sku>(`L-${item.kind}`), advice: item, reason: 'Because.', createdAt: time(1), expiresAt: time(9_999), state: 'open',
    inputs: [{ name: 'rival', value: '19.99 USD', listingId: listingId(SOURCE, 'lamp'), versionId: factId('version', 1), url: 'https://acme.example/p/lamp' }],
  }));
}
