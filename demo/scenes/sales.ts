import { variant } from './acts.ts';
import { told, type Scene } from './scene.ts';

/** Sales, real and not, in the light of the days before. */
export const SALE_SCENES: readonly Scene[] = [
  {
    name: 'raised-first', title: 'A shop raises a price', titleZh: '店铺先涨价',
    later: '25h', act: (world) => variant(world, 'summit-canister-stove', { price: '57.99' }),
    targets: ['northwind-raised'],
    expect: [{ fact: 'change', kind: 'price', from: '48.99 USD', to: '57.99 USD' }, { fact: 'alert', rule: 'price-rise' }, told({ slack: 1 })],
    forbid: [{ fact: 'alert', rule: 'price-drop' }],
  },
  {
    name: 'sale-that-is-none', title: 'Then a "sale" at the old price: raised before, said so, and no new low', titleZh: '再“促销”回原价：指出先涨后降，不算新低',
    later: '6d', act: (world) => variant(world, 'summit-canister-stove', { price: '48.99', compareAt: '69.99' }),
    targets: ['northwind-raised'],
    expect: [
      { fact: 'change', kind: 'price', from: '57.99 USD', to: '48.99 USD' }, { fact: 'change', kind: 'list_price', from: 'none', to: '69.99 USD' }, { fact: 'alert', rule: 'price-drop' }, told({ slack: 1 }),
      { fact: 'message', channel: 'slack', words: ['Not below the lowest', 'Was raised 6 days before, from $48.99 to $57.99'] },
    ],
    forbid: [{ fact: 'alert', rule: 'new-low' }],
  },
  {
    name: 'real-sale', title: 'A real sale and a new low; Teams refuses it, so Discord tells it, and the others hear that Teams is off', titleZh: '真降价、新低价；Teams 拒收，改由 Discord 代发，并告知其他渠道',
    teamsOff: true, act: (world) => variant(world, 'cedar-canister-stove', { price: '36.99', compareAt: '42.99' }),
    targets: ['northwind-bargain'],
    expect: [
      { fact: 'change', kind: 'price', from: '42.99 USD', to: '36.99 USD' }, { fact: 'change', kind: 'list_price', from: 'none', to: '42.99 USD' }, { fact: 'alert', rule: 'price-drop' }, { fact: 'alert', rule: 'new-low' },
      { fact: 'alert', rule: 'rivalwatch' }, told({ slack: 2, bot: 1, email: 1, hook: 1, feishu: 1, dingtalk: 1, wecom: 1, telegram: 1, discord: 2 }),
      { fact: 'message', channel: 'discord', words: ['Cedar Canister Stove', 'The lowest of'] },
    ],
    forbid: [],
  },
];
