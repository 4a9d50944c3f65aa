import type { Price } from '../../model/listing.ts';
import { decimalOf, sameCurrency } from '../../model/money.ts';
import { isGuessed, vouchedBy } from '../../model/reading.ts';
import { bothKnown, type Sides } from './compare.ts';

/** A price that is more than so many times another one is more often a misread page than a price. */
const TIMES = 5;

/** Why the version should be seen a second time before it is believed; undefined when nothing is suspicious. */
export function suspiciousJump(sides: Sides): string | undefined {
  const moved = movedPrice(sides);
  if (moved !== undefined) return moved;
  for (const [from, to, where] of pairs(sides)) {
    const written = `${where} went from ${text(from)} to ${text(to)}`;
    if (!sameCurrency(from.money, to.money)) return `${written}, another currency`;
    if (from.kind === to.kind && from.kind !== 'deposit' && tooFar(from.money.minor, to.money.minor)) return `${written}, more than ${TIMES} times different`;
  }
  return undefined;
}

/**
 * Another price, which data named so far and which is guessed from the text now: more often another amount of the page than a new price. Whether the
 * whole source is read in another way is judged crawl by crawl; a single listing is seen twice.
 */
function movedPrice({ before, after, sameOffer }: Sides): string | undefined {
  const price = bothKnown(before.price, after.price);
  const from = before.price && vouchedBy(before.price)?.method;
  const to = vouchedBy(after.price)?.method;
  if (!price || !sameOffer || !from || !to || isGuessed(from) || !isGuessed(to) || text(price.from) === text(price.to)) return undefined;
  return `the price went from ${text(price.from)} (${from}) to ${text(price.to)} (${to}), read in another way than before`;
}

function* pairs({ before, after, prices, sameOffer }: Sides): Generator<readonly [Price, Price, string]> {
  const price = bothKnown(before.price, after.price);
  if (price && sameOffer) yield [prices[price.to.kind]?.price ?? price.from, price.to, 'the price'];
  const offers = bothKnown(before.offers, after.offers);
  const old = new Map(offers?.from.map((offer) => [offer.sku, offer.price]));
  for (const offer of offers?.to ?? []) {
    const from = old.get(offer.sku);
    if (from && offer.price) yield [from, offer.price, `the price of ${offer.sku}`];
  }
}

function tooFar(from: number, to: number): boolean {
  return Math.max(from, to) > TIMES * Math.max(0, Math.min(from, to));
}

function text(price: Price): string {
  return `${decimalOf(price.money)} ${price.money.currency}`;
}
