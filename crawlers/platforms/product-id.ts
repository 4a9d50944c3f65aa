import type { PlatformName } from '../../config/schema.ts';
import { copied } from '../read/markup/entities.ts';
import { pathKey } from '../read/url.ts';
import { PLATFORM } from './registry.ts';

/** Parameters that choose the article on sites where the path does not. */
const ID_PARAMS = ['id', 'pid', 'productid', 'product_id', 'itemid', 'item_id', 'skuid', 'sku', 'goods_id', 'goodsid', 'prodid', 'p', 'art', 'asin'] as const;
/** Paths that are the same for every article. */
const SCRIPT_PATH = /^\/(?:$|(?:index|item|product|detail|goods|view|p|show|dp|prod|catalog\/product)[^/]*$)|\.(?:php|aspx?|jsp|do|html?)$/i;

/** The platform's own id in a URL, where its URLs carry one. */
export function ownIdInUrl(url: URL, platform: PlatformName): string | undefined {
  return PLATFORM[platform].productIdFromUrl?.(url);
}

/**
 * The id of the article a URL stands for, the same on list pages and on the article's own page: the platform's own id where
 * the URL has it, else the path without slashes at its ends, with the parameter that chooses the article.
 */
export function productIdOf(url: URL, platform: PlatformName): string {
  const own = ownIdInUrl(url, platform);
  if (own !== undefined) return copied(own);
  const path = pathKey(url).replace(/^\//, '');
  const params = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const id = ID_PARAMS.find((name) => params.get(name));
  return copied(id !== undefined && SCRIPT_PATH.test(url.pathname) ? `${path}?${id}=${params.get(id) ?? ''}` : path || '/');
}
