import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencyCode, money, type Money } from '../../model/money.ts';
import { forOneOfOurs, forOneOfTheirs, ONE_TO_ONE, packRatioFrom, packRatioText, type PackRatio } from '../../model/pack.ts';

const usd = currencyCode('USD');
if (!usd) throw new Error('no USD');
const count = fc.integer({ min: 1, max: 10_000 });
const packs = fc.tuple(count, count).map(([ours, theirs]): PackRatio => packRatioFrom(`${ours}/${theirs}`) ?? ONE_TO_ONE);
const prices = fc.integer({ min: 0, max: 100_000_000_000 }).map((minor): Money => money(minor, usd));

test.each([['6', 6, 1], ['1/6', 1, 6], [' 10000 ', 10_000, 1], ['4/6', 2, 3], ['5/5', 1, 1]])('%s is %s of ours in %s of theirs', (text, ours, theirs) => expect(packRatioFrom(text)).toEqual({ ours, theirs }));
test.each(['', '0', '1/0', '-1', '1.5', '6:1', 'six', '10001', '1/10001', '999999999999', '1/2/3', '６'])('%j is no pack ratio', (text) => expect(packRatioFrom(text)).toBeUndefined());

test('a ratio reads as it is written, in lowest terms', () => fc.assert(fc.property(count, count, (ours, theirs) => {
  const pack = packRatioFrom(`${ours}/${theirs}`);
  expect(pack && packRatioFrom(packRatioText(pack))).toEqual(pack);
  expect(pack && BigInt(pack.ours) * BigInt(theirs)).toBe(pack && BigInt(pack.theirs) * BigInt(ours));
})));

test('what one of ours costs is exact, or less than one minor unit above', () => fc.assert(fc.property(prices, packs, (price, pack) => {
  const unit = BigInt(forOneOfOurs(price, pack)?.minor ?? -1) * BigInt(pack.ours);
  const exact = BigInt(price.minor) * BigInt(pack.theirs);
  expect(unit >= exact && unit - exact < BigInt(pack.ours)).toBe(true);
})));

test('their price is below ours for as much exactly when it is below the amount that is compared with', () => fc.assert(fc.property(prices, prices, packs, (their, our, pack) => {
  const line = forOneOfTheirs(our, pack);
  expect(line && their.minor < line.minor).toBe(BigInt(their.minor) * BigInt(pack.theirs) < BigInt(our.minor) * BigInt(pack.ours));
})));

test('one of theirs is one of ours: nothing moves; what is too large to be exact is not given', () => {
  fc.assert(fc.property(prices, (price) => {
    expect(forOneOfOurs(price, ONE_TO_ONE)).toEqual(price);
    expect(forOneOfTheirs(price, ONE_TO_ONE)).toEqual(price);
  }));
  expect(forOneOfTheirs(money(Number.MAX_SAFE_INTEGER, usd), { ours: 2, theirs: 1 })).toBeUndefined();
});
