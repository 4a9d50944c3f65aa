import type { ParsedMail } from 'mailparser';
import { describe, expect } from 'vitest';
import { brand, factId, type ChannelId } from '../../model/ids.ts';
import { insertChanges } from '../../storage/changes.ts';
import { channelState, resumeChannel } from '../../storage/channel-states.ts';
import { claimDelivery } from '../../storage/deliveries.ts';
import { gatherMembers, insertDelivery } from '../../storage/outbox.ts';
import { price } from '../alerts/changes/support.ts';
import { mailServer } from '../alerts/channels/servers.ts';
import { alertOf, channelOf, decide, deliveriesOn, endEpisode, hook, moveOn, pass, quiet, statesOf, test, withChannels } from './delivery-support.ts';
import { clockAt, gate, until, type Clock } from './support.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** A Monday, at noon. In the future: the server clears away leases that lapsed by its own clock. */
const NOON = new Date('2086-11-04T12:00:00Z');
const NIGHT = new Date('2086-11-04T23:00:00Z');
const MORNING = new Date('2086-11-05T07:00:00Z');
const start = (clock: Clock) => ({ start: { only: ['schedule', 'notify'] as const, tickEvery: 50, clock: clock.read } });
const RULES = 'rules: {}\n';
const team = brand<ChannelId>('team');

test('a process that shuts down ends the message on its way and begins no other', async ({ open, sink }) => {
  const clock = clockAt(NOON);
  const chat = await sink();
  const pipeline = await open(RULES, start(clock));
  withChannels(pipeline, hook('team', chat));
  const held = gate();
  chat.hold = held.opened;
  for (let no = 0; no < 4; no += 1) await decide(pipeline, { title: `alert ${no}`, channels: ['team'], at: clock.now });
  await until(() => chat.asked).toBe(1);
  const stopped = pipeline.workers.stop();
  held.open();
  await stopped;
  expect(chat.asked).toBe(1);
  const after = await deliveriesOn(pipeline, 'team');
  expect([statesOf(after), after.flatMap(({ attempts }) => attempts).map(({ result }) => result)]).toEqual([{ sent: 1, pending: 3 }, ['sent']]);
});

