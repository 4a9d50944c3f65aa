import type { FlatElement, FlatPage } from './flat.ts';
import { NOT_ITEM_LINK } from './words.ts';

const addresses = new WeakMap<FlatElement, { readonly url: string | undefined }>();

/** The address an anchor, or a card that scripts make one, leads to when it can be an item: on the same site or a marketplace's item host, not the page itself. */
export function itemLink(page: FlatPage, element: FlatElement, base: URL): string | undefined {
  const known = addresses.get(element) ?? { url: addressOf(page, element, base) };
  addresses.set(element, known);
  return known.url;
}

/** Where an element leads: anchors by themselves, others by attributes that scripts read. */
export function hrefOf({ tag, attributes }: FlatElement): string | undefined {
  if (tag === 'a') return attributes['href'];
  if (tag === 'link' || tag === 'img') return undefined;
  const said = attributes['data-href'] ?? attributes['data-product-url'] ?? attributes['data-product-link'] ?? attributes['data-link'] ?? (tag.includes('-') ? attributes['href'] ?? attributes['url'] : undefined);
  return said !== undefined && /^(?:https?:)?\/|^[\w-]+\.html?/i.test(said) ? said : undefined;
}

function addressOf(page: FlatPage, element: FlatElement, base: URL): string | undefined {
  const href = hrefOf(element)?.trim();
  if (!href || href.startsWith('#') || href.length > 4_000 || /^(?:javascript|mailto|tel|data):/i.test(href) || NOT_ITEM_LINK.test(href) || !URL.canParse(href, base.href)) return undefined;
  const url = unwrapped(new URL(href, base));
  if (url.pathname === '/' && !IDENTITY.test(url.search) || url.pathname === base.pathname && url.host === base.host && !IDENTITY.test(url.search)) return undefined;
  const heavy = element.textTo > element.textFrom || (element.attributes['title'] ?? element.attributes['aria-label'] ?? '') !== '' || element.end > element.index + 1;
  return heavy || element.tag !== 'a' || isStretched(page, element) ? url.href : undefined;
}

/** An empty link that is laid over its card: the only one beside pictures and texts. */
function isStretched(page: FlatPage, element: FlatElement): boolean {
  const parent = page.elements[element.parent];
  if (!parent || parent.textTo === parent.textFrom || parent.end - parent.index > 200) return false;
  for (let i = parent.index; i < parent.end; i += 1) if (i !== element.index && page.elements[i]?.tag === 'a') return false;
  return true;
}

/** Parameters that say which article an address stands for. */
const IDENTITY = /[?&](?:id|item|pid|sku|product\w*|artnr|article|(?:item|prd|prod|sku|spu|goods|offer|art|ware)_?(?:id|no|nr|code|key))=/i;

/** Where a counted click leads in the end: `/click?url=%2Fdp%2F…`. */
function unwrapped(url: URL): URL {
  if (!/click|redirect|sspa|track|\/aclk|\/out(?:\/|$)/i.test(url.pathname)) return url;
  for (const name of ['url', 'u', 'r', 'rd', 'target', 'dest', 'to', 'redirect', 'adurl', 'link', 'href', 'goto']) {
    const target = url.searchParams.get(name);
    if (target !== null && /^(?:https?:\/\/|\/)/.test(target) && URL.canParse(target, url.href)) return new URL(target, url);
  }
  return url;
}

/** A path that is the same for all articles. */
export const SCRIPT_PATH = /\.(?:jsp|aspx?|php|do|action|cgi|pl|cfm)$|\/servlet\/\w+$|\/(?:items?|goods|goods_?detail|details?|view|view_?item|products?|show|ads?|annonces?|listings?|offers?)(?:\.html?)?$/i;

/** An address without what only tracks. */
export function bare(url: string): string {
  return url.replace(/[?#].*$/, (rest, at: number) => (IDENTITY.test(rest) || SCRIPT_PATH.test(url.slice(0, at)) ? rest : '')).replace(/\/ref=[^/?#]{0,200}$/, '');
}
