import type { FlatElement, FlatPage } from './flat.ts';
import { SCRIPT_PATH } from './links.ts';
import { ID_ATTRIBUTES } from './words.ts';

/** More elements than this are looked at in no block. */
const MAX_INSIDE = 600;
const ITEM_HOSTS: readonly RegExp[] = [/\/(ML[A-Z])-?(\d{6,})(?=[-/?#]|$)/, /[?&]wid=(ML[A-Z]\d{6,})/, /-([a-z\d]{9}-[a-z]\d{2})\.html$/, /[-_/]p-?(\d{6,14})(?:\.html?)?\/?(?=[?#]|$)/i, /\/(?:pd|prd|p|product)\/([A-Z]{1,6}\d[A-Z\d]{4,12})\/?(?=[?#]|$)/, /\/(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?=[/?#]|$)/, /\/itm\/(?:[^/]+\/)?(\d{9,15})/, /item\.(?:m\.)?jd\.(?:com|hk)\/(?:product\/)?(\d{4,})/, /\/(?:item|product|products|p|ip|i|goods|listing|artikel|produkt|offer|app)\/(?:[^/?#]+\/)?(\d{4,20})(?=[/?#.]|$)/i, /\/(?:products?|item|p|goods|artikel|produkt)\/([a-z]{1,4}-?\d{4,14}(?:-\d{2,4})?)(?=\/[^/?#])/i, /\/([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})\/?(?=[?#]|$)/i, /[?&](?:id|itemId|item_id|goods_?(?:id|no)|pid|products?_?(?:id|no)|prd_?(?:id|no)|prod_?id|sku|sku_?id|spu_?id|offer_?(?:id|key)|artnr|article)=([\w-]{1,40})/i];

/** The product id: the number in an address of a known form or the code it ends in, else a data attribute of the block, else the last segment of the address. */
export function idOf(page: FlatPage, block: FlatElement, url: URL): string {
  const known = knownId(url) ?? codeOf(url) ?? parameterOf(url);
  if (known !== undefined) return known;
  let found: { readonly value: string; readonly order: number } | undefined;
  for (let i = block.index; i < Math.min(block.end, block.index + MAX_INSIDE); i += 1) {
    for (const [name, value] of Object.entries(page.elements[i]?.attributes ?? {})) {
      const order = name.startsWith('data-') ? ID_ATTRIBUTES.indexOf(name) : -1;
      if (order >= 0 && order < (found?.order ?? ID_ATTRIBUTES.length) && (/^[\w.-]{2,40}$/.test(value) || /^\d$/.test(value) && /product|item/.test(name))) found = { value, order };
    }
  }
  if (found) return found.value;
  return idOfUrl(url);
}

/** The id that a block carries itself: in an attribute, as the number at the end of its own name, or as what its script is called with. */
export function ownId(page: FlatPage, block: FlatElement): string | undefined {
  const { attributes } = block;
  const stated = ID_ATTRIBUTES.map((name) => attributes[name]).find((value) => value !== undefined && /^[\w.-]{2,40}$/.test(value));
  return stated ?? /[-_](\d{3,20})$/.exec(attributes['id'] ?? '')?.[1] ?? calledWith(page, block);
}

/** The number or code in `javascript:show('5425016929131')`, where all calls of a block are with one. */
function calledWith(page: FlatPage, block: FlatElement): string | undefined {
  const found = new Set<string>();
  for (let i = block.index; i < Math.min(block.end, block.index + MAX_CALLS); i += 1) {
    const { href = '', onclick = '' } = page.elements[i]?.attributes ?? {};
    const id = CALLED.exec(/^javascript:/i.test(href) ? href.slice(0, 300) : onclick.slice(0, 300))?.[1];
    if (id !== undefined) found.add(id);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

const MAX_CALLS = 100;
const CALLED = /\w\(\s*['"]?([A-Za-z]{0,6}[-_]?\d{3,20})['"]?\s*[,)]/;

/** The id of an article that a block names as such; numbers of other things stand in attributes too. */
export function articleId({ attributes }: FlatElement): string | undefined {
  return ID_ATTRIBUTES.filter((name) => /sku|asin|product|goods|pid|listing/.test(name)).map((name) => attributes[name]).find((value) => value !== undefined && /^(?=.*\d)[\w.-]{2,40}$/.test(value));
}

/** The id in an address of a known form. */
export function knownId(url: URL): string | undefined {
  for (const pattern of ITEM_HOSTS) {
    const parts = pattern.exec(url.href);
    if (parts) return parts.slice(1).join('');
  }
  return undefined;
}

/** A last segment that is a code and no words, or stands before a short one: `PB00677382.html`, `a17852369/w-4`. */
function codeOf(url: URL): string | undefined {
  return /\/([a-z]{0,4}\d{5,}[a-z]{0,2})(?:\/[a-z]?-?\d{0,2})?(?:\.\w{2,5})?\/?$/i.exec(url.pathname)?.[1];
}

/** The parameter that names the article where the path is that of one script for all. */
function parameterOf(url: URL): string | undefined {
  if (!SCRIPT_PATH.test(url.pathname)) return undefined;
  for (const [name, value] of url.searchParams) if (/(?:id|code|kode|kod|no|num|nr|sku)$|goods|item|prod/i.test(name) && !/cat|page|session|sort|shop|store|seller|user|ref/i.test(name) && /^(?=.*\d)[\w.-]{1,40}$/.test(value)) return value;
  const numbers = [...url.searchParams.values()].filter((value) => /^\d{5,20}$/.test(value));
  return numbers.length === 1 ? numbers[0] : undefined;
}

/** The product id in an item's address. */
export function idOfUrl(url: URL): string {
  const known = knownId(url) ?? codeOf(url) ?? parameterOf(url);
  if (known !== undefined) return known;
  const segments = url.pathname.replace(/&[\w-]{1,40}=.*$/, '').split('/').filter((part) => part !== '').map((part) => part.replace(/\.(?:html?|php|aspx?|jsp)$/i, ''));
  const bare = segments.findLast((part) => !GENERAL_SEGMENT.test(part)) ?? segments[segments.length - 1] ?? url.hostname;
  return /(?:^|[-_.])(\d{5,20}|[a-z]\d{6,12})$/.exec(bare)?.[1] ?? /^(\d{6,20})[-_]/.exec(bare)?.[1] ?? (/\d/.test(bare) ? bare : segments.findLast((part) => /^\d{5,20}$/.test(part)) ?? bare);
}

/** Names that many addresses end in. */
const GENERAL_SEGMENT = /^(?:index|default|product|detail|details|item|view|p|dp|pd|prd|overview|buy)$/i;
