import type { RankedItem } from '../../../model/listing.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { canonicalUrl } from '../url.ts';
import { cleanTitle } from './clean-title.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import type { Layout } from './layouts.ts';
import { idOf, knownId, ownId } from './ids.ts';
import { bare, itemLink } from './links.ts';
import type { Marks } from './marks.ts';
import { isMarked } from './names.ts';
import { pricesOf } from './prices.ts';
import { select } from './select.ts';
import { ratingOf, reviewCountOf } from './stars.ts';
import { titleOf } from './title.ts';
import { AD_URL, SPONSORED, SPONSORED_MARK, SPONSORED_START, TITLE_MARK, WEAK_LINK } from './words.ts';

/** An item before it has a place in the list. */
export type Item = Omit<RankedItem, 'position' | 'organicPosition'>;

/** Reads one block of a list; undefined when it has no title or no address. `repeated`: texts that many blocks have, which name none of them. */
export function itemOf(page: FlatPage, block: FlatElement, base: URL, hints: CurrencyHints, marks: Marks, layout?: Layout, repeated?: ReadonlySet<string>): Item | undefined {
  const within = (selector: string | undefined): FlatElement[] | undefined => {
    const found = selector === undefined ? [] : select(page, selector, block);
    return found.length > 0 ? found : undefined;
  };
  const id = layout?.id === undefined ? undefined : block.attributes[layout.id] ?? within(`[${layout.id}]`)?.[0]?.attributes[layout.id];
  if (layout?.idRequired && !id) return undefined;
  const link = (within(layout?.link) ?? []).map((element) => itemLink(page, element, base)).find((url) => url !== undefined) ?? primaryLink(page, block, base);
  const own = link === undefined && !layout ? ownId(page, block) : undefined;
  const address = link ?? (id && layout?.url ? layout.url.replace('{id}', encodeURIComponent(id)) : own && `#${encodeURIComponent(own)}`);
  const stated = layout?.title?.flatMap((selector) => within(selector) ?? []).map((element) => textOf(page, element) || (element.attributes['title'] ?? '')).find((text) => text !== '');
  const title = cleanTitle(stated ?? titleOf(page, block, base, link, marks, repeated));
  if (address === undefined || title === '') return undefined;
  const url = new URL(address, base);
  const [price, listPrice] = [within(layout?.price), within(layout?.listPrice)];
  const rating = ratingOf(page, block, within(layout?.rating));
  const reviewCount = reviewCountOf(page, block, within(layout?.reviewCount));
  return {
    productId: (id ?? own) || idOf(page, block, url), title, url: own ? url.href : canonicalUrl(url), sponsored: within(layout?.sponsored) !== undefined || isSponsored(page, block),
    ...pricesOf(page, block, hints, { ...(price && { price }), ...(listPrice && { listPrice }) }), ...(rating && { rating }), ...(reviewCount && { reviewCount }),
  };
}

/** More elements than this are looked at in no block. */
const MAX_INSIDE = 600;

function elementsIn(page: FlatPage, block: FlatElement): readonly FlatElement[] {
  return page.elements.slice(block.index, Math.min(block.end, block.index + MAX_INSIDE));
}

/** The address most links of the block lead to, those with a picture or in a heading before others. */
function primaryLink(page: FlatPage, block: FlatElement, base: URL): string | undefined {
  const scores = new Map<string, { readonly url: string; readonly score: number }>();
  const inside = elementsIn(page, block);
  const above = [...upwards(page, block.parent, 2)].filter((element) => element.tag === 'a');
  const anchors = [...inside.filter((one) => one.tag === 'a'), ...above];
  for (const element of anchors.some((one) => itemLink(page, one, base) !== undefined) ? anchors : inside) {
    const url = itemLink(page, element, base);
    if (url === undefined) continue;
    const picture = page.elements.slice(element.index, element.end).some((one) => one.tag === 'img');
    const heading = [...upwards(page, element.index, 4)].some((one) => /^h[1-6]$/.test(one.tag) || isMarked(TITLE_MARK, one.attributes['class'] ?? '')) || page.elements.slice(element.index, element.end).some((one) => /^h[1-6]$/.test(one.tag));
    const text = textOf(page, element, 120).length;
    const seen = scores.get(bare(url));
    scores.set(bare(url), { url: seen?.url ?? url, score: (seen?.score ?? (WEAK_LINK.test(url) ? -6 : 0)) + 1 + (picture ? 2 : 0) + (heading ? 2 : 0) + (text > 15 ? 1 : 0) });
  }
  return [...scores.values()].toSorted((a, b) => b.score - a.score)[0]?.url;
}

/** What makes an item one of its own: the number in its address, else its id and its address. */
export function keyOf(item: Item): string {
  const url = new URL(item.url);
  return knownId(url) ?? `${item.productId} ${url.pathname}${url.hash}`;
}

function isSponsored(page: FlatPage, block: FlatElement): boolean {
  const inside = elementsIn(page, block);
  if (inside.some((element) => element.tag === 'a' && AD_URL.test(element.attributes['href'] ?? ''))) return true;
  if (inside.some((element) => isMarked(SPONSORED_MARK, element.attributes['class'] ?? '') || /^(?:true|1|sponsored)$/i.test(element.attributes['data-sponsored'] ?? element.attributes['data-is-sponsored'] ?? element.attributes['data-is-ad'] ?? '') || SPONSORED.has((element.attributes['aria-label'] ?? '').trim().toLowerCase()))) return true;
  for (let i = block.textFrom; i < block.textTo; i += 1) {
    const text = (page.texts[i]?.text ?? '').replace(/\s+/g, ' ').trim();
    if (text.length <= 30 && SPONSORED.has(text.toLowerCase().replace(/^[【[(（]+|[】:.()）[\]\s]+$/g, '')) || text.length <= 60 && SPONSORED_START.test(text)) return true;
  }
  return false;
}
