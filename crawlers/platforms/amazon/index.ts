import type { Platform } from '../platform.ts';
export const amazon: Platform = {};
