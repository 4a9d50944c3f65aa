import type { Platform } from '../platform.ts';

/** Any shop: structured data, state and texts are read without knowing its engine. */
export const generic: Platform = {};
