import { add, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import type { PageScan } from '../markup/mention.ts';
import { PROMOTION_MARK } from '../markup/words.ts';
import { promotionsOf } from '../promotion-place.ts';
import { place } from './place.ts';

const MOST = 20;

/**
 * Promotions in words near the heading; the whole shop's banners stand above it, other articles' below. What stands in an element
 * made for promotions is kept also when it is not understood.
 */
export function promotionTexts(scan: PageScan, start: number, page: PageContext, into: Candidates): void {
  const near = scan.promotions.filter(({ region, hidden, order }) => region === 'main' && !hidden && order >= start - 5 && order <= start + 150);
  const mentions = near.filter(({ text }, index) => near.findIndex((other) => other.text === text) === index).slice(0, MOST);
  const read = mentions.map((mention) => ({ mention, found: promotionsOf(mention.text, page) }));
  const understood = read.filter(({ found }) => found.some(({ mechanic }) => mechanic !== 'unrecognised'));
  for (const { mention, found } of understood) add(into, 'promotions', found, 0.6, place(mention));
  for (const { mention, found } of read) {
    // Of an element and the ones around it the words are told once, by the one that was understood.
    const isTold = understood.some(({ mention: { text } }) => text.includes(mention.text) || mention.text.includes(text));
    if (found.length > 0 && !isTold && PROMOTION_MARK.test(mention.own)) add(into, 'promotions', found, 0.4, place(mention));
  }
}
