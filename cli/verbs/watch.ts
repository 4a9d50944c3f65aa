import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import { en } from '../../alerts/messages/en.ts';
import { formatsFor } from '../../alerts/messages/formats.ts';
import { zhCn } from '../../alerts/messages/zh-cn.ts';
import type { Config } from '../../config/types.ts';
import { ServiceError } from '../../services/index.ts';
import { StorageFullError, StorageUnavailableError } from '../../storage/errors.ts';
import type { Sign } from '../../workers/watch/facts.ts';
import { endAlarm, soundAlarm } from '../alarm.ts';
import { openConfig, withStoreAndRedis } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { logFor } from '../log.ts';
import { print } from '../output.ts';

const EVERY_MS = 60_000;

/** `watch`: looks from outside whether rivalwatch works, and tells when it does not. */
export function addWatch(program: Command, io: Io): void {
  program.command('watch').description('look from outside whether rivalwatch works, and tell the channels when it does not')
    .option('--once', 'look once and end: exit code 0 when all is well, 1 when something is wrong, 3 when MongoDB or Redis cannot be had')
    .addHelpText('after', '\nFor cron or a systemd timer, on another machine if there is one. It tells by the rules with preset "operations"; when the\ndatabase cannot be reached, straight on the channels of those rules. The same trouble is told again after 1, 4, 24 and 72 hours.\n\nExamples:\n  rivalwatch watch --once\n  */5 * * * * cd /srv/rivalwatch && rivalwatch watch --once')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { once?: boolean }>();
      const { config } = await openConfig(io, options);
      while (!options.once && !io.signal.aborted) {
        const found = await look(io, config);
        if (found.signs.length > 0 || found.away !== undefined) io.stderr(`${textOf(config, found)}\n`);
        await pause(EVERY_MS, undefined, { signal: io.signal }).catch(() => undefined);
      }
      if (!options.once) return;
      const found = await look(io, config);
      const data = { ok: found.signs.length === 0 && found.away === undefined, troubles: found.signs, ...(found.away === undefined ? {} : { unavailable: found.away, told: found.told }) };
      if (data.ok || !options.json) print(io, options, data, () => textOf(config, found));
      if (!data.ok) throw new CliError(found.away === undefined ? EXIT.failed : EXIT.unavailable, found.away === undefined ? 'Something is wrong, see above.' : 'rivalwatch cannot work, see above.', data);
    });
}

interface Found {
  readonly signs: readonly Sign[];
  /** Why nothing could be looked at. */
  readonly away?: string;
  readonly told: readonly string[];
}

async function look(io: Io, config: Config): Promise<Found> {
  const [{ lookFromOutside }, { lookingContext }] = await Promise.all([import('../../workers/watch/look.ts'), import('../../workers/watch/outside.ts')]);
  try {
    const signs = await withStoreAndRedis(io, config, (store) => lookFromOutside(lookingContext({ config, store, log: logFor(io, 'fatal'), clock: io.clock }), io.signal));
    return { signs, told: await endAlarm(io, config) };
  } catch (error) {
    if (!(error instanceof ServiceError || error instanceof StorageUnavailableError || error instanceof StorageFullError)) throw error;
    return { signs: [], away: error.message, told: await soundAlarm(io, config, error.message) };
  }
}

function textOf(config: Config, { signs, away, told }: Found): string {
  const words = config.language === 'zh-CN' ? zhCn : en;
  const formats = formatsFor(config.language, config.timezone);
  const lines = signs.flatMap((sign) => {
    const { headline, lines: more } = words.tell({ kind: 'trouble_began', ...sign }, formats);
    return [`✗ ${headline}: ${sign.about}`, ...(more ?? []).map((line) => `  ${line}`)];
  });
  return [...lines, ...(away === undefined ? [] : [`✗ ${away}`, ...told.map((line) => `  ${line}`)]), ...(lines.length === 0 && away === undefined ? ['rivalwatch works.'] : [])].join('\n');
}
