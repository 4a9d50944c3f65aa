import type { Platform } from '../platform.ts';
import { readState } from './state.ts';

/** Magento 2 and Adobe Commerce product pages. Their `data-price-amount` is read with the visible page. */
export const magento: Platform = {
  detect: (html) => /text\/x-magento-init|mage\/cookies/i.test(html) || /Magento_(?:Catalog|Theme)/.test(html),
  readState,
};
