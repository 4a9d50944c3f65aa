import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../alerts/rules/listing-view.ts';
import { absent } from '../../../model/reading.ts';
import { EVIDENCE, fields, is, price } from '../changes/support.ts';

describe('what rules ask of a listing', () => {
  test('is each field that was read', () => {
    const read = fields({
      price: is(price(8_000)), listPrice: is(price(10_000)), availability: is('in_stock'), seller: is({ id: 's1', name: 'Acme' }), brand: is('Alder'), condition: is('new'),
      rating: is({ value: 4.5, scale: 5 }), reviewCount: is({ value: 12, lowerBound: false }), starMix: is({ stars: [10, 5, 5, 20, 60], unit: 'percent' }),
    });
    expect(viewOf(read)).toEqual({
      price: price(8_000), listPrice: price(10_000).money, availability: 'in_stock', seller: 'Acme', brand: 'Alder', condition: 'new', rating: 0.9, reviewCount: 12, badShare: 15,
    });
  });

  test('leaves out what was not read, and knows of no list price where the page shows none', () => {
    expect(viewOf(fields({}))).toEqual({});
    expect(viewOf({})).toEqual({});
    expect(viewOf(fields({ listPrice: absent(EVIDENCE), brand: absent(EVIDENCE), seller: absent(EVIDENCE) }))).toEqual({ listPrice: null });
  });
});
