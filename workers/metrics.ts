import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ChangeKind } from '../model/change.ts';
import type { Outcome } from '../model/outcome.ts';
import type { QueueName } from './queues.ts';

/** The figures of one process, in Prometheus' terms. Names start with `rivalwatch_`; times are seconds. */
export interface Metrics {
  readonly registry: Registry;
  /** `waitMs`: beyond its planned start; left out for one that was begun before. */
  jobDone(queue: QueueName, result: 'done' | 'failed' | 'put_off', runMs: number, waitMs?: number): void;
  page(source: string, outcome: Outcome, bytes: number): void;
  /** Sightings that were older than what another crawl saw already, and did not count. */
  late(source: string, sightings: number): void;
  changes(kind: ChangeKind): void;
  alert(rule: string): void;
  delivery(channel: string, result: string): void;
  /** Waiting, delayed and active jobs of each queue that is known now; the others are not told. */
  queueDepths(counts: readonly (readonly [queue: QueueName, byState: Readonly<Record<string, number>>])[]): void;
}

const SECONDS = [0.005, 0.02, 0.1, 0.5, 1, 5, 20, 60, 300];

/** Metrics with a registry of their own, so that two workers in one process do not mix. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const jobs = new Counter({ name: 'rivalwatch_jobs_total', help: 'Jobs by queue and result', labelNames: ['queue', 'result'], registers });
  const run = new Histogram({ name: 'rivalwatch_job_seconds', help: 'Working time of jobs', labelNames: ['queue'], buckets: SECONDS, registers });
  const wait = new Histogram({ name: 'rivalwatch_job_wait_seconds', help: 'Time jobs waited beyond their planned start', labelNames: ['queue'], buckets: SECONDS, registers });
  const pages = new Counter({ name: 'rivalwatch_pages_total', help: 'Requests by source and outcome', labelNames: ['source', 'outcome'], registers });
  const bytes = new Counter({ name: 'rivalwatch_bytes_total', help: 'Bytes of answers, decompressed', labelNames: ['source'], registers });
  const late = new Counter({ name: 'rivalwatch_late_sightings_total', help: 'Sightings that did not count, being older than what another crawl saw: a clock that lags', labelNames: ['source'], registers });
  const changes = new Counter({ name: 'rivalwatch_changes_total', help: 'Changes by kind', labelNames: ['kind'], registers });
  const alerts = new Counter({ name: 'rivalwatch_alerts_total', help: 'Alerts by rule', labelNames: ['rule'], registers });
  const deliveries = new Counter({ name: 'rivalwatch_deliveries_total', help: 'Delivery attempts by channel and result', labelNames: ['channel', 'result'], registers });
  const depth = new Gauge({ name: 'rivalwatch_queue_jobs', help: 'Jobs in a queue by state', labelNames: ['queue', 'state'], registers });
  return {
    registry,
    jobDone(queue, result, runMs, waitMs) {
      jobs.inc({ queue, result });
      run.observe({ queue }, runMs / 1_000);
      if (waitMs !== undefined) wait.observe({ queue }, Math.max(0, waitMs) / 1_000);
    },
    page(source, outcome, size) {
      pages.inc({ source, outcome });
      bytes.inc({ source }, size);
    },
    late: (source, sightings) => late.inc({ source }, sightings),
    changes: (kind) => changes.inc({ kind }),
    alert: (rule) => alerts.inc({ rule }),
    delivery: (channel, result) => deliveries.inc({ channel, result }),
    queueDepths(counts) {
      depth.reset();
      for (const [queue, byState] of counts) for (const [state, count] of Object.entries(byState)) depth.set({ queue, state }, count);
    },
  };
}
