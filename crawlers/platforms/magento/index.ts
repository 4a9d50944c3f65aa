import type { Platform } from '../platform.ts';
import { readState } from './state.ts';

/** Magento 2 and Adobe Commerce product pages. Their `data-price-amount` is read with the visible page. */
export const magento: Platform = {
  marks: ['text/x-magento-init', 'mage/cookies', 'magento_catalog', 'magento_theme'],
  readState,
};
