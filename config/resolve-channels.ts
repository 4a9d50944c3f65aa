import { brand, type ChannelId } from '../model/ids.ts';
import { suggestion } from './mistakes.ts';
import type { Notes } from './notes.ts';
import { warnOfPrivate } from './private-hosts.ts';
import type { ChannelSettings, ConfigFile } from './schema.ts';
import type { Channel, Receiver } from './types.ts';
import { WEEKDAYS } from '../model/weekday.ts';

/** More messages in an hour are read by nobody; programs read them all. */
const LIMIT_FOR_PEOPLE = 100;
const SWITCH_OFF_AFTER_MS = 6 * 3_600_000;

/** The channels, each with its language and its receiver; names of fallbacks are checked. */
export function resolveChannels(settings: ConfigFile, notes: Notes): ReadonlyMap<ChannelId, Channel> {
  return new Map(Object.entries(settings.channels).map(([name, channel]) => {
    const id = brand<ChannelId>(name);
    checkFallback(name, channel, notes);
    checkQuietHours(name, channel, notes);
    if (channel.type === 'webhook') warnOfPrivate(['channels', name], channel, 'nobody is told on this channel', notes);
    return [id, { id, language: channel.language ?? settings.language, settings: channel, receiver: receiverOf(channel, settings.timezone) }];
  }));
}

/** When those who read the channel want to be told, defaults filled in. */
export function receiverOf(channel: ChannelSettings, timezone: string): Receiver {
  const limit = channel.limit ?? (channel.type === 'webhook' ? undefined : LIMIT_FOR_PEOPLE);
  return {
    timezone: channel.timezone ?? timezone, workingDays: channel.workingDays ?? WEEKDAYS, urgent: channel.urgent ?? 'critical', digest: channel.digest ?? { kind: 'now' },
    switchOffAfter: channel.switchOffAfter ?? SWITCH_OFF_AFTER_MS, ...(channel.quietHours && { quietHours: channel.quietHours }), ...(limit !== undefined && { limit }),
    ...(channel.fallback !== undefined && { fallback: brand<ChannelId>(channel.fallback) }),
  };
}

function checkFallback(name: string, { fallback }: ChannelSettings, notes: Notes): void {
  if (fallback === undefined) return;
  const path = ['channels', name, 'fallback'];
  const names = notes.names('channels');
  if (fallback === name) notes.wrong(path, 'a channel cannot stand in for itself; name another one.');
  else if (!names.includes(fallback)) notes.wrong(path, `there is no channel "${fallback}".${suggestion(fallback, names)}`);
}

function checkQuietHours(name: string, { quietHours, digest }: ChannelSettings, notes: Notes): void {
  if (!quietHours) return;
  const { from, to } = quietHours;
  if (from === to) notes.wrong(['channels', name, 'quietHours'], 'begin and end at the same time; leave them out to be told all day.');
  if (digest === undefined || digest.kind === 'now') return;
  const quiet = from < to ? digest.minute >= from && digest.minute < to : digest.minute >= from || digest.minute < to;
  if (quiet) notes.warn(`${notes.placeOf(['channels', name, 'digest'])}: the digest of channel "${name}" falls into its quiet hours; it comes at their end.`);
}
