import type { Metrics } from './metrics.ts';
import { readiness, type Readiness } from './liveness.ts';
import type { QueueName, Queues } from './queues.ts';
import type { RunningWorker } from './registry.ts';

/** What can be asked of a running process. */
export interface Vitals {
  readonly ready: () => Promise<Readiness>;
  /** Prometheus text, with the depth of this process's queues as they are now. */
  readonly metrics: { readonly text: () => Promise<string>; readonly contentType: string };
}

export interface VitalsParts {
  readonly queues: Queues;
  readonly names: readonly QueueName[];
  /** Filled as the workers start. */
  readonly running: readonly RunningWorker[];
  readonly metrics: Metrics;
  /** Milliseconds. */
  readonly tickEvery: number;
}

/** The answers behind /readyz and /metrics. */
export function vitalsOf({ queues, names, running, metrics, tickEvery }: VitalsParts): Vitals {
  const startedAt = Date.now();
  const newest = (workers: readonly RunningWorker[]): number => Math.max(0, ...workers.map((worker) => worker.lastActivityAt()));
  return {
    async ready() {
      const waiting = await Promise.all(names.map((name) => queues[name].getWaitingCount()));
      const lastActivityAt = newest(running);
      const lastTickAt = newest(running.filter((worker) => worker.queue === 'schedule'));
      return readiness({
        now: Date.now(), startedAt, tickEveryMs: tickEvery, runsSchedule: names.includes('schedule'),
        waiting: waiting.reduce((sum, count) => sum + count, 0), active: running.reduce((sum, worker) => sum + worker.active(), 0),
        ...(lastActivityAt > 0 ? { lastActivityAt } : {}), ...(lastTickAt > 0 ? { lastTickAt } : {}),
      });
    },
    metrics: {
      contentType: metrics.registry.contentType,
      async text() {
        await Promise.all(names.map(async (name) => {
          const counts = await queues[name].getJobCounts('waiting', 'delayed', 'active');
          for (const [state, count] of Object.entries(counts)) metrics.queueDepth(name, state, count);
        }));
        return metrics.registry.metrics();
      },
    },
  };
}