describe('an outage', () => {
  test('of a day: the others are told once, and when it is over every alert arrives once, in the order of its episode', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const [chat, mail] = [await sink(), await sink()];
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat), hook('mail', mail));
    chat.always = 503;
    for (let hour = 0; hour < 24; hour += 1) {
      for (const episode of [hour % 3, 3 + (hour % 4)]) await decide(pipeline, { title: `alert ${hour}.${episode}`, episode: `episode ${episode}`, channels: ['team', 'mail'], at: clock.now });
      await pass(pipeline, clock, HOUR);
    }
    const notices = mail.posts.filter((post) => post.titles.includes('team'));
    expect(notices).toHaveLength(1);
    expect(await channelState(pipeline.store, team)).toMatchObject({ off: { why: 'failing', told: true } });
    expect(mail.posts).toHaveLength(48 + 1);
    // Once an hour at most, once it is switched off; at growing distance before.
    expect(chat.asked).toBeLessThan(60);
    chat.always = 200;
    await pass(pipeline, clock, 2 * HOUR, 2);
    const told = chat.posts.flatMap((post) => post.titles);
    expect(told).toHaveLength(48);
    expect(new Set(told).size).toBe(48);
    for (let episode = 0; episode < 7; episode += 1) {
      const hours = told.filter((title) => title.endsWith(`.${episode}`)).map((title) => Number(/ (\d+)\./.exec(title)?.[1]));
      expect(hours).toEqual(hours.toSorted((a, b) => a - b));
    }
    expect(statesOf(await deliveriesOn(pipeline, 'team'))).toEqual({ sent: 48 });
    expect(mail.posts.filter((post) => post.titles.includes('team'))).toHaveLength(2);
  });

  test('after which more wait than the limit: they come as digests, each alert told or named as superseded', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const chat = await sink();
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat, { limit: 5 }));
    chat.always = 503;
    for (let no = 0; no < 30; no += 1) await decide(pipeline, { title: `alert ${no}`, episode: `episode ${no % 20}`, channels: ['team'], at: new Date(clock.now.getTime() + no) });
    await pass(pipeline, clock, 3 * HOUR, 6);
    chat.always = 200;
    await pass(pipeline, clock, HOUR, 2);
    expect(chat.posts.length).toBeLessThanOrEqual(5);
    expect(chat.posts.some((post) => post.digest)).toBe(true);
    const told = chat.posts.flatMap((post) => post.titles);
    const named = chat.posts.map((post) => post.superseded).join(' ');
    for (let no = 0; no < 30; no += 1) {
      const title = `alert ${no}`;
      expect([told.filter((one) => one === title).length, new RegExp(`${title}\\b`).test(named)]).toEqual(no < 10 && !told.includes(title) ? [0, true] : [1, false]);
    }
    expect(statesOf(await deliveriesOn(pipeline, 'team'))).toMatchObject({ 'digest sent': chat.posts.filter((post) => post.digest).length });
    expect((await deliveriesOn(pipeline, 'team')).filter((one) => !['sent', 'superseded'].includes(one.state))).toEqual([]);
  });

  test('of a mail server that answers 4xx for an hour: every mail arrives once, in order', async ({ open }) => {
    const clock = clockAt(NOON);
    let busy = true;
    await using server = await mailServer({ onMailFrom: (_address, _session, done) => done(busy ? Object.assign(new Error('try later'), { responseCode: 451 }) : null) });
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, channelOf('mail', { type: 'email', smtp: `smtp://${server.address}`, from: 'watch@shop.example', to: ['boss@shop.example'] }));
    for (let no = 0; no < 6; no += 1) {
      await decide(pipeline, { title: `alert ${no}`, episode: `episode ${no % 2}`, channels: ['mail'], at: clock.now });
      await pass(pipeline, clock, 10 * MINUTE);
    }
    expect(server.mails).toHaveLength(0);
    busy = false;
    await pass(pipeline, clock, HOUR, 2);
    expect(server.mails.map((mail) => /alert \d/.exec(mail.subject ?? '')?.[0] ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual(['alert 0', 'alert 1', 'alert 2', 'alert 3', 'alert 4', 'alert 5']);
    for (const remainder of [0, 1]) {
      const thread = server.mails.filter((mail) => Number(/alert (\d)/.exec(mail.subject ?? '')?.[1]) % 2 === remainder);
      const order = thread.map((mail) => Number(/alert (\d)/.exec(mail.subject ?? '')?.[1]));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      // The later ones stand below the first of their episode.
      for (const mail of thread.slice(1)) expect([mail.references ?? []].flat()).toContain(thread[0]?.messageId);
    }
  });

  test('of one mailbox of several: it gets its mail later, the others have theirs once, and the channel goes on', async ({ open }) => {
    const clock = clockAt(NOON);
    let full = true;
    await using server = await mailServer({ onRcptTo: ({ address }, _session, done) => done(full && address === 'full@shop.example' ? Object.assign(new Error('mailbox full'), { responseCode: 452 }) : null) });
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, channelOf('mail', { type: 'email', smtp: `smtp://${server.address}`, from: 'watch@shop.example', to: ['boss@shop.example', 'full@shop.example'] }));
    for (const no of [0, 1]) await decide(pipeline, { title: `alert ${no}`, episode: 'episode', channels: ['mail'], at: clock.now });
    await pass(pipeline, clock, 10 * MINUTE);
    await pass(pipeline, clock, 10 * MINUTE);
    expect(server.mails).toHaveLength(2);
    expect(await channelState(pipeline.store, brand('mail'))).toMatchObject({ failures: 0 });
    full = false;
    await pass(pipeline, clock, HOUR, 2);
    expect(server.mails.map(({ to, subject }) => `${[to ?? []].flat().map(({ text }) => text).join()} ${/alert \d/.exec(subject ?? '')?.[0]}`).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'boss@shop.example, full@shop.example alert 0', 'boss@shop.example, full@shop.example alert 1', 'full@shop.example alert 0', 'full@shop.example alert 1',
    ]);
  });

  test('is waited for as long as the channel asks', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const chat = await sink();
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat));
    chat.answers = [{ status: 429, headers: { 'retry-after': '1800' } }];
    await decide(pipeline, { title: 'one', channels: ['team'], at: clock.now });
    await decide(pipeline, { title: 'two', channels: ['team'], at: clock.now });
    await until(() => chat.asked).toBe(1);
    await pass(pipeline, clock, 29 * MINUTE, 3);
    expect(chat.asked).toBe(1);
    await pass(pipeline, clock, 20 * MINUTE);
    expect(chat.posts.flatMap((post) => post.titles).toSorted()).toEqual(['one', 'two']);
  });
});

