import type { Command } from 'commander';
import { mistakeText, suggestion } from '../../config/mistakes.ts';
import { watchConfig } from '../../config/watch.ts';
import { startWorkers } from '../../workers/main.ts';
import { QUEUE_NAMES, type QueueName } from '../../workers/queues.ts';
import { chromiumOf, configName, configPath, openConfig, withStore } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { logFor } from '../log.ts';

/** `run`: the workers, until stopped. Takes up a changed configuration. */
export function addRun(program: Command, io: Io): void {
  program.command('run').description('watch: run the workers until Ctrl-C')
    .option('--only <queues>', `only these, separated by commas: ${QUEUE_NAMES.join(', ')}`)
    .addHelpText('after', '\nThe log goes to stderr; RIVALWATCH_LOG=debug says more.\n\nExamples:\n  rivalwatch run\n  rivalwatch run --only crawl,diff')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { only?: string }>();
      const only = queuesOf(options.only);
      const opened = await openConfig(io, options);
      let { config } = opened;
      const log = logFor(io, 'info');
      for (const warning of opened.warnings) log.warn(warning);
      await withStore(io, config, async (store, services) => {
        const workers = await startWorkers({ config: () => config, store, redisUrl: services.redis.url, log, chromium: chromiumOf(io, config, services), clock: io.clock, ...(only && { only }) });
        log.info({ config: configName(io, options), targets: config.targets.size, queues: only ?? 'all', ...(workers.healthPort !== undefined && { health: `http://${config.health.host}:${workers.healthPort}/readyz` }) }, 'watching');
        try {
          await watchConfig(configPath(io, options), io.env, (changed, warnings) => {
            config = changed;
            for (const warning of warnings) log.warn(warning);
            log.info({ targets: changed.targets.size }, 'the configuration changed and is in force');
            workers.replan().catch((error: unknown) => log.error({ err: error }, 'the changed targets could not be planned'));
          }, (mistakes) => {
            for (const mistake of mistakes) log.error(mistakeText(mistake));
            log.error('the configuration changed and is wrong; the old one stays in force');
          }, io.signal);
          await aborted(io.signal);
          log.info('stopping');
        } finally {
          await workers.stop();
        }
      });
    });
}

function queuesOf(text: string | undefined): readonly QueueName[] | undefined {
  return text?.split(',').map((word) => {
    const name = QUEUE_NAMES.find((queue) => queue === word.trim());
    if (!name) throw new CliError(EXIT.usage, `--only: there is no queue "${word.trim()}".${suggestion(word.trim(), QUEUE_NAMES)}`);
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
