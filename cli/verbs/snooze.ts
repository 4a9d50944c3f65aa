import type { Command } from 'commander';
import { duration } from '../../config/units.ts';
import { handleEpisode } from '../../workers/alert/handle.ts';
import { openConfig, withStore } from '../context.ts';
import { episodesNamed, handledText } from '../episode-ids.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { localTime, print } from '../output.ts';

/** `snooze`: quiet for a while, then told again if it still holds. */
export function addSnooze(program: Command, io: Io): void {
  program.command('snooze').description('make an episode quiet for a while; it is told again if it still holds then')
    .argument('<id>', 'id from "rivalwatch episodes", or its beginning').argument('<time>', 'for how long: 4h, 2d, 1w')
    .addHelpText('after', '\nExample:\n  rivalwatch snooze epi_1f4a 2d')
    .action(async (typed: string, time: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const span = duration.safeParse(time);
      if (!span.success) throw new CliError(EXIT.usage, `"${time}" is no duration; write e.g. 4h, 2d or 1w.`);
      const until = new Date(io.clock().getTime() + span.data);
      const { config } = await openConfig(io, options);
      await withStore(io, config, async (store) => {
        for (const id of await episodesNamed(store, [typed])) {
          const handled = await handleEpisode({ store, clock: io.clock }, { id, handling: { kind: 'snooze', until }, by: 'command' });
          print(io, options, { id, result: handled.result, until }, () => handledText({ id, result: handled.result }, `quiet until ${localTime(until, config.timezone)}`));
        }
      });
    });
}