describe('a channel that is dead', () => {
  test('is switched off at the first word of it; the others are told once, and nothing is lost when it is mended', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const [chat, mail] = [await sink(), await sink()];
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat), hook('mail', mail));
    chat.always = 404;
    for (const title of ['one', 'two', 'three']) await decide(pipeline, { title, channels: ['team', 'mail'], at: clock.now });
    await until(() => mail.posts.length).toBe(4);
    await pass(pipeline, clock, 48 * HOUR, 4);
    expect([chat.asked, mail.posts.length]).toEqual([1, 4]);
    chat.always = 200;
    // Other settings, even if they only look different: it is tried again.
    withChannels(pipeline, hook('team', { url: `${chat.url}?new` }), hook('mail', mail));
    await until(() => chat.posts.flatMap((post) => post.titles)).toEqual(['one', 'two', 'three']);
    await until(() => mail.posts.filter((post) => post.titles.includes('team')).length).toBe(2);
    expect((await channelState(pipeline.store, team)).off).toBeUndefined();
  });

  test('is tried again by command', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const chat = await sink();
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat));
    chat.always = 410;
    await decide(pipeline, { title: 'one', channels: ['team'], at: clock.now });
    await until(async () => (await channelState(pipeline.store, team)).off?.why).toBe('permanent');
    chat.always = 200;
    expect(await resumeChannel(pipeline.store, team)).toBe(true);
    await until(() => chat.posts.length).toBe(1);
    await until(async () => (await channelState(pipeline.store, team)).off).toBeUndefined();
    expect(await resumeChannel(pipeline.store, team)).toBe(false);
  });

  test('has its fallback told in its stead, and tells nothing twice when it returns', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const [chat, mail] = [await sink(), await sink()];
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat, { fallback: 'mail' }), hook('mail', mail));
    chat.always = 404;
    await decide(pipeline, { title: 'both', channels: ['team', 'mail'], at: clock.now });
    await decide(pipeline, { title: 'chat only', channels: ['team'], at: clock.now });
    await until(() => mail.posts.flatMap((post) => post.titles).toSorted()).toEqual(['both', 'chat only', 'team']);
    await pass(pipeline, clock, HOUR);
    expect(statesOf(await deliveriesOn(pipeline, 'team'))).toEqual({ handed_over: 2 });
    chat.always = 200;
    await resumeChannel(pipeline.store, team);
    await decide(pipeline, { title: 'later', channels: ['team'], at: clock.now });
    await until(() => chat.posts.flatMap((post) => post.titles)).toEqual(['later']);
    expect(mail.posts).toHaveLength(3);
  });

  test('whose fallback is dead too, and has it for its own: alerts wait, and come once when one of them is mended', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const [chat, mail] = [await sink(), await sink()];
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat, { fallback: 'mail' }), hook('mail', mail, { fallback: 'team' }));
    [chat.always, mail.always] = [404, 404];
    await decide(pipeline, { title: 'both', channels: ['team', 'mail'], at: clock.now });
    for (const title of ['chat only', 'mail only']) await decide(pipeline, { title, channels: [title.split(' ')[0] === 'chat' ? 'team' : 'mail'], at: clock.now });
    await until(async () => [(await channelState(pipeline.store, team)).off?.why, (await channelState(pipeline.store, brand('mail'))).off?.why]).toEqual(['permanent', 'permanent']);
    await pass(pipeline, clock, 3 * HOUR, 3);
    expect([chat.posts.length, mail.posts.length]).toEqual([0, 0]);
    mail.always = 200;
    await resumeChannel(pipeline.store, brand('mail'));
    const all = ['both', 'chat only', 'mail only'];
    await until(() => mail.posts.flatMap((post) => post.titles).filter((title) => all.includes(title)).toSorted((a, b) => a.localeCompare(b))).toEqual(all);
    await quiet(pipeline, clock);
    expect(mail.posts.flatMap((post) => post.titles).filter((title) => all.includes(title))).toHaveLength(3);
  });

  test('gets back nothing that it has given away: what its fallback cannot tell either waits there', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const [chat, mail] = [await sink(), await sink()];
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat, { fallback: 'mail' }), hook('mail', mail, { fallback: 'team' }));
    [chat.always, mail.always] = [404, 503];
    await decide(pipeline, { title: 'one', channels: ['team'], at: clock.now });
    await until(async () => statesOf(await deliveriesOn(pipeline, 'team'))).toEqual({ handed_over: 1 });
    [chat.always, mail.always] = [200, 404];
    await resumeChannel(pipeline.store, team);
    await pass(pipeline, clock, HOUR);
    await until(async () => (await channelState(pipeline.store, brand('mail'))).off?.why).toBe('permanent');
    await pass(pipeline, clock, HOUR);
    expect((await deliveriesOn(pipeline, 'mail')).filter((one) => one.alertId === alertOf({ title: 'one', channels: [], at: NOON }).id).map((one) => one.state)).toEqual(['pending']);
    mail.always = 200;
    await resumeChannel(pipeline.store, brand('mail'));
    await until(() => mail.posts.filter((post) => post.titles.includes('one')).length).toBe(1);
    expect(chat.posts.filter((post) => post.titles.includes('one'))).toEqual([]);
  });

  test('does not hold up the others, though it never answers', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const [chat, mail] = [await sink(), await sink()];
    const held = gate();
    chat.hold = held.opened;
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat), hook('mail', mail));
    for (let no = 0; no < 20; no += 1) await decide(pipeline, { title: `alert ${no}`, channels: ['team', 'mail'], at: clock.now });
    await until(() => mail.posts.length).toBe(20);
    await until(() => chat.asked).toBe(1);
    expect(chat.posts).toEqual([]);
    held.open();
    await until(() => chat.posts.length).toBe(20);
  });

  test('one message that is refused for itself is given up, and the channel goes on', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const chat = await sink();
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat));
    chat.answers = [{ status: 404 }];
    await decide(pipeline, { title: 'poison', channels: ['team'], at: clock.now });
    await decide(pipeline, { title: 'fine', channels: ['team'], at: new Date(clock.now.getTime() + 1) });
    clock.move(10);
    await until(async () => (await channelState(pipeline.store, team)).off?.why).toBe('permanent');
    chat.answers = [{ status: 200 }, { status: 404 }];
    await resumeChannel(pipeline.store, team);
    await until(() => chat.asked).toBe(3);
    await quiet(pipeline, clock);
    expect(chat.posts.flatMap((post) => post.titles)).toEqual(['fine']);
    expect(statesOf(await deliveriesOn(pipeline, 'team'))).toEqual({ failed: 1, sent: 1 });
  });
});

