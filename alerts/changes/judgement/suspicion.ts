import type { Price } from '../../../model/listing.ts';
import { moneyText, sameCurrency, type Money } from '../../../model/money.ts';
import type { PriceHistory } from '../../../model/price-history.ts';
import type { Suspicion } from '../../../model/suspicion.ts';
import { isGuessed, valueOf, vouchedBy } from '../../../model/reading.ts';
import { bothKnown, type Sides } from '../compare.ts';
import { isAnnounced } from './announced.ts';
import { wasDoubted } from './doubted.ts';
import { FIRST_BOUNDS, type Bounds } from './looks.ts';
import { massText, movedAlike, type Mass } from './mass.ts';
import { NO_HABITS, type Habits } from './habits.ts';
import { contradiction, misreadSign, withoutCents } from './signs.ts';

/** A price that is more than so many times another one of the same variant is more often misread than real: of variants no history is kept. */
const TIMES = 5;
/** A price as near as this to one that was known before is no surprise. */
const KNOWN = Math.log(1.03);
/** What is seen at the second look is what was seen at the first when it is as near as this. */
const AGREES = Math.log(1.1);

/** The price of an article beside it is no accident when it would be one so seldom: that many true prices wait for nothing. */
const BY_CHANCE = 0.1;

/** What is usual where the listing was read. */
export interface Custom {
  readonly bounds: Bounds;
  readonly habits: Habits;
  /** What a large part of the listings of this crawl did alike (mass.ts). */
  readonly mass?: Mass;
  /** Milliseconds since the crawl of the target before this one; left out when there was none. */
  readonly sinceLast?: number;
}
export const NO_CUSTOM: Custom = { bounds: FIRST_BOUNDS, habits: NO_HABITS };

/** Why the version should be seen a second time before it is believed; undefined when nothing is suspicious. */
export function suspicionOf(sides: Sides, custom: Custom = NO_CUSTOM): Suspicion | undefined {
  return movedPrice(sides) ?? jumpedPrice(sides, custom) ?? jumpedOffer(sides);
}

/** True when a later reading says the same as the suspicious one: near it, and nearer than to the price before. */
export function agrees({ from, to }: Suspicion, price: Price): boolean {
  if (to.kind !== price.kind || !sameCurrency(to.money, price.money)) return false;
  const half = sameCurrency(from.money, to.money) ? Math.abs(sizeOf(from, to)) / 2 : AGREES;
  return Math.abs(sizeOf(to, price)) <= Math.min(AGREES, half);
}

/** Natural logarithm of new over old; infinite when one of them is nothing. */
export function sizeOf(from: Price, to: Price): number {
  if (from.money.minor === to.money.minor) return 0;
  return Math.log(Math.max(0, to.money.minor) / Math.max(0, from.money.minor));
}

/**
 * Another price, which data named so far and which is guessed from the text now: more often another amount of the page than a new price. Whether the
 * whole source is read in another way is judged crawl by crawl; a single listing is seen twice.
 */
function movedPrice({ before, after, sameOffer }: Sides): Suspicion | undefined {
  const price = bothKnown(before.price, after.price);
  const from = before.price && vouchedBy(before.price)?.method;
  const to = vouchedBy(after.price)?.method;
  if (!price || !sameOffer || !from || !to || isGuessed(from) || !isGuessed(to) || textOf(price.from) === textOf(price.to)) return undefined;
  return { from: price.from, to: price.to, bySize: false, otherWay: true, why: `the price went from ${textOf(price.from)} (${from}) to ${textOf(price.to)} (${to}), read in another way than before` };
}

