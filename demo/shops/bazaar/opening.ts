import type { BazaarItem, BazaarState } from './state.ts';

/** The operator's own listing in the search that is followed, and the rival that buys its way past it. */
export const OWN_BOTTLE = 'BZ10403';
export const RIVAL_BOTTLE = 'BZ10411';

const MAKERS = ['Alder & Pine', 'Frostline', 'HydraPeak', 'Nordvik', 'Basecamp', 'Silverleaf', 'Tundra', 'Wayfarer'];
const KINDS = ['Insulated Bottle 750 ml', 'Vacuum Flask 1 l', 'Wide Mouth Steel Bottle', 'Leakproof Sports Bottle', 'Travel Mug with Lid', 'Insulated Bottle 500 ml'];

function item(no: number): BazaarItem {
  const own = no === 3;
  const maker = own ? 'Alder & Pine' : (MAKERS[1 + (no % (MAKERS.length - 1))] ?? 'Tundra');
  const cents = 1_799 + ((no * 211) % 2_400);
  return {
    id: `BZ${10_400 + no}`, title: `${maker} ${own ? 'Insulated Bottle 750 ml Leakproof BPA Free' : `${KINDS[no % KINDS.length]} ${no % 2 ? 'BPA Free Stainless Steel' : 'Stainless Steel Leakproof'}`}`,
    seller: own ? 'Alder & Pine' : `${maker} Direct`, cents: own ? 2_999 : cents, listCents: no % 5 === 0 ? cents + 800 : null, inStock: no % 17 !== 0, rating: 3.6 + ((no * 3) % 14) / 10, reviewCount: 40 + ((no * 97) % 2_300), condition: 'New', shippingCents: 0, grams: null, stars: null,
  };
}

const RULES: BazaarState['rules'] = [
  { title: '1. Fees', clauses: ['Bazaar charges a referral fee of 12% of the item price, with a minimum of $0.30 per item.', 'A monthly subscription of $39.99 applies to professional sellers.', 'Refund administration fees are the lesser of $5.00 or 20% of the referral fee.'] },
  { title: '2. Listings', clauses: ['Titles must not exceed 200 characters and must not contain prices or claims of free shipping.', 'The main image shows the product on a white background and fills at least 85% of the frame.', 'Duplicate listings of one product are removed without notice.'] },
  { title: '3. Pricing', clauses: ['The price on Bazaar must not be significantly higher than on other channels of the same seller.', 'Reference prices must have been charged for at least 28 of the last 90 days.'] },
  { title: '4. Delivery', clauses: ['Orders must be dispatched within two business days.', 'The late dispatch rate must stay under 4% over 30 days.'] },
  { title: '5. Reviews', clauses: ['Sellers must not offer compensation for reviews.', 'Requests for reviews must be neutral and sent once per order.'] },
];

/** What goes into a bottle: sold by weight, with its ratings by stars. */
export const POWDER = 'BZ10461';

function powder(): BazaarItem {
  return { ...item(61), id: POWDER, title: 'Tundra Isotonic Drink Powder Lemon', seller: 'Tundra Direct', cents: 1_799, grams: 500, listCents: null, inStock: true, ...ratedBy([4, 6, 18, 52, 140]) };
}

/** Ratings by stars, with their mean. */
export function ratedBy(stars: readonly number[]): Pick<BazaarItem, 'stars' | 'rating' | 'reviewCount'> {
  const count = stars.reduce((sum, one) => sum + one, 0);
  return { stars, reviewCount: count, rating: stars.reduce((sum, one, i) => sum + one * (i + 1), 0) / count };
}

/** The marketplace on its first day: sixty bottles, the operator's own one third in the search, and a powder. */
export function openBazaar(): BazaarState {
  const items = Array.from({ length: 60 }, (_, i) => item(i + 1));
  return { items: [...items, powder()], organic: items.map((one) => one.id), sponsored: ['BZ10440', 'BZ10452', 'BZ10457'], rules: RULES, faults: [] };
}
