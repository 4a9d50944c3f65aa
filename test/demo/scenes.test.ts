import { expect, test } from 'vitest';
import { SCENES } from '../../demo/scenes/index.ts';
import type { Scene } from '../../demo/scenes/scene.ts';
import { openWorld, startWorld, type World } from '../../demo/shops/world.ts';
import { DEMO_TARGETS } from '../../demo/configuration.ts';
import { SELF } from '../../alerts/messages/shared.ts';
import type { ChannelName } from '../../demo/channels.ts';
import { DEMO_RULES, type RuleName } from '../../demo/rules.ts';

/** Freezes a value to its depths, so that an act that changes what it was given throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

test('every scene is pure, and the same world comes of the same play', () => {
  const play = (): World => SCENES.reduce((world, scene) => frozen(scene.act(world)), frozen(openWorld()));
  expect(play()).toEqual(play());
});

test('every scene has a name of its own, titles in both languages, and something that must and that must not come of it', () => {
  expect(new Set(SCENES.map((scene) => scene.name)).size).toBe(SCENES.length);
  for (const scene of SCENES) {
    expect(scene.title).toMatch(/^[A-Z0-9]/);
    expect(scene.titleZh).toMatch(/\p{Script=Han}/u);
    expect(scene.expect.length).toBeGreaterThan(0);
    expect(scene.forbid.length + scene.expect.filter((one) => one.fact === 'messages').length).toBeGreaterThan(0);
  }
});

test('the play shows everything it has to', () => {
  expect(SCENES.map((scene) => scene.name)).toEqual(expect.arrayContaining([
    'price-down', 'price-up', 'rounding', 'slip', 'promotion-starts', 'promotion-ends', 'sold-out', 'back-in-stock', 'listing-appears', 'listing-gone', 'poor-crawl', 'listing-edited',
    'bad-reviews', 'rank-lost', 'real-jump', 'clearance', 'stock-flaps', 'pack-shrinks', 'deal-deepens', 'deal-extended', 'few-left', 'facts-edited', 'pictures-move', 'variants-change', 'listing-moved',
    'buy-box', 'small-print', 'stars-sink', 'source-dark', 'map-violation', 'nobody-answers', 'acknowledged', 'night', 'morning', 'schedule-stops', 'limit-over', 'day-off', 'working-day', 'bound-learnt', 'read-again', 'sale-that-is-none', 'real-sale', 'rules-edited', 'rate-limited', 'captcha', 'soft-404', 'redesign', 'undercut', 'rival-sold-out',
  ]));
});

/** Who is told at once, whatever the time, and by nothing but rules. */
const PLAIN: readonly ChannelName[] = ['slack', 'email', 'wecom', 'hook'];

test('every alert in a scene moves as many messages as its channels say', () => {
  for (const scene of SCENES) {
    const messages = scene.expect.find((one) => one.fact === 'messages');
    const alerts = scene.expect.flatMap((one) => (one.fact === 'alert' ? [one] : []));
    // A channel that is off, and an escalation, are told of to others.
    if (!messages || alerts.some(({ rule }) => rule === SELF) || scene.targets?.length === 0) continue;
    const told = (channel: ChannelName): number => alerts.reduce((sum, { rule, count = 1 }) => sum + (rule !== SELF && channelsOf(rule).includes(channel) ? count : 0), 0);
    for (const channel of PLAIN) expect({ scene: scene.name, [channel]: messages.on[channel] ?? 0 }).toEqual({ scene: scene.name, [channel]: told(channel) });
  }
});

function channelsOf(rule: RuleName): readonly string[] {
  return DEMO_RULES[rule].channels;
}

test('every scene changes an answer of its targets, except those in which nothing may', async () => {
  const running = await startWorld();
  const answersOf = async ({ targets = ['northwind-stove'] }: Scene): Promise<string> => (await Promise.all(targets.map(async (name) => {
    const answer = await fetch(`${running.shops[DEMO_TARGETS[name].shop].url}${DEMO_TARGETS[name].path}`);
    return `${answer.status} ${(await answer.text()).replaceAll(/__csrf="[^"]*"|traceId":"[^"]*"/g, '')}`;
  }))).join('\n');
  try {
    const unchanged: string[] = [];
    const elsewhere = new Set(['price-up', 'poor-crawl', 'listing-appears', 'listing-moved', 'bound-learnt']); // behind a script; on another page of the list
    for (const scene of SCENES.filter(({ targets }) => targets?.length !== 0)) {
      const before = await answersOf(scene);
      running.show(scene.act(running.world()));
      if (await answersOf(scene) === before && !elsewhere.has(scene.name)) unchanged.push(scene.name);
    }
    expect(unchanged).toEqual(['first-look', 'still-sold-out', 'quiet-round']);
  } finally {
    await running.close();
  }
});