describe('quiet hours and digests', () => {
  const night = { quietHours: { from: 22 * 60, to: 7 * 60 } };

  test('the night comes as one digest in the morning: what is over is named, an urgent alert came at once', async ({ open, sink }) => {
    const clock = clockAt(NIGHT);
    const chat = await sink();
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat, night));
    const later = (minutes: number): Date => new Date(clock.now.getTime() + minutes * MINUTE);
    await decide(pipeline, { title: 'still true', channels: ['team'], at: clock.now });
    await decide(pipeline, { title: 'over by itself', channels: ['team'], at: clock.now });
    await decide(pipeline, { title: 'first', episode: 'slide', channels: ['team'], at: clock.now });
    const undone = { title: 'taken back', channels: ['team'], at: clock.now };
    await decide(pipeline, undone);
    await moveOn(pipeline, { title: 'still true', channels: [], at: clock.now }, 9_900, later(2));
    await moveOn(pipeline, undone, 10_000, later(2));
    await decide(pipeline, { title: 'urgent', severity: 'critical', channels: ['team'], at: clock.now });
    await until(() => chat.posts.flatMap((post) => post.titles)).toEqual(['urgent']);
    await pass(pipeline, clock, 2 * HOUR);
    await decide(pipeline, { title: 'second', episode: 'slide', channels: ['team'], at: clock.now });
    await endEpisode(pipeline, 'over by itself', later(1));
    await pass(pipeline, clock, 5 * HOUR, 5);
    expect(chat.posts).toHaveLength(1);
    await pass(pipeline, clock, HOUR);
    expect(chat.posts).toHaveLength(2);
    expect(chat.posts[1]).toMatchObject({ digest: true });
    expect(chat.posts[1]?.titles.toSorted()).toEqual(['second', 'still true']);
    expect(chat.posts[1]?.byNow).toEqual(['99.00']);
    expect(chat.posts[1]?.superseded).toMatch(/\(3\)/);
    for (const title of ['first', 'over by itself', 'taken back']) expect(chat.posts[1]?.superseded).toContain(title);
    expect(statesOf(await deliveriesOn(pipeline, 'team'))).toEqual({ sent: 3, superseded: 3, 'digest sent': 1 });
  });

  test('a single alert that waited is told as itself', async ({ open, sink }) => {
    const clock = clockAt(NIGHT);
    const chat = await sink();
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat, night));
    await decide(pipeline, { title: 'alone', channels: ['team'], at: clock.now });
    await pass(pipeline, clock, 9 * HOUR, 3);
    expect(chat.posts).toMatchObject([{ digest: false, titles: ['alone'] }]);
  });

  test('a rule that asks for the digest is told at eight, the others now', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const chat = await sink();
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat));
    for (const title of ['a', 'b']) await decide(pipeline, { title, how: 'digest', channels: ['team'], at: clock.now });
    await decide(pipeline, { title: 'now', channels: ['team'], at: clock.now });
    await pass(pipeline, clock, 19.9 * HOUR, 2);
    expect(chat.posts.flatMap((post) => post.titles)).toEqual(['now']);
    await pass(pipeline, clock, 0.2 * HOUR);
    expect(chat.posts[1]?.titles.toSorted()).toEqual(['a', 'b']);
  });
});

