import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Configuration, EventManager, Log, Logger, LogLevel, RequestList } from '@crawlee/core';
import type { Logger as Pino } from 'pino';

/**
 * What every crawler of one batch is made of: its own world without storage on disk (crawlers on the global Configuration take each
 * other's requests), its own list of requests (a RequestQueue costs 16 MB each), and logs that go where ours go.
 */
export async function crawlerParts(count: number, concurrency: number, log: Pino): Promise<CrawlerParts> {
  const config = new Configuration({ persistStorage: false, purgeOnStart: false, memoryMbytes: ANY_MEMORY });
  config.useEventManager(new NoSystemInfo(config));
  // A URL of its own for each place in the batch: the same page asked for twice is handed over twice.
  const requestList = await RequestList.open(null, Array.from({ length: count }, (_, index) => ({ url: `https://batch.invalid/${index}`, uniqueKey: String(index), skipNavigation: true })));
  return {
    config,
    options: {
      requestList, minConcurrency: concurrency, maxConcurrency: concurrency, useSessionPool: false, maxRequestRetries: 0,
      requestHandlerTimeoutSecs: HANDLER_SECONDS, log: new Log({ logger: new PinoLogger(log), level: LogLevel.INFO }),
      statusMessageLoggingInterval: HANDLER_SECONDS, statisticsOptions: { logIntervalSecs: HANDLER_SECONDS, saveErrorSnapshots: false },
    },
  };
}

/**
 * In place of what Crawlee does at Ctrl-C before it ends its run: it would begin no further request and come back as if all were done. When a batch ends
 * is for the program to say.
 */
export const neverPaused = (): Promise<void> => new Promise(() => undefined);

export interface CrawlerParts {
  readonly config: Configuration;
  readonly options: {
    readonly requestList: RequestList;
    readonly minConcurrency: number;
    readonly maxConcurrency: number;
    readonly useSessionPool: false;
    readonly maxRequestRetries: 0;
    readonly requestHandlerTimeoutSecs: number;
    readonly log: Log;
    readonly statusMessageLoggingInterval: number;
    readonly statisticsOptions: { readonly logIntervalSecs: number; readonly saveErrorSnapshots: false };
  };
}

/** Every wait inside a handler has a bound of its own; Crawlee's, which does not cancel the handler, must not come first. */
const HANDLER_SECONDS = 86_400;

/** Throws when the environment or a crawlee.json would overrule the code: both beat what a Configuration is made with. */
export function refuseForeignSettings(environment: NodeJS.ProcessEnv, folder: string): void {
  const names = Object.keys(environment).filter((name) => name.startsWith('CRAWLEE_'));
  if (existsSync(join(folder, 'crawlee.json'))) names.push(join(folder, 'crawlee.json'));
  if (names.length === 0) return;
  throw new Error(`remove ${names.join(', ')}: it changes how Crawlee works behind rivalwatch's back`);
}

/** Concurrency is fixed, so nobody needs the figures of memory and CPU for which Crawlee starts `ps` at every batch and every second. */
class NoSystemInfo extends EventManager {}
/** Megabytes; said so that Crawlee does not look for it, and used for nothing. */
const ANY_MEMORY = 4_096;

/** Crawlee's own words are details of ours, never on the console; its warnings are about itself (at Ctrl-C how to resume an "npm start") and only for whoever looks for a fault. */
class PinoLogger extends Logger {
  readonly #log: Pino;

  constructor(log: Pino) {
    super({});
    this.#log = log;
  }

  override _log(level: LogLevel, message: string, _data?: unknown, exception?: unknown): void {
    const details = exception === undefined ? {} : { err: exception };
    if (level === LogLevel.ERROR) this.#log.warn(details, message);
    else if (level === LogLevel.WARNING || level === LogLevel.SOFT_FAIL) this.#log.debug(details, message);
    else this.#log.trace(details, message);
  }
}
