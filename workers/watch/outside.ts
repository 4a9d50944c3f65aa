import type { Logger } from 'pino';
import type { Config } from '../../config/types.ts';
import type { Store } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { createMetrics } from '../metrics.ts';

/** A context for somebody who only looks and tells: it has no queues, and fetches and reads nothing. */
export function lookingContext({ config, store, log, clock }: { readonly config: Config; readonly store: Store; readonly log: Logger; readonly clock: () => Date }): Context {
  const refuse = (): never => {
    throw new Error('whoever only looks fetches nothing');
  };
  return {
    config: () => config, store, log, clock, metrics: createMetrics(), enqueue: async () => undefined,
    fetchBatch: refuse, readers: { read: refuse, readAndPack: refuse }, claims: { take: async () => new Set(), release: async () => undefined },
  };
}
