import { expect, test } from 'vitest';
import { SCENES } from '../../demo/scenes/index.ts';
import { openWorld, startWorld, type World } from '../../demo/shops/world.ts';
import { DEMO_TARGETS } from '../../demo/configuration.ts';
import { DEMO_RULES } from '../../demo/rules.ts';

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
    'bad-reviews', 'rank-lost', 'rules-edited', 'rate-limited', 'captcha', 'soft-404', 'redesign', 'undercut', 'rival-sold-out',
  ]));
});

test('every alert in a scene moves as many messages as its channels say', () => {
  for (const scene of SCENES) {
    const messages = scene.expect.find((one) => one.fact === 'messages');
    if (!messages) continue;
    const told = { slack: 0, email: 0 };
    for (const one of scene.expect) if (one.fact === 'alert') for (const channel of DEMO_RULES[one.rule].channels) told[channel] += one.count ?? 1;
    expect({ scene: scene.name, ...told }).toEqual({ scene: scene.name, slack: messages.slack, email: messages.email });
  }
});

test('every scene changes an answer of its shops, except those in which nothing may', async () => {
  const running = await startWorld();
  const answers = async (): Promise<string[]> => Promise.all(Object.values(DEMO_TARGETS).map(async (target) => {
    const answer = await fetch(`${running.shops[target.shop].url}${target.path}`);
    return `${answer.status} ${(await answer.text()).replaceAll(/__csrf="[^"]*"|traceId":"[^"]*"/g, '')}`;
  }));
  try {
    const unchanged: string[] = [];
    const elsewhere = new Set(['price-up', 'poor-crawl', 'listing-appears']); // behind a script; on another page of the list
    let before = await answers();
    for (const scene of SCENES) {
      running.show(scene.act(running.world()));
      const after = await answers();
      if (JSON.stringify(after) === JSON.stringify(before) && !elsewhere.has(scene.name)) unchanged.push(scene.name);
      before = after;
    }
    expect(unchanged).toEqual(['first-look', 'still-sold-out', 'quiet-round']);
  } finally {
    await running.close();
  }
});
