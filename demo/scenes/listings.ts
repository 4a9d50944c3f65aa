import { article, faults } from './acts.ts';
import { SILENCE, told, type Scene } from './scene.ts';
import { TEASET } from '../shops/hongyun/catalogue.ts';
import { newProduct } from '../shops/northwind/catalogue.ts';
import type { World } from '../shops/world.ts';

function without(world: World, handle: string): World {
  return { ...world, northwind: { ...world.northwind, products: world.northwind.products.filter((one) => one.handle !== handle) } };
}

/** Listings that come, go, and only seem to go. */
export const LISTING_SCENES: readonly Scene[] = [
  {
    name: 'listing-appears', title: 'A listing appears in a catalogue', titleZh: '目录中出现新商品',
    act: (world) => ({ ...world, northwind: { ...world.northwind, products: [...world.northwind.products, newProduct()] } }),
    targets: ['northwind-all'],
    expect: [
      { fact: 'change', kind: 'listing_appeared', at: '/products/aurora-insulated-bottle' }, { fact: 'crawl', target: 'northwind-all', verdict: 'good', listings: 61 },
      { fact: 'alert', rule: 'new-listing' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'listing_disappeared' }],
  },
  {
    name: 'poor-crawl', title: 'One catalogue page fails: nothing counts as removed', titleZh: '目录有一页出错：不算下架',
    act: (world) => faults(world, 'northwind', { id: 'page-two', path: '*page=2', what: 'server_error' }),
    targets: ['northwind-all'], rounds: 2,
    expect: [{ fact: 'crawl', target: 'northwind-all', verdict: 'partial', outcome: 'server_error' }, SILENCE],
    forbid: [{ fact: 'change', kind: 'listing_disappeared' }, { fact: 'change', kind: 'stock' }, { fact: 'alert', rule: 'listing-removed' }],
  },
  {
    name: 'short-list', title: 'The catalogue is suddenly far too short: not believed', titleZh: '目录突然变得很短：不予采信',
    act: (world) => ({ ...world, northwind: { ...world.northwind, faults: [], listed: 20 } }),
    targets: ['northwind-all'], rounds: 2,
    expect: [{ fact: 'crawl', target: 'northwind-all', verdict: 'partial', listings: 20 }, SILENCE],
    forbid: [{ fact: 'change', kind: 'listing_disappeared' }, { fact: 'alert', rule: 'listing-removed' }],
  },
  {
    name: 'listing-gone', title: 'A listing is gone for good', titleZh: '商品彻底下架',
    act: (world) => without({ ...world, northwind: { ...world.northwind, listed: null } }, 'cedar-water-filter'),
    targets: ['northwind-all'], rounds: 3,
    expect: [
      { fact: 'change', kind: 'listing_disappeared', at: '/products/cedar-water-filter' }, { fact: 'crawl', target: 'northwind-all', verdict: 'good', listings: 60 },
      { fact: 'alert', rule: 'listing-removed', moment: 'fired' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'listing_returned' }, { fact: 'change', kind: 'price' }],
  },
  {
    name: 'listing-edited', title: 'Title and main image change (on a GBK page)', titleZh: '标题和主图更换（GBK 页面）',
    act: (world) => article(world, TEASET, (item) => ({ title: '鸿运汝窑功夫茶具套装家用开片陶瓷茶壶茶杯', images: [item.images[0]?.replace('_1.jpg', '_new.jpg') ?? '', ...item.images.slice(1)] })),
    targets: ['hongyun-teaset'],
    expect: [
      { fact: 'change', kind: 'title', at: `/item.htm?id=${TEASET}`, from: '鸿运功夫茶具套装家用陶瓷盖碗茶壶', to: '鸿运汝窑功夫茶具套装家用开片陶瓷茶壶茶杯' },
      { fact: 'change', kind: 'images', at: `/item.htm?id=${TEASET}` },
      { fact: 'alert', rule: 'listing-edited', count: 2 }, told({ email: 2 }),
      { fact: 'message', channel: 'email', words: ['鸿运汝窑功夫茶具套装家用开片陶瓷茶壶茶杯'] },
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'listing_appeared' }],
  },
];