describe('a digest that is not taken', () => {
  const mailTo = (address: string, more: object = {}) => channelOf('mail', { type: 'email', smtp: `smtp://${address}`, from: 'watch@shop.example', to: ['boss@shop.example', 'full@shop.example'], ...more });
  const recipients = (mail: ParsedMail): string => [mail.to ?? []].flat().map(({ text }) => text).join();

  test('for one of several recipients comes to him alone, later, without what is no longer true; the others have it once', async ({ open }) => {
    const clock = clockAt(NOON);
    let full = true;
    await using server = await mailServer({ onRcptTo: ({ address }, _session, done) => done(full && address === 'full@shop.example' ? Object.assign(new Error('mailbox full'), { responseCode: 452 }) : null) });
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, mailTo(server.address, { quietHours: { from: 22 * 60, to: 8 * 60 } }));
    for (const title of ['one', 'two', 'three']) await decide(pipeline, { title, how: 'digest', channels: ['mail'], at: clock.now });
    await pass(pipeline, clock, 20.1 * HOUR);
    expect(server.mails.map((mail) => [recipients(mail), /\d+ alerts?/.exec(mail.subject ?? '')?.[0]])).toEqual([['boss@shop.example, full@shop.example', '3 alerts']]);
    await moveOn(pipeline, { title: 'two', channels: [], at: clock.now }, 10_000, clock.now);
    full = false;
    await pass(pipeline, clock, HOUR, 2);
    await pass(pipeline, clock, 24 * HOUR, 2);
    expect(server.mails.map((mail) => [recipients(mail), /\d+ alerts?/.exec(mail.subject ?? '')?.[0]])).toEqual([['boss@shop.example, full@shop.example', '3 alerts'], ['full@shop.example', '2 alerts']]);
    expect(server.mails[1]?.text).toMatch(/No longer true.*two/);
    expect(statesOf(await deliveriesOn(pipeline, 'mail'))).toEqual({ sent: 3, 'digest sent': 2 });
  });

  test('for one of several recipients, whose channel dies before he gets it, is told by the fallback', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const chat = await sink();
    let dead = false;
    await using server = await mailServer({
      onMailFrom: (_address, _session, done) => done(dead ? Object.assign(new Error('not for you'), { responseCode: 554 }) : null),
      onRcptTo: ({ address }, _session, done) => done(address === 'full@shop.example' ? Object.assign(new Error('mailbox full'), { responseCode: 452 }) : null),
    });
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, mailTo(server.address, { fallback: 'team' }), hook('team', chat));
    for (const title of ['one', 'two']) await decide(pipeline, { title, how: 'digest', channels: ['mail'], at: clock.now });
    await pass(pipeline, clock, 20.1 * HOUR);
    dead = true;
    await pass(pipeline, clock, 48 * HOUR, 4);
    expect(chat.posts.flatMap((post) => post.titles).toSorted((a, b) => a.localeCompare(b))).toEqual(['mail', 'one', 'two']);
    expect(statesOf(await deliveriesOn(pipeline, 'mail'))).toEqual({ sent: 2, 'digest sent': 1, 'digest handed_over': 1 });
  });

  test('because it is too large, or one alert in it is not taken at all: every other alert is told once, and that one by the fallback', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const [chat, mail] = [await sink(), await sink()];
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat, { fallback: 'mail' }), hook('mail', mail));
    chat.tooLarge = ({ titles }) => titles.length > 6 || titles.includes('alert 3');
    for (let no = 0; no < 20; no += 1) await decide(pipeline, { title: `alert ${no}`, how: 'digest', channels: ['team'], at: clock.now });
    await pass(pipeline, clock, 20.1 * HOUR);
    await pass(pipeline, clock, 3 * HOUR, 3);
    const told = chat.posts.flatMap((post) => post.titles);
    expect([told.length, new Set(told).size, told.includes('alert 3')]).toEqual([19, 19, false]);
    await pass(pipeline, clock, 24 * HOUR, 2);
    expect(mail.posts.flatMap((post) => post.titles)).toEqual(['alert 3']);
    expect((await channelState(pipeline.store, team)).off).toBeUndefined();
    expect((await deliveriesOn(pipeline, 'team')).filter(({ state }) => ['pending', 'sending', 'held', 'gathered'].includes(state))).toEqual([]);
  });
});

