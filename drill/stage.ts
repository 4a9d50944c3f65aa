import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Places } from '../demo/configuration.ts';
import { startWorld, type RunningWorld } from '../demo/shops/world.ts';
import { startMailSink, type MailSink } from '../demo/sinks/mail.ts';
import { startSlackSink, type SlackSink } from '../demo/sinks/slack.ts';
import { migrate } from '../storage/migrate.ts';
import { openStore, type Store } from '../storage/store.ts';
import { writeDrillConfiguration } from './configuration.ts';
import { startCrew, type Crew } from './crew.ts';
import { startHookSink, type HookSink } from './hook.ts';
import type { Servers } from './servers.ts';

/** Everything one run of the scenes needs, running: shops, sinks and workers of its own on a database of its own. */
export interface Stage {
  readonly world: RunningWorld;
  readonly slack: SlackSink;
  readonly mail: MailSink;
  readonly hook: HookSink;
  readonly store: Store;
  readonly crew: Crew;
  /** Prefix of its keys in Redis. */
  readonly prefix: string;
  readonly close: () => Promise<void>;
}

/** Starts it for a run called `name`, whose configuration and logs go to a folder of that name in `home`. When a step fails, what was started is ended. */
export async function openStage(name: string, home: string, servers: Servers, ahead: number): Promise<Stage> {
  const endings: (() => Promise<unknown>)[] = [];
  const started = <T>(running: T, end: (running: T) => Promise<unknown>): T => {
    endings.unshift(() => end(running));
    return running;
  };
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= endAll(endings));
  try {
    const world = started(await startWorld(), (running) => running.close());
    const slack = started(await startSlackSink(), (running) => running.close());
    const mail = started(await startMailSink(), (running) => running.close());
    const hook = started(await startHookSink(), (running) => running.close());
    const folder = join(home, name);
    await mkdir(folder, { recursive: true });
    const prefix = `rivalwatch_drill_${name}`;
    const { northwind, hongyun, kumo, bazaar } = world.shops;
    const config = await writeDrillConfiguration(folder, {
      shops: { northwind: northwind.url, hongyun: hongyun.url, kumo: kumo.url, bazaar: bazaar.url }, channels: channelsOf(slack, mail, hook),
      mongodb: servers.mongoUri, redis: servers.redisUrl, database: prefix,
    });
    const store = started(await openStore({ uri: servers.mongoUri, database: prefix }), (running) => running.close());
    await migrate(store, { holder: prefix, clock: () => new Date() });
    const crew = started(await startCrew({ config, mongoUri: servers.mongoUri, redisUrl: servers.redisUrl, database: prefix }, folder, ahead), (running) => running.stop());
    return { world, slack, mail, hook, store, crew, prefix, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A webhook among them says which delivery arrived. */
function channelsOf(slack: SlackSink, mail: MailSink, hook: HookSink): Places['channels'] {
  return {
    slack: { type: 'slack', webhook: slack.webhook }, email: { type: 'email', smtp: mail.url, from: 'rivalwatch <watch@alder-pine.example>', to: ['owner@alder-pine.example'] },
    hook: { type: 'webhook', url: hook.url, allowPrivateAddresses: true },
  };
}

/** Tries every ending, also when an earlier one fails; the first failure is thrown at the end. */
async function endAll(endings: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const end of endings) await end().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
