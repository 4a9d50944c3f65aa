import fc from 'fast-check';
import { expect, test } from 'vitest';
import { besides, type Shelved } from '../../model/beside.ts';
import { currencyCode, moneyFromDecimal } from '../../model/money.ts';

function shelf(...prices: readonly (string | undefined)[]): readonly Shelved[] {
  return prices.map((text, no) => ({ id: `p${no}`, price: moneyOf(text) }));
}

function moneyOf(text: string | undefined, code = 'EUR'): Shelved['price'] {
  const currency = currencyCode(code);
  return currency && text !== undefined ? moneyFromDecimal(text, currency) : undefined;
}

test('the price of an article beside it is the less an accident the fewer others have it', () => {
  const rest = Array.from({ length: 36 }, (_, no) => `${no + 10}.99`);
  expect(besides(shelf('1.99', '2.49', '1.99', '3.29', ...rest))).toEqual([0.1, undefined, 0.1, ...rest.map(() => undefined), undefined]);
  expect(besides(shelf('1.99', '1.99', '3.29', '3.49', '3.99', '1.99')).map((chance) => chance !== undefined)).toEqual([true, true, false, false, false, false]);
  expect(besides(shelf('1.99', '1.99', '1.99'))).toEqual([1, 1, 1]);
});

test('neither an article without a price nor one that is there twice nor another currency is beside it', () => {
  expect(besides(shelf(undefined, undefined, '1.99'))).toEqual([undefined, undefined, undefined]);
  expect(besides([{ id: 'a', price: moneyOf('1.99') }, { id: 'a', price: moneyOf('1.99') }, { id: 'b', price: moneyOf('1.99', 'USD') }])).toEqual([undefined, undefined, undefined]);
  expect(besides([])).toEqual([]);
});

test('it is a chance, and the same read from the other end', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('1.99', '2.49', '2.99', '3.49', undefined), { maxLength: 40 }), (prices) => {
    const chances = besides(shelf(...prices));
    expect(chances.every((chance) => chance === undefined || (chance > 0 && chance <= 1))).toBe(true);
    expect(besides(shelf(...prices.toReversed()))).toEqual(chances.toReversed());
  }));
});
