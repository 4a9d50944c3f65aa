import type { Evidence } from '../../../model/reading.ts';
import { evidence } from '../candidates.ts';
import type { Mention } from '../markup/mention.ts';
import type { Region } from '../markup/regions.ts';

/** Names of an element and those around it that are worth showing. */
const MOST_MARKS = 110;
/** Parts of a page that are not about the article itself, in words for operators. */
const PARTS: Readonly<Record<Exclude<Region, 'main'>, string>> = {
  related: 'other articles', navigation: 'navigation', cart: 'cart', reviews: 'reviews', financing: 'financing', shipping: 'shipping',
};

/** Evidence of a mention: where it stands, in which part of the page when it is not the article's own, and its words. */
export function place(mention: Mention): Evidence {
  const { tag, marks, region, struck, hidden, before } = mention;
  const notes = [region === 'main' ? '' : PARTS[region], struck ? 'struck through' : '', hidden ? 'hidden' : ''].filter(Boolean);
  return evidence('text', `${tag}${marks === '' ? '' : `.${marks.slice(0, MOST_MARKS)}`}${notes.length === 0 ? '' : ` [${notes.join(', ')}]`}${before === '' ? '' : ` after "${before.slice(-40).trim()}"`}`, mention.text);
}
