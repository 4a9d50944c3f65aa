import type { Candidates } from '../candidates.ts';
import { PROMOTION_WORD } from '../markup/words.ts';
import type { Graph } from '../schema-org/nodes.ts';

/** Marks of a price that is not the one to pay: where one stands, the visible page must be looked at. Begins with rare letters, for speed. */
const OLD_PRICE = /<del\b|<s>|<s\s|<strike|line-through|price(?<=["\s_-](?:old|was|list|rrp|uvp|msrp|strike|crossed|regular|original|compare|previous|before)-?_?-?price)|price[_-]{1,2}(?:old|was|list|rrp|strike|crossed|regular|original|compare|previous|before)|(?:strike|rrp|msrp)(?<=class=["'][^"']{0,80}\b(?:strike|rrp|msrp))/i;
/** Words that say sold out in the languages of the shops; whether they speak of this article is decided on the page. */
const SOLD_OUT = /sold[\s-]?out|out[\s-]of[\s-]stock|ausverkauft|nicht (?:mehr )?(?:lieferbar|verf)|rupture|agotado|esaurit|esgotado|indispon|uitverkocht|wyprzedan|niedost|vypredan|vyprod|nie je mo|nelze |currently unavailable|no longer available|udsolgt|utsolgt|slutsåld/i;
/** … of other scripts: apart from the others, because ignoring case among them is slow. */
const SOLD_OUT_WIDE = /[éÉ]puis[éÉ]|売り切れ|在庫切れ|品切れ|售罄|缺货|已下架|无货|[Nn]ení možné|품절|[Нн]ет в наличии/;
/** An element made to hold a promotion's words. */
const PROMOTION_CLASS = /class=["'][^"'<>]{0,80}\b(?:promo(?:tion)?s?|coupon|voucher|special-?offer|multi-?buy|youhui|manjian)\b/i;
const RATED = /itemprop=["']ratingValue|\d ?(?:out of|of|von|de|sur) ?5\b|aggregateRating/i;

/** True when the data cut from the page answer everything that matters and nothing on the page speaks against them. */
export function isEnough(found: Candidates, html: string, jsonLd: Graph): boolean {
  const price = found.price.find(({ value, evidence }) => value.kind === 'page' && (evidence.method === 'json-ld' || evidence.method === 'embedded-state'));
  if (!price || found.title.length === 0 || found.availability.length === 0) return false;
  if (!price.value.currency && found.currency.length === 0) return false;
  if (found.sku.length === 0 || found.brand.length === 0 || disagree(found)) return false;
  const near = nearHeading(html);
  if (found.promotions.length === 0 && (PROMOTION_WORD.test(near) || PROMOTION_CLASS.test(near))) return false;
  if (found.listPrice.length === 0 && OLD_PRICE.test(near)) return false;
  if (found.rating.length === 0 && jsonLd.products.length > 0 && RATED.test(html)) return false;
  return found.availability.every(({ value }) => value === 'out_of_stock') || !(SOLD_OUT.test(near) || SOLD_OUT_WIDE.test(near));
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
