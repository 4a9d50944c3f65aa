import type { RankedItem } from '../../../model/listing.ts';
import { type Item, keyOf } from './item.ts';

/** Each item once; an advertisement of an item that stands in the list as well is another place. */
export function withoutRepeats(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = `${keyOf(item)}|${item.sponsored ? 'ad' : ''}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

/** Items with their places, counted over all and over those that nobody paid for. */
export function numbered(items: readonly Item[]): RankedItem[] {
  let organic = 0;
  return items.map((item, i) => {
    if (item.sponsored) return { position: i + 1, ...item };
    organic += 1;
    return { position: i + 1, organicPosition: organic, ...item };
  });
}
