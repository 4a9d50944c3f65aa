import type { Count, RankedItem, Rating } from '../../../model/listing.ts';
import { parseCount } from '../text/count.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { parseRating, ratingOfMarkup } from '../text/rating.ts';
import { canonicalUrl } from '../url.ts';
import { itemLink } from './blocks.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import type { Layout } from './layouts.ts';
import { pricesOf } from './prices.ts';
import { select } from './select.ts';
import { ID_ATTRIBUTES, RATING_MARK, SPONSORED, SPONSORED_MARK, TITLE_MARK, TITLE_PREFIX, TITLE_SUFFIX } from './words.ts';

/** An item before it has a place in the list. */
export type Item = Omit<RankedItem, 'position' | 'organicPosition'>;

/** Reads one block of a list; undefined when it has no title or no address. */
export function itemOf(page: FlatPage, block: FlatElement, base: URL, hints: CurrencyHints, layout?: Layout): Item | undefined {
  const within = (selector: string | undefined): FlatElement[] | undefined => {
    const found = selector === undefined ? [] : select(page, selector, block);
    return found.length > 0 ? found : undefined;
  };
  const id = layout?.id === undefined ? undefined : block.attributes[layout.id] ?? within(`[${layout.id}]`)?.[0]?.attributes[layout.id];
  if (layout?.idRequired && !id) return undefined;
  const link = (within(layout?.link) ?? []).map((element) => itemLink(page, element, base)).find((url) => url !== undefined) ?? primaryLink(page, block, base);
  const address = link ?? (id && layout?.url ? layout.url.replace('{id}', encodeURIComponent(id)) : undefined);
  const title = cleanTitle(within(layout?.title)?.map((element) => textOf(page, element)).find((text) => text !== '') ?? titleOf(page, block, base));
  if (address === undefined || title === '') return undefined;
  const url = new URL(address);
  const [price, listPrice] = [within(layout?.price), within(layout?.listPrice)];
  const rating = ratingOf(page, block, within(layout?.rating));
  const reviewCount = reviewCountOf(page, block, within(layout?.reviewCount));
  return {
    productId: id || idOf(page, block, url), title, url: canonicalUrl(url), sponsored: within(layout?.sponsored) !== undefined || isSponsored(page, block),
    ...pricesOf(page, block, hints, { ...(price && { price }), ...(listPrice && { listPrice }) }), ...(rating && { rating }), ...(reviewCount && { reviewCount }),
  };
}

function elementsIn(page: FlatPage, block: FlatElement): readonly FlatElement[] {
  return page.elements.slice(block.index, Math.min(block.end, block.index + 600));
}

