import type { Price } from '../../../model/listing.ts';
import type { CurrencyCode } from '../../../model/money.ts';
import type { Candidate, Reading } from '../../../model/reading.ts';
import { amountKey } from '../amount.ts';
import type { Amount, Candidates } from '../candidates.ts';
import { against, groupBy, round, type Group } from './group.ts';
import { priceOf } from './money.ts';

/** Methods that are markup made for machines; the others are what a visitor sees. */
const MARKUP = new Set(['api', 'json-ld', 'meta', 'microdata', 'rdfa', 'embedded-state']);
const MAX_LOSERS = 5;

/**
 * The price among its candidates. Amounts that agree over independent methods win; a range gives way to a price inside it;
 * markup that gives the struck price gives way to the lower one that is shown; a grouped amount printed as a decimal
 * (`2.449` for 2,449) gives way to the visible text. Two equally good amounts are `ambiguous`.
 */
export function decidePrice(found: Candidates, currency: CurrencyCode | undefined, scanned: boolean): Reading<Price> {
  if (found.price.length === 0) return { state: 'unknown', reason: 'not_found' };
  if (currency === undefined) return { state: 'unknown', reason: 'unreadable', detail: 'an amount is there, its currency is not known' };
  const usable = found.price.filter(({ value }) => priceOf(value, currency) !== undefined);
  const groups = ranked(groupBy(usable, (amount) => `${amountKey(amount.amount)}|${standing(amount)}`), found.listPrice, scanned);
  const [winner] = groups;
  // A price that needs a coupon does not contradict the plain one.
  const rival = groups.slice(1).find((group) => winner && standing(group.best.value) === standing(winner.best.value));
  const foreign = found.price.filter((candidate) => !usable.includes(candidate));
  const best = winner ? pickKind(winner) : undefined;
  const value = best ? priceOf(best.value, currency) : undefined;
  if (!winner || !best || !value) return { state: 'unknown', reason: 'unreadable', detail: foreign.length > 0 ? 'all amounts are in another currency' : 'no exact amount' };
  if (winner.confidence < LEAST) return { state: 'unknown', reason: 'not_found', detail: 'only amounts that are of something else', losers: priced(groups.map((group) => group.best), currency) };
  const losers = priced(groups.slice(1).map((group) => group.best), currency);
  const extra = losers.length > 0 ? { losers } : {};
  if (rival && winner.confidence < 0.62 && winner.confidence - rival.confidence < 0.03 && winner.best.evidence.method === rival.best.evidence.method) {
    return { state: 'unknown', reason: 'ambiguous', detail: `${winner.best.value.amount} or ${rival.best.value.amount}`, losers: priced([winner.best, rival.best], currency) };
  }
  const doubted = against(winner, rival);
  const confidence = isSeenAndSaid(winner) && !groups.slice(1).some((other) => mayReplace(other, winner)) ? Math.max(doubted, SEEN_AND_SAID) : doubted;
  return { state: 'known', value, confidence, evidence: best.evidence, ...extra };
}

/** An amount that is worth less stands among other articles, or far from where the price should. */
const LEAST = 0.3;
/** Worth of a price inside a range that data give. */
const INSIDE = 0.4;
/** What data say and a visitor sees is the price, whatever other amounts stand on the page. */
const SEEN_AND_SAID = 0.92;

/** A lower price close by may be today's, and the agreed one yesterday's. */
function mayReplace(other: Group<Amount>, winner: Group<Amount>): boolean {
  if (standing(other.best.value) !== standing(winner.best.value)) return false;
  const ratio = Number(other.best.value.amount) / Number(winner.best.value.amount);
  return isSeenAndSaid(other) || (ratio < 1 && ratio > 0.3 && other.confidence >= 0.62);
}

function isSeenAndSaid({ members }: Group<Amount>): boolean {
  return members.some(({ evidence, confidence }) => MARKUP.has(evidence.method) && confidence >= 0.6) && members.some(({ evidence, confidence }) => !MARKUP.has(evidence.method) && confidence >= 0.45);
}

function ranked(groups: readonly Group<Amount>[], lists: Candidates['listPrice'], scanned: boolean): Group<Amount>[] {
  const struck = new Set(lists.map(({ value }) => amountKey(value.amount)));
  const weighed = groups.map((group) => ({ ...group, confidence: weigh(group, groups, struck, scanned) }));
  // A range that holds a price gives way to it, and speaks for it.
  const held = weighed.filter((wide) => weighed.some((price) => isWider(wide, price) && price.confidence >= leastInside(wide)));
  const prices = weighed.filter((group) => !held.includes(group))
    .map((group) => ({ ...group, confidence: held.some((wide) => isWider(wide, group) && wide.confidence >= 0.5) ? Math.min(0.95, group.confidence + 0.15) : group.confidence }));
  return [...prices.toSorted((a, b) => rank(b) - rank(a) || b.confidence - a.confidence), ...held.map((group) => ({ ...group, confidence: 0 }))];
}

