import { collections } from './001-collections.ts';
import type { Migration } from './migration.ts';

/** Processes give signs of life, and what is wrong with the program itself is remembered. */
export const watch: Migration = { ...collections, id: '007-watch', what: 'signs of life of processes, and trouble' };
