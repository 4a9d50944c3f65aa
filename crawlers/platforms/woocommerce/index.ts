import type { Platform } from '../platform.ts';
import { readDom } from './dom.ts';
import { readAnswer } from './json.ts';

/** WooCommerce shops: product pages with their variations form, and the public Store API. */
export const woocommerce: Platform = {
  detect: (html) => html.includes('woocommerce') && /woocommerce-(?:page|js|product)|wp-content\/plugins\/woocommerce/.test(html),
  productIdFromUrl: (url) => /\/wc\/store(?:\/v1)?\/products\/(\d+)/.exec(url.pathname)?.[1],
  readDom,
  readJson: readAnswer,
};
