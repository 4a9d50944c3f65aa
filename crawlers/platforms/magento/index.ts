import type { Platform } from '../platform.ts';
import { readState } from './state.ts';

/** Magento 2 and Adobe Commerce product pages. Their `data-price-amount` is read with the visible page. */
export const magento: Platform = {
  // One by one: V8 skips letters only where a single word is looked for.
  detect: (html) => /text\/x-magento-init/i.test(html) || /mage\/cookies/i.test(html) || /Magento_(?:Catalog|Theme)/.test(html),
  readState,
};
