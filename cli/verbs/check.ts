import type { Command } from 'commander';
import { previewRuns } from '../../config/schedule.ts';
import type { Config } from '../../config/types.ts';
import { configName, openConfig } from '../context.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { localTime, paint, print, table } from '../output.ts';

const RUNS = 3;

/** `check`: every mistake of the configuration at once, else the next runs of every target. */
export function addCheck(program: Command, io: Io): void {
  program.command('check').description('check the configuration; show when every target runs next')
    .addHelpText('after', '\nExamples:\n  rivalwatch check\n  rivalwatch check --config shops/eu.yaml --json')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { config, warnings } = await openConfig(io, options);
      const targets = [...config.targets.values()].map((target) => ({ target, runs: previewRuns(target.schedule, io.clock(), RUNS, target.id) }));
      const data = { ok: true, warnings, timezone: config.timezone, ...counts(config), next: targets.map(({ target, runs }) => ({ target: target.id, source: target.sourceId, kind: target.kind, url: target.url, definedAt: target.definedAt, runs })) };
      print(io, options, data, () => [
        ...warnings.map((warning) => `${paint(io, 'yellow', 'warning:')} ${warning}`),
        table(io, ['target', 'source', 'kind', `next runs (${config.timezone})`], targets.map(({ target, runs }) => [target.id, target.sourceId, target.kind, runsText(config, runs)])),
        ...(targets.length > 0 ? [paint(io, 'dim', 'What is new here, or has another schedule, "rivalwatch run" crawls at once as well, but not outside its activeHours.')] : []),
        paint(io, 'green', `${configName(io, options)} is right: ${Object.entries(counts(config)).map(([what, count]) => `${count} ${count === 1 ? what.slice(0, -1) : what}`).join(', ')}.`),
      ].filter(Boolean).join('\n'));
    });
}

function counts(config: Config): { readonly sources: number; readonly targets: number; readonly products: number; readonly rules: number; readonly channels: number } {
  return { sources: config.sources.size, targets: config.targets.size, products: config.products.size, rules: config.rules.length, channels: config.channels.size };
}

function runsText(config: Config, runs: readonly Date[]): string {
  return runs.map((run) => localTime(run, config.timezone).slice(0, 16)).join(', ');
}
