import { describe, expect, it } from 'vitest';
import type { Promotion } from '../../../model/promotion.ts';
import { hints, listing, page, product } from './pages.ts';

const FETCHED = new Date('2025-11-10T08:00:00Z');
const BUY = '<p class="price">€119.00</p><button>Add to cart</button>';

function promotionsOn(body: string): readonly Promotion[] {
  const { promotions } = listing(page(product(), `<h1>Cordless drill 18V</h1>${BUY}${body}`), { fetchedAt: FETCHED }).fields;
  return promotions.state === 'known' ? promotions.value : [];
}
const show = (body: string): string => promotionsOn(body).map(({ mechanic, label }) => `${mechanic}: ${label}`).join(' | ');

describe('promotions of a page', () => {
  it.each([
    ['<p class="promo-text">Buy 2, save 10%</p>', 'qty_discount: Buy 2, save 10%'],
    ['<div class="coupon">Save 5% with coupon</div>', 'coupon: Save 5% with coupon'],
    // A promotion's place and plainly an offer, but not understood: its words are kept.
    ['<p class="promo-text">Trio deal no 7: the more the merrier, 3 levels</p>', 'unrecognised: Trio deal no 7: the more the merrier, 3 levels'],
    ['<p class="voucher">Frühlingsaktion Stufe 4</p>', 'unrecognised: Frühlingsaktion Stufe 4'],
    // Not a promotion's place, no number, or understood as none.
    ['<p>Trio deal no 7: the more the merrier, 3 levels</p>', ''], ['<p class="promo-text">The deal of your dreams</p>', ''], ['<p class="promo-text">100+ bought in past month</p>', ''],
    ['<p class="promo-text">You save: €20.00 (14%)</p>', ''], ['<p class="promo-text">Model 2025, 18 V</p>', ''],
    // The element around an understood one says nothing new.
    ['<div class="promo-box"><b>Offer 12</b> <span class="promo-text">Buy 2, save 10%</span></div>', 'qty_discount: Buy 2, save 10%'],
  ])('%s', (body, want) => expect(show(body)).toBe(want));

  it('knows when the page was fetched', () => {
    const [found] = promotionsOn('<p class="promo-text">20% off, ends 30 Nov</p>');
    expect([found?.mechanic, found?.endsAt?.toISOString()]).toEqual(['direct_reduction', '2025-11-30T23:59:59.000Z']);
  });
  it('takes nothing from the title', () => expect(listing(page(product({}, { name: 'Buy 4, Get 2 Free Pack' })), hints()).fields.promotions.state).not.toBe('known'));
});
