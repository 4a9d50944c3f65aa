import { collections } from './001-collections.ts';
import type { Migration } from './migration.ts';

/** Digests are deliveries without an alert, channels have a state, and deliveries are found by channel and by episode. */
export const delivery: Migration = { ...collections, id: '004-delivery', what: 'digests, the state of channels, deliveries in order' };
