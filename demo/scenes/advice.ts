import { variant } from './acts.ts';
import { told, type Scene } from './scene.ts';

/** What the operator should do about it. */
export const ADVICE_SCENES: readonly Scene[] = [
  {
    name: 'undercut', title: 'Our own product is undercut: price advice', titleZh: '自家商品被压价：给出调价建议',
    act: (world) => variant(world, 'summit-trekking-poles', { price: '73.00' }),
    targets: ['rival-poles'],
    expect: [
      { fact: 'change', kind: 'price', at: '/products/summit-trekking-poles', from: '78.99 USD', to: '73.00 USD' },
      { fact: 'alert', rule: 'undercut', moment: 'fired' }, { fact: 'alert', rule: 'price-drop' }, told({ slack: 2, email: 1 }),
      { fact: 'advice', sku: 'AP-POLES', kind: 'lower_price', says: '73.00 USD' },
    ],
    forbid: [{ fact: 'advice', sku: 'AP-POLES', kind: 'hold_price' }],
  },
  {
    name: 'rival-climbs', title: 'A rival raises its price: we may climb, within the cap', titleZh: '竞品涨价：可以在限幅内上调',
    act: (world) => variant(world, 'cedar-cook-set', { price: '54.99' }),
    targets: ['rival-cookset'],
    expect: [
      { fact: 'change', kind: 'price', at: '/products/cedar-cook-set', from: '47.99 USD', to: '54.99 USD' }, { fact: 'alert', rule: 'price-rise' }, told({ slack: 1 }),
      { fact: 'advice', sku: 'AP-COOK', kind: 'raise_price', says: '52.78 USD' },
    ],
    forbid: [{ fact: 'advice', sku: 'AP-COOK', kind: 'lower_price' }],
  },
  {
    name: 'rival-sold-out', title: 'A cheaper rival is sold out: no price cut is advised', titleZh: '更便宜的竞品已售罄：不建议降价',
    act: (world) => variant(world, 'ridgeline-water-filter', { price: '41.00', available: false }),
    targets: ['rival-filter'],
    expect: [
      { fact: 'change', kind: 'price', at: '/products/ridgeline-water-filter', from: '45.99 USD', to: '41.00 USD' },
      { fact: 'change', kind: 'stock', at: '/products/ridgeline-water-filter', from: 'in_stock', to: 'out_of_stock' },
      { fact: 'alert', rule: 'price-drop' }, { fact: 'alert', rule: 'sold-out', moment: 'fired' }, { fact: 'alert', rule: 'rival-sold-out', moment: 'fired' }, told({ slack: 2, feishu: 1 }),
      { fact: 'advice', sku: 'AP-FILTER', kind: 'hold_price', says: 'sold_out' },
    ],
    forbid: [{ fact: 'advice', sku: 'AP-FILTER', kind: 'lower_price' }],
  },
];
