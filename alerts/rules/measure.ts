import type { Threshold } from '../../model/comparison.ts';
import type { ChangeDetail } from '../../model/change.ts';
import type { Availability } from '../../model/listing.ts';
import { badShare } from '../../model/star-mix.ts';
import { percentChange, sameCurrency, type Money } from '../../model/money.ts';

/** A movement in figures. `way` none = it has no up and down, and no threshold can be put to it. */
export interface Movement {
  readonly way: 'up' | 'down' | 'none';
  readonly from?: Money;
  readonly to?: Money;
  readonly percent?: number;
}

/** Which way a change went and how far, from its own two sides. For a search rank, up is a better place. */
export function movementOf(detail: ChangeDetail): Movement {
  switch (detail.kind) {
    case 'price': return detail.from.money.minor === detail.to.money.minor && detail.from.max && detail.to.max ? betweenMoney(detail.from.max, detail.to.max) : betweenMoney(detail.from.money, detail.to.money);
    case 'list_price': return betweenEnds(detail.from?.money, detail.to?.money);
    case 'shipping': return betweenEnds(detail.from ?? undefined, detail.to ?? undefined);
    case 'to_pay': return betweenMoney(detail.from, detail.to);
    case 'unit_price': return { ...betweenNumbers(0, detail.percent), percent: detail.percent };
    case 'quantity': return betweenNumbers(detail.from, detail.to);
    case 'sponsored_share': return betweenNumbers(detail.from.ads, detail.to.ads);
    case 'rating': return betweenNumbers(detail.from.value / detail.from.scale, detail.to.value / detail.to.scale);
    case 'review_count': return betweenNumbers(detail.from.value, detail.to.value);
    case 'star_mix': return betweenShares(badShare(detail.from), badShare(detail.to));
    case 'search_rank': return { way: gained(detail) ? 'up' : 'down' };
    case 'stock': return { way: stockWay(detail.from, detail.to) };
    case 'promotion_started': case 'promotion_ended': case 'promotion_extended': case 'listing_appeared': case 'listing_disappeared':
    case 'promotion_changed': case 'condition': case 'seller': case 'variant_added': case 'variant_removed': case 'listing_moved': case 'brand': case 'attributes': case 'new_reviews':
    case 'listing_returned': case 'title': case 'images': case 'description': case 'negative_reviews': case 'page_text':
    case 'reading_broken': case 'reading_recovered': case 'source_blocked': case 'source_recovered': case 'channel_off': case 'channel_recovered':
    case 'trouble_began': case 'trouble_lasts': case 'trouble_over': case 'flapping':
      return { way: 'none' };
    default: return detail satisfies never;
  }
}

/** Of an amount that begins or ends only one side is known. */
function betweenEnds(from: Money | undefined, to: Money | undefined): Movement {
  if (from && to) return betweenMoney(from, to);
  return { way: to ? 'up' : 'down', ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

export function betweenMoney(from: Money, to: Money): Movement {
  const percent = percentChange(from, to);
  return { way: wayOf(from.minor, to.minor), from, to, ...(percent === undefined ? {} : { percent }) };
}

function betweenNumbers(from: number, to: number): Movement {
  return { way: wayOf(from, to), ...(from > 0 ? { percent: ((to - from) / from) * 100 } : {}) };
}

/** Shares move by points of a hundred: from 4 to 9 per cent is five. */
function betweenShares(from: number, to: number): Movement {
  return { way: wayOf(from, to), percent: to - from };
}

function wayOf(from: number, to: number): Movement['way'] {
  if (from === to) return 'none';
  return to > from ? 'up' : 'down';
}

function gained({ from, to }: Extract<ChangeDetail, { kind: 'search_rank' }>): boolean {
  return to !== null && (from === null || to < from);
}

/** Something that can be ordered now, a preorder too. */
export function buyable(availability: Availability): boolean {
  return availability === 'in_stock' || availability === 'low' || availability === 'preorder';
}

function stockWay(from: Availability, to: Availability): Movement['way'] {
  if (buyable(from) === buyable(to)) return 'none';
  return buyable(to) ? 'up' : 'down';
}

/**
 * True when the movement is at least as large as the threshold. An amount of money is only compared with money of its currency.
 * What has no figures (a list price that begins, a price that was zero) passes: there is no share of nothing.
 */
export function reaches(threshold: Threshold | undefined, { from, to, percent }: Movement): boolean {
  if (!threshold) return true;
  if (threshold.kind === 'percent') return percent === undefined || Math.abs(percent) >= threshold.percent - 1e-9;
  if (!from || !to) return from !== undefined || to !== undefined;
  return sameCurrency(from, threshold.money) && sameCurrency(from, to) && Math.abs(to.minor - from.minor) >= threshold.money.minor;
}
