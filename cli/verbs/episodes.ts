import { Option, type Command } from 'commander';
import { messageOf } from '../../alerts/messages/message.ts';
import type { Config } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import { EPISODE_STATES, type Episode } from '../../model/episode.ts';
import { alertsByIds } from '../../storage/alerts.ts';
import { newestEpisodes } from '../../storage/episodes.ts';
import type { Store } from '../../storage/store.ts';
import { openConfig, withStore } from '../context.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { localTime, oneLine, paint, print, table } from '../output.ts';
import { limitOf } from '../period.ts';

interface Options extends GlobalOptions { readonly all?: boolean; readonly limit: string }

/** `episodes`: what is going on: told and not over, and what waits to be told. */
export function addEpisodes(program: Command, io: Io): void {
  program.command('episodes').description('what is going on: alerts that were told and are not over, with their ids for "ack" and "snooze"')
    .option('--all', 'those that are over as well')
    .addOption(new Option('--limit <count>', 'most of each state, the newest').default('100'))
    .addHelpText('after', '\nExamples:\n  rivalwatch episodes\n  rivalwatch ack epi_1f4a\n  rivalwatch snooze epi_1f4a 2d')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const limit = limitOf(options.limit);
      const { config } = await openConfig(io, options);
      await withStore(io, config, async (store) => {
        const states = EPISODE_STATES.filter((state) => options.all || state !== 'recovered');
        const episodes = (await Promise.all(states.map((state) => newestEpisodes(store, state, limit)))).flat().toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
        const lines = await linesOf(store, episodes);
        print(io, options, { episodes: lines.map(({ episode, alert }) => dataOf(episode, alert, config)) }, () => (lines.length === 0 ? 'Nothing is going on.' : table(io, ['id', 'state', 'since', 'rule', 'what'], lines.map(({ episode, alert }) => [
          episode.id, stateText(io, episode, config, io.clock()), localTime(episode.openedAt, config.timezone).slice(0, 16), episode.ruleId, alert ? oneLine(messageOf(alert, config).headline, 80) : 'not told yet',
        ]))));
      });
    });
}

interface Line {
  readonly episode: Episode;
  readonly alert: Alert | undefined;
}

async function linesOf(store: Store, episodes: readonly Episode[]): Promise<readonly Line[]> {
  const alerts = new Map((await alertsByIds(store, episodes.flatMap(({ lastAlertId }) => lastAlertId ?? []))).map((alert) => [alert.id, alert]));
  return episodes.map((episode) => ({ episode, alert: episode.lastAlertId && alerts.get(episode.lastAlertId) }));
}

function dataOf({ id, ruleId, subjectId, aspect, state, openedAt, updatedAt, lastAlertAt, acknowledged, snoozedUntil, escalateAt, closed, waiting }: Episode, alert: Alert | undefined, config: Config): object {
  return {
    id, ruleId, subjectId, aspect, state, openedAt, updatedAt, lastAlertAt: lastAlertAt ?? null, acknowledged: acknowledged ?? null, snoozedUntil: snoozedUntil ?? null, escalateAt: escalateAt ?? null,
    closed: closed ?? null, waits: waiting !== undefined, headline: alert ? messageOf(alert, config).headline : null, url: alert?.change.url ?? null,
  };
}

const CLOSED = { rule_removed: 'its rule is gone', rule_expired: 'its rule has ended', rule_changed: 'its rule was changed', listing_changed: 'the listing is none that its rule asks for now' } as const;

function stateText(io: Io, { state, snoozedUntil, closed }: Episode, { timezone }: Config, now: Date): string {
  if (closed) return paint(io, 'dim', `over: ${CLOSED[closed.why]}`);
  if (snoozedUntil && snoozedUntil > now) return paint(io, 'dim', `snoozed until ${localTime(snoozedUntil, timezone).slice(0, 16)}`);
  switch (state) {
    case 'pending': return paint(io, 'dim', 'waits');
    case 'firing': return paint(io, 'red', 'firing');
    case 'acknowledged': return paint(io, 'yellow', 'acknowledged');
    case 'recovered': return 'over';
    default: return state satisfies never;
  }
}
