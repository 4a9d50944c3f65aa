import type { Config } from '../config/types.ts';
import type { Delivery } from '../model/delivery.ts';
import { failedDeliveries, waitingDeliveries } from '../storage/outbox.ts';
import type { Store } from '../storage/store.ts';
import type { Io } from './io.ts';
import { localTime, oneLine, paint, table } from './output.ts';

/** What a channel did not take: the newest that failed for good, and those that are tried again. */
export interface DeliveryTroubles {
  readonly failed: readonly DeliveryTrouble[];
  readonly waiting: readonly DeliveryTrouble[];
}

export interface DeliveryTrouble {
  readonly deliveryId: string;
  readonly channel: string;
  readonly since: Date;
  readonly attempts: number;
  /** What the channel answered last. */
  readonly answer: string;
  /** When it is tried again; absent when it is not. */
  readonly again?: Date;
}

/** Older failures are history: the channel has been mended since, or nobody minds. */
const LOOK_BACK_MS = 7 * 86_400_000;
const MOST = 20;

/** Deliveries that failed for good in the last seven days, and those that wait for another attempt. */
export async function deliveryTroubles(store: Store, now: Date): Promise<DeliveryTroubles> {
  const [failed, waiting] = await Promise.all([failedDeliveries(store, new Date(now.getTime() - LOOK_BACK_MS), MOST), waitingDeliveries(store, now, MOST)]);
  return { failed: failed.map((delivery) => troubleOf(delivery)), waiting: waiting.map((delivery) => ({ ...troubleOf(delivery), again: delivery.nextAttemptAt })) };
}

function troubleOf({ id, channelId, createdAt, attempts }: Delivery): DeliveryTrouble {
  return { deliveryId: id, channel: channelId, since: createdAt, attempts: attempts.length, answer: attempts.at(-1)?.answer ?? '' };
}

/** The troubles as a table with what to do; nothing when there are none. */
export function deliveryLines(io: Io, { failed, waiting }: DeliveryTroubles, { timezone }: Pick<Config, 'timezone'>): readonly string[] {
  if (failed.length + waiting.length === 0) return [];
  const time = (at: Date): string => localTime(at, timezone).slice(0, 16);
  const row = (one: DeliveryTrouble): string[] => [one.channel, time(one.since), String(one.attempts), one.again ? time(one.again) : paint(io, 'red', 'given up'), oneLine(one.answer, 70)];
  return ['', table(io, ['not delivered on', 'since', 'attempts', 'tried again', 'last answer'], [...failed, ...waiting].map(row)), '"rivalwatch doctor --send" tries every channel; what is given up stays readable with "rivalwatch export alerts".'];
}
