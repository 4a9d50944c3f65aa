import { expect, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { startFeishuSink } from '../../demo/sinks/feishu.ts';
import { FAKES } from '../alerts/channels/fakes.ts';
import { test } from '../support/fixtures.ts';
import { headOf, shell } from './support.ts';

test('doctor --send tells every type of channel, each as its vendor wants it', async ({ space }) => {
  const fakes = await Promise.all(Object.entries(FAKES).map(async ([name, start]) => [name.replaceAll(' ', '-'), await start(Date.now)] as const));
  onTestFinished(() => Promise.all(fakes.map(([, fake]) => fake[Symbol.asyncDispose]())).then(() => undefined));
  const channels = Object.fromEntries(fakes.map(([name, { settings }]) => [name, settings]));
  const cli = await shell({ 'rivalwatch.yaml': headOf(space) + stringify({ sources: { shop: { url: 'https://shop.example/' } }, channels }) });
  const ran = await cli.run('doctor', '--send', '--json');
  expect(ran.json()).toMatchObject({ ok: true, channels: fakes.map(([channel, { settings }]) => ({ channel, type: settings.type, result: 'sent' })) });
  expect(fakes.map(([name, fake]) => [name, fake.taken(), fake.refused()])).toEqual(fakes.map(([name]) => [name, 1, []]));
});

test('doctor --send says what to do about a channel that refuses', async ({ space }) => {
  const sink = await startFeishuSink({ keyword: '竞品' });
  try {
    const channels = { group: { type: 'feishu', webhook: sink.webhook } };
    const cli = await shell({ 'rivalwatch.yaml': headOf(space) + stringify({ sources: { shop: { url: 'https://shop.example/' } }, channels }) });
    const ran = await cli.run('doctor', '--send');
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining('group: 200 19024 Key Words Not Found: the bot wants one of its keywords in every message: write it into "keyword" of the channel'), err: expect.stringContaining('failed: group') });
  } finally {
    await sink.close();
  }
});
