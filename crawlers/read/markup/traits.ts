import { remembered } from '../text/remembered.ts';
import { STRUCK, type Frame } from './mention.ts';
import { regionOf, type Region } from './regions.ts';
import { BRAND_MARK, BUY_MARK, PRICE_MARK, PROMOTION_MARK, SELLER_MARK, SKU_MARK, STOCK_MARK, TITLE_MARK } from './words.ts';

/** What an element's tag and names say, whatever its place and text. */
export interface Traits {
  readonly region: Region | undefined;
  readonly wants: Frame['wants'];
  readonly disabled: boolean;
  /** Not shown on a wide screen, by the names that style sheets of most shops use for it. */
  readonly hidden: boolean;
  /** A button that sells by its name, whatever its words. */
  readonly buys: boolean;
  readonly crumbs: boolean;
  /** A list that opens out of something else: other categories beside a part of the trail. */
  readonly menu: boolean;
}

const HIDDEN = /(?:^|\s)(?:d-none|display-none|displaynone|disp-none|hidden|is-hidden|js-hidden|ng-hide|u-hidden|hide|is-hide|dn|none)(?:$|\s)/;
/** Hidden on small screens alone. */
const SHOWN_WIDE = /(?:^|\s)(?:(?:sm|md|lg|xl|2xl|desktop|tablet):|d-(?:sm|md|lg|xl|xxl)-(?!none)|visible-|show-)/;

/** Class, id and test names of an element in lower case, at most 300 characters; the tag too, where the shop has made it: `product-price`. */
export function namesOf(tag: string, attributes: Readonly<Record<string, string>>): string {
  const test = attributes['data-testid'] ?? attributes['data-test'] ?? attributes['data-qa'];
  let names = attributes['class'] ?? '';
  for (const more of [tag.includes('-') ? tag : undefined, attributes['id'], attributes['itemprop'], test]) if (more) names = names === '' ? more : `${names} ${more}`;
  return names === '' ? '' : names.slice(0, 300).toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** The traits of elements of one page. Pages repeat few names on many elements, so that each pair is judged once. */
export class TraitTable {
  readonly #known = new Map<string, Traits>();

  of(tag: string, own: string): Traits {
    const key = `${tag}|${own}`;
    const known = this.#known.get(key);
    if (known) return known;
    const traits = traitsOfKey(key);
    if (this.#known.size < 20_000) this.#known.set(key, traits);
    return traits;
  }
}

/** A template has the same names on all its pages. */
const traitsOfKey = remembered((key) => {
  const at = key.indexOf('|');
  return traitsOf(key.slice(0, at), key.slice(at + 1));
});

function traitsOf(tag: string, own: string): Traits {
  return {
    region: regionOf(tag, own), wants: wanted(tag, own),
    hidden: HIDDEN.test(own) && !SHOWN_WIDE.test(own), buys: (tag === 'button' || tag === 'a' || tag === 'input') && BUY_MARK.test(own) && !/wish|compare|list(?:$|\s)/.test(own),
    disabled: /(?:^|[\s_-])disabled(?:$|[\s_-])/.test(own), menu: /(?:dropdown|sub|flyout|popover)-?_?(?:menu|list|content|nav)/.test(own) && !/crumb/.test(own),
    crumbs: /breadcrumb|bread-crumb|krumel|ariane/.test(own) && !/modal|dialog|popup/.test(own),
  };
}

/** Which of an element's whole texts are of interest. */
function wanted(tag: string, own: string): Frame['wants'] {
  const wants: Frame['wants'][number][] = [];
  if (tag === 'h1' || tag === 'h2' || tag === 'h3') wants.push('heading');
  if (tag === 'h2' || tag === 'h3' || tag === 'h4' || TITLE_MARK.test(own)) wants.push('titled');
  if (tag === 'button' || (tag !== 'body' && tag !== 'form' && /btn|button|add[-_]?to|buy|basket|cart/.test(own))) wants.push('button');
  if (own !== '' && tag !== 'body' && tag !== 'html') {
    if (PRICE_MARK.test(own) || STRUCK.has(tag)) wants.push('price');
    if (STOCK_MARK.test(own)) wants.push('stock');
    if (PROMOTION_MARK.test(own)) wants.push('promotion');
    if (BRAND_MARK.test(own) && own.length < 120) wants.push('brand');
    if (SELLER_MARK.test(own)) wants.push('seller');
    if (SKU_MARK.test(own)) wants.push('number');
  } else if (STRUCK.has(tag)) wants.push('price');
  return wants;
}
