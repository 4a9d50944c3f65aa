import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { deliver } from '../alerts/channels/index.ts';
import { messageOf } from '../alerts/messages/message.ts';
import { SELF } from '../alerts/messages/shared.ts';
import type { Channel, Config } from '../config/types.ts';
import type { Alert } from '../model/alert.ts';
import type { ChangeDetail } from '../model/change.ts';
import { brand, factId, type RuleId, type SourceId, type TargetId } from '../model/ids.ts';
import { againAt } from '../workers/watch/again.ts';
import type { Io } from './io.ts';
import { replaceFile } from './replace-file.ts';

/*
 * Telling that nothing can be told in the usual way: MongoDB or Redis is away. Straight to the channels, without a record but a small file beside
 * the configuration, so that who looks every five minutes does not tell every five minutes.
 */
const stateSchema = z.object({ since: z.coerce.date(), times: z.int(), nextAt: z.coerce.date() });
type State = z.infer<typeof stateSchema>;

/** Tells the channels that the program cannot work and why, unless they were told not long ago. Returns what each said. */
export async function soundAlarm(io: Io, config: Config, why: string): Promise<readonly string[]> {
  const now = io.clock();
  const known = await readState(config);
  const state: State = known ?? { since: now, times: 0, nextAt: now };
  if (state.nextAt > now) return [];
  const facts = { trouble: 'nothing_runs' as const, about: 'rivalwatch', since: state.since, figure: 0, example: why };
  const said = await tellAll(io, config, state, state.times === 0 ? { kind: 'trouble_began', ...facts } : { kind: 'trouble_lasts', times: state.times, ...facts });
  await writeState(config, { ...state, times: state.times + 1, nextAt: againAt(now, state.times) });
  return said;
}

/** Tells those who were told that it is over; nothing when nobody was. */
export async function endAlarm(io: Io, config: Config): Promise<readonly string[]> {
  const state = await readState(config);
  if (!state) return [];
  const said = await tellAll(io, config, state, { kind: 'trouble_over', trouble: 'nothing_runs', about: 'rivalwatch', since: state.since });
  await rm(fileOf(config), { force: true });
  return said;
}

async function tellAll(io: Io, config: Config, { since, times }: State, detail: ChangeDetail): Promise<readonly string[]> {
  const moment = detail.kind === 'trouble_over' ? 'recovered' : 'fired';
  return Promise.all(channelsOf(config).map(async (channel) => {
    const alert = alarmOf({ channel, at: io.clock(), moment, detail, facts: [since.toISOString(), moment === 'recovered' ? 'over' : times] });
    const message = messageOf(alert, { language: channel.language, timezone: channel.receiver.timezone });
    const { result, answer } = await deliver(channel.settings, message, { deliveryId: factId('delivery', alert.id, channel.id), signal: io.signal, now: io.clock() });
    return `${channel.id}: ${result === 'sent' ? 'told' : answer}`;
  }));
}

/** Those of the rules about the program itself; all when there is no such rule. */
function channelsOf({ rules, channels }: Config): readonly Channel[] {
  const wanted = new Set(rules.filter(({ on }) => on.includes('trouble_began')).flatMap((rule) => rule.channels));
  return [...channels.values()].filter(({ id }) => wanted.size === 0 || wanted.has(id));
}

interface Alarm {
  readonly channel: Channel;
  readonly at: Date;
  readonly moment: Alert['moment'];
  readonly detail: ChangeDetail;
  readonly facts: readonly (string | number)[];
}

function alarmOf({ channel, at, moment, detail, facts }: Alarm): Alert {
  return {
    id: factId('alert', 'alarm', ...facts), episodeId: factId('episode', 'alarm', facts[0] ?? ''), ruleId: brand<RuleId>(SELF), severity: moment === 'fired' ? 'critical' : 'info', moment, at,
    reason: { baseline: 'previous' }, channels: [channel.id],
    change: {
      id: factId('change', 'alarm', ...facts), sourceId: brand<SourceId>(SELF), targetId: brand<TargetId>(SELF), subjectId: factId('subject', 'alarm'), crawlId: factId('crawl', 'alarm', ...facts),
      at, title: SELF, url: '', detail,
    },
  };
}

function fileOf({ folder }: Config): string {
  return join(folder, '.rivalwatch', 'watch.json');
}

async function readState(config: Config): Promise<State | undefined> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(fileOf(config), 'utf8')));
  } catch {
    return undefined;
  }
}

async function writeState(config: Config, state: State): Promise<void> {
  await mkdir(join(config.folder, '.rivalwatch'), { recursive: true });
  await replaceFile(fileOf(config), JSON.stringify(state));
}
