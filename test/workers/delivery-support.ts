import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { receiverOf } from '../../config/resolve-channels.ts';
import type { ChannelSettings } from '../../config/schema.ts';
import type { Channel } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import type { ChangeDetail } from '../../model/change.ts';
import type { Delivery } from '../../model/delivery.ts';
import { brand, factId, type ChannelId } from '../../model/ids.ts';
import { insertAlert } from '../../storage/alerts.ts';
import { insertChanges } from '../../storage/changes.ts';
import { deliveryId, insertDeliveries } from '../../storage/deliveries.ts';
import { fromDocument } from '../../storage/document-ids.ts';
import { saveEpisode } from '../../storage/episodes.ts';
import { firstDue } from '../../storage/outbox.ts';
import { channelState } from '../../storage/channel-states.ts';
import type { Pipeline } from '../support/pipeline.ts';
import { moved } from '../alerts/rules/support.ts';
import { test as base, until, type Movable } from './support.ts';

const bodySchema = z.object({
  type: z.enum(['alert', 'digest']),
  alert: z.object({ id: z.string(), change: z.object({ title: z.string() }) }).optional(),
  digest: z.object({ alerts: z.array(z.object({ byNow: z.object({ amount: z.string() }).optional(), change: z.object({ title: z.string() }) })), superseded: z.string().optional() }).optional(),
});

/** What a receiver was told with one post. */
export interface Post {
  readonly id: string;
  readonly titles: readonly string[];
  readonly digest: boolean;
  readonly superseded: string;
  /** Prices of now, where an alert names one. */
  readonly byNow: readonly string[];
}

/** A web server that answers as the test says (200 when it says nothing) and keeps what it took. */
export interface Sink {
  readonly url: string;
  readonly posts: Post[];
  asked: number;
  /** Answers in turn; then `always`. */
  answers: { readonly status: number; readonly headers?: Readonly<Record<string, string>> }[];
  always: number;
  /** Posts that are answered with 413 (too large), whatever else is said. */
  tooLarge?: (post: Post) => boolean;
  /** Answers only once this is fulfilled. */
  hold?: Promise<void>;
}

