import { createServer, Server } from 'node:net';
import { describe, expect, vi } from 'vitest';
import { serveHealth } from '../../workers/health.ts';
import { openQueues } from '../../workers/queues.ts';
import { register } from '../../workers/registry.ts';
import { heartOf } from '../../workers/watch/beat.ts';
import { test as base } from '../support/fixtures.ts';
import { openPipeline, type Pipeline, type PipelineOptions } from '../support/pipeline.ts';

const YAML = 'sources:\n  shop: { url: "http://127.0.0.1:9", allowPrivateAddresses: true }\n';

const test = base.extend<{ open: (yaml: string, start: PipelineOptions['start']) => Promise<Pipeline> }>({
  open: async ({ space }, use) => {
    const opened: Pipeline[] = [];
    await use(async (yaml, start = {}) => {
      const pipeline = await openPipeline({ ...space, yaml, start });
      opened.push(pipeline);
      return pipeline;
    });
    for (const pipeline of opened) await pipeline.close();
  },
});

describe('the health server', () => {
  test('a host that is none of this machine is said to the operator', async () => {
    const never = (): never => { throw new Error('not asked'); };
    await expect(serveHealth('192.0.2.1', 0, never, { text: never, contentType: '' })).rejects.toThrow(/^health\.host 192\.0\.2\.1 is no address of this machine; 127\.0\.0\.1/);
  });

  test('a connection that cannot be taken ends no process', async () => {
    const listening = vi.spyOn(Server.prototype, 'listen');
    const server = await serveHealth('127.0.0.1', 0, () => Promise.resolve({ ready: true }), { text: () => Promise.resolve(''), contentType: 'text/plain' });
    const [opened] = listening.mock.contexts;
    listening.mockRestore();
    if (!(opened instanceof Server)) throw new Error('nothing listens');
    for (let times = 0; times < 2; times += 1) opened.emit('error', new Error('accept ENFILE'));
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
    await server.close();
  });

  test('says that the process runs, that work happens, and how deep the queues are; what failed is no work, what another process did is', async ({ open, redis, prefix }) => {
    const { workers, store } = await open(`${YAML}health: { port: 0 }\n`, { health: true, only: ['schedule', 'crawl'], tickEvery: 200 });
    const ask = async (path: string): Promise<readonly [number, string]> => {
      const response = await fetch(`http://127.0.0.1:${workers.healthPort}${path}`);
      return [response.status, await response.text()];
    };
    expect(await ask('/healthz')).toEqual([200, 'ok\n']);
    expect(await ask('/readyz')).toEqual([200, 'ready\n']);
    await expect.poll(async () => (await ask('/metrics'))[1]).toMatch(/rivalwatch_jobs_total\{queue="schedule",result="done"\} [1-9]/);
    expect((await ask('/metrics'))[1]).toContain('rivalwatch_queue_jobs{queue="crawl",state="active"} 0');
    expect((await ask('/nothing'))[0]).toBe(404);
    const other = heartOf({ store, queues: openQueues(redis, prefix, () => undefined), names: [], running: [], clock: () => new Date() });
    await other.beat();
    expect(other.last()?.tickAt).toBeGreaterThan(0);
    const failing = register('export', { process: () => Promise.reject(new Error('on purpose')), concurrency: 1, timeLimit: 1_000 }, workers.context, redis, prefix, 10_000);
    await workers.context.enqueue('export', 'fails', { at: 'now' });
    await expect.poll(async () => (await ask('/metrics'))[1]).toContain('rivalwatch_jobs_total{queue="export",result="failed"} 1');
    expect(failing.lastDoneAt()).toBe(0);
    await failing.stop(0);
  });

  test('a taken port is said by number, and nothing is left running', async ({ open, redis, prefix }) => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => { const address = taken.address(); resolve(typeof address === 'object' && address ? address.port : 0); });
    });
    await expect(open(`${YAML}health: { port: ${port} }\n`, { health: true })).rejects.toThrow(`health port ${port} on 127.0.0.1 is taken`);
    await new Promise((resolve) => { taken.close(resolve); });
    const clients = String(await redis.client('LIST')).split('\n').filter((line) => line.includes(prefix));
    expect(clients).toEqual([]);
  });
});
