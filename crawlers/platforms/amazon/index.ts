import type { Platform } from '../platform.ts';
import { readVariants } from './details.ts';
import { readDom } from './dom.ts';

/** Amazon product pages: selectors and the state of the variant chooser; they carry no structured data. */
export const amazon: Platform = {
  hosts: /(?:^|\.)amazon\./,
  marks: ['dp-container', 'corepricedisplay_desktop_feature_div', 'coreprice_feature_div', 'apex_desktop'].map((id) => `id="${id}"`),
  productIdFromUrl: (url) => /\/(?:dp|gp\/product|gp\/aw\/d|product)\/([A-Z\d]{10})(?:[/?]|$)/i.exec(url.pathname)?.[1]?.toUpperCase(),
  readState: readVariants,
  readDom,
  domFirst: true,
  ownPricesOnly: true,
};
