import { describe, expect } from 'vitest';
import { PutOff, type Context, type Processor } from '../../workers/context.ts';
import { createMetrics } from '../../workers/metrics.ts';
import { enqueueInto, openQueues } from '../../workers/queues.ts';
import { register, type RunningWorker } from '../../workers/registry.ts';
import { lookingContext } from '../../workers/watch/outside.ts';
import { test as base } from '../support/fixtures.ts';
import { openPipeline } from '../support/pipeline.ts';
import { gate } from './support.ts';

const YAML = 'sources:\n  shop: { url: "http://127.0.0.1:9", allowPrivateAddresses: true }\n';

/** A worker of the export queue alone, with what its process counts. */
const test = base.extend<{ work: (process: Processor<'export'>) => Promise<{ readonly worker: RunningWorker; readonly context: Context; readonly metrics: () => Promise<string> }> }>({
  work: async ({ space, redis, prefix }, use) => {
    const ends: (() => Promise<unknown>)[] = [];
    await use(async (process) => {
      const pipeline = await openPipeline({ ...space, yaml: YAML, start: { only: [] } });
      const queues = openQueues(redis, prefix, () => undefined);
      const { config, store, log, clock } = pipeline.workers.context;
      const metrics = createMetrics();
      const context: Context = { ...lookingContext({ config: config(), store, log, clock }), metrics, enqueue: enqueueInto(queues) };
      const worker = register('export', { process, concurrency: 1, timeLimit: 60_000 }, context, redis, prefix, 10_000);
      ends.push(() => worker.stop(0), () => queues.export.close(), () => pipeline.close());
      return { worker, context, metrics: () => metrics.registry.metrics() };
    });
    for (const end of ends) await end();
  },
});

describe('a worker', () => {
  test('is stopped although a job does not heed that it is to end', async ({ work }) => {
    const [begun, end] = [gate(), gate()];
    const { worker, context } = await work(() => {
      begun.open();
      return end.opened;
    });
    await context.enqueue('export', 'deaf', { at: 'now' });
    await begun.opened;
    await worker.stop(0);
    expect(worker.active()).toBe(1);
    end.open();
  });

  test('counts as waiting only the time until a job is begun, not until it is begun again', async ({ work }) => {
    let runs = 0;
    const { context, metrics } = await work(async () => {
      runs += 1;
      if (runs < 3) throw new PutOff(new Date(context.clock().getTime() + 10), 'on purpose');
    });
    await context.enqueue('export', 'put-off', { at: 'now' });
    await expect.poll(metrics).toContain('rivalwatch_jobs_total{queue="export",result="done"} 1');
    expect(await metrics()).toContain('rivalwatch_job_seconds_count{queue="export"} 3');
    expect(await metrics()).toContain('rivalwatch_job_wait_seconds_count{queue="export"} 1');
  });
});
