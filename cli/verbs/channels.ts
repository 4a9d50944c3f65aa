import type { Command } from 'commander';
import { suggestion } from '../../config/mistakes.ts';
import type { Config } from '../../config/types.ts';
import { brand, type ChannelId } from '../../model/ids.ts';
import { resumeChannel } from '../../storage/channel-states.ts';
import { retryFailed, wakeDeliveries } from '../../storage/outbox.ts';
import { channelLines, channelStands } from '../channel-stands.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { print } from '../output.ts';
import { refuseOthers } from '../subcommands.ts';

/** Older ones are history: nobody wants to hear of them now. */
const RETRY_BACK_MS = 7 * 86_400_000;

/** `channels`: how each stands; `channels resume`: what is switched off is tried again. */
export function addChannels(program: Command, io: Io): void {
  const channels = program.command('channels').description('every channel: fine, failing or switched off, why, and how much waits for it').allowExcessArguments()
    .addHelpText('after', '\nExamples:\n  rivalwatch channels\n  rivalwatch channels resume team')
    .action(async (_options: unknown, command: Command) => {
      refuseOthers(command);
      const options = command.optsWithGlobals<GlobalOptions>();
      const { config } = await openConfig(io, options);
      await withStore(io, config, async (store) => {
        const stands = await channelStands(store, config);
        print(io, options, { channels: stands }, () => (stands.length === 0 ? 'There are no channels: nobody is told.' : channelLines(io, stands, config).join('\n')));
      });
    });
  channels.command('resume').description('try a channel again that is switched off, and messages it refused in the last seven days')
    .argument('<names...>', 'names of channels')
    .addHelpText('after', '\nExample:\n  rivalwatch channels resume team')
    .action(async (names: readonly string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { config } = await openConfig(io, options);
      const ids = names.map((name) => idOf(config, name));
      await withStore(io, config, async (store) => {
        const now = io.clock();
        const resumed = await Promise.all(ids.map(async (channel) => {
          const wasOff = await resumeChannel(store, channel);
          const again = await retryFailed(store, channel, new Date(now.getTime() - RETRY_BACK_MS), now);
          await wakeDeliveries(store, channel, now);
          return { channel, wasOff, again };
        }));
        print(io, options, { resumed }, () => resumed.map(({ channel, wasOff, again }) => `${channel}: ${wasOff ? 'is tried again' : 'was not switched off'}${again > 0 ? `; ${again} refused messages are sent again` : ''}.`).join('\n'));
      });
    });
}

function idOf({ channels }: Config, name: string): ChannelId {
  const id = brand<ChannelId>(name);
  if (!channels.has(id)) throw new CliError(EXIT.usage, `There is no channel "${name}".${suggestion(name, [...channels.keys()])}`);
  return id;
}