/** `test` with any number of such servers. */
export const test = base.extend<{ sink: () => Promise<Sink> }>({
  sink: async ({}, use) => {
    const closing: (() => void)[] = [];
    await use(async () => {
      const state: Sink = { url: '', posts: [], asked: 0, answers: [], always: 200 };
      const server = createServer((request, response) => void (async () => {
        const post = await read(request);
        state.asked += 1;
        await state.hold;
        const { status, headers } = state.tooLarge?.(post) ? { status: 413 } : state.answers.shift() ?? { status: state.always };
        if (status === 200) state.posts.push(post);
        response.writeHead(status, headers).end('said');
      })());
      await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
      const address = server.address();
      closing.push(() => { server.closeAllConnections(); server.close(); });
      return Object.assign(state, { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hook` });
    });
    for (const close of closing) close();
  },
});

async function read(request: IncomingMessage): Promise<Post> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const { type, alert, digest } = bodySchema.parse(JSON.parse(text));
  const titles = (alert ? [alert] : digest?.alerts ?? []).map((one) => one.change.title);
  return { id: String(request.headers['webhook-id'] ?? request.headers['idempotency-key']), titles, digest: type === 'digest', superseded: digest?.superseded ?? '', byNow: (digest?.alerts ?? []).flatMap((one) => one.byNow?.amount ?? []) };
}

/** A channel that posts to the server. */
export function hook(id: string, { url }: Pick<Sink, 'url'>, more: Partial<Extract<ChannelSettings, { type: 'webhook' }>> = {}): Channel {
  return channelOf(id, { type: 'webhook', url, allowPrivateAddresses: true, ...more });
}

export function channelOf(id: string, settings: ChannelSettings): Channel {
  return { id: brand<ChannelId>(id), language: 'en', settings, receiver: receiverOf(settings, 'UTC') };
}

/** Only these channels are configured from now on. */
export function withChannels(pipeline: Pipeline, ...channels: readonly Channel[]): void {
  pipeline.configure((config) => ({ ...config, channels: new Map(channels.map((channel) => [channel.id, channel])) }));
}

/** What is decided in a test. */
export interface Decision {
  readonly title: string;
  readonly channels: readonly string[];
  readonly at: Date;
  /** One of its own when left out. */
  readonly episode?: string;
  readonly moment?: Alert['moment'];
  readonly severity?: Alert['severity'];
  readonly how?: Alert['how'];
  readonly history?: Alert['history'];
  /** What happened; a fall of the price when left out. */
  readonly detail?: ChangeDetail;
}

/** An alert as a rule would decide it. */
export function alertOf({ title, channels, at, episode = title, moment = 'fired', severity = 'warning', how, history, detail }: Decision): Alert {
  const change = { ...moved(1, 10_000, 8_000), id: factId('change', title, moment), title, at, subjectId: factId('subject', episode), listingId: factId('listing', episode), ...(detail ? { detail } : {}) };
  return {
    id: factId('alert', title, moment), episodeId: factId('episode', episode), ruleId: brand('cheaper'), severity, moment, change, at, channels: channels.map((id) => brand<ChannelId>(id)),
    reason: { baseline: 'previous', percent: -20 }, ...(how ? { how } : {}), ...(history ? { history } : {}),
  };
}

/** Decides an alert: it is recorded with its deliveries, as the alert worker does. */
export async function decide({ store, workers }: Pipeline, decision: Decision): Promise<void> {
  const alert = alertOf(decision);
  await insertAlert(store, alert, decision.at);
  await insertDeliveries(store, alert, alert.channels, decision.at);
  for (const channel of alert.channels) await workers.context.enqueue('notify', deliveryId(alert.id, channel), { deliveryId: deliveryId(alert.id, channel) });
}

/** The price of what an alert was about moved later, and no rule speaks of it. */
export async function moveOn({ store }: Pipeline, decision: Decision, minor: number, at: Date): Promise<void> {
  const { change } = alertOf(decision);
  await insertChanges(store, [{ ...change, ...moved(1, 8_000, minor), id: factId('change', decision.title, minor), subjectId: change.subjectId, at }], at);
}

/** The episode ended without a word. */
export async function endEpisode({ store }: Pipeline, episode: string, at: Date): Promise<void> {
  const id = factId('episode', episode);
  await saveEpisode(store, { id, ruleId: brand('cheaper'), subjectId: brand('s'), aspect: '', state: 'recovered', rev: 1, seen: 0, openedAt: at, updatedAt: at, applied: [] }, null);
}

/** Moves the clock in steps and lets everything that is due happen before and after each: whoever is at work while it jumps loses what he has leased. */
export async function pass(pipeline: Pipeline, clock: Movable, milliseconds: number, steps = 1): Promise<void> {
  await quiet(pipeline, clock);
  for (let step = 0; step < steps; step += 1) {
    clock.move(milliseconds / steps);
    await quiet(pipeline, clock);
  }
}

/** Shorter than any lease: whoever begins to tell something while the clock moves so far keeps what he has leased. */
const BREATH_MS = 10_000;

/** Lets time pass, as it does for people, until something is so: also while work goes on from which something may have to be told at any moment. */
export async function passUntil(pipeline: Pipeline, clock: Movable, isSo: () => boolean | Promise<boolean>): Promise<void> {
  await until(async () => {
    await quiet(pipeline, clock);
    if (await isSo()) return true;
    clock.move(BREATH_MS);
    return false;
  }).toBe(true);
}

/** Awaits that nothing can be told at this time: nothing is on its way, and nothing is due, or its channel pauses or is switched off. */
export async function quiet({ store, workers }: Pipeline, clock: Movable): Promise<void> {
  const busy = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const id of workers.context.config().channels.keys()) {
      const { off, pausedUntil } = await channelState(store, id);
      const paused = (pausedUntil && pausedUntil > clock.read()) || off?.why === 'permanent';
      // What is on its way is not due, and whoever works off the channel holds its lease until then: so the lease is asked for last.
      if ((!paused && await firstDue(store, id, clock.read())) || await store.leases.get(`channel-${id}`)) found.push(id);
    }
    return found;
  };
  // Twice: the last deed of a channel may have been a word to one that was looked at before it.
  await until(async () => [...await busy(), ...await busy()]).toEqual([]);
}

/** The deliveries of a channel in the order of their decision, each with its state and the results of its attempts. */
export async function deliveriesOn({ store }: Pipeline, channel: string): Promise<readonly Delivery[]> {
  return (await store.deliveries.find({ channelId: brand<ChannelId>(channel) }, { sort: { createdAt: 1 } })).map(fromDocument);
}

export function statesOf(deliveries: readonly Delivery[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state, members } of deliveries) counts[members ? `digest ${state}` : state] = (counts[members ? `digest ${state}` : state] ?? 0) + 1;
  return counts;
}
