import { bazaarItem, faults, goods, product, same, variant } from './acts.ts';
import { SILENCE, told, type Scene } from './scene.ts';
import { POWDER } from '../shops/bazaar/opening.ts';
import { TEAPOT } from '../shops/kumo/shop.ts';

/** Prices, and what is none. */
export const PRICE_SCENES: readonly Scene[] = [
  {
    name: 'first-look', title: 'First look: everything is read, nothing is news; what a rule about a state finds is said as such', titleZh: '首次抓取：全部读取，不算新闻；状态类规则按“现状”告知',
    act: same,
    expect: [
      { fact: 'crawl', target: 'northwind-all', verdict: 'good', listings: 60 },
      { fact: 'crawl', target: 'hongyun-teaset', verdict: 'good', listings: 1 },
      { fact: 'crawl', target: 'kumo-teapot', verdict: 'good', listings: 1 },
      { fact: 'crawl', target: 'bazaar-search', verdict: 'good' },
      { fact: 'reading', at: `/goods/${TEAPOT}`, field: 'price', state: 'known' },
      { fact: 'advice', sku: 'AP-BOTTLE', kind: 'add_keywords', says: 'insulated' },
      { fact: 'alert', rule: 'out-of-stock', moment: 'fired' }, told({ slack: 1 }), { fact: 'message', channel: 'slack', words: ['Already: '] },
    ],
    forbid: [{ fact: 'change', kind: 'listing_appeared' }, { fact: 'change', kind: 'price' }],
  },
  {
    name: 'price-down', title: 'A rival lowers a price', titleZh: '竞品降价',
    act: (world) => variant(world, 'fjord-canister-stove', { price: '54.99' }),
    targets: ['northwind-stove'],
    expect: [
      { fact: 'change', kind: 'price', at: '/products/fjord-canister-stove', from: '63.99 USD', to: '54.99 USD' },
      { fact: 'alert', rule: 'price-drop' }, told({ slack: 1 }),
      { fact: 'message', channel: 'slack', words: ['Fjord Canister Stove', '63.99', '54.99'] },
    ],
    forbid: [{ fact: 'alert', rule: 'price-rise' }, { fact: 'change', kind: 'stock' }],
  },
  {
    name: 'price-up', title: 'A price that only a browser sees goes up (yen)', titleZh: '只有浏览器能看到的价格上涨（日元）',
    act: (world) => goods(world, TEAPOT, { yen: 13_900 }),
    targets: ['kumo-teapot'],
    expect: [
      { fact: 'change', kind: 'price', at: `/goods/${TEAPOT}`, from: '12800 JPY', to: '13900 JPY' },
      { fact: 'alert', rule: 'price-rise' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'alert', rule: 'price-drop' }],
  },
  {
    name: 'rounding', title: 'A price wobbles by less than a cent', titleZh: '价格有不到一分钱的浮动',
    act: (world) => variant(world, 'ridgeline-canister-stove', { price: '57.994' }),
    targets: ['northwind-wobble'],
    expect: [{ fact: 'crawl', target: 'northwind-wobble', verdict: 'good' }, SILENCE],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'alert', rule: 'price-drop' }, { fact: 'alert', rule: 'price-rise' }],
  },
  {
    name: 'slow-slide', title: 'A price slides by less than one per cent a look: a rule of 5 % hears of it all the same', titleZh: '每次降价不到百分之一：累计到 5% 照样提醒',
    act: (world) => variant(world, 'summit-cook-set', { price: '53.51' }), next: (world) => product(world, 'summit-cook-set', (one) => ({ ...one, variants: [{ ...one.variants[0], price: (Number(one.variants[0].price) - 0.48).toFixed(2) }] })),
    targets: ['northwind-slide'], rounds: 6,
    expect: [
      { fact: 'change', kind: 'price', at: '/products/summit-cook-set', count: 6 }, { fact: 'alert', rule: 'slide' }, told({ wecom: 1 }), { fact: 'message', channel: 'wecom', words: ['US$53.99', 'US$51.11'] },
    ],
    forbid: [{ fact: 'alert', rule: 'price-drop' }],
  },
  {
    name: 'slip', title: 'A comma slips: ten times the price is looked at again before anybody hears of it', titleZh: '小数点错位：十倍的价格先复核，不惊动任何人',
    act: (world) => faults(world, 'northwind', { id: 'slip', path: '/products/ridgeline-canister-stove', what: 'misprint', print: { right: '57.99', wrong: '579.90' }, times: 1 }),
    targets: ['northwind-wobble'],
    expect: [{ fact: 'look', target: 'northwind-wobble', real: false }, SILENCE],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'alert', rule: 'price-rise' }],
  },
  {
    name: 'real-jump', title: 'A price doubles without a word: looked at again, it is real, and told', titleZh: '价格无预告翻倍：复核属实，随即提醒',
    act: (world) => variant(world, 'granite-canister-stove', { price: '159.00' }),
    targets: ['northwind-jump'],
    expect: [
      { fact: 'look', target: 'northwind-jump', real: true }, { fact: 'change', kind: 'price', at: '/products/granite-canister-stove', from: '73.99 USD', to: '159.00 USD' },
      { fact: 'alert', rule: 'price-rise' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'alert', rule: 'price-drop' }],
  },
  {
    name: 'clearance', title: 'A sale of 59 % that the page announces: told at once', titleZh: '页面标明的四一折促销：立即提醒',
    act: (world) => variant(world, 'ridgeline-cook-set', { price: '25.99', compareAt: '63.99' }),
    targets: ['northwind-clearance'],
    expect: [
      { fact: 'change', kind: 'price', at: '/products/ridgeline-cook-set', from: '63.99 USD', to: '25.99 USD' }, { fact: 'change', kind: 'list_price', from: 'none', to: '63.99 USD' },
      { fact: 'alert', rule: 'price-drop' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'look', target: 'northwind-clearance' }],
  },
  {
    name: 'clearance-over', title: 'The sale ends: back at the price that is known', titleZh: '促销结束：回到原来的价格',
    act: (world) => variant(world, 'ridgeline-cook-set', { price: '63.99', compareAt: null }),
    targets: ['northwind-clearance'],
    expect: [
      { fact: 'change', kind: 'price', from: '25.99 USD', to: '63.99 USD' }, { fact: 'change', kind: 'list_price', from: '63.99 USD', to: 'none' },
      { fact: 'alert', rule: 'price-rise' }, told({ slack: 1 }), { fact: 'message', channel: 'slack', words: ['Back at the price that held until'] },
    ],
    forbid: [{ fact: 'look', target: 'northwind-clearance' }],
  },
  {
    name: 'pack-shrinks', title: 'The price stays and the pack shrinks: dearer by the kilogram', titleZh: '价格不变、分量变少：每公斤更贵了',
    act: (world) => bazaarItem(world, POWDER, { grams: 450 }),
    targets: ['bazaar-powder'],
    expect: [{ fact: 'change', kind: 'unit_price', at: `/item/${POWDER}`, from: '35.98 USD', to: '39.98 USD' }, { fact: 'alert', rule: 'pack-price' }, told({ slack: 1 })],
    forbid: [{ fact: 'change', kind: 'price' }],
  },
];
