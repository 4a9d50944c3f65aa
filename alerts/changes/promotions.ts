import type { Promotion } from '../../model/promotion.ts';
import { known, type Evidence, type Reading } from '../../model/reading.ts';
import { SAME, settled, type Compare, type Difference } from './compare.ts';
import { isDoubtfulSilence } from './silence.ts';
import { normalText, shorten } from './text.ts';

/** An end read from a countdown moves by seconds with every crawl. */
const SAME_END_MS = 10 * 60_000;
/** Characters of the words that are shown as proof. */
const MOST_RAW = 200;

/** Promotions started, ended, extended, and those that go on with other numbers. A page whose promotions are unknown ends none. */
export const comparePromotions: Compare = ({ before, after }) => {
  if (isDoubtfulSilence({ before, after }, 'promotions')) return { differences: [], keep: true };
  const [old, now] = [settled(before.promotions), settled(after.promotions)];
  if (!old || !now) return SAME;
  const [was, shown] = [byKey(old.value ?? []), byKey(now.value ?? [])];
  const renewed = renewals(was, shown);
  const is = withBegin(was, shown, renewed);
  // The proof of one that began is its own words, of one that ended what is left on the page.
  const proof = (promotion: Promotion): Evidence => ({ ...now.evidence, raw: promotion.label });
  const left = [...is.values()].map((promotion) => promotion.label).join(' · ');
  const evidence = left === '' ? now.evidence : { ...now.evidence, raw: shorten(left, MOST_RAW) };
  const replaced = new Set(renewed.values());
  const differences: Difference[] = [];
  for (const [aspect, promotion] of is) {
    const earlier = was.get(aspect);
    const former = renewed.get(aspect);
    if (former) differences.push({ detail: { kind: 'promotion_changed', from: former, to: promotion }, aspect, evidence: proof(promotion) });
    else if (!earlier) differences.push({ detail: { kind: 'promotion_started', promotion }, aspect, evidence: proof(promotion) });
    else if (endMoved(earlier, promotion)) differences.push({ detail: { kind: 'promotion_extended', promotion, endedAt: earlier.endsAt }, aspect, evidence: proof(promotion) });
  }
  for (const [aspect, promotion] of was) {
    if (!is.has(aspect) && !replaced.has(promotion)) differences.push({ detail: { kind: 'promotion_ended', promotion }, aspect, evidence });
  }
  return { differences, ...remembered(was, is, after.promotions) };
};

/** What makes two promotions the same one: mechanic, numbers, layer and audience; of one that was not understood, its words. */
export function promotionKey(promotion: Promotion): string {
  if (promotion.mechanic === 'unrecognised') return `text|${normalText(promotion.label).toLowerCase()}`;
  const params = Object.entries(promotion.params).filter(([, value]) => value !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [promotion.mechanic, promotion.layer, promotion.audience ?? '', JSON.stringify(params)].join('|');
}

/** What a promotion is known by from its begin to its end, also when its numbers change meanwhile. */
export function promotionBegin(promotion: Promotion): string {
  return promotion.beganAs ?? promotionKey(promotion);
}

function withBegin(was: ReadonlyMap<string, Promotion>, is: ReadonlyMap<string, Promotion>, renewed: ReadonlyMap<string, Promotion>): ReadonlyMap<string, Promotion> {
  return new Map([...is].map(([key, promotion]) => {
    const former = renewed.get(key) ?? was.get(key);
    const beganAs = former && promotionBegin(former);
    return [key, beganAs === undefined || beganAs === key ? promotion : { ...promotion, beganAs }];
  }));
}

/**
 * Promotions that go on with other numbers or another code, by their new key: of one mechanic, layer, audience and scope. Those that share their code or
 * their condition (from 300 on, two pieces) belong together first; then the rest, from the lowest condition on. What was not understood has no numbers.
 */
function renewals(was: ReadonlyMap<string, Promotion>, is: ReadonlyMap<string, Promotion>): ReadonlyMap<string, Promotion> {
  const gone = inOrder([...was].filter(([key]) => !is.has(key)));
  const fresh = inOrder([...is].filter(([key]) => !was.has(key)));
  const found = new Map<string, Promotion>();
  const taken = new Set<string>();
  for (const alike of [sameCode, sameCondition, sameFamily]) {
    for (const [key, promotion] of fresh) {
      if (found.has(key)) continue;
      const match = gone.find(([earlier, former]) => !taken.has(earlier) && sameFamily(former, promotion) && alike(former, promotion));
      if (!match) continue;
      taken.add(match[0]);
      found.set(key, match[1]);
    }
  }
  return found;
}

function inOrder(promotions: readonly (readonly [string, Promotion])[]): readonly (readonly [string, Promotion])[] {
  const condition = ({ params }: Promotion): number => params.thresholdMinor ?? params.minQty ?? params.nth ?? 0;
  return promotions.toSorted(([keyA, a], [keyB, b]) => condition(a) - condition(b) || (keyA < keyB ? -1 : 1));
}

function sameFamily(a: Promotion, b: Promotion): boolean {
  return a.mechanic !== 'unrecognised' && a.mechanic === b.mechanic && a.layer === b.layer && a.audience === b.audience && a.scope === b.scope;
}

function sameCode(a: Promotion, b: Promotion): boolean {
  return a.params.code !== undefined && a.params.code === b.params.code;
}

function sameCondition({ params: a }: Promotion, { params: b }: Promotion): boolean {
  const steps = ['thresholdMinor', 'minQty', 'nth', 'qty', 'buy', 'member'] as const;
  return steps.some((name) => a[name] !== undefined) && steps.every((name) => a[name] === b[name]);
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
