import type { Command } from 'commander';
import { mistakeText, suggestion } from '../../config/mistakes.ts';
import type { Config, Source } from '../../config/types.ts';
import { takenUp } from '../../config/taken-up.ts';
import { watchConfig } from '../../config/watch.ts';
import type { Workers } from '../../workers/main.ts';
import type { QueueName } from '../../workers/queues.ts';
import { chromiumOf, configName, configPath, openConfig, withStoreAndRedis } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { logFor } from '../log.ts';

/** Named here as well, so that a line of help does not load the workers with all they stand on. */
const QUEUES: Readonly<Record<QueueName, true>> = { schedule: true, crawl: true, diff: true, alert: true, notify: true, recommend: true, export: true };
const isQueue = (word: string): word is QueueName => Object.hasOwn(QUEUES, word);

/** `run`: the workers, until stopped. Takes up a changed configuration. */
export function addRun(program: Command, io: Io): void {
  program.command('run').description('watch: run the workers until Ctrl-C')
    .option('--only <queues>', `only these, separated by commas: ${Object.keys(QUEUES).join(', ')}`)
    .option('--health-port <port>', 'another one than health.port, for a second process on one machine; 0 takes a free one')
    .addHelpText('after', '\nThe log goes to stderr; RIVALWATCH_LOG=debug says more.\n\nExamples:\n  rivalwatch run\n  rivalwatch run --only crawl,diff\n  rivalwatch run --only crawl --health-port 0')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { only?: string; healthPort?: string }>();
      const only = queuesOf(options.only);
      const own = ownPort(options.healthPort);
      const opened = await openConfig(io, options);
      let config = own(opened.config);
      const log = logFor(io, 'info');
      for (const warning of opened.warnings) log.warn(warning);
      let workers: Workers | undefined;
      // Watched from the first moment: a change while the services still start is taken up as well.
      await watchConfig(configPath(io, options), io.env, (changed, warnings) => {
        const taken = takenUp(config, own(changed));
        ({ config } = taken);
        for (const warning of warnings) log.warn(warning);
        if (taken.waiting.length > 0) log.warn(`${taken.waiting.join(', ')} in the configuration changed and will hold from the next start: stop this process and start it again`);
        log.info({ targets: config.targets.size }, 'the configuration changed and is in force');
        workers?.replan().catch((error: unknown) => log.error({ err: error }, 'the changed targets could not be planned'));
      }, (mistakes) => {
        for (const mistake of mistakes) log.error(mistakeText(mistake));
        log.error('the configuration changed and is wrong; the old one stays in force');
      }, io.signal);
      const { startWorkers } = await import('../../workers/main.ts');
      const crawls = only?.includes('crawl') ?? true;
      await withStoreAndRedis(io, config, async (store, redisUrl) => {
        workers = await startWorkers({ config: () => config, store, redisUrl, log, chromium: await chromiumOf(io, config, crawls ? watched(config) : []), clock: io.clock, ...(only && { only }) });
        const health = workers.healthPort === undefined ? {} : { health: `http://${config.health.host}:${workers.healthPort}/readyz` };
        log.info({ config: configName(io, options), targets: config.targets.size, queues: only ?? 'all', ...health }, 'watching');
        try {
          await aborted(io.signal);
          log.info('stopping');
        } finally {
          await workers.stop();
        }
      });
    });
}

/** The configuration with this process's own health port, when it has one. */
function ownPort(text: string | undefined): (config: Config) => Config {
  if (text === undefined) return (config) => config;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new CliError(EXIT.usage, `--health-port "${text}" is no port: a whole number from 0 to 65535.`);
  return (config) => ({ ...config, health: { ...config.health, port } });
}

/** The sources that something is watched on. */
function watched({ sources, targets }: Config): readonly Source[] {
  return [...targets.values()].flatMap(({ sourceId }) => sources.get(sourceId) ?? []);
}

function queuesOf(text: string | undefined): readonly QueueName[] | undefined {
  return text?.split(',').map((word) => {
    const name = word.trim();
    if (!isQueue(name)) throw new CliError(EXIT.usage, `--only: there is no queue "${name}".${suggestion(name, Object.keys(QUEUES))}`);
    return name;
  });
}

/** Resolves when the signal is aborted. Keeps the process alive until then. */
function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const alive = setInterval(() => undefined, 60_000);
    signal.addEventListener('abort', () => {
      clearInterval(alive);
      resolve();
    }, { once: true });
  });
}