/** The address most links of the block lead to, those with a picture or in a heading before others. */
function primaryLink(page: FlatPage, block: FlatElement, base: URL): string | undefined {
  const scores = new Map<string, number>();
  const inside = elementsIn(page, block);
  const above = [...upwards(page, block.parent, 2)].filter((element) => element.tag === 'a');
  for (const element of [...inside.filter((one) => one.tag === 'a'), ...above]) {
    const url = itemLink(page, element, base);
    if (url === undefined) continue;
    const picture = page.elements.slice(element.index, element.end).some((one) => one.tag === 'img');
    const heading = [...upwards(page, element.index, 4)].some((one) => /^h[1-6]$/.test(one.tag) || TITLE_MARK.test(one.attributes['class'] ?? '')) || page.elements.slice(element.index, element.end).some((one) => /^h[1-6]$/.test(one.tag));
    const text = textOf(page, element, 120).length;
    scores.set(url, (scores.get(url) ?? 0) + 1 + (picture ? 2 : 0) + (heading ? 2 : 0) + (text > 15 ? 1 : 0));
  }
  return [...scores].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** The words of the heading, else of the element that is named so, else of the link, else of the picture. */
function titleOf(page: FlatPage, block: FlatElement, base: URL): string {
  const inside = elementsIn(page, block);
  const texts = (fits: (element: FlatElement) => boolean): string[] => inside.filter(fits).map((element) => textOf(page, element)).filter((text) => /\p{L}{2}/u.test(text) && !isPriceText(text));
  const heading = texts((element) => /^h[1-6]$/.test(element.tag))[0] ?? texts((element) => element.attributes['itemprop'] === 'name')[0] ?? texts((element) => element !== block && TITLE_MARK.test(`${element.attributes['class'] ?? ''} ${element.attributes['data-testid'] ?? ''}`))[0];
  if (heading !== undefined) return heading;
  const links = inside.filter((element) => element.tag === 'a' && itemLink(page, element, base) !== undefined);
  const said = links.map((element) => element.attributes['title'] ?? element.attributes['aria-label'] ?? '').find((text) => text.trim().length > 3);
  const longest = links.map((element) => textOf(page, element)).filter((text) => !isPriceText(text)).toSorted((a, b) => b.length - a.length)[0];
  const alt = inside.find((element) => element.tag === 'img' && (element.attributes['alt'] ?? '').trim().length > 3)?.attributes['alt'];
  return said ?? (longest !== undefined && longest.length > 3 && longest.length < 200 ? longest : alt ?? longest ?? '');
}

function isPriceText(text: string): boolean {
  return text.length < 25 && /\d/.test(text) && !/\p{L}{4}/u.test(text);
}

function cleanTitle(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(TITLE_PREFIX, '').replace(TITLE_SUFFIX, '').trim().slice(0, 500);
}

const ITEM_HOSTS: readonly RegExp[] = [/\/(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?=[/?#]|$)/, /\/itm\/(?:[^/]+\/)?(\d{9,15})/, /item\.(?:m\.)?jd\.(?:com|hk)\/(?:product\/)?(\d{4,})/, /[?&](?:id|itemId|item_id|goods_id|pid|product_id|productId|sku|skuId)=([\w-]{2,40})/i, /\/(?:item|product|products|p|ip|i|goods|listing|artikel|produkt)\/(?:[^/?#]+\/)?(\d{4,20})(?=[/?#.]|$)/i];

/** The product id: a data attribute of the block, else what the address holds, else its last path segment. */
function idOf(page: FlatPage, block: FlatElement, url: URL): string {
  for (const name of ID_ATTRIBUTES) {
    const value = block.attributes[name] ?? elementsIn(page, block).find((element) => /^[\w.-]{2,40}$/.test(element.attributes[name] ?? ''))?.attributes[name];
    if (value !== undefined && /^[\w.-]{2,40}$/.test(value)) return value;
  }
  return idOfUrl(url);
}

/** The product id in an item's address. */
export function idOfUrl(url: URL): string {
  for (const pattern of ITEM_HOSTS) {
    const id = pattern.exec(url.href)?.[1];
    if (id !== undefined) return id;
  }
  const segment = url.pathname.split('/').findLast((part) => part !== '') ?? url.hostname;
  const bare = segment.replace(/\.(?:html?|php|aspx?|jsp)$/i, '');
  return /(?:^|[-_.])(\d{5,20})$/.exec(bare)?.[1] ?? bare;
}

function isSponsored(page: FlatPage, block: FlatElement): boolean {
  const inside = elementsIn(page, block);
  if (inside.some((element) => SPONSORED_MARK.test(element.attributes['class'] ?? '') || /^(?:true|1|sponsored)$/i.test(element.attributes['data-sponsored'] ?? element.attributes['data-is-sponsored'] ?? element.attributes['data-is-ad'] ?? '') || SPONSORED.has((element.attributes['aria-label'] ?? '').trim().toLowerCase()))) return true;
  for (let i = block.textFrom; i < block.textTo; i += 1) {
    const text = (page.texts[i]?.text ?? '').replace(/\s+/g, ' ').trim();
    if (text.length <= 30 && SPONSORED.has(text.toLowerCase())) return true;
  }
  return false;
}

function ratingOf(page: FlatPage, block: FlatElement, chosen: readonly FlatElement[] | undefined): Rating | undefined {
  for (const element of chosen ?? []) {
    const read = parseRating(textOf(page, element, 80)) ?? parseRating(element.attributes['aria-label'] ?? '');
    if (read) return read;
  }
  for (const element of elementsIn(page, block)) {
    const { attributes } = element;
    const label = attributes['aria-label'] ?? attributes['title'] ?? attributes['alt'] ?? '';
    if (/\d/.test(label) && label.length < 120 && /star|stern|étoile|estrella|stell|estrela|gwiazd|ster|out of|星|★|rating|bewertung|评分/iu.test(label)) {
      const read = parseRating(label);
      if (read) return read;
    }
    const mark = `${attributes['class'] ?? ''} ${attributes['data-testid'] ?? ''}`;
    if (!RATING_MARK.test(mark)) continue;
    const text = textOf(page, element, 80);
    const read = (text.length < 60 && /\d[.,]\d|★|\d ?\/ ?\d/.test(text) ? parseRating(text) : undefined) ?? dataRating(attributes) ?? ratingOfClasses(mark, attributes['style'] ?? '');
    if (read) return read;
  }
  return undefined;
}

function dataRating(attributes: Readonly<Record<string, string>>): Rating | undefined {
  const value = attributes['data-rating'] ?? attributes['data-score'] ?? attributes['data-average'];
  return value === undefined || !/^\d(?:[.,]\d+)?$/.test(value) ? undefined : parseRating(value);
}

/** Stars drawn by a class of their own (`a-star-4-5`, `rating-4`, `star-rating Three`) or by the width of a bar; names made by build tools do not count. */
function ratingOfClasses(mark: string, style: string): Rating | undefined {
  for (const name of mark.split(/\s+/)) {
    const drawn = /^(?:[a-z]{1,12}-){0,2}(?:stars?|rating|rate|score)[-_]{1,2}([0-5])(?:[-_.](\d))?$/i.exec(name);
    if (drawn) return parseRating(`${drawn[1] ?? ''}.${drawn[2] ?? '0'}`);
  }
  return /width:\s*\d/.test(style) ? ratingOfMarkup(`<i class="rating" style="${style.replace(/["<>]/g, '')}"></i>`) : WORD_STARS[/\b(one|two|three|four|five)\b/i.exec(mark)?.[1]?.toLowerCase() ?? ''];
}

const WORD_STARS: Readonly<Record<string, Rating>> = { one: { value: 1, scale: 5 }, two: { value: 2, scale: 5 }, three: { value: 3, scale: 5 }, four: { value: 4, scale: 5 }, five: { value: 5, scale: 5 } };

function reviewCountOf(page: FlatPage, block: FlatElement, chosen: readonly FlatElement[] | undefined): Count | undefined {
  for (const element of chosen ?? []) {
    const read = parseCount(textOf(page, element, 60)) ?? parseCount(element.attributes['aria-label'] ?? '');
    if (read) return read;
  }
  for (let i = block.textFrom; i < Math.min(block.textTo, block.textFrom + 120); i += 1) {
    const run = page.texts[i];
    const text = run?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (!run || !/\d/.test(text) || text.length > 50) continue;
    const named = /review|rating|bewertung|rezension|\bavis\b|opini|valoracion|reseña|recension|avalia|ocen|beoordeling|omdöme|отзыв|评价|评论|評價|レビュー|件の評価|리뷰|comment/iu.test(text);
    const bracketed = /^\(\s*[\d.,]+[kK万]?\+?\s*\)$/.test(text) && [...upwards(page, run.element, 5)].some((element) => element.index > block.index && (RATING_MARK.test(`${element.attributes['class'] ?? ''} ${element.attributes['aria-label'] ?? ''}`)));
    const read = named || bracketed ? parseCount(text) : undefined;
    if (read) return read;
  }
  return undefined;
}
