import { expect } from 'vitest';
import { seeded } from '../../drill/moments.ts';
import type { Alert } from '../../model/alert.ts';
import type { Weekday } from '../../model/weekday.ts';
import { isOpen } from '../../alerts/receivers/open.ts';
import { alertOf, decide, deliveriesOn, hook, pass, test, withChannels, type Decision } from './delivery-support.ts';
import { clockAt } from './support.ts';

const HOUR = 3_600_000;
/** A Monday. In the future: the server clears away leases that lapsed by its own clock. */
const MONDAY = new Date('2086-11-04T06:30:00Z');
const RULES = 'rules: {}\n';

/*
 * Quiet hours, days off, a digest, a limit, urgent alerts, recoveries and a channel that fails now and then, all at once and by chance: whatever was decided is told once,
 * or said to be no longer true, once.
 */
test.for([[1]] as const)('hours, digests, limits, outages and recoveries together drop nothing and tell nothing twice (seed %i)', async ([seed], { open, sink }) => {
  const random = seeded(seed);
  const chance = (share: number): boolean => random() < share;
  const oneOf = (count: number): number => Math.floor(random() * count);
  const clock = clockAt(MONDAY);
  const [chat, mail] = [await sink(), await sink()];
  const pipeline = await open(RULES, { start: { only: ['schedule', 'notify'], tickEvery: 50, clock: clock.read } });
  const night = { quietHours: { from: 20 * 60, to: 7 * 60 }, workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'] satisfies Weekday[] };
  withChannels(pipeline, hook('team', chat, { ...night, limit: 4 }), hook('mail', mail, { ...night, digest: { kind: 'daily', minute: 8 * 60 } }));
  const decided: Decision[] = [];
  const state = new Map<string, Alert['moment']>();
  const tell = async (episode: string): Promise<void> => {
    const moment = state.get(episode) === 'fired' && chance(0.5) ? 'recovered' : 'fired';
    state.set(episode, moment);
    const decision: Decision = { title: `alert ${decided.length};`, episode, moment, channels: ['team', 'mail'], at: clock.now, severity: moment === 'fired' && chance(0.1) ? 'critical' : 'warning', ...(chance(0.1) ? { how: 'digest' } : {}) };
    decided.push(decision);
    await decide(pipeline, decision);
  };
  for (let hours = 0; hours < 4 * 24; hours += 6) {
    chat.always = chance(0.25) ? 503 : 200;
    mail.always = chance(0.25) ? 503 : 200;
    for (let no = oneOf(8); no > 0; no -= 1) await tell(`episode ${oneOf(8)}`);
    await pass(pipeline, clock, 6 * HOUR, 2);
  }
  [chat.always, mail.always] = [200, 200];
  await pass(pipeline, clock, 2 * 24 * HOUR, 8);
  for (const [name, posts] of [['team', chat.posts], ['mail', mail.posts]] as const) {
    const deliveries = await deliveriesOn(pipeline, name);
    expect(deliveries.filter(({ state }) => state !== 'sent' && state !== 'superseded')).toEqual([]);
    const calm = new Set(decided.filter(({ severity }) => severity !== 'critical').map((one) => alertOf(one).id));
    const outside = deliveries.filter(({ alertId, digestId, members, sentAt }) => sentAt && digestId === undefined && (members ?? (alertId && calm.has(alertId))) && !isOpen(sentAt, { timezone: 'UTC', ...night }));
    expect(outside).toEqual([]);
    const told = posts.flatMap((post) => post.titles);
    const named = posts.map((post) => post.superseded).join(' ');
    const wrong = decided.flatMap(({ title }) => {
      const times = told.filter((one) => one === title).length + named.split(title).length - 1;
      return times === 1 ? [] : [`${title} ${times}`];
    });
    expect([name, decided.length > 20, wrong]).toEqual([name, true, []]);
  }
});
