import { amountKey, compareAmounts } from '../amount.ts';
import { add, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { BUY_WORD } from '../markup/words.ts';
import type { Mention, PageScan } from '../markup/mention.ts';
import { place } from './place.ts';
import { pricedIn, type Priced, type Seen } from './price-mentions.ts';
import { higherOfTwo, toldApart } from './price-neighbours.ts';
import { pieceAsPrice } from './unit-price-texts.ts';

/** Most texts that are understood of each part of a page. */
const MAX_TEXTS = 80;

/** Of a name so much is looked for in front of an amount. */
const NAME_END = 40;

/** Those nearest to the heading, in the order of the page. */
function nearest(mentions: readonly Mention[], heading: number | undefined): readonly Mention[] {
  if (mentions.length <= MAX_TEXTS) return mentions;
  const start = heading ?? 0;
  const kept = mentions.toSorted((a, b) => Math.abs(a.order - start) - Math.abs(b.order - start)).slice(0, MAX_TEXTS);
  return kept.toSorted((a, b) => a.order - b.order);
}

/** Adds price and list price as the page shows them, told apart by place, words and strike-through. */
export function priceTexts(scan: PageScan, title: Mention | undefined, page: PageContext, into: Candidates): void {
  const heading = title?.order;
  const buttons = scan.buttons.filter((one) => one.region === 'main' && BUY_WORD.test(one.text)).map((one) => one.order);
  const seen: Seen = { buttons, heading, name: title?.text.trim().slice(-NAME_END) ?? '', page, texts: new Map() };
  const near = nearest(scan.prices.filter((mention) => mention.region === 'main'), heading);
  const main = near.flatMap((mention) => pricedIn(mention, seen));
  // Other parts of the page only matter where the main one shows no price: a layout may carry a misleading name.
  const rest = main.some((one) => !one.list && one.score >= 0.4) ? [] : nearest(scan.prices.filter((mention) => mention.region !== 'main'), heading);
  const everywhere = [...main, ...rest.flatMap((mention) => pricedIn(mention, seen))];
  const all = toldApart(isSaidOut(into) ? everywhere.map(ofOthers) : everywhere);
  const counts = new Map<string, Set<string>>();
  for (const { mention, amount } of all) counts.set(kindOf(mention), (counts.get(kindOf(mention)) ?? new Set()).add(amountKey(amount.amount)));
  const first = firstBehind(all, heading);
  // The same kind of place with many different amounts is a list of other articles, or of variants.
  const ranked = all.map((one) => {
    if (isHighEnd(one, all)) return { ...one, score: one.score * 0.5 };
    const listed = (counts.get(kindOf(one.mention))?.size ?? 0) >= 3;
    return { ...one, score: (listed ? one.score * 0.5 : one.score) + (isBesideOldPrice(one, all) ? 0.06 : 0) + (first !== undefined && amountKey(one.amount.amount) === first ? 0.06 : 0) + (higherOfTwo(one, all) ? 0.07 : 0) };
  });
  const now = bestPerAmount(ranked.filter((one) => !one.list && !isPart(one, ranked)));
  const shown = joined(now);
  for (const one of shown.slice(0, 5)) add(into, 'price', one.amount, Math.min(0.8, one.score), place(one.mention));
  const best = shown[0];
  if (best) addList(ranked, best, into);
  if (best) doubtInstalments(seen, best, into);
  if (!best) pieceAsPrice(scan, heading, page, into);
}

/** What a visitor sees as a price for a month and data give as the price are parts of it, where the page shows one many times as high. */
function doubtInstalments({ texts }: Seen, best: Priced, into: Candidates): void {
  const parts = new Set([...texts.values()].flatMap((read) => (read.state === 'known' && read.recurring ? [amountKey(read.amount)] : [])));
  if (parts.size === 0 || best.score < SEEN) return;
  const { price } = into;
  price.splice(0, price.length, ...price.map((one) => (parts.has(amountKey(one.value.amount)) && Number(one.value.amount) * PARTS <= Number(best.amount.amount) ? { ...one, confidence: one.confidence * 0.3 } : one)));
}

/** A price that a visitor surely sees. */
const SEEN = 0.4;
/** The fewest months that a price is paid over. */
const PARTS = 3;

/** True for the upper end of a range whose lower end is part of the words before it: `Range: ₹750 to` `₹1,250`. */
function isHighEnd({ mention, amount }: Priced, all: readonly Priced[]): boolean {
  const low = HIGH_END.exec(mention.before)?.[1]?.replaceAll(/[,\s]/g, '');
  return low !== undefined && Number(low) < Number(amount.amount) && !all.some((other) => Number(other.amount.amount) === Number(low));
}

/** What words of stock are worth that speak of the article itself. */
const OWN_WORDS = 0.5;

/** Words before the upper end of a range. */
const HIGH_END = /(?:[\p{Sc}￥]|Rs\.?) ?(\d[\d.,]{0,12}) ?(?:to|bis|à|a|al|até|do|tot|-|–|—|~|至|到)$/u;

/** Less than any price is taken for. */
const OF_OTHERS = 0.15;

/** True when the page says that its article is sold out. */
function isSaidOut({ availability }: Candidates): boolean {
  const said = availability.filter(({ evidence }) => evidence.method === 'text').toSorted((a, b) => b.confidence - a.confidence)[0];
  return said !== undefined && said.confidence >= OWN_WORDS && (said.value === 'out_of_stock' || said.value === 'delisted');
}

/** On the page of a sold-out article the amounts among others are of those that are offered instead: they are no price. */
function ofOthers(one: Priced): Priced {
  return one.mention.aside || one.mention.region === 'related' ? { ...one, score: Math.min(one.score, OF_OTHERS) } : one;
}

/** True for the whole units of an amount whose cents stand in an element of their own: `£119` of `£119` `.01`. */
function isPart(one: Priced, all: readonly Priced[]): boolean {
  if (one.amount.amount.includes('.') || /[.,]\d/.test(one.mention.text)) return false;
  return all.some(({ mention, amount }) => Math.abs(mention.order - one.mention.order) <= 3 && amount.amount.startsWith(`${one.amount.amount}.`) && amountKey(amount.amount) !== amountKey(one.amount.amount));
}

/** Names of an element and the one around it, without the numbers that count them. */
function kindOf({ marks }: Mention): string {
  return marks.split(' < ', 2).join(' < ').replaceAll(/\d+/g, '');
}

/** The first amount behind the heading that may be a price: shops put theirs before everything else. */
function firstBehind(all: readonly Priced[], heading: number | undefined): string | undefined {
  if (heading === undefined) return undefined;
  const [first] = all.filter(({ mention, list, score }) => !list && score >= 0.4 && mention.region === 'main' && mention.order >= heading).toSorted((a, b) => a.mention.order - b.mention.order);
  return first === undefined ? undefined : amountKey(first.amount.amount);
}

/** True for an amount right behind a higher one that is struck through or called a list price, and not far below it. */
function isBesideOldPrice(one: Priced, all: readonly Priced[]): boolean {
  return !one.list && all.some((old) => old.list && one.mention.order >= old.mention.order && one.mention.order - old.mention.order <= 10 && compareAmounts(old.amount.amount, one.amount.amount) > 0 && Number(one.amount.amount) * 5 >= Number(old.amount.amount));
}

/** Low and high end of a range that stand in elements of their own, side by side and marked alike. */
function joined(now: readonly Priced[]): readonly Priced[] {
  const [a, b] = now;
  if (!a || !b || a.mention.marks !== b.mention.marks || a.mention.marks === '' || Math.abs(a.mention.order - b.mention.order) > 3 || a.score - b.score > 0.02) return now;
  if (now.filter((one) => one.mention.marks === a.mention.marks).length > 2) return now;
  const [low, high] = compareAmounts(a.amount.amount, b.amount.amount) < 0 ? [a, b] : [b, a];
  if (low.mention.order > high.mention.order) return now;
  return [{ ...low, score: low.score * 0.85, amount: { ...low.amount, kind: 'range', max: high.amount.amount } }, ...now.slice(2)];
}

function bestPerAmount(list: readonly Priced[]): Priced[] {
  const best = new Map<string, Priced>();
  for (const one of list) {
    const key = amountKey(one.amount.amount);
    const before = best.get(key);
    if (!before || before.score < one.score) best.set(key, one);
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score);
}

/** An old price that nothing names: style alone sets it apart. */
const UNNAMED = 0.5;

/** The list price belongs to the price: near it, higher, and not far more than it. */
function addList(all: readonly Priced[], best: Priced, into: Candidates): void {
  const near = all.filter((one) => one.list && Math.abs(one.mention.order - best.mention.order) <= 25
    && compareAmounts(one.amount.amount, best.amount.amount) > 0 && Number(one.amount.amount) < Number(best.amount.amount) * 12);
  const nearest = near.toSorted((a, b) => Math.abs(a.mention.order - best.mention.order) - Math.abs(b.mention.order - best.mention.order))[0];
  const old = nearest ?? higherOfTwo(best, all);
  if (old) add(into, 'listPrice', { ...old.amount, kind: 'list' }, old === nearest ? (old.mention.struck ? 0.75 : 0.65) : UNNAMED, place(old.mention));
}
