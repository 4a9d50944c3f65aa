import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { receiverOf } from '../../../config/resolve-channels.ts';
import type { Channel } from '../../../config/types.ts';
import type { Delivery, DeliveryAttempt } from '../../../model/delivery.ts';
import { brand, factId } from '../../../model/ids.ts';
import type { ChannelStateDocument } from '../../../storage/channel-documents.ts';
import { consequenceOf, fingerprintOf, pauseOf } from '../../../workers/notify/failure.ts';
import { nextSlot, withSlot } from '../../../workers/notify/pace.ts';
import { predecessorOf, threadOf } from '../../../workers/notify/thread.ts';

const NOW = new Date('2026-11-02T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const before = (milliseconds: number): Date => new Date(NOW.getTime() - milliseconds);

describe('the pace of a channel', () => {
  test('is never exceeded: at most so many in any minute, and no closer than the interval but for a burst', () => {
    const pace = fc.record({ minIntervalMs: fc.integer({ min: 0, max: 3_000 }), perMinute: fc.integer({ min: 1, max: 40 }), burst: fc.integer({ min: 1, max: 10 }) });
    fc.assert(fc.property(pace, fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 80 }), (wanted, gaps) => {
      let paced: readonly Date[] = [];
      let clock = NOW.getTime();
      const sent: number[] = [];
      for (const gap of gaps) {
        const slot = nextSlot(paced, wanted, new Date(clock + gap));
        expect(slot.getTime()).toBeGreaterThanOrEqual(clock + gap);
        clock = slot.getTime();
        sent.push(clock);
        paced = withSlot(paced, wanted, slot);
      }
      for (const [index, time] of sent.entries()) {
        expect(sent.filter((other) => other > time - 60_000 && other <= time).length).toBeLessThanOrEqual(wanted.perMinute);
        const earlier = sent[index - wanted.burst];
        if (earlier !== undefined) expect(time - earlier).toBeGreaterThanOrEqual(wanted.minIntervalMs * wanted.burst);
      }
    }), { seed: 5, numRuns: 300 });
  });

  test('forgets what a clock that was ahead has written', () => {
    expect(nextSlot([new Date(NOW.getTime() + DAY)], { minIntervalMs: 1_000, perMinute: 20 }, NOW)).toEqual(NOW);
  });
});

