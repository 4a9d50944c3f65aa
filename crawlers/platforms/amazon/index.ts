import type { Platform } from '../platform.ts';
import { readDom } from './dom.ts';

/** Amazon product pages: selectors only, they carry no structured data. */
export const amazon: Platform = {
  detect: (html) => /id="(?:dp-container|corePriceDisplay_desktop_feature_div)"/.test(html),
  productIdFromUrl: (url) => /\/(?:dp|gp\/product|gp\/aw\/d|product)\/([A-Z\d]{10})(?:[/?]|$)/i.exec(url.pathname)?.[1]?.toUpperCase(),
  readDom,
  domFirst: true,
  ownPricesOnly: true,
};
