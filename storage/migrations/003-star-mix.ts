import { fieldAdded } from './field-added.ts';
import type { Migration } from './migration.ts';

export const starMix: Migration = { id: '003-star-mix', what: 'stars of ratings of versions that were written before they were read', run: fieldAdded('starMix') };