/** The marks of a misreading first; then the size, unless the price was known before or the page itself announces it. */
function jumpedPrice(sides: Sides, custom: Custom): Suspicion | undefined {
  const { bounds, habits, mass } = custom;
  const to = valueOf(sides.after.price);
  const from = to && (sides.prices[to.kind]?.price ?? (sides.before.price && valueOf(sides.before.price)));
  if (!from || !sides.sameOffer || to.kind === 'deposit') return undefined;
  const written = `the price went from ${textOf(from)} to ${textOf(to)}`;
  const alike = mass !== undefined && movedAlike(mass, from, to);
  if (!sameCurrency(from.money, to.money)) return { from, to, bySize: false, ...(alike ? { alike } : {}), why: `${written}, another currency` };
  if (from.kind !== to.kind) return undefined;
  const sign = misreadSign(sides, from, to, habits);
  if (sign !== undefined) return { from, to, bySize: false, why: `${written}: ${sign}` };
  if (from.money.minor === to.money.minor || isSaidBeside(sides, from, to, habits)) return undefined;
  const fresh = isNew(sides, to, custom);
  if (alike && fresh) return { from, to, bySize: false, alike, why: `${written}; ${massText(mass)}` };
  const against = contradiction(sides, from.money, to.money) ?? (fresh && (habits.centsAlways || bounds.sales !== 'silent') ? withoutCents(from.money, to.money, habits.centsAlways) : undefined);
  if (against !== undefined) return { from, to, bySize: false, why: `${written}: ${against}` };
  if (!fresh) return undefined;
  if (bounds.sales === 'announced' && habits.salesShown && (sides.beside ?? 1) <= BY_CHANCE) return { from, to, bySize: false, why: `${written}: the price of an article beside it, and of hardly another one` };
  const factor = Math.exp(sizeOf(from, to));
  if (factor <= bounds.up && factor >= bounds.down) return undefined;
  return { from, to, bySize: true, why: `${written}, further than prices of this source go at once (${percent(bounds.down)} to ${percent(bounds.up)}) and not announced on the page` };
}

/** True when the page announces the new price. */
function isSaidBeside(sides: Sides, from: Price, to: Price, habits: Habits): boolean {
  const highest = (sides.history[to.kind] ?? []).reduce<Money | undefined>((high, { money }) => (high && high.minor >= money.minor ? high : money), undefined);
  return isAnnounced(sides, from, to, highest, habits);
}

/** True when the price was not known before, nor seen once where sales are not announced, or the crawl shows none. */
function isNew({ history, doubted }: Sides, to: Price, { bounds, habits }: Custom): boolean {
  return !((bounds.sales === 'silent' || !habits.salesShown) && wasDoubted(doubted[to.kind], to)) && !wasKnown(history[to.kind] ?? [], to);
}

/** By which factor an accepted price moved, and whether it came bare: not announced on the page, and to no price known before. */
export interface PriceMove {
  readonly factor: number;
  readonly bare: boolean;
}

/** How the price moved; undefined when it did not, or there is nothing to compare. */
export function moveOf(sides: Sides, custom: Custom = NO_CUSTOM): PriceMove | undefined {
  const to = valueOf(sides.after.price);
  const from = to && sides.prices[to.kind]?.price;
  if (!from || !sides.sameOffer || !sameCurrency(from.money, to.money) || from.money.minor === to.money.minor) return undefined;
  return { factor: Math.exp(sizeOf(from, to)), bare: isNew(sides, to, custom) && !isSaidBeside(sides, from, to, custom.habits) };
}

function wasKnown(history: PriceHistory, to: Price): boolean {
  return history.some(({ money }) => sameCurrency(money, to.money) && money.minor > 0 && Math.abs(Math.log(to.money.minor / money.minor)) <= KNOWN);
}

function jumpedOffer({ before, after }: Sides): Suspicion | undefined {
  const offers = bothKnown(before.offers, after.offers);
  const old = new Map(offers?.from.map((offer) => [offer.sku, offer.price]));
  for (const { sku, price: to } of offers?.to ?? []) {
    const from = old.get(sku);
    if (!from || !to) continue;
    const written = `the price of ${sku} went from ${textOf(from)} to ${textOf(to)}`;
    if (!sameCurrency(from.money, to.money)) return { from, to, offerSku: sku, bySize: false, why: `${written}, another currency` };
    const [low, high] = [Math.min(from.money.minor, to.money.minor), Math.max(from.money.minor, to.money.minor)];
    if (from.kind === to.kind && from.kind !== 'deposit' && high > TIMES * Math.max(0, low)) return { from, to, offerSku: sku, bySize: false, why: `${written}, more than ${TIMES} times different` };
  }
  return undefined;
}

function percent(factor: number): string {
  const change = Math.round((factor - 1) * 100);
  return `${change > 0 ? '+' : '−'}${Math.abs(change)} %`;
}

function textOf(price: Price): string {
  return moneyText(price.money);
}
