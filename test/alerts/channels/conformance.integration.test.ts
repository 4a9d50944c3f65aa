import { describe, expect, it } from 'vitest';
import { deliver, deliverDigest, paceOf } from '../../../alerts/channels/index.ts';
import { messageOf } from '../../../alerts/messages/message.ts';
import { LANGUAGES } from '../../../config/channels.ts';
import { CHANGE_KINDS } from '../../../model/change.ts';
import { brand } from '../../../model/ids.ts';
import { at } from '../changes/support.ts';
import { alertOf } from '../messages/samples.ts';
import { change } from '../rules/support.ts';
import { FAKES, type Fake } from './fakes.ts';
import { digestSample, fullMessage, overMessage } from './samples.ts';
import { context } from './servers.ts';

/** What a service is told at the pace that the channel names, by a clock that moves with it. */
async function tellAll(start: (now: () => number) => Promise<Fake>, tell: (fake: Fake, send: (attempt: (now: Date) => Promise<{ readonly result: string }>) => Promise<void>) => Promise<void>): Promise<void> {
  let clock = at(3).getTime();
  await using fake = await start(() => clock);
  const { minIntervalMs, perMinute } = paceOf(fake.settings.type);
  let sent = 0;
  await tell(fake, async (attempt) => {
    clock += Math.max(minIntervalMs, Math.ceil(60_000 / perMinute));
    expect(await attempt(new Date(clock))).toMatchObject({ result: 'sent' });
    sent += 1;
  });
  expect(fake.refused()).toEqual([]);
  expect(fake.taken()).toBe(sent);
}

// Each has a server of its own; the one for mail waits a tenth of a second with each greeting.
describe.concurrent.each(Object.entries(FAKES))('%s', (_, start) => {
  it.each(LANGUAGES)('takes every kind of change and a digest in %s, at the pace of the channel', async (language) => {
    await tellAll(start, async ({ settings }, send) => {
      const messages = [fullMessage(language), overMessage(language), ...CHANGE_KINDS.map((kind) => messageOf(alertOf(kind), { language, timezone: 'Asia/Shanghai' }))];
      for (const message of messages) await send((now) => deliver(settings, message, context({ now })));
      await send((now) => deliverDigest(settings, digestSample(language), context({ now })));
    });
  });

  it('takes what is too long for it, as less', async () => {
    await tellAll(start, async ({ settings }, send) => {
      for (const filling of ['<&>"*_` ', '价格监控', '😀', 'word ', '\\*', 'https://shop.example/a?b=c ']) {
        const long = (length: number): string => filling.repeat(Math.ceil(length / filling.length));
        const reviews = Array.from({ length: 40 }, (_, index) => ({ id: brand<never>(`r${index}`), text: long(2_000) }));
        for (const detail of [{ kind: 'negative_reviews', reviews } as const, { kind: 'page_text', diff: `${long(60)}\n`.repeat(2_000), added: 1, removed: 1 } as const, { kind: 'description', from: long(50_000), to: long(50_000) } as const]) {
          const message = messageOf(alertOf('title', { change: { ...change(2, detail), title: long(3_000), url: `https://shop.example/${'p'.repeat(3_000)}` } }), { language: 'en', timezone: 'UTC' });
          await send((now) => deliver(settings, { ...message, ...(message.code === undefined ? {} : { lines: message.lines }) }, context({ now })));
        }
        const groups = Array.from({ length: 200 }, (_, index) => ({ title: long(400), pages: Array.from({ length: index === 0 ? 60 : 2 }, (_page, no) => ({ lines: Array.from({ length: 12 }, () => long(300)), links: [{ label: long(80), url: `https://shop.example/p${index}-${no}` }, { label: 'Show evidence', url: 'https://watch.example/e' }] })) }));
        await send((now) => deliverDigest(settings, { ...digestSample('en'), groups, superseded: long(900), headline: long(150).slice(0, 150) }, context({ now })));
      }
    });
  });
});