test('the same of many listings comes as one message within a minute, on a channel that people read; other news, what is urgent and what programs read comes by itself', async ({ open, sink }) => {
  const clock = clockAt(NOON);
  const [chat, program] = [await sink(), await sink()];
  const pipeline = await open(RULES, start(clock));
  const held = gate();
  chat.hold = held.opened;
  withChannels(pipeline, hook('team', chat, { limit: 200 }), hook('program', program));
  const gone = { detail: { kind: 'listing_disappeared', lastSeenAt: NOON, how: 'gone' } as const, channels: ['team', 'program'], at: clock.now };
  await decide(pipeline, { title: 'first', channels: ['team'], at: clock.now });
  await until(() => chat.asked).toBe(1);
  for (let no = 0; no < 30; no += 1) await decide(pipeline, { title: `gone ${no}`, ...gone });
  await decide(pipeline, { title: 'urgent', severity: 'critical', ...gone });
  await decide(pipeline, { title: 'cheaper', channels: ['team'], at: clock.now });
  held.open();
  await quiet(pipeline, clock);
  expect(chat.posts.flatMap((post) => post.titles).toSorted()).toEqual(['cheaper', 'first', 'urgent']);
  await decide(pipeline, { title: 'gone late', ...gone, at: clock.now });
  await pass(pipeline, clock, MINUTE);
  expect(chat.posts.slice(3).map(({ digest, titles }) => [digest, titles.length, titles.includes('gone late')])).toEqual([[true, 31, true]]);
  expect([program.posts.length, program.posts.some(({ digest }) => digest)]).toEqual([32, false]);
  for (let no = 30; no < 39; no += 1) await decide(pipeline, { title: `gone ${no}`, ...gone, channels: ['team'], at: clock.now });
  await pass(pipeline, clock, MINUTE);
  expect(chat.posts.slice(4).map(({ titles }) => titles.length)).toEqual(Array.from({ length: 9 }, () => 1));
});

