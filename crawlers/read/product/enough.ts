import type { PageText } from '../bytes/page.ts';
import type { Candidates } from '../candidates.ts';
import { foldedTitle, isFuller } from '../decide/title.ts';
import { plainText } from '../markup/entities.ts';
import type { Graph } from '../schema-org/nodes.ts';
import { saysSoldOut, searched, showsOldPrice, showsPromotion, showsUnitPrice, type Searched } from './against.ts';
import type { PageWords } from './page-words.ts';
import { showsOtherNumber } from './shown-number.ts';

const RATED = /itemprop=["']ratingValue|\d ?(?:out of|of|von|de|sur) ?5\b|aggregateRating/i;

/** True when the data cut from the page answer everything that matters and nothing on the page speaks against them. */
export function isEnough(found: Candidates, text: PageText, words: PageWords, jsonLd: Graph): boolean {
  const price = found.price.find(({ value, evidence }) => value.kind === 'page' && (evidence.method === 'json-ld' || evidence.method === 'embedded-state'));
  if (!price || found.title.length === 0 || found.availability.length === 0) return false;
  if (!price.value.currency && found.currency.length === 0) return false;
  if (found.sku.length === 0 || found.brand.length === 0 || disagree(found) || headingSaysMore(found, text)) return false;
  const near = nearHeading(text, words);
  if (found.promotions.length === 0 && showsPromotion(near)) return false;
  if (found.listPrice.length === 0 && showsOldPrice(near)) return false;
  if (found.unitPrice.length === 0 && showsUnitPrice(near)) return false;
  if (showsOtherNumber(near, found.sku.map(({ value }) => value))) return false;
  if (found.rating.length === 0 && jsonLd.products.length > 0 && RATED.test(text.marks)) return false;
  return found.availability.every(({ value }) => value === 'out_of_stock') || !saysSoldOut(near);
}

/** The part of the page where the article is sold: from a little before its heading to well behind it; else all of it. */
function nearHeading(text: PageText, words: PageWords): Searched {
  const heading = text.marks.search(/<h1[\s>]/i);
  return heading < 0 ? searched(text, words) : searched(text, words, Math.max(0, heading - 10_000), heading + 40_000);
}

/** True when the heading is the name with brand or colour put to it: it becomes the title, and must do so each time. */
function headingSaysMore(found: Candidates, text: PageText): boolean {
  const open = /<h1(?:\s[^<>]{0,2000})?>/i.exec(text.marks);
  if (!open) return false;
  const rest = text.cut(open.index + open[0].length, open.index + open[0].length + 2_000);
  const heading = foldedTitle(plainText(rest.slice(0, Math.max(0, rest.search(/<\/h1/i))), 500));
  const parts = [...found.brand.map(({ value }) => value), ...found.attributes.flatMap(({ value }) => value['color'] ?? [])].map(foldedTitle);
  return found.title.some(({ value }) => isFuller(heading, foldedTitle(value), parts));
}

function disagree(found: Candidates): boolean {
  const amounts = new Set(found.price.map(({ value }) => Number(value.amount)));
  const states = new Set(found.availability.map(({ value }) => value));
  return amounts.size > 1 || states.size > 1;
}
