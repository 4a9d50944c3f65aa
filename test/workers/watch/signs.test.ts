import { describe, expect, test } from 'vitest';
import { brand } from '../../../model/ids.ts';
import { emptyTally } from '../../../storage/tally.ts';
import type { PulseDocument } from '../../../storage/documents.ts';
import type { Facts, Waiting } from '../../../workers/watch/facts.ts';
import { signsOf } from '../../../workers/watch/signs.ts';

const NOW = new Date('2026-05-01T12:00:00Z');
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const pulse = (more: Partial<PulseDocument> = {}): PulseDocument => ({ _id: 'a-1', host: 'a', startedAt: ago(600), beatAt: ago(0), lastTickAt: ago(0), overtime: [], depths: [], ...more });
const crawl = (verdict: 'good' | 'partial' | 'broken' | 'blocked', minutes: number, sourceId = 'shop', targetId = 't'): Facts['crawls'][number] => ({
  sourceId: brand(sourceId), targetId: brand(targetId), verdict, startedAt: ago(minutes), tally: { ...emptyTally(), outcomes: { challenge: 2, ok: 0 } },
});
const signs = (facts: Partial<Facts>): readonly string[] => signsOf({ now: NOW, pulses: [pulse()], crawls: [], ...facts }).map(({ trouble, about, figure }) => `${trouble} ${about} ${figure}`);

test('nothing is wrong when all beat, tick and learn', () => {
  expect(signs({ crawls: [crawl('good', 5), crawl('blocked', 10), crawl('blocked', 20), crawl('blocked', 30)], dueSince: ago(1) })).toEqual([]);
});

describe('a process', () => {
  test('is dead after two minutes without a sign of life', () => {
    expect(signs({ pulses: [pulse(), pulse({ _id: 'b-2', host: 'b', beatAt: ago(1) })] })).toEqual([]);
    expect(signs({ pulses: [pulse(), pulse({ _id: 'b-2', host: 'b', beatAt: ago(3) })] })).toEqual(['process_gone b-2 3']);
  });
  test('that was started again on its host is no news', () => {
    expect(signs({ pulses: [pulse({ _id: 'a-2', startedAt: ago(2) }), pulse({ beatAt: ago(4) })] })).toEqual([]);
    expect(signs({ pulses: [pulse({ _id: 'a-2', startedAt: ago(9) }), pulse({ beatAt: ago(4) })] })).toEqual(['process_gone a-1 4']);
  });
  test('is not dead when MongoDB was away: the others have not been heard for long again, either', () => {
    const dead = pulse({ _id: 'b-2', host: 'b', beatAt: ago(4) });
    expect(signs({ pulses: [pulse({ steadySince: ago(1) }), dead] })).toEqual([]);
    expect(signs({ pulses: [pulse({ steadySince: ago(2) }), dead] })).toEqual(['process_gone b-2 4']);
  });
  test('is not back because another one, with other queues, was started on its host', () => {
    const dead = pulse({ beatAt: ago(4), queues: ['alert', 'notify'] });
    expect(signs({ pulses: [pulse({ _id: 'a-2', startedAt: ago(2), queues: ['crawl'] }), dead] })).toEqual(['process_gone a-1 4']);
    expect(signs({ pulses: [pulse({ _id: 'a-2', startedAt: ago(2), queues: ['crawl', 'alert', 'notify'] }), dead] })).toEqual([]);
  });
});

describe('the schedule', () => {
  test('has stopped when no process ticks for five minutes although something is due', () => {
    const still = pulse({ lastTickAt: ago(7) });
    expect(signs({ pulses: [still], dueSince: ago(6) })).toEqual(['schedule_stopped schedule 7']);
    expect(signs({ pulses: [still] })).toEqual([]);
    expect(signs({ pulses: [still, pulse({ _id: 'b', host: 'b' })], dueSince: ago(6) })).toEqual([]);
  });
  test('has stopped when it ticks and starts nothing; after a long stop it has half an hour', () => {
    expect(signs({ dueSince: ago(31) })).toEqual(['schedule_stopped schedule 31']);
    expect(signs({ pulses: [pulse({ startedAt: ago(20) })], dueSince: ago(500) })).toEqual([]);
    expect(signs({ pulses: [pulse({ startedAt: ago(40) })], dueSince: ago(500) })).toEqual(['schedule_stopped schedule 40']);
  });
  test('has stopped when no process works it any more: the one that did was stopped in order', () => {
    const { lastTickAt: _, ...without } = pulse();
    expect(signs({ pulses: [without], dueSince: ago(4) })).toEqual([]);
    expect(signs({ pulses: [without], dueSince: ago(6) })).toEqual(['schedule_stopped schedule 6']);
    expect(signs({ pulses: [{ ...without, startedAt: ago(3) }], dueSince: ago(500) })).toEqual([]);
    expect(signs({ pulses: [{ ...without, beatAt: ago(3) }], dueSince: ago(500) })).toEqual([]);
  });
});

