import type { Platform } from '../platform.ts';
import { readDom } from './dom.ts';

/** Amazon product pages: selectors only, they carry no structured data. */
export const amazon: Platform = {
  detect: (html) => html.includes('id="dp-container"') || html.includes('id="corePriceDisplay_desktop_feature_div"'),
  productIdFromUrl: (url) => /\/(?:dp|gp\/product|gp\/aw\/d|product)\/([A-Z\d]{10})(?:[/?]|$)/i.exec(url.pathname)?.[1]?.toUpperCase(),
  readDom,
  domFirst: true,
  ownPricesOnly: true,
};
