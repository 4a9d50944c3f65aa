import type { Platform } from '../platform.ts';
import { readVariants } from './details.ts';
import { readDom } from './dom.ts';

/** Amazon product pages: selectors and the state of the variant chooser; they carry no structured data. */
export const amazon: Platform = {
  hosts: /(?:^|\.)amazon\./,
  detect: (html) => /id="(?:dp-container|corePriceDisplay_desktop_feature_div|corePrice_feature_div|apex_desktop)"/i.test(html),
  productIdFromUrl: (url) => /\/(?:dp|gp\/product|gp\/aw\/d|product)\/([A-Z\d]{10})(?:[/?]|$)/i.exec(url.pathname)?.[1]?.toUpperCase(),
  readState: readVariants,
  readDom,
  domFirst: true,
  ownPricesOnly: true,
};
