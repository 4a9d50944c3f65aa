import { collections } from './001-collections.ts';
import type { Migration } from './migration.ts';

/** What pictures look like is kept by address. */
export const pictures: Migration = { ...collections, id: '006-pictures', what: 'what pictures look like' };
