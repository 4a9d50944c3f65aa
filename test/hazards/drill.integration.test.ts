import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { planKills, seeded, VICTIMS } from '../../drill/moments.ts';
import { judge } from '../../drill/verdict.ts';
import type { Killed, Run } from '../../drill/run.ts';
import { build, type Built } from '../support/built.ts';

/* A short drill with every kind of victim and most sorts of alerts; `npm run drill` is the whole. */
const SCENES = 'price-down,promotion-starts,sold-out,listing-edited,rank-lost,captcha,wall-gone,undercut';
const verdictSchema = z.object({ ok: z.boolean(), alerts: z.number(), kept: z.number(), seenTwice: z.number(), possible: z.number(), kills: z.record(z.string(), z.number()), missing: z.array(z.string()), extra: z.array(z.string()), faults: z.array(z.string()) });

describe.runIf(process.platform === 'linux')('npm run drill', () => {
  let built: Built;
  beforeAll(async () => { built = await build('drill/main.ts', 'drill/worker.ts'); });
  afterAll(() => built.remove());

  test('loses and adds no alert, whatever is killed', { timeout: 600_000 }, async () => {
    const child = spawn(process.execPath, [built.program, '--kills', '8', '--seed', '11', '--scenes', SCENES, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    const verdict = verdictSchema.parse(JSON.parse(out));
    expect(verdict).toMatchObject({ ok: true, missing: [], extra: [], faults: [] });
    expect(Object.values(verdict.kills).reduce((sum, count) => sum + count, 0)).toBe(8);
    expect(verdict.kept).toBeGreaterThanOrEqual(9);
  });

  test('says what is wrong with its options', async () => {
    const child = spawn(process.execPath, [built.program, '--kills', 'many'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect([code, err]).toEqual([1, 'drill: --kills many is no whole number from 0 to 1000.\n']);
  });
});

describe('the plan of the kills', () => {
  test('is the same for the same seed, has as many as asked for, and every kind of victim', () => {
    const plan = (seed: number): ReturnType<typeof planKills> => planKills(40, Array.from({ length: 12 }, (_, round) => round % 2 === 0), 2, seeded(seed));
    expect(plan(3)).toEqual(plan(3));
    expect(plan(3)).not.toEqual(plan(4));
    expect(plan(3)).toHaveLength(12);
    expect(plan(3).flat()).toHaveLength(40);
    expect(plan(3).flatMap((kills, round) => (round % 2 === 0 ? [] : kills)).map(({ moment }) => 'at' in moment && moment.at !== 'page')).not.toContain(true);
    expect(new Set(plan(3).flat().map((kill) => kill.victim))).toEqual(new Set(VICTIMS));
  });
});

describe('the verdict', () => {
  const at = (seconds: number): Date => new Date(seconds * 1_000);
  const run = (record: Partial<Run['record']> = {}, kills: readonly Killed[] = []): Run => ({
    kills, seconds: 1, told: [],
    record: { alerts: ['a', 'b', 'b'], channels: [{ channel: 'hook', sent: 3, arrived: 3, distinct: 3 }], unsent: [], unheard: [], faults: [], ...record },
  });
  const twice = [{ channel: 'hook', sent: 3, arrived: 4, distinct: 3 }];

  test('is good when everything is the same', () => expect(judge(run(), run())).toMatchObject({ ok: true, alerts: 3, kept: 3, seenTwice: 0 }));
  test.each<readonly [string, Partial<Run['record']>, object]>([
    ['a lost alert', { alerts: ['a', 'b'] }, { missing: ['b'], kept: 2 }], ['an alert too many', { alerts: ['a', 'a', 'b', 'b'] }, { extra: ['a'] }],
    ['a message twice without a kill', { channels: twice }, { seenTwice: 1, possible: 0 }], ['a message that never arrived', { channels: [{ channel: 'hook', sent: 3, arrived: 2, distinct: 2 }] }, {}],
    ['a message that was not sent', { unsent: ['hook: pending'] }, {}], ['a worker that fell over by itself', { faults: ['worker 1 ended'] }, {}],
    ['an attempt without an end that nothing cut off', { unheard: [at(10)] }, { possible: 0 }],
  ])('is bad for %s', (_what, record, more) => expect(judge(run(), run(record))).toMatchObject({ ok: false, ...more }));

  test('allows a message twice where a kill of a worker or of MongoDB cut an attempt off from its record, and not where Redis was killed', () => {
    const record = { channels: twice, unheard: [at(10)] };
    expect(judge(run(), run(record, [{ victim: 'worker', at: at(11) }]))).toMatchObject({ ok: true, seenTwice: 1, possible: 1 });
    expect(judge(run(), run(record, [{ victim: 'redis', at: at(11) }]))).toMatchObject({ ok: false });
    expect(judge(run(), run(record, [{ victim: 'worker', at: at(9) }]))).toMatchObject({ ok: false });
  });
});
