import { isAlike, nameOf, pagesOf, titleOf } from '../../alerts/messages/compose.ts';
import type { Reader } from '../../alerts/messages/message.ts';
import type { ChannelSettings } from '../../config/schema.ts';
import type { Alert } from '../../model/alert.ts';

/** What a digest surely has room for: bytes of words and addresses, well below what the channel takes, alerts, and bytes of the names of what is no longer true. A webhook's body holds every alert in full, some 2 kB each: many servers take 100 kB. */
const ROOM: Readonly<Record<ChannelSettings['type'], { readonly bytes: number; readonly alerts: number; readonly names: number }>> = {
  email: { bytes: 25_000, alerts: 100, names: 2_500 }, webhook: { bytes: 20_000, alerts: 45, names: 2_500 }, slack: { bytes: 5_000, alerts: 18, names: 1_200 },
  teams: { bytes: 8_000, alerts: 30, names: 2_500 }, feishu: { bytes: 6_000, alerts: 28, names: 2_000 }, dingtalk: { bytes: 6_000, alerts: 40, names: 2_000 },
  discord: { bytes: 2_400, alerts: 20, names: 600 }, telegram: { bytes: 1_800, alerts: 20, names: 450 }, wecom: { bytes: 1_800, alerts: 20, names: 450 },
};
/** What a group takes beside its words. */
const AROUND_BYTES = 60;
const BETWEEN_NAMES_BYTES = 3;

/** The alerts of the first groups, the most important ones, as many as one digest has room for, at least one. A group that is too much by itself is divided, the oldest first. */
export function withinRoom(groups: readonly (readonly Alert[])[], type: ChannelSettings['type'], reader: Reader): readonly Alert[] {
  const whole = fitting(groups, type, reader);
  return whole.length > 0 ? whole.flat() : fitting((groups[0] ?? []).map((alert) => [alert]), type, reader, 1).flat();
}

/** The first of them for which there is room. */
function fitting(groups: readonly (readonly Alert[])[], type: ChannelSettings['type'], reader: Reader, least = 0): readonly (readonly Alert[])[] {
  const { bytes, alerts: most } = ROOM[type];
  const used = { bytes: 0, alerts: 0 };
  const over = groups.findIndex((group) => {
    used.bytes += AROUND_BYTES + Buffer.byteLength([titleOf(group, reader), ...pagesOf(group, reader).flatMap(({ lines, links }) => [...lines, ...links.flatMap(({ label, url }) => [label, url])])].join(''));
    // What is told of many listings alike is a line; a program gets each alert.
    used.alerts += isAlike(group) && type !== 'webhook' ? 1 : group.length;
    return used.bytes > bytes || used.alerts > most;
  });
  return groups.slice(0, over === -1 ? groups.length : Math.max(least, over));
}

/** The first of what is no longer true, as many as one digest can name, at least one. */
export function namedWithinRoom(superseded: readonly Alert[], type: ChannelSettings['type'], reader: Reader): readonly Alert[] {
  let used = 0;
  const over = superseded.findIndex((alert) => (used += Buffer.byteLength(nameOf(alert, reader)) + BETWEEN_NAMES_BYTES) > ROOM[type].names);
  return over === -1 ? superseded : superseded.slice(0, Math.max(1, over));
}
