import type { Platform } from '../platform.ts';
import { readDom } from './dom.ts';
import { readAnswer } from './json.ts';

/** WooCommerce shops: product pages with their variations form, and the public Store API. */
export const woocommerce: Platform = {
  marks: ['woocommerce-page', 'woocommerce-js', 'woocommerce-product', 'wp-content/plugins/woocommerce'],
  productIdFromUrl: (url) => /\/wc\/store(?:\/v1)?\/products\/(\d+)/.exec(url.pathname)?.[1],
  readDom,
  readJson: readAnswer,
};
