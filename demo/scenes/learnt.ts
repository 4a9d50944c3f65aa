import { product, same } from './acts.ts';
import { SILENCE, told, type Scene } from './scene.ts';
import type { World } from '../shops/world.ts';

const JUMPING = ['summit-headlamp', 'ridgeline-headlamp', 'fjord-headlamp', 'granite-headlamp', 'fjord-backpack', 'cedar-backpack', 'granite-backpack', 'summit-backpack'];

/** All its variants cost three fifths more. */
function dearer(world: World, handle: string): World {
  return product(world, handle, (one) => {
    const [first, ...rest] = one.variants.map((variant) => ({ ...variant, price: (Number(variant.price) * 1.6).toFixed(2) }));
    return first ? { ...one, variants: [first, ...rest] } : one;
  });
}

/** What second looks teach, and what the archive holds. */
export const LEARNT_SCENES: readonly Scene[] = [
  {
    name: 'many-jumps', title: 'Eight prices rise by 60 % without a word: each page is looked at again, all are real', titleZh: '八个价格无预告上涨六成：逐页复核，全部属实',
    act: (world) => JUMPING.reduce(dearer, world),
    targets: ['northwind-all'],
    expect: [{ fact: 'look', target: 'northwind-all', real: true, count: JUMPING.length }, { fact: 'change', kind: 'price', count: JUMPING.length }, { fact: 'alert', rule: 'price-rise', count: JUMPING.length }, told({ slack: JUMPING.length })],
    forbid: [{ fact: 'alert', rule: 'price-drop' }],
  },
  {
    name: 'bound-learnt', title: 'At this shop such a jump is no reason to doubt any more: the next one is told at once', titleZh: '已学到该店常有这样的涨幅：下一次不再复核，立即提醒',
    act: (world) => dearer(world, 'granite-insulated-bottle'),
    targets: ['northwind-all'],
    expect: [{ fact: 'change', kind: 'price', at: '/products/granite-insulated-bottle' }, { fact: 'alert', rule: 'price-rise' }, told({ slack: 1 })],
    forbid: [{ fact: 'look', target: 'northwind-all' }],
  },
  {
    name: 'read-again', title: 'Everything that was read is read again from the archive: the same history comes of it', titleZh: '从存档重新读取全部页面：得到同样的历史',
    act: same, targets: [], replay: true,
    expect: [{ fact: 'replay', differ: 0 }, SILENCE],
    forbid: [{ fact: 'change', kind: 'price' }],
  },
];
