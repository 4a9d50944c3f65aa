import type { Platform } from '../platform.ts';
export const jd: Platform = {};
