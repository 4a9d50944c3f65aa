import { collections } from './001-collections.ts';
import type { Migration } from './migration.ts';

/** Episodes are found by state and by what is due at them. */
export const episodes: Migration = { ...collections, id: '005-episodes', what: 'episodes by state and by what is due' };
