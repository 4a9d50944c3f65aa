import { unitPrice } from './001-unit-price.ts';
import { heads } from './002-heads.ts';
import { starMix } from './003-star-mix.ts';
import { matches } from './004-matches.ts';
import { collections } from './collections.ts';
import type { Migration } from './migration.ts';

/** What there is to be, then all steps in order. Add at the end; never change or remove one that was released. */
export const MIGRATIONS: readonly Migration[] = [collections, unitPrice, heads, starMix, matches];
