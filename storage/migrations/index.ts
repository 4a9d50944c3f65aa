import { collections } from './001-collections.ts';
import { unitPrice } from './002-unit-price.ts';
import { heads } from './003-heads.ts';
import { delivery } from './004-delivery.ts';
import { episodes } from './005-episodes.ts';
import { pictures } from './006-pictures.ts';
import { watch } from './007-watch.ts';
import { starMix } from './008-star-mix.ts';
import type { Migration } from './migration.ts';

/** All steps in order. Add at the end; never change or remove one that was released. */
export const MIGRATIONS: readonly Migration[] = [collections, unitPrice, heads, delivery, episodes, pictures, watch, starMix];