/** What a price inside a range must be worth: where a visitor sees the range, about as much as that, or it is another article's. */
function leastInside({ members, confidence }: Group<Amount>): number {
  return members.every(({ evidence }) => evidence.method === 'text') ? Math.max(INSIDE, confidence - 0.05) : INSIDE;
}

/** Plain prices and ranges stand for what anybody pays; the other kinds each for themselves. */
function standing(amount: Amount): string {
  return amount.kind === 'page' || amount.kind === 'range' ? 'plain' : amount.kind;
}

/** What anybody pays goes before what needs a coupon, and that before a deposit, wherever it is believable at all. */
function rank(group: Group<Amount>): number {
  if (group.confidence < 0.45) return 0;
  const order = { plain: 4, conditional: 3, estimated: 2, deposit: 1 } as const;
  const kind = standing(group.best.value);
  return kind === 'plain' || kind === 'conditional' || kind === 'estimated' || kind === 'deposit' ? order[kind] : 0;
}

/** True when `a` is a range and `b` a price inside it, other than its low end. */
function isWider(a: Group<Amount>, b: Group<Amount>): boolean {
  if (a === b || a.best.value.kind !== 'range' || b.members.every(({ value }) => value.kind === 'range')) return false;
  const price = Number(b.best.value.amount);
  const max = a.best.value.max;
  return price > Number(a.best.value.amount) && (max === undefined ? price < Number(a.best.value.amount) * 3 : price <= Number(max));
}

function weigh(group: Group<Amount>, all: readonly Group<Amount>[], struck: ReadonlySet<string>, scanned: boolean): number {
  const key = amountKey(group.best.value.amount);
  const markupOnly = group.members.every(({ evidence }) => MARKUP.has(evidence.method));
  const shown = all.filter((other) => other.members.some(({ evidence, confidence }) => !MARKUP.has(evidence.method) && confidence >= 0.58));
  let { confidence } = group;
  // The struck price, while a lower one is offered.
  if (struck.has(key) && all.some((other) => Number(other.best.value.amount) < Number(group.best.value.amount) && other.confidence >= 0.45)) confidence *= 0.4;
  if (markupOnly && shown.some((other) => isThousandTimes(group.best.value.amount, other.best.value.amount))) confidence *= 0.3;
  // Markup that nobody sees, while other prices stand where the price should.
  else if (markupOnly && scanned && shown.length > 0) confidence *= 0.85;
  return confidence;
}

function isThousandTimes(small: string, large: string): boolean {
  const ratio = Number(large) / Number(small);
  return Math.abs(ratio - 1_000) < 0.5 && /\./.test(small);
}

/** Of equal amounts the one that says what kind of price it is: a plain price before the low end of a range. */
function pickKind(group: Group<Amount>): Candidate<Amount> {
  const plain = group.members.filter(({ value }) => value.kind === 'page').toSorted((a, b) => b.confidence - a.confidence)[0];
  return plain && group.best.value.kind === 'range' && group.best.value.max === undefined ? plain : group.best;
}

function priced(candidates: readonly Candidate<Amount>[], currency: CurrencyCode): Candidate<Price>[] {
  return candidates.slice(0, MAX_LOSERS).flatMap(({ value, confidence, evidence }) => {
    const price = priceOf(value, currency);
    return price ? [{ value: price, confidence: round(confidence), evidence }] : [];
  });
}

/** The list price: higher than the price, in its currency; the most trusted candidate. */
export function decideListPrice(found: Candidates, price: Reading<Price>, currency: CurrencyCode | undefined): Reading<Price> {
  if (found.listPrice.length === 0 || currency === undefined) return { state: 'unknown', reason: 'not_found' };
  const floor = price.state === 'known' ? price.value.money.minor : 0;
  const higher = found.listPrice.flatMap(({ value, confidence, evidence }): Candidate<Price>[] => {
    const read = priceOf({ ...value, kind: 'list' }, currency);
    return read && read.money.minor > floor ? [{ value: read, confidence, evidence }] : [];
  });
  const groups = groupBy(higher, (one) => String(one.money.minor));
  const winner = groups[0];
  if (!winner) return { state: 'unknown', reason: 'not_found', detail: 'no amount above the price' };
  const losers = groups.slice(1, MAX_LOSERS + 1).map((group) => group.best);
  return { state: 'known', value: winner.best.value, confidence: against(winner, groups[1]), evidence: winner.best.evidence, ...(losers.length > 0 ? { losers } : {}) };
}
