import type { Command } from 'commander';
import { handleEpisode } from '../../workers/alert/handle.ts';
import { openConfig, withStore } from '../context.ts';
import { episodesNamed, handledText, type HandledEpisode } from '../episode-ids.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { print } from '../output.ts';

/** `ack`: somebody has seen it. */
export function addAck(program: Command, io: Io): void {
  program.command('ack').description('acknowledge episodes: they stay quiet while they last, and nobody else is told')
    .argument('<id...>', 'ids from "rivalwatch episodes", or the beginning of one')
    .addHelpText('after', '\nExamples:\n  rivalwatch ack epi_1f4a09c2\n  rivalwatch ack epi_1f4a epi_90cd')
    .action(async (ids: readonly string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { config } = await openConfig(io, options);
      await withStore(io, config, async (store) => {
        const done: HandledEpisode[] = [];
        for (const id of await episodesNamed(store, ids)) {
          const handled = await handleEpisode({ store, clock: io.clock }, { id, handling: { kind: 'acknowledge' }, by: 'command' });
          done.push({ id, result: handled.result });
        }
        print(io, options, { episodes: done }, () => done.map((one) => handledText(one, 'acknowledged')).join('\n'));
      });
    });
}
