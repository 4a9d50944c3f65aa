import { faults, variant } from './acts.ts';
import { SILENCE, told, type Scene } from './scene.ts';

const PAGE = '/products/granite-trekking-poles';
const DROPPED = '/products/cedar-trekking-poles';
const REBUILT = 'fjord-cook-set';
const CLUB = ['fjord-canister-stove', 'ridgeline-canister-stove', 'granite-water-filter', REBUILT];
const CLUB_TARGETS = ['northwind-stove', 'northwind-wobble', 'northwind-filter', 'northwind-rebuilt'] as const;

/** Answers that are not data. */
export const TROUBLE_SCENES: readonly Scene[] = [
  {
    name: 'rate-limited', title: '429 with Retry-After: the crawl waits and loses nothing', titleZh: '429 限流：等待后继续，不丢数据',
    act: (world) => faults(variant(world, 'granite-cook-set', { price: '76.99' }), 'northwind', { id: 'too-fast', path: '*products.json', what: 'rate_limited', times: 2, retryAfter: 1 }),
    targets: ['northwind-all'],
    expect: [
      { fact: 'crawl', target: 'northwind-all', verdict: 'good', listings: 60 }, { fact: 'change', kind: 'price', at: '/products/granite-cook-set', from: '81.99 USD', to: '76.99 USD' },
      { fact: 'alert', rule: 'price-drop' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'listing_disappeared' }, { fact: 'change', kind: 'source_blocked' }],
  },
  {
    name: 'captcha', title: 'A robot check instead of the page: no price event', titleZh: '出现验证码：不产生价格变化',
    act: (world) => faults(world, 'northwind', { id: 'wall', path: PAGE, what: 'captcha' }),
    targets: ['northwind-poles'], rounds: 2,
    expect: [
      { fact: 'crawl', target: 'northwind-poles', verdict: 'blocked', outcome: 'challenge' }, { fact: 'change', kind: 'source_blocked' },
      { fact: 'alert', rule: 'source-blocked', moment: 'fired' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'stock' }, { fact: 'change', kind: 'listing_disappeared' }],
  },
  {
    name: 'wall-gone', title: 'The robot check is gone', titleZh: '验证码消失',
    act: (world) => faults(world, 'northwind'),
    targets: ['northwind-poles'],
    expect: [
      { fact: 'change', kind: 'source_recovered' }, { fact: 'crawl', target: 'northwind-poles', verdict: 'good', listings: 1 },
      { fact: 'alert', rule: 'source-blocked', moment: 'recovered' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'listing_returned' }],
  },
  {
    name: 'soft-404', title: 'A page says "not found" with status 200: believed the third time', titleZh: '页面返回 200 却写着“找不到”：第三次才采信',
    act: (world) => faults(world, 'northwind', { id: 'soft', path: DROPPED, what: 'soft_404' }),
    targets: ['northwind-dropped'], rounds: 3,
    expect: [
      { fact: 'crawl', target: 'northwind-dropped', verdict: 'good', outcome: 'not_found' }, { fact: 'change', kind: 'listing_disappeared', at: DROPPED },
      { fact: 'alert', rule: 'listing-removed', moment: 'fired' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'stock' }, { fact: 'change', kind: 'title' }],
  },
  {
    name: 'listing-back', title: 'The page is there again: a return, told as such', titleZh: '页面恢复：按“重新上架”告知',
    act: (world) => faults(world, 'northwind'),
    targets: ['northwind-dropped'],
    expect: [
      { fact: 'change', kind: 'listing_returned', at: DROPPED }, { fact: 'alert', rule: 'listing-removed', moment: 'recovered' }, { fact: 'alert', rule: 'new-listing' }, told({ slack: 2 }),
    ],
    forbid: [{ fact: 'change', kind: 'listing_appeared' }, { fact: 'change', kind: 'price' }],
  },
  {
    name: 'redesign', title: 'A redesign hides the price: unknown, never 0', titleZh: '改版后价格读不到：未知，而不是 0',
    act: (world) => ({ ...world, northwind: { ...world.northwind, faults: [], redesigned: [REBUILT] } }),
    targets: ['northwind-rebuilt'], rounds: 2,
    expect: [
      { fact: 'crawl', target: 'northwind-rebuilt', verdict: 'broken' }, { fact: 'change', kind: 'reading_broken' },
      { fact: 'alert', rule: 'reading-broken', moment: 'fired' }, told({ email: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'stock' }, { fact: 'change', kind: 'listing_disappeared' }, { fact: 'alert', rule: 'price-drop' }],
  },
  {
    name: 'reading-recovered', title: 'The old design is back', titleZh: '恢复旧版页面',
    act: (world) => ({ ...world, northwind: { ...world.northwind, redesigned: [] } }),
    targets: ['northwind-rebuilt'],
    expect: [
      { fact: 'change', kind: 'reading_recovered' }, { fact: 'reading', at: `/products/${REBUILT}`, field: 'price', state: 'known' },
      { fact: 'alert', rule: 'reading-broken', moment: 'recovered' }, told({ email: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'price' }],
  },
  {
    name: 'data-gone', title: 'Pages lose their data and show the club price: held back, told once', titleZh: '页面不再提供数据并改显会员价：暂不采用，只提醒一次',
    act: (world) => ({ ...world, northwind: { ...world.northwind, clubPages: CLUB } }),
    targets: CLUB_TARGETS, rounds: 2,
    expect: [
      { fact: 'change', kind: 'reading_broken', count: CLUB.length }, { fact: 'alert', rule: 'reading-broken', moment: 'fired' },
      told({ email: 1 }), { fact: 'message', channel: 'email', words: ['改从别处读取', '页面文字'] },
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'stock' }, { fact: 'change', kind: 'listing_disappeared' }, { fact: 'alert', rule: 'price-drop' }],
  },
  {
    name: 'data-back', title: 'The data are back, and with them the values', titleZh: '页面数据恢复，数值重新采用',
    act: (world) => ({ ...world, northwind: { ...world.northwind, clubPages: [] } }),
    targets: CLUB_TARGETS,
    expect: [{ fact: 'alert', rule: 'reading-broken', moment: 'recovered' }, told({ email: 1 })],
    forbid: [{ fact: 'change', kind: 'price' }],
    // The last two targets may recover at the same moment.
    allow: { changes: ['reading_recovered'] },
  },
  {
    name: 'quiet-round', title: 'Nothing changes: nothing is said', titleZh: '一切照旧：不打扰',
    act: (world) => world,
    targets: ['northwind-stove', 'hongyun-teaset', 'bazaar-rules', 'bazaar-search'],
    expect: [SILENCE],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'title' }, { fact: 'change', kind: 'page_text' }],
  },
];
