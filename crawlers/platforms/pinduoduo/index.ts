import type { Platform } from '../platform.ts';
export const pinduoduo: Platform = {};
