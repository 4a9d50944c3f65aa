import type { Alert } from '../../model/alert.ts';
import type { Change, ChangeDetail } from '../../model/change.ts';
import type { Money } from '../../model/money.ts';
import { withPoint } from '../../model/price-history.ts';
import { badShare } from '../../model/star-mix.ts';
import { promotionBegin } from '../changes/promotions.ts';

/** What later changes made of what an alert tells. moved: its price is another now. undone: it is back where it was, or beyond, or gone. */
export type Meanwhile = { readonly kind: 'holds' | 'undone' } | { readonly kind: 'moved'; readonly to: Money; readonly at: Date };

/**
 * What became of an alert by the changes of its subject since, whether or not a rule speaks of those: a fall of a price says nothing of the rise after it. Pure.
 * What is told of a line (the own price, the usual one) is over when its episode is; of it only the price of now is asked here.
 */
export function meanwhileOf({ change, reason, moment }: Alert, changes: readonly Change[]): Meanwhile {
  const { detail: told } = change;
  const thing = thingOf(told);
  const later = changes.filter((one) => one.subjectId === change.subjectId && one.at > change.at && thing !== undefined && thingOf(one.detail) === thing);
  const last = later.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  if (!last) return { kind: 'holds' };
  const newest = last.detail;
  const stepwise = reason.baseline === 'previous' || reason.baseline === 'last_alerted';
  if (moment === 'fired' && stepwise && isUndone(startOf(told, reason.from), newest)) return { kind: 'undone' };
  const moved = told.kind === 'price' && newest.kind === 'price' && !newest.to.max && newest.to.money.currency === told.to.money.currency && newest.to.money.minor !== told.to.money.minor;
  return moved ? { kind: 'moved', to: newest.to.money, at: last.at } : { kind: 'holds' };
}

/** The alert with the price of now, in its picture as well. */
export function withNow(alert: Alert, { to, at }: Extract<Meanwhile, { kind: 'moved' }>): Alert {
  const { history, change: { detail } } = alert;
  const goesOn = detail.kind === 'price' && history?.at(-1)?.money.minor === detail.to.money.minor;
  return { ...alert, byNow: to, ...(goesOn ? { history: withPoint(history, { at, money: to }) } : {}) };
}

/** Counted from where the rule counted. */
function startOf(told: ChangeDetail, from: Money | undefined): ChangeDetail {
  return told.kind === 'price' && from ? { ...told, from: { ...told.from, money: from } } : told;
}

/** What a change is about, where a later one can take it back; undefined where each stands for itself. */
function thingOf(detail: ChangeDetail): string | undefined {
  switch (detail.kind) {
    case 'price': return `price ${detail.to.kind} ${detail.offerSku ?? ''}`;
    case 'stock': case 'quantity': return `${detail.kind} ${detail.offerSku ?? ''}`;
    case 'to_pay': return `to_pay ${detail.quantity} ${detail.audience ?? ''}`;
    case 'search_rank': return `rank ${detail.productId}`;
    case 'listing_appeared': case 'listing_disappeared': case 'listing_returned': return 'presence';
    case 'promotion_changed': return `promotion ${promotionBegin(detail.from)}`;
    case 'promotion_started': case 'promotion_extended': case 'promotion_ended': return `promotion ${promotionBegin(detail.promotion)}`;
    case 'list_price': case 'unit_price': case 'condition': case 'seller': case 'shipping': case 'title': case 'brand': case 'rating': case 'review_count': case 'star_mix': return detail.kind;
    default: return undefined;
  }
}

/** Whether the newest change leaves nothing of what was told. */
function isUndone(told: ChangeDetail, newest: ChangeDetail): boolean {
  const [was, is] = [isThere(told), isThere(newest)];
  if (was !== undefined && is !== undefined) return was !== is;
  if (!('from' in told) || !('to' in newest)) return false;
  const [from, to, now] = [figure(told, 'from'), figure(told, 'to'), figure(newest, 'to')];
  if (from === undefined || to === undefined || now === undefined) return JSON.stringify(newest.to) === JSON.stringify(told.from);
  return Math.sign(now - from) !== Math.sign(to - from);
}

/** Whether a listing or promotion is there after the change. */
function isThere({ kind }: ChangeDetail): boolean | undefined {
  if (kind === 'listing_disappeared' || kind === 'promotion_ended') return false;
  return kind === 'listing_appeared' || kind === 'listing_returned' || kind === 'promotion_started' || kind === 'promotion_changed' || kind === 'promotion_extended' ? true : undefined;
}

/** A side of a change as a number, where it can go up and down. */
function figure(detail: ChangeDetail, side: 'from' | 'to'): number | undefined {
  switch (detail.kind) {
    case 'price': case 'unit_price': return detail[side].money.minor;
    case 'list_price': return detail[side]?.money.minor;
    case 'shipping': return detail[side]?.minor;
    case 'to_pay': return detail[side].minor;
    case 'quantity': return detail[side];
    case 'rating': return detail[side].value / detail[side].scale;
    case 'review_count': return detail[side].value;
    case 'star_mix': return badShare(detail[side]);
    case 'search_rank': return detail[side] ?? Number.MAX_SAFE_INTEGER;
    default: return undefined;
  }
}
