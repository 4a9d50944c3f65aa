import type { Frame, Mention } from './mention.ts';
import { DIGIT, isOfSale } from './words.ts';

/** Where each kind of text goes. */
export const LISTS = { price: 'prices', stock: 'stock', button: 'buttons', heading: 'headings', titled: 'titled', promotion: 'promotions', brand: 'brands', seller: 'sellers', number: 'numbers' } as const;

/** Longer texts are none of those looked for. */
export const MAX_TEXT = 200;
/** Names of articles above the price; lists of other ones behind it have many more. */
const MAX_TITLED = 40;
const MAX_BRANDS = 100;
const MAX_NUMBER = 40;

/** The texts of a page by what they may tell. */
export type Found = Record<(typeof LISTS)[keyof typeof LISTS] | 'named' | 'ratings' | 'counts', Mention[]>;

export function nothingFound(): Found {
  return { prices: [], stock: [], buttons: [], headings: [], titled: [], named: [], ratings: [], counts: [], promotions: [], brands: [], sellers: [], numbers: [] };
}

/** Whether an element's text is kept for what its name speaks of. @param aside whether it stands behind a heading of other articles */
export function keeps(want: keyof typeof LISTS, frame: Frame, found: Found, aside: boolean): boolean {
  if (frame.text.trim() === '' || frame.text.length > MAX_TEXT) return false;
  if (want === 'price') return DIGIT.test(frame.text);
  if (want === 'brand') return frame.text.length <= 60 && found.brands.length <= MAX_BRANDS;
  if (want === 'number') return frame.text.length <= MAX_NUMBER;
  if (want === 'seller') return frame.text.length <= 80;
  if (want === 'titled') return !aside && frame.zone.region === 'main' && found.titled.length < MAX_TITLED;
  return want !== 'button' || frame.buys || isOfSale(frame.text);
}
