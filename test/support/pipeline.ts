import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/types.ts';
import { brand, type TargetId } from '../../model/ids.ts';
import type { CrawlDocument } from '../../storage/documents.ts';
import { migrate } from '../../storage/migrate.ts';
import { openStore, type Store } from '../../storage/store.ts';
import { startWorkers, type StartOptions, type Workers } from '../../workers/main.ts';
import { crawlNow } from '../../workers/now.ts';
import { startSlackSink, type SlackSink } from '../../demo/sinks/slack.ts';

/** The whole program on one test's database and Redis prefix, with a Slack-like channel. */
export interface Pipeline {
  readonly store: Store;
  readonly workers: Workers;
  readonly slack: SlackSink;
  crawl(...targets: readonly string[]): Promise<CrawlDocument[]>;
  /** Puts another configuration in force, as a changed file does; plan it with `workers.replan`. */
  configure(change: (config: Config) => Config): void;
  close(): Promise<void>;
}

export interface PipelineOptions {
  readonly mongoUri: string;
  readonly redisUrl: string;
  /** Database and Redis prefix. */
  readonly prefix: string;
  /** The configuration below `version`, `contact`, `storage` and `channels`, as YAML. */
  readonly yaml: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly start?: Partial<StartOptions>;
  /** Longest wait for one round of crawls. Milliseconds. */
  readonly patience?: number;
}

/** Polite enough for loopback. */
export const POLITENESS = 'politeness: { delay: 1ms, concurrency: 4, dailyBudget: 100000, timeout: 5s }';

export async function openPipeline(options: PipelineOptions): Promise<Pipeline> {
  const slack = await startSlackSink();
  let config = await configOf(options, slack.webhook);
  const store = await openStore({ uri: options.mongoUri, database: options.prefix });
  await migrate(store, { holder: 'test', clock: () => new Date() });
  const workers = await startWorkers({
    config: () => config, store, redisUrl: options.redisUrl, log: pino({ level: process.env['RIVALWATCH_TEST_LOG'] ?? 'silent' }), health: false,
    only: ['crawl', 'diff', 'alert', 'notify', 'recommend', 'export'], chromium: () => Promise.reject(new Error('no browser in this test')), ...options.start,
  });
  return {
    store, workers, slack,
    crawl: (...targets) => crawlNow(workers.context, targets.map((id) => brand<TargetId>(id)), AbortSignal.timeout(options.patience ?? 200_000)),
    configure: (change) => { config = change(config); },
    close: async () => {
      await workers.stop();
      await store.close();
      await slack.close();
    },
  };
}

async function configOf(options: PipelineOptions, webhook: string): Promise<Config> {
  const folder = await mkdtemp(join(tmpdir(), 'rivalwatch-test-'));
  try {
    const head = `version: 1\ncontact: test@rivalwatch.example\nstorage: { database: ${options.prefix}, prefix: ${options.prefix} }\nchannels:\n  team: { type: slack, webhook: "${webhook}" }\n${POLITENESS}\n`;
    await writeFile(join(folder, 'rivalwatch.yaml'), `${head}${options.yaml}`);
    for (const [name, text] of Object.entries(options.files ?? {})) await writeFile(join(folder, name), text);
    const loaded = await loadConfig(join(folder, 'rivalwatch.yaml'), {});
    if (!loaded.ok) throw new Error(loaded.mistakes.map((mistake) => JSON.stringify(mistake)).join('\n'));
    return loaded.config;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
