import type { ChangeOf } from '../../model/change.ts';
import type { Price } from '../../model/listing.ts';
import { percentChange, sameCurrency } from '../../model/money.ts';
import type { PriceHistory } from '../../model/price-history.ts';
import { statedPrices } from '../../model/shown-prices.ts';
import { SAME, type Compare, type Difference } from './compare.ts';
import { discountOf, heldBefore } from './discount.ts';

/**
 * The price the page shows, and the prices with conditions that its data name beside it, each against the last one of the same kind, variant, seller and
 * currency. A deposit (定金) is no price.
 */
export const comparePrice: Compare = ({ after, prices, history, sameOffer, at }) => {
  const { price } = after;
  if (price.state !== 'known' || !sameOffer) return SAME;
  const differences = [price.value, ...statedPrices(price)].flatMap((to, index): Difference[] => {
    const last = prices[to.kind];
    if (!last || to.kind === 'deposit' || !priceMoved(last.price, to)) return [];
    const percent = pricePercent(last.price, to);
    return [{
      detail: { kind: 'price', from: last.price, to, percent, ...judged(history[to.kind] ?? [], percent, to, at) },
      evidence: price.evidence, fromVersion: last.versionId, ...(index === 0 ? {} : { aspect: to.kind }),
    }];
  });
  return { differences };
};

/** What is known of the prices before says what a fall is worth, and whether the price was there already. */
function judged(history: PriceHistory, percent: number, { money }: Price, at: Date): Pick<ChangeOf<'price'>['detail'], 'discount' | 'returned'> {
  const discount = percent < 0 ? discountOf(history, money, at) : undefined;
  const returned = heldBefore(history, money, at);
  return { ...(discount ? { discount } : {}), ...(returned ? { returned } : {}) };
}

/** True when both are prices of one kind and currency and an amount differs. */
export function priceMoved(from: Price, to: Price): boolean {
  if (!comparable(from, to)) return false;
  return from.money.minor !== to.money.minor || (from.max !== undefined && to.max !== undefined && from.max.minor !== to.max.minor);
}

/** Per cent by which the price moved: of a range its low end, or its high end when only that moved. A thing that was free counts as 100 %. */
export function pricePercent(from: Price, to: Price): number {
  const onlyMax = from.money.minor === to.money.minor && from.max !== undefined && to.max !== undefined;
  return (onlyMax ? percentChange(from.max, to.max) : percentChange(from.money, to.money)) ?? 100;
}

/** Kind and currency agree (law 4; variant and seller are the caller's to compare). */
export function comparable(from: Price, to: Price): boolean {
  return from.kind === to.kind && sameCurrency(from.money, to.money);
}
