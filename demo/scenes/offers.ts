import { article, product, variant } from './acts.ts';
import { SILENCE, told, type Scene } from './scene.ts';
import { KETTLE, LUNCHBOX, RICE_COOKER, TEASET, THERMOS } from '../shops/hongyun/catalogue.ts';

const FLAPPING = 'cedar-insulated-bottle';

/** Promotions and stock. */
export const OFFER_SCENES: readonly Scene[] = [
  {
    name: 'promotion-starts', title: 'A promotion starts: 满300减50', titleZh: '满300减50 活动开始',
    act: (world) => article(world, LUNCHBOX, (item) => ({ promotions: [...item.promotions, '满300减50'] })),
    targets: ['hongyun-lunchbox'],
    expect: [
      { fact: 'change', kind: 'promotion_started', at: `/item.htm?id=${LUNCHBOX}`, words: '满300减50' },
      { fact: 'alert', rule: 'promotion', moment: 'fired' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'price' }],
  },
  {
    name: 'promotion-ends', title: 'The promotion ends', titleZh: '活动结束',
    act: (world) => article(world, LUNCHBOX, (item) => ({ promotions: item.promotions.filter((label) => label !== '满300减50') })),
    targets: ['hongyun-lunchbox'],
    expect: [
      { fact: 'change', kind: 'promotion_ended', at: `/item.htm?id=${LUNCHBOX}`, words: '满300减50' },
      { fact: 'alert', rule: 'promotion', moment: 'recovered' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'price' }],
  },
  {
    name: 'deal-deepens', title: 'Two pieces: 20 % off instead of 10 %, and what is to be paid for two', titleZh: '两件九折变八折：算出两件到手价',
    act: (world) => article(world, THERMOS, { promotions: ['满2件打8折'] }),
    targets: ['hongyun-thermos'],
    expect: [
      { fact: 'change', kind: 'promotion_changed', at: `/item.htm?id=${THERMOS}`, from: '满2件打9折', to: '满2件打8折' }, { fact: 'change', kind: 'to_pay', from: '212.20 CNY', to: '186.40 CNY', words: '2' },
      { fact: 'alert', rule: 'promotion' }, { fact: 'alert', rule: 'to-pay' }, told({ slack: 1, wecom: 1 }), { fact: 'message', channel: 'wecom', words: ['¥186.40'] },
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'promotion_ended' }],
  },
  {
    name: 'deal-extended', title: 'A promotion lasts ten days longer', titleZh: '活动延长十天',
    act: (world) => article(world, RICE_COOKER, { promotions: ['满300减30，有效期至2036年6月28日'] }),
    targets: ['hongyun-cooker'],
    expect: [{ fact: 'change', kind: 'promotion_extended', at: `/item.htm?id=${RICE_COOKER}` }, { fact: 'alert', rule: 'promotion' }, told({ slack: 1 })],
    forbid: [{ fact: 'change', kind: 'promotion_started' }, { fact: 'change', kind: 'promotion_ended' }],
  },
  {
    name: 'coupon-price', title: 'A price after coupon (券后价) is not the price', titleZh: '出现券后价，不算降价',
    act: (world) => article(world, KETTLE, { couponFen: 14_900 }),
    targets: ['hongyun-kettle'],
    expect: [
      { fact: 'crawl', target: 'hongyun-kettle', verdict: 'good' },
      // Everybody's sum, and that of new customers, who had a coupon of their own.
      { fact: 'change', kind: 'to_pay', to: '149.00 CNY', count: 2 },
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'alert', rule: 'price-drop' }],
    allow: { changes: ['promotion_started'], rules: ['promotion'] },
  },
  {
    name: 'coupon-deepens', title: 'The coupon gives more: one price after coupon is compared with the other', titleZh: '券后价更低：券后价只与券后价比较',
    act: (world) => article(world, KETTLE, { couponFen: 13_900 }),
    targets: ['hongyun-kettle'],
    expect: [{ fact: 'change', kind: 'price', from: '149.00 CNY', to: '139.00 CNY' }, { fact: 'alert', rule: 'price-drop' }, { fact: 'message', channel: 'slack', words: ['¥139.00'] }],
    forbid: [{ fact: 'change', kind: 'promotion_ended' }],
    allow: { changes: ['to_pay', 'promotion_changed'], rules: ['promotion'] },
  },
  {
    name: 'presale', title: 'A presale: the deposit (定金) is no price', titleZh: '转为预售：定金不是价格',
    act: (world) => article(world, RICE_COOKER, { presale: { depositFen: 5_000, worthFen: 10_000 } }),
    targets: ['hongyun-cooker'],
    expect: [{ fact: 'crawl', target: 'hongyun-cooker', verdict: 'good' }],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'alert', rule: 'price-drop' }, { fact: 'alert', rule: 'sold-out' }],
    allow: { changes: ['promotion_started', 'stock'], rules: ['promotion'] },
  },
  {
    name: 'sold-out', title: 'A rival is sold out', titleZh: '竞品售罄',
    act: (world) => variant(world, 'granite-water-filter', { available: false }),
    targets: ['northwind-filter'],
    expect: [
      { fact: 'change', kind: 'stock', at: '/products/granite-water-filter', from: 'in_stock', to: 'out_of_stock' },
      { fact: 'alert', rule: 'sold-out', moment: 'fired' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'listing_disappeared' }],
  },
  {
    name: 'still-sold-out', title: 'It stays sold out: said once', titleZh: '仍然售罄：只提醒一次',
    act: (world) => world,
    targets: ['northwind-filter'],
    expect: [{ fact: 'crawl', target: 'northwind-filter', verdict: 'good' }, SILENCE],
    forbid: [{ fact: 'change', kind: 'stock' }],
  },
  {
    name: 'back-in-stock', title: 'It is back in stock', titleZh: '恢复有货',
    act: (world) => variant(world, 'granite-water-filter', { available: true }),
    targets: ['northwind-filter'],
    expect: [
      { fact: 'change', kind: 'stock', at: '/products/granite-water-filter', from: 'out_of_stock', to: 'in_stock' },
      { fact: 'alert', rule: 'back-in-stock', moment: 'fired' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'alert', rule: 'sold-out' }],
  },
  {
    name: 'stock-flaps', title: 'Stock goes to and fro: told once as flapping, then no more', titleZh: '库存反复跳动：提醒一次“反复变动”，之后不再打扰',
    act: (world) => variant(world, FLAPPING, { available: false }),
    next: (world) => product(world, FLAPPING, (one) => ({ ...one, variants: [{ ...one.variants[0], available: !one.variants[0].available }] })),
    targets: ['northwind-flaps'], rounds: 5,
    expect: [
      { fact: 'change', kind: 'stock', at: `/products/${FLAPPING}`, count: 3 }, { fact: 'change', kind: 'flapping', at: `/products/${FLAPPING}`, words: 'stock' },
      { fact: 'alert', rule: 'sold-out', count: 3 }, told({ slack: 3 }), { fact: 'message', channel: 'slack', words: ['Stock goes to and fro'] },
    ],
    forbid: [{ fact: 'change', kind: 'price' }],
  },
  {
    name: 'few-left', title: 'Only three pieces are left, one of each colour', titleZh: '库存仅剩三件，每色只剩一件',
    act: (world) => article(world, TEASET, { quantity: 3 }),
    targets: ['hongyun-teaset'],
    expect: [{ fact: 'change', kind: 'quantity', at: `/item.htm?id=${TEASET}`, words: 'lower', count: 3 }, { fact: 'alert', rule: 'few-left', count: 3 }, told({ wecom: 3 })],
    forbid: [{ fact: 'change', kind: 'stock' }],
  },
];
