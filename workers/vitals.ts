import type { Metrics } from './metrics.ts';
import { readiness, type Readiness } from './liveness.ts';
import type { QueueName, Queues } from './queues.ts';
import type { RunningWorker } from './registry.ts';
import type { Heart } from './watch/beat.ts';
import { within } from './within.ts';

/** What can be asked of a running process. */
export interface Vitals {
  readonly ready: () => Promise<Readiness>;
  /** Prometheus text, with the depth of this process's queues as they are now; without it when Redis does not answer. */
  readonly metrics: { readonly text: () => Promise<string>; readonly contentType: string };
}

export interface VitalsParts {
  readonly queues: Queues;
  readonly names: readonly QueueName[];
  /** Filled as the workers start. */
  readonly running: readonly RunningWorker[];
  readonly heart: Pick<Heart, 'last'>;
  readonly metrics: Metrics;
  /** Milliseconds. */
  readonly tickEvery: number;
}

/** Whoever asks shall have an answer while Redis has none: probes and Prometheus give up after some seconds. Milliseconds. */
const PATIENCE_MS = 3_000;

/** The answers behind /readyz and /metrics. */
export function vitalsOf({ queues, names, running, heart, metrics, tickEvery }: VitalsParts): Vitals {
  const startedAt = Date.now();
  const newest = (workers: readonly RunningWorker[]): number => Math.max(0, ...workers.map((worker) => worker.lastDoneAt()));
  return {
    async ready() {
      const waiting = await within(Promise.all(names.map((name) => queues[name].getWaitingCount())), PATIENCE_MS);
      const lastDoneAt = newest(running);
      const beat = heart.last();
      const lastTickAt = Math.max(newest(running.filter((worker) => worker.queue === 'schedule')), beat?.tickAt ?? 0);
      return readiness({
        now: Date.now(), startedAt, tickEveryMs: tickEvery, runsSchedule: names.includes('schedule'), active: running.reduce((sum, worker) => sum + worker.active(), 0),
        ...(waiting ? { waiting: waiting.reduce((sum, count) => sum + count, 0) } : {}), ...(beat ? { lastBeatAt: beat.at } : {}),
        ...(lastDoneAt > 0 ? { lastDoneAt } : {}), ...(lastTickAt > 0 ? { lastTickAt } : {}),
      });
    },
    metrics: {
      contentType: metrics.registry.contentType,
      async text() {
        const counts = await within(Promise.all(names.map(async (name) => [name, await queues[name].getJobCounts('waiting', 'delayed', 'active')] as const)), PATIENCE_MS);
        metrics.queueDepths(counts ?? []);
        return metrics.registry.metrics();
      },
    },
  };
}
