import { amountKey, compareAmounts } from '../amount.ts';
import { OTHER_MARK } from '../markup/words.ts';
import type { Priced } from './price-mentions.ts';

/*
 * What amounts that stand close together say of each other.
 */

/** Texts between an element and what stands in it. */
const INSIDE = 12;
/** Texts between two amounts of one price. */
const CLOSE = 10;
/** Names of a price that is the one to pay only where no other is shown … */
const REGULAR = /(?:^|[\s_-])(?:regular|standard|normal|base|full|usual|common)[-_]?price|price[-_]{1,2}(?:regular|standard|normal|base|full|usual|common)/;
/** … and of that other. */
const REDUCED = /current|special|sale(?!s)|final|discount|promo|now|new|action|offer/;

/** The amounts without parts of others and attributes that repeat one in hundredths; regular prices beside a reduced one are list prices. */
export function toldApart(all: readonly Priced[]): readonly Priced[] {
  const told = all.map((one) => (isRegular(one, all) || isCutFrom(one, all) || isAroundStruck(one, all) ? { ...one, list: true } : one));
  const plain = told.filter((one) => !holdsOld(one, told));
  return plain.filter((one) => !isInside(one, plain) && !isInHundredths(one, plain));
}

/** True for a text with more than one amount that was read as the one of which a part says that it is the old price: `Now €29 €228` around `€29` and `€228`, struck through. */
function holdsOld(one: Priced, all: readonly Priced[]): boolean {
  if (one.list || one.mention.text.length < 6) return false;
  const parts = all.filter(({ mention }) => mention.order <= one.mention.order && one.mention.order - mention.order <= INSIDE && mention.text.length < one.mention.text.length && one.mention.text.includes(mention.text));
  const same = parts.filter(({ amount }) => amountKey(amount.amount) === amountKey(one.amount.amount));
  return same.length > 0 && same.every(({ list }) => list) && parts.some(({ list, amount }) => !list && compareAmounts(amount.amount, one.amount.amount) < 0);
}

/** True for an amount out of a longer text that, read as a whole, says otherwise: the net price of both, an instalment, the cents, an end of a range. */
function isInside({ mention, amount, list }: Priced, all: readonly Priced[]): boolean {
  if (list) return false;
  const text = squeezed(mention.text);
  return all.some((outer) => {
    const apart = outer.mention.order - mention.order;
    if (outer.list || (outer.amount.kind === 'conditional' && amount.kind === 'page') || apart < 0 || apart > INSIDE || outer.mention.text.length > 80 || outer.mention.own === '' || !mention.marks.includes(outer.mention.own)) return false;
    const longer = squeezed(outer.mention.text);
    if (longer.length <= text.length || !longer.includes(text)) return false;
    return amountKey(outer.amount.amount) !== amountKey(amount.amount) || (outer.amount.max !== undefined && amount.max === undefined);
  });
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** True for an attribute that gives a shown amount in hundredths: `data-product-price="1299000"` beside `$12.990,00`. */
function isInHundredths({ mention, amount }: Priced, all: readonly Priced[]): boolean {
  if (!mention.own.includes(' data-price ')) return false;
  return all.some((other) => !other.mention.own.includes(' data-price ') && Math.abs(other.mention.order - mention.order) <= CLOSE && Number(other.amount.amount) * 100 === Number(amount.amount));
}

/** True for the element around a struck amount and its label. */
function isAroundStruck(one: Priced, all: readonly Priced[]): boolean {
  return !one.list && all.some(({ mention, amount }) => mention.struck && Math.abs(mention.order - one.mention.order) <= 1 && amountKey(amount.amount) === amountKey(one.amount.amount));
}

function isRegular(one: Priced, all: readonly Priced[]): boolean {
  if (one.list || !REGULAR.test(one.mention.own)) return false;
  return all.some((other) => !other.list && REDUCED.test(other.mention.own) && !REGULAR.test(other.mention.own) && isLowerNear(other, one));
}

/** True for the higher of two amounts side by side when the per cent between them stand there too: `₹1,499` `₹3,999` `62% off`. */
function isCutFrom(one: Priced, all: readonly Priced[]): boolean {
  if (one.list || one.amount.kind !== 'page' || one.mention.region !== 'main') return false;
  return all.some((low) => {
    if (low.list || (low.amount.kind !== 'page' && low.amount.kind !== 'range') || !isLowerNear(low, one) || Math.abs(low.mention.order - one.mention.order) > 3) return false;
    const cut = 100 * (1 - Number(low.amount.amount) / Number(one.amount.amount));
    const words = [low, one].map(({ mention }) => `${mention.before.slice(-12)} | ${mention.after}`).join(' | ');
    return [...words.matchAll(/(?<![\d.,])(\d{1,2}) ?[%％]/g)].some(([, share]) => Math.abs(Number(share) - cut) <= 1);
  });
}

/** A lower amount close by, that is no part of the other. */
function isLowerNear(low: Priced, high: Priced): boolean {
  const ratio = Number(low.amount.amount) / Number(high.amount.amount);
  return Math.abs(low.mention.order - high.mention.order) <= CLOSE && low.mention.region === high.mention.region && ratio > 0.1 && ratio < 1;
}

/** The higher one of two bare amounts side by side in one element, of which nothing tells which is old, where this is the lower. */
export function higherOfTwo(one: Priced, all: readonly Priced[]): Priced | undefined {
  if (one.list || one.amount.kind !== 'page') return undefined;
  const beside = all.filter((other) => !OTHER_MARK.test(other.mention.own) && Math.abs(other.mention.order - one.mention.order) <= 1 && !other.list && other.amount.kind === 'page' && compareAmounts(other.amount.amount, one.amount.amount) !== 0
    && around(other) === around(one) && around(one) !== '');
  const [other] = beside;
  if (!other || beside.some((more) => compareAmounts(more.amount.amount, other.amount.amount) !== 0)) return undefined;
  const ratio = Number(one.amount.amount) / Number(other.amount.amount);
  return ratio < 0.97 && ratio > 0.3 && isBare(one) && isBare(other) ? other : undefined;
}

/** The names of the element around it. */
function around({ mention }: Priced): string {
  return mention.own === '' ? mention.marks : mention.marks.split(' < ').slice(1).join(' < ');
}

/** Nothing but the amount and its currency. */
function isBare({ mention }: Priced): boolean {
  return mention.text.replaceAll(/[\d.,\s*]/g, '').length <= 4;
}
