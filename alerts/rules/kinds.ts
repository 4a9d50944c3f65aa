import type { Rule } from '../../config/types.ts';
import { promotionBegin } from '../changes/promotions.ts';
import type { Change, ChangeDetail, ChangeKind } from '../../model/change.ts';
import { factId, type EpisodeId } from '../../model/ids.ts';
import type { CompiledRule } from './compiled.ts';

/** Which kind a kind is the end of; null = of none. */
export const ENDS: Readonly<Record<ChangeKind, ChangeKind | null>> = {
  promotion_ended: 'promotion_started', listing_returned: 'listing_disappeared', reading_recovered: 'reading_broken', source_recovered: 'source_blocked', channel_recovered: 'channel_off',
  trouble_over: 'trouble_began',
  price: null, list_price: null, promotion_started: null, promotion_extended: null, stock: null, flapping: null, listing_appeared: null, listing_disappeared: null,
  promotion_changed: null, unit_price: null, to_pay: null, quantity: null, condition: null, seller: null, shipping: null, variant_added: null, variant_removed: null,
  listing_moved: null, brand: null, attributes: null, new_reviews: null, sponsored_share: null,
  title: null, images: null, description: null, rating: null, review_count: null, star_mix: null, negative_reviews: null, search_rank: null, page_text: null,
  reading_broken: null, source_blocked: null, channel_off: null, trouble_began: null, trouble_lasts: null,
};

/** The episode that a change belongs to under a rule: one per rule, subject and aspect. */
export function episodeOf(compiled: CompiledRule, change: Change): { readonly id: EpisodeId; readonly aspect: string } {
  const aspect = aspectFor(compiled, change.detail);
  return { id: factId('episode', compiled.rule.id, change.subjectId, aspect), aspect };
}

/** What tells the episodes of the rule about one subject apart. All that is about where the price stands is one, whatever brought it there. */
export function aspectFor(compiled: CompiledRule, detail: ChangeDetail): string {
  return standingAspect(compiled, detail) ?? (isOfAnother(compiled, detail.kind) ? 'price|page|' : aspectOf(detail));
}

/** The aspect of a rule about where the price stands, for what brings a price, or takes it to and fro; undefined: that of the change itself. */
export function standingAspect({ rule, stands }: CompiledRule, detail: ChangeDetail): 'own_price' | 'stands' | undefined {
  const flaps = detail.kind === 'flapping' && detail.what === 'price';
  if (!stands || !(flaps || bringsPrice(rule, detail.kind))) return undefined;
  return rule.baseline.kind === 'own_price' && !rule.when ? 'own_price' : 'stands';
}

/**
 * Kinds of change after which a listing's price may stand elsewhere, or nowhere: a rival that is gone undercuts nobody, one that comes may do it from the start, and
 * another seller asks another price. A rule that names changes of seller is told of them as such.
 */
export function bringsPrice({ on }: Rule, kind: ChangeKind): boolean {
  return kind === 'price' || kind === 'listing_appeared' || kind === 'listing_disappeared' || kind === 'listing_returned' || (kind === 'seller' && !on.includes('seller'));
}

/** To a rule about how prices move, another seller is another price: nothing that it has counted up to now is his. One that names changes of seller is told of them as such. */
export function isOfAnother({ rule, clauses, stands }: CompiledRule, kind: ChangeKind): boolean {
  return kind === 'seller' && clauses.length > 0 && !stands && !rule.on.includes('seller');
}

/** What tells the episodes of one rule and subject apart. Kinds that open and close one episode share its aspect. */
function aspectOf(detail: ChangeDetail): string {
  switch (detail.kind) {
    case 'price': return `price|${detail.to.kind}|${detail.offerSku ?? ''}`;
    case 'stock': return `stock|${detail.offerSku ?? ''}`;
    // What goes to and fro is in neither state: it ends what was told of one of them.
    case 'flapping': return detail.what === 'stock' ? 'stock|' : 'price|page|';
    case 'quantity': return `quantity|${detail.offerSku ?? ''}`;
    case 'to_pay': return `to_pay|${detail.quantity}|${detail.audience ?? ''}`;
    // With other numbers it is the same promotion: it is over when it ends.
    case 'promotion_changed': return `promotion|${promotionBegin(detail.from)}`;
    case 'promotion_started': case 'promotion_ended': case 'promotion_extended': return `promotion|${promotionBegin(detail.promotion)}`;
    case 'listing_appeared': case 'listing_disappeared': case 'listing_returned': return 'presence';
    case 'search_rank': return `rank|${detail.productId}`;
    case 'reading_broken': case 'reading_recovered': return 'reading';
    case 'source_blocked': case 'source_recovered': return 'source';
    case 'channel_off': case 'channel_recovered': return `channel|${detail.channel}`;
    case 'trouble_began': case 'trouble_lasts': case 'trouble_over': return `trouble|${detail.trouble}|${detail.about}`;
    case 'unit_price': case 'condition': case 'seller': case 'shipping': case 'variant_added': case 'variant_removed': case 'listing_moved': case 'brand':
    case 'attributes': case 'new_reviews': case 'sponsored_share':
    case 'list_price': case 'title': case 'images': case 'description': case 'rating': case 'review_count': case 'star_mix': case 'negative_reviews': case 'page_text': return detail.kind;
    default: return detail satisfies never;
  }
}
