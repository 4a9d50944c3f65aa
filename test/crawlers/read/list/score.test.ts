import { describe, expect, it } from 'vitest';
import { ADVERSARIAL } from './pages/adversarial.ts';
import { CHINESE } from './pages/chinese.ts';
import { HELD_OUT_LATER } from './pages/held-out-later.ts';
import { HELD_OUT } from './pages/held-out.ts';
import { MARKETPLACES } from './pages/marketplaces.ts';
import { noisy } from './pages/noise.ts';
import { NO_LISTS } from './pages/no-lists.ts';
import { SHOPS } from './pages/shops.ts';
import { STATES } from './pages/states.ts';
import type { ListPage } from './pages/support.ts';
import { SYSTEMS } from './pages/systems.ts';
import { UNSEEN } from './pages/unseen.ts';
import { type PageScore, scoreOf } from './scoring.ts';

/** Pages in the layouts of many shops; what is wrong is printed page by page when RIVALWATCH_WRONG is set. */
const GROUPS: Readonly<Record<string, { readonly pages: readonly ListPage[]; readonly floor: number }>> = {
  marketplaces: { pages: MARKETPLACES, floor: 0.98 }, chinese: { pages: CHINESE, floor: 0.98 }, shops: { pages: SHOPS, floor: 0.98 },
  states: { pages: STATES, floor: 0.98 }, 'no lists': { pages: NO_LISTS, floor: 0.98 }, 'held out': { pages: HELD_OUT, floor: 0.95 }, noise: { pages: noisy([...SHOPS, ...MARKETPLACES].filter(({ items }) => items.length < 100)), floor: 0.98 },
  unseen: { pages: UNSEEN, floor: 0.95 },
  'held out later': { pages: HELD_OUT_LATER, floor: 0.95 },
  adversarial: { pages: ADVERSARIAL, floor: 0.98 },
  systems: { pages: SYSTEMS, floor: 0.98 },
};

function sum(scores: readonly PageScore[], name: 'expected' | 'found' | 'given' | 'prices' | 'titles' | 'lists' | 'ads' | 'ids'): number {
  return scores.reduce((all, score) => all + score[name], 0);
}

describe.each(Object.entries(GROUPS))('list pages: %s', (name, { pages, floor }) => {
  it('holds its scores', () => {
    const scores = pages.map(scoreOf);
    if (process.env['RIVALWATCH_WRONG']) pages.forEach((page, i) => { if (scores[i]?.wrong.length) console.log(`${page.name}\n  ${scores[i].wrong.join('\n  ')}`); });
    const [expected, found, given] = [sum(scores, 'expected'), sum(scores, 'found'), sum(scores, 'given')];
    const shares = { recall: found / expected, precision: found / given, prices: sum(scores, 'prices') / expected, 'list prices': sum(scores, 'lists') / expected, titles: sum(scores, 'titles') / expected, kind: scores.filter((score) => score.kind).length / pages.length };
    console.log(`${name.padEnd(14)} ${Object.entries(shares).map(([key, share]) => `${key} ${(share * 100).toFixed(1)} %`).join(', ')} (${pages.length} pages, ${expected} items)`);
    expect(Object.entries(shares).filter(([, share]) => share < floor)).toEqual([]);
  });
});
