import type { Platform } from '../platform.ts';
export const taobao: Platform = {};
