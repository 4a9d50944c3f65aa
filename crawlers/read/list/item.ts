import type { RankedItem } from '../../../model/listing.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { canonicalUrl } from '../url.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import type { Layout } from './layouts.ts';
import { itemLink } from './marks.ts';
import { pricesOf } from './prices.ts';
import { select } from './select.ts';
import { ratingOf, reviewCountOf } from './stars.ts';
import { cleanTitle, titleOf } from './title.ts';
import { AD_URL, ID_ATTRIBUTES, SPONSORED, SPONSORED_MARK, SPONSORED_START, TITLE_MARK, WEAK_LINK } from './words.ts';

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
  const title = cleanTitle(within(layout?.title)?.map((element) => textOf(page, element)).find((text) => text !== '') ?? titleOf(page, block, base, link));
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
    scores.set(url, (scores.get(url) ?? 0) + 1 + (picture ? 2 : 0) + (heading ? 2 : 0) + (text > 15 ? 1 : 0) - (WEAK_LINK.test(url) ? 6 : 0));
  }
  return [...scores].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

const ITEM_HOSTS: readonly RegExp[] = [/\/(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?=[/?#]|$)/, /\/itm\/(?:[^/]+\/)?(\d{9,15})/, /item\.(?:m\.)?jd\.(?:com|hk)\/(?:product\/)?(\d{4,})/, /[?&](?:id|itemId|item_id|goods_id|pid|product_id|productId|sku|skuId)=([\w-]{2,40})/i, /\/(?:item|product|products|p|ip|i|goods|listing|artikel|produkt)\/(?:[^/?#]+\/)?(\d{4,20})(?=[/?#.]|$)/i];

/** The product id: the number in an address of a known form, else a data attribute of the block, else the last segment of the address. */
function idOf(page: FlatPage, block: FlatElement, url: URL): string {
  const known = knownId(url);
  if (known !== undefined) return known;
  for (const name of ID_ATTRIBUTES) {
    const value = block.attributes[name] ?? elementsIn(page, block).find((element) => /^[\w.-]{2,40}$/.test(element.attributes[name] ?? ''))?.attributes[name];
    if (value !== undefined && /^[\w.-]{2,40}$/.test(value)) return value;
  }
  return idOfUrl(url);
}

function knownId(url: URL): string | undefined {
  for (const pattern of ITEM_HOSTS) {
    const id = pattern.exec(url.href)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The product id in an item's address. */
export function idOfUrl(url: URL): string {
  const known = knownId(url);
  if (known !== undefined) return known;
  const segment = url.pathname.split('/').findLast((part) => part !== '') ?? url.hostname;
  const bare = segment.replace(/\.(?:html?|php|aspx?|jsp)$/i, '');
  return /(?:^|[-_.])(\d{5,20})$/.exec(bare)?.[1] ?? bare;
}

function isSponsored(page: FlatPage, block: FlatElement): boolean {
  const inside = elementsIn(page, block);
  if (inside.some((element) => element.tag === 'a' && AD_URL.test(element.attributes['href'] ?? ''))) return true;
  if (inside.some((element) => SPONSORED_MARK.test(element.attributes['class'] ?? '') || /^(?:true|1|sponsored)$/i.test(element.attributes['data-sponsored'] ?? element.attributes['data-is-sponsored'] ?? element.attributes['data-is-ad'] ?? '') || SPONSORED.has((element.attributes['aria-label'] ?? '').trim().toLowerCase()))) return true;
  for (let i = block.textFrom; i < block.textTo; i += 1) {
    const text = (page.texts[i]?.text ?? '').replace(/\s+/g, ' ').trim();
    if (text.length <= 30 && SPONSORED.has(text.toLowerCase().replace(/[:.()[\]\s]+$/, '')) || text.length <= 60 && SPONSORED_START.test(text)) return true;
  }
  return false;
}