describe('a source', () => {
  test('fails after three crawls in a row that learned nothing, whatever target they were of', () => {
    expect(signs({ crawls: [crawl('blocked', 5), crawl('broken', 10)] })).toEqual([]);
    expect(signs({ crawls: [crawl('blocked', 5), crawl('broken', 10), crawl('blocked', 15), crawl('good', 20)] })).toEqual(['crawls_fail shop 3']);
    expect(signs({ crawls: [crawl('blocked', 5), crawl('blocked', 6, 'other'), crawl('blocked', 7), crawl('partial', 8), crawl('blocked', 9)] })).toEqual([]);
  });
  test('says what most pages came to, and since when', () => {
    const [sign] = signsOf({ now: NOW, pulses: [pulse()], crawls: [crawl('blocked', 5), crawl('blocked', 10), crawl('blocked', 15)] });
    expect(sign).toMatchObject({ example: 'challenge 6', since: ago(15) });
  });
  test('fails, too, when one of its targets does while the others are fine', () => {
    const mixed = [crawl('blocked', 1, 'shop', 'search'), crawl('good', 2), crawl('blocked', 3, 'shop', 'search'), crawl('good', 4), crawl('broken', 5, 'shop', 'search'), crawl('good', 6)];
    expect(signsOf({ now: NOW, pulses: [pulse()], crawls: mixed })).toMatchObject([{ trouble: 'crawls_fail', about: 'shop', figure: 3, since: ago(5), example: 'search: challenge 6' }]);
    expect(signs({ crawls: [crawl('good', 0, 'shop', 'search'), ...mixed] })).toEqual([]);
  });
});

describe('a queue', () => {
  const depths = (...counts: readonly number[]): PulseDocument['depths'] => counts.map((count, index) => ({ at: ago(5 * (counts.length - index)), waiting: { crawl: count, diff: 0 } }));
  test('grows when it is long and longer at every look', () => {
    expect(signs({ pulses: [pulse({ depths: depths(100, 300, 500, 700) })] })).toEqual(['queue_grows crawl 700']);
    expect(signs({ pulses: [pulse({ depths: depths(1, 2, 3, 4) })] })).toEqual([]);
    expect(signs({ pulses: [pulse({ depths: depths(0, 9_000, 8_000, 7_000) })] })).toEqual([]);
    expect(signs({ pulses: [pulse({ depths: depths(300, 500, 700) })] })).toEqual([]);
  });
});

describe('work', () => {
  const waiting = (queue: 'crawl' | 'diff' | 'notify', minutes: number): readonly Waiting[] => [{ queue, since: ago(minutes), paced: queue !== 'diff' }];
  const only = (...queues: readonly string[]): PulseDocument => pulse({ queues });
  test('waits for nobody when no process works its queue', () => {
    expect(signs({ pulses: [only('crawl', 'schedule')], waiting: waiting('notify', 6) })).toEqual(['work_waits notify 6']);
    expect(signs({ pulses: [only('crawl'), only('notify')], waiting: waiting('notify', 6) })).toEqual([]);
    expect(signs({ pulses: [only('crawl')], waiting: waiting('notify', 4) })).toEqual([]);
    expect(signs({ pulses: [pulse({ queues: ['crawl'], startedAt: ago(2) })], waiting: waiting('notify', 90) })).toEqual([]);
  });
  test('does not get on when it fails every time; a crawl or a message may wait long for its host or channel', () => {
    expect(signs({ waiting: waiting('diff', 31) })).toEqual(['work_waits diff 31']);
    expect(signs({ waiting: waiting('diff', 29) })).toEqual([]);
    expect(signs({ waiting: [...waiting('crawl', 90), ...waiting('notify', 90)] })).toEqual([]);
  });
});

test('a job that runs far beyond its time hangs; the oldest of a queue is told', () => {
  expect(signs({ pulses: [pulse({ overtime: [{ queue: 'crawl', since: ago(70) }, { queue: 'crawl', since: ago(90) }] })] })).toEqual(['job_hangs crawl 90']);
});
