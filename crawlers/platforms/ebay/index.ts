import type { Platform } from '../platform.ts';
export const ebay: Platform = {};
