import type { Price } from '../../model/listing.ts';
import { percentChange, sameCurrency } from '../../model/money.ts';
import { SAME, type Compare } from './compare.ts';

/** The price the page shows, against the last one of the same kind, variant, seller and currency. A deposit (定金) is no price. */
export const comparePrice: Compare = ({ after, prices, sameOffer }) => {
  if (after.price.state !== 'known' || after.price.value.kind === 'deposit' || !sameOffer) return SAME;
  const to = after.price.value;
  const last = prices[to.kind];
  if (!last || !priceMoved(last.price, to)) return SAME;
  return {
    differences: [{
      detail: { kind: 'price', from: last.price, to, percent: pricePercent(last.price, to) },
      evidence: after.price.evidence, fromVersion: last.versionId,
    }],
  };
};

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
