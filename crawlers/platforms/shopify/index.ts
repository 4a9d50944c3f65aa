import type { Platform } from '../platform.ts';
import { readAnswer } from './json.ts';
import { readState } from './state.ts';

/** Shopify storefronts: product pages, `products.json`, `/products/x.json` and `/products/x.js`. */
export const shopify: Platform = {
  detect: (html) => html.includes('hopify') && /cdn\.shopify\.com|Shopify\.(?:theme|shop|currency)\b/.test(html),
  productIdFromUrl: (url) => /\/products\/([^/?#]+?)(?:\.js(?:on)?)?\/?$/.exec(url.pathname)?.[1]?.toLowerCase(),
  readState,
  readJson: readAnswer,
};
