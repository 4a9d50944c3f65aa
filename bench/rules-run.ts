import { measureRules } from './rules.ts';

/** Runs as a process of its own with --expose-gc. */
process.send?.(measureRules());
