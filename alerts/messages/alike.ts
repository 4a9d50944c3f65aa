import type { Alert } from '../../model/alert.ts';
import type { ChangeDetail } from '../../model/change.ts';
import type { Promotion } from '../../model/promotion.ts';
import { promotionKey } from '../changes/promotions.ts';

/** So many listings of a source of which one rule tells the same are told as one thing: a campaign that is over, a category that is sold out. */
export const LEAST_ALIKE = 10;

/**
 * What alerts have in common that tell the same of different listings; undefined where each tells of its own: prices, texts, own products. Pure; the same
 * for all alerts of one rule, moment and source whose words would differ in the listing alone.
 */
export function likenessOf({ ruleId, moment, product, reason: { already, again }, change: { sourceId, detail } }: Alert): string | undefined {
  const what = product ? undefined : samenessOf(detail);
  return what === undefined ? undefined : JSON.stringify([ruleId, moment, sourceId, already, again, what]);
}

/** What changes have in common that are the same of different listings; undefined where each is its own. */
export function samenessOf(detail: ChangeDetail): string | undefined {
  switch (detail.kind) {
    case 'promotion_changed': return `${detail.kind} ${promotionKey(detail.from)} ${promotionKey(detail.to)}`;
    case 'promotion_started': case 'promotion_ended': case 'promotion_extended': return `${detail.kind} ${promotionKey(detail.promotion)}`;
    case 'listing_appeared': case 'listing_disappeared': case 'listing_returned': return detail.kind;
    case 'stock': return detail.offerSku === undefined ? `${detail.kind} ${detail.to}` : undefined;
    default: return undefined;
  }
}

/** The promotion that a change is about, as it is now or was last. */
export function promotionOf(detail: ChangeDetail): Promotion | undefined {
  if (detail.kind === 'promotion_changed') return detail.to;
  return 'promotion' in detail ? detail.promotion : undefined;
}
