import type { Promotion } from '../../model/promotion.ts';
import { known, type Evidence, type Reading } from '../../model/reading.ts';
import { SAME, settled, type Compare, type Difference } from './compare.ts';
import { normalText, shorten } from './text.ts';

/** An end read from a countdown moves by seconds with every crawl. */
const SAME_END_MS = 10 * 60_000;
/** Characters of the words that are shown as proof. */
const MOST_RAW = 200;

/** Promotions started, ended and extended. A page whose promotions are unknown ends none. */
export const comparePromotions: Compare = ({ before, after }) => {
  const [old, now] = [settled(before.promotions), settled(after.promotions)];
  if (!old || !now) return SAME;
  const [was, is] = [byKey(old.value ?? []), byKey(now.value ?? [])];
  // The proof of one that began is its own words, of one that ended what is left on the page.
  const proof = (promotion: Promotion): Evidence => ({ ...now.evidence, raw: promotion.label });
  const left = [...is.values()].map((promotion) => promotion.label).join(' · ');
  const evidence = left === '' ? now.evidence : { ...now.evidence, raw: shorten(left, MOST_RAW) };
  const differences: Difference[] = [];
  for (const [aspect, promotion] of is) {
    const earlier = was.get(aspect);
    if (!earlier) differences.push({ detail: { kind: 'promotion_started', promotion }, aspect, evidence: proof(promotion) });
    else if (endMoved(earlier, promotion)) differences.push({ detail: { kind: 'promotion_extended', promotion, endedAt: earlier.endsAt }, aspect, evidence: proof(promotion) });
  }
  for (const [aspect, promotion] of was) {
    if (!is.has(aspect)) differences.push({ detail: { kind: 'promotion_ended', promotion }, aspect, evidence });
  }
  return { differences, ...remembered(was, is, after.promotions) };
};

/** What makes two promotions the same one: mechanic, numbers, layer and audience; of one that was not understood, its words. */
export function promotionKey(promotion: Promotion): string {
  if (promotion.mechanic === 'unrecognised') return `text|${normalText(promotion.label).toLowerCase()}`;
  const params = Object.entries(promotion.params).filter(([, value]) => value !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [promotion.mechanic, promotion.layer, promotion.audience ?? '', JSON.stringify(params)].join('|');
}

/** By key; of two with one key the one that ends last. */
function byKey(promotions: readonly Promotion[]): ReadonlyMap<string, Promotion> {
  const map = new Map<string, Promotion>();
  for (const promotion of promotions) {
    const key = promotionKey(promotion);
    const other = map.get(key);
    if (!other || (promotion.endsAt?.getTime() ?? 0) > (other.endsAt?.getTime() ?? 0)) map.set(key, promotion);
  }
  return map;
}

function endMoved(from: Promotion, to: Promotion): from is Promotion & { readonly endsAt: Date } {
  return from.endsAt !== undefined && to.endsAt !== undefined && Math.abs(to.endsAt.getTime() - from.endsAt.getTime()) > SAME_END_MS;
}

/** An end that was told once stays known while the promotion runs, and does not creep with a countdown. */
function remembered(was: ReadonlyMap<string, Promotion>, is: ReadonlyMap<string, Promotion>, reading: Reading<readonly Promotion[]>): Pick<ReturnType<Compare>, 'accept'> {
  if (reading.state !== 'known') return {};
  const merged = [...is].map(([key, promotion]) => {
    const earlier = was.get(key);
    return earlier?.endsAt && !endMoved(earlier, promotion) ? { ...promotion, endsAt: earlier.endsAt } : promotion;
  });
  return { accept: { promotions: known(merged, reading.evidence, reading.confidence) } };
}
