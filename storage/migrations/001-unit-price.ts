import { fieldAdded } from './field-added.ts';
import type { Migration } from './migration.ts';

export const unitPrice: Migration = { id: '001-unit-price', what: 'unit prices of versions that were written before they were read', run: fieldAdded('unitPrice') };
