import { expect, test } from 'vitest';
import { known } from '../../model/reading.ts';
import { sureOf } from '../../workers/alert/details.ts';
import { EVIDENCE, price } from '../alerts/changes/support.ts';
import { SAMPLES } from '../alerts/messages/samples.ts';

test('an alert says how sure the reading is that it stands on: of shipping, promotions and pieces too, of a variant that of the variants', () => {
  const fields = { price: known(price(1_000), EVIDENCE, 0.9), shippingCost: known(price(0).money, EVIDENCE, 0.8), promotions: known([], EVIDENCE, 0.7), quantity: known(3, EVIDENCE, 0.6), offers: known([], EVIDENCE, 0.5) };
  const { quantity } = SAMPLES;
  if (quantity.kind !== 'quantity') throw new Error('another sample');
  const { offerSku: _, ...pieces } = quantity;
  expect([SAMPLES.shipping, SAMPLES.promotion_ended, SAMPLES.to_pay, pieces, quantity, SAMPLES.stock, SAMPLES.variant_added].map((detail) => sureOf(detail, fields))).toEqual([0.8, 0.7, 0.7, 0.6, 0.5, 0.5, 0.5]);
  expect(sureOf({ kind: 'price', from: price(2_000), to: price(1_000), percent: -50 }, fields)).toBe(0.9);
  expect([sureOf(SAMPLES.rating, fields), sureOf(SAMPLES.listing_appeared, fields)]).toEqual([undefined, undefined]);
});