describe('what a failure means', () => {
  const settings = { type: 'webhook' as const, url: 'https://hooks.example/x', allowPrivateAddresses: false };
  const channel: Channel = { id: brand('team'), language: 'en', settings, receiver: receiverOf(settings, 'UTC') };
  const attempts = (...results: readonly NonNullable<DeliveryAttempt['result']>[]): readonly DeliveryAttempt[] => [...results.map((result, index) => ({ no: index + 1, startedAt: NOW, result })), { no: results.length + 1, startedAt: NOW }];
  const delivery = (tries: readonly DeliveryAttempt[] = attempts()): Delivery => ({ id: factId('delivery', 1), channelId: channel.id, alertId: factId('alert', 1), state: 'sending', attempts: tries, nextAttemptAt: NOW, createdAt: NOW });
  const state = (more: Partial<ChannelStateDocument> = {}): ChannelStateDocument => ({ _id: channel.id, failures: 0, paced: [], ...more });
  const common = { channel, now: NOW, random: 0 };
  const passing = { result: 'passing_failure', answer: '503' } as const;
  const permanent = { result: 'permanent_failure', answer: '404' } as const;

  test('a passing one pauses the channel at growing distance; the message waits longer', () => {
    const waits = [0, 1, 2, 3, 4, 9].map((failures) => {
      const { retryAt, channel: noted } = consequenceOf({ ...common, delivery: delivery(attempts(...Array.from({ length: failures }, () => 'passing_failure' as const))), result: passing, state: state({ failures, failingSince: NOW }) });
      return [noted && (noted.pausedUntil.getTime() - NOW.getTime()) / 1_000, retryAt && (retryAt.getTime() - NOW.getTime()) / 1_000];
    });
    expect(waits).toEqual([[10, 10], [30, 30], [90, 90], [270, 270], [600, 810], [600, 3_600]]);
  });

  test('Retry-After is obeyed, up to six hours', () => {
    const asked = (retryAfterMs: number): number | undefined => consequenceOf({ ...common, delivery: delivery(), result: { ...passing, retryAfterMs }, state: state() }).channel?.pausedUntil.getTime();
    expect([asked(1_800_000), asked(3 * DAY)]).toEqual([NOW.getTime() + 1_800_000, NOW.getTime() + 6 * HOUR]);
  });

  test('for longer than the receiver allows: switched off and tried once an hour', () => {
    const { channel: noted, retryAt } = consequenceOf({ ...common, delivery: delivery(), result: passing, state: state({ failures: 8, failingSince: before(6 * HOUR) }) });
    expect(noted?.off).toMatchObject({ since: NOW, why: 'failing', answer: '503' });
    expect(noted?.pausedUntil).toEqual(new Date(NOW.getTime() + HOUR));
    expect(retryAt).toBeDefined();
    expect(consequenceOf({ ...common, delivery: delivery(), result: passing, state: state({ failures: 8, failingSince: before(5.9 * HOUR) }) }).channel?.off).toBeUndefined();
  });

  test('a permanent one switches it off, and the message waits', () => {
    expect(consequenceOf({ ...common, delivery: delivery(), result: permanent, state: state() })).toMatchObject({ retryAt: NOW, channel: { off: { why: 'permanent', answer: '404' } } });
  });

  test('a message that is to blame is given up, and nothing is said of the channel', () => {
    expect(consequenceOf({ ...common, delivery: delivery(), result: { ...permanent, concerns: 'message' }, state: state() })).toEqual({});
    expect(consequenceOf({ ...common, delivery: delivery(attempts('permanent_failure')), result: permanent, state: state() })).toEqual({});
  });

  test('no message is given up while the channel takes none, however often it was tried', () => {
    const often = delivery(attempts(...Array.from({ length: 60 }, () => 'passing_failure' as const)));
    expect(consequenceOf({ ...common, delivery: often, result: passing, state: state({ failures: 60, failingSince: before(HOUR) }) }).retryAt).toBeDefined();
    expect(consequenceOf({ ...common, delivery: often, result: passing, state: state() }).retryAt).toBeUndefined();
  });

  test('pauses and failures that lie ahead were written by a clock that has been set back', () => {
    expect(pauseOf(state({ pausedUntil: new Date(NOW.getTime() + DAY) }), NOW)).toBeUndefined();
    expect(pauseOf(state({ pausedUntil: new Date(NOW.getTime() + HOUR) }), NOW)).toBeDefined();
    expect(consequenceOf({ ...common, delivery: delivery(), result: passing, state: state({ failures: 1, failingSince: new Date(NOW.getTime() + DAY) }) }).channel?.failingSince).toEqual(NOW);
  });

  test('the fingerprint follows the settings and shows none of them', () => {
    const print = fingerprintOf(channel);
    expect(print).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintOf({ ...channel, settings: { ...settings } })).toBe(print);
    expect(fingerprintOf({ ...channel, settings: { ...settings, url: 'https://hooks.example/y' } })).not.toBe(print);
  });
});

describe('the messages of one episode', () => {
  const one = (no: number, more: Partial<Delivery> = {}): Delivery => ({
    id: factId('delivery', no), channelId: brand('team'), alertId: factId('alert', no), episodeId: factId('episode', 1), moment: 'fired', state: 'sent', attempts: [], nextAttemptAt: NOW, createdAt: new Date(NOW.getTime() + no * 60_000), handle: `h${no}`, ...more,
  });

  test('stand below the first since it last was over, if that is not older than a week', () => {
    expect(threadOf(one(1), [one(1), one(2)])).toBeUndefined();
    expect(threadOf(one(3), [one(1), one(2), one(3)])).toBe('h1');
    expect(threadOf(one(3), [one(1), one(2, { moment: 'recovered' }), one(3)])).toBeUndefined();
    expect(threadOf(one(4), [one(1), one(2, { moment: 'recovered' }), one(3), one(4)])).toBe('h3');
    expect(threadOf(one(3), [one(1, { createdAt: before(8 * DAY) }), one(2), one(3)])).toBe('h2');
  });

  test('wait for the earlier ones that are not settled; those that wait for a digest hold up nobody', () => {
    const third = one(3, { state: 'pending' });
    expect(predecessorOf(third, [one(1, { state: 'failed' }), one(2, { state: 'held' }), third])).toBeUndefined();
    expect(predecessorOf(third, [one(1, { state: 'pending' }), one(2, { state: 'sending' }), third])?.id).toBe(one(1).id);
    expect(predecessorOf(one(1, { state: 'pending' }), [one(1, { state: 'pending' }), one(2, { state: 'pending' })])).toBeUndefined();
  });
});