test('is known to be one of many by the changes of its crawl, however slowly the alerts are decided', async ({ open, sink }) => {
  const clock = clockAt(NOON);
  const chat = await sink();
  const pipeline = await open(RULES, start(clock));
  withChannels(pipeline, hook('team', chat, { limit: 200 }));
  const detail = { kind: 'listing_disappeared', lastSeenAt: NOON, how: 'gone' } as const;
  const decisions = Array.from({ length: 12 }, (_, no) => ({ title: `gone ${no}`, detail, channels: ['team'], at: clock.now }));
  await insertChanges(pipeline.store, decisions.map((one) => alertOf(one).change), clock.now);
  for (const decision of decisions) {
    await decide(pipeline, decision);
    await quiet(pipeline, clock);
  }
  expect(chat.posts).toEqual([]);
  await pass(pipeline, clock, MINUTE);
  expect(chat.posts.map(({ titles }) => titles.length)).toEqual([12]);
});

test('an alert that one recipient has not got waits for the end of quiet hours, unless it is urgent', async ({ open }) => {
  const clock = clockAt(new Date('2086-11-04T21:59:00Z'));
  let full = true;
  await using server = await mailServer({ onRcptTo: ({ address }, _session, done) => done(full && address === 'full@shop.example' ? Object.assign(new Error('mailbox full'), { responseCode: 452 }) : null) });
  const pipeline = await open(RULES, start(clock));
  withChannels(pipeline, channelOf('mail', { type: 'email', smtp: `smtp://${server.address}`, from: 'watch@shop.example', to: ['boss@shop.example', 'full@shop.example'], quietHours: { from: 22 * 60, to: 7 * 60 } }));
  await decide(pipeline, { title: 'calm', channels: ['mail'], at: clock.now });
  await decide(pipeline, { title: 'urgent', severity: 'critical', channels: ['mail'], at: clock.now });
  await quiet(pipeline, clock);
  full = false;
  const titles = (): string[] => server.mails.map(({ subject }) => /calm|urgent/.exec(subject ?? '')?.[0] ?? '');
  await pass(pipeline, clock, HOUR);
  expect(titles().toSorted((a, b) => a.localeCompare(b))).toEqual(['calm', 'urgent', 'urgent']);
  await pass(pipeline, clock, 9 * HOUR, 2);
  expect(titles().slice(3)).toEqual(['calm']);
});

test('a mail shows the price over time, alone and in a digest', async ({ open }) => {
  const clock = clockAt(NOON);
  await using server = await mailServer();
  const pipeline = await open(RULES, start(clock));
  withChannels(pipeline, channelOf('mail', { type: 'email', smtp: `smtp://${server.address}`, from: 'watch@shop.example', to: ['boss@shop.example'] }));
  const history = [12_000, 10_000, 8_000].map((minor, no) => ({ at: new Date(NOON.getTime() - (3 - no) * 24 * HOUR), money: price(minor).money }));
  await decide(pipeline, { title: 'alone', channels: ['mail'], at: clock.now, history });
  for (const title of ['one', 'two']) await decide(pipeline, { title, how: 'digest', channels: ['mail'], at: clock.now, history });
  await quiet(pipeline, clock);
  await pass(pipeline, clock, 21 * HOUR);
  expect(server.mails.map((mail) => mail.attachments.map((one) => one.contentType))).toEqual([['image/png'], ['image/png', 'image/png']]);
  for (const mail of server.mails) expect(mail.html).toContain('lowest $80.00');
});

