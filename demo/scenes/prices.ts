import { goods, same, variant } from './acts.ts';
import { SILENCE, told, type Scene } from './scene.ts';
import { TEAPOT } from '../shops/kumo/shop.ts';

/** Prices, and what is none. */
export const PRICE_SCENES: readonly Scene[] = [
  {
    name: 'first-look', title: 'First look: everything is read, nothing is news', titleZh: '首次抓取：全部读取，不算新闻',
    act: same,
    expect: [
      { fact: 'crawl', target: 'northwind-all', verdict: 'good', listings: 60 },
      { fact: 'crawl', target: 'hongyun-teaset', verdict: 'good', listings: 1 },
      { fact: 'crawl', target: 'kumo-teapot', verdict: 'good', listings: 1 },
      { fact: 'crawl', target: 'bazaar-search', verdict: 'good' },
      { fact: 'reading', at: `/goods/${TEAPOT}`, field: 'price', state: 'known' },
      { fact: 'advice', sku: 'AP-BOTTLE', kind: 'add_keywords', says: 'insulated' },
      SILENCE,
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
    name: 'slip', title: 'A comma slips: ten times the price is looked at again before anybody hears of it', titleZh: '小数点错位：十倍的价格先复核，不惊动任何人',
    act: (world) => variant(world, 'ridgeline-canister-stove', { price: '579.94' }),
    targets: ['northwind-wobble'],
    expect: [{ fact: 'crawl', target: 'northwind-wobble', verdict: 'good' }, SILENCE],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'alert', rule: 'price-rise' }],
  },
  {
    name: 'slip-over', title: 'The price is right again: nothing happened', titleZh: '价格恢复正常：什么也没发生',
    act: (world) => variant(world, 'ridgeline-canister-stove', { price: '57.994' }),
    targets: ['northwind-wobble'],
    expect: [{ fact: 'crawl', target: 'northwind-wobble', verdict: 'good' }, SILENCE],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'alert', rule: 'price-drop' }, { fact: 'alert', rule: 'price-rise' }],
  },
];
