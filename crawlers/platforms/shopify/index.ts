import type { Platform } from '../platform.ts';
import { readAnswer } from './json.ts';
import { readState } from './state.ts';

/** Shopify storefronts: product pages, `products.json`, `/products/x.json` and `/products/x.js`. */
export const shopify: Platform = {
  marks: ['cdn.shopify.com', 'shopify.theme', 'shopify.shop', 'shopify.currency'],
  productIdFromUrl: (url) => /\/products\/([^/?#]+?)(?:\.js(?:on)?)?\/?$/.exec(url.pathname)?.[1]?.toLowerCase(),
  readState,
  readJson: readAnswer,
};
