import { article, faults, product } from './acts.ts';
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
    act: (world) => article(world, TEASET, (item) => ({ title: '鸿运汝窑功夫茶具套装家用开片陶瓷茶壶茶杯', images: [item.images[0]?.replace('_1.png', '_new.png') ?? '', ...item.images.slice(1)] })),
    targets: ['hongyun-teaset'],
    expect: [
      { fact: 'change', kind: 'title', at: `/item.htm?id=${TEASET}`, from: '鸿运功夫茶具套装家用陶瓷盖碗茶壶', to: '鸿运汝窑功夫茶具套装家用开片陶瓷茶壶茶杯' },
      { fact: 'change', kind: 'images', at: `/item.htm?id=${TEASET}` },
      { fact: 'alert', rule: 'listing-edited', count: 2 }, told({ email: 2 }),
      { fact: 'message', channel: 'email', words: ['鸿运汝窑功夫茶具套装家用开片陶瓷茶壶茶杯'] },
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'listing_appeared' }],
  },
  {
    name: 'pictures-move', title: 'All pictures move to new addresses and show the same: no news', titleZh: '图片全部换了地址、内容没变：不算新闻',
    act: (world) => article(world, TEASET, (item) => ({ images: item.images.map((path) => path.replace('/img/', '/img/cdn-9/')) })),
    targets: ['hongyun-teaset'],
    expect: [{ fact: 'crawl', target: 'hongyun-teaset', verdict: 'good' }, SILENCE],
    forbid: [{ fact: 'change', kind: 'images' }],
  },
  {
    name: 'facts-edited', title: 'Brand, a feature and the description change', titleZh: '品牌、参数和描述变动',
    act: (world) => product(world, 'granite-water-filter', (one) => ({ ...one, vendor: 'Granite Peak Outdoor', attributes: { ...one.attributes, Warranty: '2 years' }, description: one.description.replace('a thousand litres', 'eight hundred litres') })),
    targets: ['northwind-filter'],
    expect: [
      { fact: 'change', kind: 'brand', from: 'Granite Peak', to: 'Granite Peak Outdoor' }, { fact: 'change', kind: 'attributes', words: 'Warranty: Lifetime > 2 years' }, { fact: 'change', kind: 'description' },
      { fact: 'alert', rule: 'listing-edited', count: 3 }, told({ email: 3 }), { fact: 'message', channel: 'email', words: ['eight hundred'] },
    ],
    forbid: [{ fact: 'change', kind: 'title' }],
  },
  {
    name: 'variants-change', title: 'One colour comes, another goes', titleZh: '新增一种颜色，下架一种颜色',
    act: (world) => product(world, 'ridgeline-backpack', ({ variants: [first, second, third], ...one }) => ({ ...one, variants: [first, ...(second ? [second] : []), ...(third ? [{ ...third, id: third.id + 1, sku: `${first.sku}-4`, title: 'Sand' }] : [])] })),
    targets: ['northwind-pack'],
    expect: [
      { fact: 'change', kind: 'variant_added', at: '/products/ridgeline-backpack', to: '1' }, { fact: 'change', kind: 'variant_removed', at: '/products/ridgeline-backpack', to: '1' },
      { fact: 'alert', rule: 'range', count: 2 }, told({ slack: 2 }), { fact: 'message', channel: 'slack', words: ['NW-BA-013-4'] },
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'listing_disappeared' }],
  },
  {
    name: 'listing-moved', title: 'A listing moves to another address: the same one, not a new one', titleZh: '商品换了网址：仍是同一件，不算新品',
    act: (world) => product(world, 'cedar-headlamp', (one) => ({ ...one, handle: 'cedar-headlamp-pro' })),
    targets: ['northwind-all'],
    expect: [{ fact: 'change', kind: 'listing_moved', words: '/products/cedar-headlamp-pro' }, { fact: 'alert', rule: 'range' }, told({ slack: 1 })],
    forbid: [{ fact: 'change', kind: 'listing_appeared' }, { fact: 'change', kind: 'listing_disappeared' }],
  },
];
