import type { Platform } from '../platform.ts';
import { readDom } from './dom.ts';
import { readVariations } from './variations.ts';

/** eBay item pages. A current bid is no price. */
export const ebay: Platform = {
  hosts: /(?:^|\.)ebay\./,
  marks: ['x-price-primary'],
  productIdFromUrl: (url) => /\/itm\/(?:[^/]+\/)?(\d{9,14})/.exec(url.pathname)?.[1],
  readState: readVariations,
  readDom,
  domFirst: true,
  ownPricesOnly: true,
};
