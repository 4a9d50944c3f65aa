import { linesOf } from '../../alerts/messages/compose.ts';
import type { Reader } from '../../alerts/messages/message.ts';
import type { ChannelSettings } from '../../config/schema.ts';
import type { Alert } from '../../model/alert.ts';

/** What a digest surely has room for: bytes of words, well below what the channel takes, and groups. A webhook's body holds every alert in full, some 2 kB each: many servers take 100 kB. */
const ROOM: Readonly<Record<ChannelSettings['type'], { readonly bytes: number; readonly groups: number }>> = {
  email: { bytes: 25_000, groups: 60 }, webhook: { bytes: 20_000, groups: 30 }, slack: { bytes: 5_000, groups: 15 }, teams: { bytes: 8_000, groups: 20 },
  feishu: { bytes: 6_000, groups: 20 }, dingtalk: { bytes: 6_000, groups: 20 }, discord: { bytes: 2_400, groups: 15 }, telegram: { bytes: 1_800, groups: 15 }, wecom: { bytes: 1_800, groups: 10 },
};
/** What a group takes beside its words. */
const AROUND_BYTES = 60;

/** The first groups, the most important ones, as many as one digest has room for; at least one. */
export function withinRoom(groups: readonly (readonly Alert[])[], type: ChannelSettings['type'], reader: Reader): readonly (readonly Alert[])[] {
  const { bytes, groups: most } = ROOM[type];
  let used = 0;
  const over = groups.findIndex((group, index) => {
    const newest = group.at(-1);
    used += AROUND_BYTES + Buffer.byteLength([newest?.product?.title ?? newest?.change.title ?? '', newest?.change.url ?? '', ...linesOf(group, reader)].join(''));
    return index > 0 && (index >= most || used > bytes);
  });
  return over === -1 ? groups : groups.slice(0, over);
}
