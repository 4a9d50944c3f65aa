import { groupsOf } from '../../alerts/messages/compose.ts';
import { isOpen, nextOpen } from '../../alerts/receivers/open.ts';
import { stillTrue, type Around, type Sorted } from '../../alerts/receivers/still-true.ts';
import type { Channel } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import type { Delivery } from '../../model/delivery.ts';
import { factId, type AlertId, type ChannelId, type EpisodeId } from '../../model/ids.ts';
import { alertsByIds } from '../../storage/alerts.ts';
import { changesOfSubjectsAfter } from '../../storage/changes.ts';
import { delivery as getDelivery } from '../../storage/deliveries.ts';
import { episodesByIds } from '../../storage/episodes.ts';
import { deliveriesByIds, deliveriesOfEpisode, dueInState, gatherMembers, insertDelivery, membersOf, postponeMember, putOffDelivery, releaseMember, settleMembers } from '../../storage/outbox.ts';
import type { Context } from '../context.ts';
import { namedWithinRoom, withinRoom } from './room.ts';

/** Looked through for one digest. */
const MOST_MEMBERS = 500;
/** Looked through for what became of them since, the newest first. */
const MOST_CHANGES = 5_000;
/** A member of a digest is looked at again after this, in case its digest was sent and it was not noted. */
const AGAIN_MS = 3_600_000;

/** Makes a digest of what is held and due. What has no room in it stays held and due. */
export async function gather(context: Context, channel: Channel, now: Date): Promise<undefined> {
  const { store } = context;
  const due = await dueInState(store, channel.id, 'held', now, MOST_MEMBERS);
  if (!isOpen(now, channel.receiver)) {
    const open = nextOpen(now, channel.receiver);
    for (const delivery of due) await putOffDelivery(store, delivery, open, delivery.heldFor ?? 'quiet_hours');
    return undefined;
  }
  await makeDigest(context, channel.id, await withRoom(context, channel, due), now);
  return undefined;
}

async function makeDigest({ store }: Context, channelId: ChannelId, members: readonly Delivery['id'][], now: Date): Promise<void> {
  const digest: Delivery = { id: factId('delivery', 'digest', channelId, now.getTime(), ...members), channelId, state: 'pending', attempts: [], nextAttemptAt: now, createdAt: now, members };
  await insertDelivery(store, digest);
  await gatherMembers(store, digest, new Date(now.getTime() + AGAIN_MS));
}

/**
 * Two digests of half the members each take the place of one that the channel will never take: what is wrong with one alert, or too much in all, keeps no other from being
 * told. Made before the end of the attempt is recorded. False when there is nothing to divide.
 */
export async function divide(context: Context, digest: Delivery, now: Date): Promise<boolean> {
  // One for some recipients alone is refused for their sake, and its members were told.
  if (!digest.members || digest.to) return false;
  const members = (await membersOf(context.store, digest.id)).filter((member) => member.state === 'gathered').toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  if (members.length < 2) return false;
  const middle = Math.ceil(members.length / 2);
  for (const half of [members.slice(0, middle), members.slice(middle)]) {
    for (const member of half) await releaseMember(context.store, member, now);
    await makeDigest(context, digest.channelId, half.map(({ id }) => id), now);
  }
  return true;
}

async function withRoom(context: Context, channel: Channel, due: readonly Delivery[]): Promise<readonly Delivery['id'][]> {
  const { tells, superseded } = await sortMembers(context, channel.id, due);
  const reader = { language: channel.language, timezone: channel.receiver.timezone, links: context.config().links };
  const { type } = channel.settings;
  const [shown, named] = [withinRoom(groupsOf(tells), type, reader), namedWithinRoom(superseded, type, reader)];
  const taken = new Set<AlertId>([...shown, ...named].map((alert) => alert.id));
  // One whose alert is not there is taken too: it is told of as nothing, and never asked for again.
  const known = new Set<AlertId>([...tells, ...superseded].map((alert) => alert.id));
  return due.filter(({ alertId }) => alertId === undefined || taken.has(alertId) || !known.has(alertId)).map((delivery) => delivery.id);
}

/** Takes the members that are the digest's own, and says which of their alerts are still true now. One for some recipients alone has those that the others were told. */
export async function contentOf(context: Context, digest: Delivery, now: Date): Promise<Sorted & { readonly members: readonly Delivery[] }> {
  if (digest.to) {
    const told = await deliveriesByIds(context.store, digest.members ?? []);
    return { members: told, ...await sortMembers(context, digest.channelId, told) };
  }
  await gatherMembers(context.store, digest, new Date(now.getTime() + AGAIN_MS));
  const members = (await membersOf(context.store, digest.id)).filter((member) => member.state === 'gathered');
  return { members, ...await sortMembers(context, digest.channelId, members) };
}

async function sortMembers({ store }: Context, channelId: ChannelId, members: readonly Delivery[]): Promise<Sorted> {
  const alerts = await alertsByIds(store, members.flatMap(({ alertId }) => alertId ?? []));
  const own = new Set(members.map((member) => member.id));
  const episodes = new Map((await episodesByIds(store, alerts.map((alert) => alert.episodeId))).map((episode) => [episode.id, episode]));
  const oldest = new Date(Math.min(...alerts.map(({ change }) => change.at.getTime())));
  const changes = await changesOfSubjectsAfter(store, [...new Set(alerts.map(({ change }) => change.subjectId))], oldest, MOST_CHANGES);
  const around = new Map<EpisodeId, Around>();
  for (const episodeId of new Set(alerts.map((alert) => alert.episodeId))) {
    const episode = episodes.get(episodeId);
    const others = (await deliveriesOfEpisode(store, episodeId, channelId)).filter((one) => !own.has(one.id) && (one.state === 'sent' || one.state === 'sending' || one.state === 'pending'));
    around.set(episodeId, { told: await toldOf(store, others), changes, ...(episode ? { episode } : {}) });
  }
  return stillTrue(alerts, around);
}

async function toldOf(store: Context['store'], deliveries: readonly Delivery[]): Promise<Around['told']> {
  return (await alertsByIds(store, deliveries.flatMap(({ alertId }) => alertId ?? []))).map(({ moment, at }: Alert) => ({ moment, at }));
}

/** A member that nobody noted the end of: its digest was sent, or will not tell it, or is still on its way. */
export async function repairMember({ store }: Context, member: Delivery, now: Date): Promise<undefined> {
  const digest = member.digestId && await getDelivery(store, member.digestId);
  if (digest?.state === 'sent' || digest?.state === 'failed') await settleMembers(store, digest, digest.state);
  else if (digest && digest.state !== 'superseded' && digest.state !== 'handed_over') await postponeMember(store, member, new Date(now.getTime() + AGAIN_MS));
  else await releaseMember(store, member, now);
  return undefined;
}
