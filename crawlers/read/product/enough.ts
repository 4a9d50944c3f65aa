import type { Candidates } from '../candidates.ts';
import type { Graph } from '../schema-org/nodes.ts';
import { saysSoldOut, searched, showsOldPrice, showsPromotion } from './against.ts';

const RATED = /itemprop=["']ratingValue|\d ?(?:out of|of|von|de|sur) ?5\b|aggregateRating/i;

/** True when the data cut from the page answer everything that matters and nothing on the page speaks against them. */
export function isEnough(found: Candidates, html: string, jsonLd: Graph): boolean {
  const price = found.price.find(({ value, evidence }) => value.kind === 'page' && (evidence.method === 'json-ld' || evidence.method === 'embedded-state'));
  if (!price || found.title.length === 0 || found.availability.length === 0) return false;
  if (!price.value.currency && found.currency.length === 0) return false;
  if (found.sku.length === 0 || found.brand.length === 0 || disagree(found)) return false;
  const near = searched(nearHeading(html));
  if (found.promotions.length === 0 && showsPromotion(near)) return false;
  if (found.listPrice.length === 0 && showsOldPrice(near)) return false;
  if (found.rating.length === 0 && jsonLd.products.length > 0 && RATED.test(html)) return false;
  return found.availability.every(({ value }) => value === 'out_of_stock') || !saysSoldOut(near);
}

/** The part of the page where the article is sold: from a little before its heading to well behind it; else all of it. */
function nearHeading(html: string): string {
  const heading = html.search(/<h1[\s>]/i);
  return heading < 0 ? html : html.slice(Math.max(0, heading - 10_000), heading + 40_000);
}

function disagree(found: Candidates): boolean {
  const amounts = new Set(found.price.map(({ value }) => Number(value.amount)));
  const states = new Set(found.availability.map(({ value }) => value));
  return amounts.size > 1 || states.size > 1;
}