describe('a crash', () => {
  const two = ['one', 'two'];
  const held = { quietHours: { from: 22 * 60, to: 7 * 60 } };

  test.for([
    ['a digest was written and has no member yet', false, 'pending'], ['its members were taken and it was not sent', true, 'pending'],
    ['it was claimed by somebody who died', true, 'sending'],
  ] as const)('after %s: each alert is told once', async ([, gathered, claimed], { open, sink }) => {
    const clock = clockAt(NIGHT);
    const chat = await sink();
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat, held));
    for (const title of two) await decide(pipeline, { title, channels: ['team'], at: clock.now });
    await until(async () => statesOf(await deliveriesOn(pipeline, 'team'))).toEqual({ held: 2 });
    const members = (await deliveriesOn(pipeline, 'team')).map((one) => one.id);
    const at = MORNING;
    const digest = { id: factId('delivery', 'digest', 'team'), channelId: team, state: 'pending' as const, attempts: [], nextAttemptAt: at, createdAt: at, members };
    await insertDelivery(pipeline.store, digest);
    if (gathered) await gatherMembers(pipeline.store, digest, new Date(at.getTime() + HOUR));
    if (claimed === 'sending') await claimDelivery(pipeline.store, digest.id, at, 2 * MINUTE);
    await pass(pipeline, clock, 8 * HOUR + 5 * MINUTE);
    await pass(pipeline, clock, 3 * HOUR, 3);
    expect(chat.posts.flatMap((post) => post.titles).toSorted()).toEqual(two);
    expect((await deliveriesOn(pipeline, 'team')).filter((one) => one.state !== 'sent' && !one.members)).toEqual([]);
  });

  test('after the digest was sent and its members were not noted: they are, and not told again', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const chat = await sink();
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat));
    for (const title of two) await decide(pipeline, { title, how: 'digest', channels: ['team'], at: clock.now });
    await quiet(pipeline, clock);
    await pass(pipeline, clock, 20.1 * HOUR);
    expect(chat.posts).toHaveLength(1);
    const digest = (await deliveriesOn(pipeline, 'team')).find((one) => one.members);
    await pipeline.store.deliveries.updateMany({ digestId: digest?.id ?? brand('dlv_0') }, { $set: { state: 'gathered' } });
    await pass(pipeline, clock, 3 * HOUR, 2);
    expect(statesOf(await deliveriesOn(pipeline, 'team'))).toEqual({ sent: 2, 'digest sent': 1 });
    expect(chat.posts).toHaveLength(1);
  });

  test('that left an alert in its episode: the sweep writes it and it is told once', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const chat = await sink();
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat));
    const outbox = alertOf({ title: 'left', channels: ['team'], at: clock.now });
    await pipeline.store.episodes.insert({ _id: outbox.episodeId, ruleId: brand('cheaper'), subjectId: brand('s'), aspect: '', state: 'firing', rev: 1, seen: 0, openedAt: clock.now, updatedAt: clock.now, applied: [], outbox });
    await pass(pipeline, clock, 10 * MINUTE);
    await until(() => chat.posts.flatMap((post) => post.titles)).toEqual(['left']);
    expect((await pipeline.store.episodes.find({}))[0]).not.toHaveProperty('outbox');
  });
});

describe('at the same time', () => {
  test('two programs work off one channel: every alert once, in order', async ({ open, sink }) => {
    const clock = clockAt(NOON);
    const chat = await sink();
    const programs = [await open(RULES, start(clock)), await open(RULES, start(clock))];
    for (const program of programs) withChannels(program, hook('team', chat));
    const [first] = programs;
    if (!first) throw new Error('no program');
    for (let no = 0; no < 15; no += 1) {
      await decide(first, { title: `alert ${no}`, episode: 'one', channels: ['team'], at: clock.now });
      clock.move(1);
    }
    await until(() => chat.posts.length).toBe(15);
    expect(chat.posts.flatMap((post) => post.titles)).toEqual(Array.from({ length: 15 }, (_, no) => `alert ${no}`));
  });

  test('a clock that was a day ahead is set right: what it put off is told', async ({ open, sink }) => {
    const clock = clockAt(new Date(NOON.getTime() + 24 * HOUR));
    const chat = await sink();
    const pipeline = await open(RULES, start(clock));
    withChannels(pipeline, hook('team', chat));
    chat.always = 503;
    await decide(pipeline, { title: 'one', channels: ['team'], at: clock.now });
    await until(() => chat.asked).toBe(1);
    await quiet(pipeline, clock);
    chat.always = 200;
    clock.now = NOON;
    await until(() => chat.posts.flatMap((post) => post.titles)).toEqual(['one']);
  });
});
