import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { RECEIVERS, type ChannelName } from './channels.ts';
import { DEMO_RULES } from './rules.ts';
import { KETTLE, LUNCHBOX, RICE_COOKER, TEASET, THERMOS } from './shops/hongyun/catalogue.ts';
import { OWN_BOTTLE, POWDER } from './shops/bazaar/opening.ts';
import { TEAPOT } from './shops/kumo/shop.ts';
import type { ShopName } from './shops/world.ts';

/** Where the shops and the sinks of this run are. */
export interface Places {
  readonly shops: Readonly<Record<ShopName, string>>;
  /** What the configuration says of each channel, but for its receiver. */
  readonly channels: Readonly<Partial<Record<ChannelName, Readonly<Record<string, unknown>>>>>;
  /** The services, when they are not to be found by the program itself. */
  readonly mongodb?: string;
  readonly redis?: string;
  readonly chromium?: string;
  /** Database and key prefix of this run. */
  readonly database: string;
  /** Of the health server, to which the buttons of messages lead in the end; a free one and no buttons when left out. */
  readonly healthPort?: number;
}

/** Where the buttons of messages lead: to the operator's proxy, as chats refuse the addresses of one machine. */
const LINKS = 'https://watch.alder-pine.example';

interface DemoTarget {
  readonly shop: ShopName;
  readonly kind: 'product' | 'catalogue' | 'search' | 'reviews' | 'page';
  readonly path: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

const product = (path: string, more: Readonly<Record<string, unknown>> = {}): DemoTarget => ({ shop: 'northwind', kind: 'product', path, more });
const item = (id: string): DemoTarget => ({ shop: 'hongyun', kind: 'product', path: `/item.htm?id=${id}` });
const bazaarItem = (id: string): DemoTarget => ({ shop: 'bazaar', kind: 'product', path: `/item/${id}` });

/** What the demo watches: every kind of target. */
export const DEMO_TARGETS = {
  'northwind-all': { shop: 'northwind', kind: 'catalogue', path: '/products.json?limit=24', more: { tags: ['catalogue'] } },
  'northwind-stove': product('/products/fjord-canister-stove'),
  'northwind-wobble': product('/products/ridgeline-canister-stove'),
  'northwind-filter': product('/products/granite-water-filter'),
  'northwind-poles': product('/products/granite-trekking-poles'),
  'northwind-dropped': product('/products/cedar-trekking-poles'),
  'northwind-rebuilt': product('/products/fjord-cook-set'),
  'northwind-jump': product('/products/granite-canister-stove'),
  'northwind-clearance': product('/products/ridgeline-cook-set'),
  'northwind-slide': product('/products/summit-cook-set'),
  'northwind-flaps': product('/products/cedar-insulated-bottle'),
  'northwind-pack': product('/products/ridgeline-backpack'),
  'northwind-raised': product('/products/summit-canister-stove'),
  'northwind-bargain': product('/products/cedar-canister-stove'),
  'northwind-desk-1': product('/products/ridgeline-trekking-poles', { tags: ['desk'] }),
  'northwind-desk-2': product('/products/fjord-trekking-poles', { tags: ['desk'] }),
  'northwind-desk-3': product('/products/granite-cook-set', { tags: ['desk'] }),
  'northwind-desk-4': product('/products/summit-insulated-bottle', { tags: ['desk'] }),
  'rival-poles': product('/products/summit-trekking-poles', { sku: 'AP-POLES' }),
  'rival-cookset': product('/products/cedar-cook-set', { sku: 'AP-COOK' }),
  'rival-filter': product('/products/ridgeline-water-filter', { sku: 'AP-FILTER' }),
  'rival-filter-2': product('/products/fjord-water-filter', { sku: 'AP-FILTER' }),
  'rival-bottle': product('/products/fjord-insulated-bottle'),
  'rival-flask': product('/products/ridgeline-insulated-bottle', { sku: 'AP-FLASK' }),
  'bazaar-bottle': bazaarItem('BZ10405'),
  'bazaar-gone': bazaarItem('BZ10417'),
  'bazaar-flask': bazaarItem('BZ10407'),
  'bazaar-mug': bazaarItem('BZ10408'),
  'bazaar-powder': bazaarItem(POWDER),
  'bazaar-search': { shop: 'bazaar', kind: 'search', path: '/search?q=insulated+bottle', more: { track: [OWN_BOTTLE], maxPages: 3 } },
  'bazaar-rules': { shop: 'bazaar', kind: 'page', path: '/policies/seller-rules', more: { select: '#policy' } },
  'hongyun-thermos': item(THERMOS),
  'hongyun-kettle': item(KETTLE),
  'hongyun-lunchbox': item(LUNCHBOX),
  'hongyun-teaset': item(TEASET),
  'hongyun-cooker': item(RICE_COOKER),
  'hongyun-reviews': { shop: 'hongyun', kind: 'reviews', path: `/rate/list.json?itemId=${THERMOS}&page=1`, more: { maxPages: 3 } },
  'kumo-teapot': { shop: 'kumo', kind: 'product', path: `/goods/${TEAPOT}` },
} as const satisfies Readonly<Record<string, DemoTarget>>;

export type TargetName = keyof typeof DEMO_TARGETS;
const TARGETS: Readonly<Record<TargetName, DemoTarget>> = DEMO_TARGETS;

/** Loopback needs no courtesy; everything else is as in production. */
const SOURCES: Readonly<Record<ShopName, Readonly<Record<string, unknown>>>> = {
  northwind: { platform: 'shopify', currency: 'USD', language: 'en-US', region: 'US' },
  hongyun: { platform: 'taobao', currency: 'CNY', language: 'zh-CN', region: 'CN', images: 'hash' },
  kumo: { mode: 'browser', currency: 'JPY', language: 'ja', region: 'JP' },
  bazaar: { currency: 'USD', language: 'en-US', region: 'US' },
};

/** Own products: each in the scene that its name says. */
function productRows(shops: Places['shops']): readonly (readonly string[])[] {
  return [
    ['sku', 'title', 'price', 'cost', 'floor', 'map', 'stock', 'keywords', 'rival urls'],
    ['AP-POLES', 'Alder Folding Trekking Poles', '78.99 USD', '41.00 USD', '60.00 USD', '', '140', 'carbon|folding', `${shops.northwind}/products/summit-trekking-poles`],
    ['AP-COOK', 'Alder Cook Set for Two', '47.99 USD', '22.00 USD', '35.00 USD', '', '80', 'nesting pots', `${shops.northwind}/products/cedar-cook-set`],
    ['AP-FILTER', 'Alder Squeeze Water Filter', '45.99 USD', '19.50 USD', '34.00 USD', '', '210', 'hollow fibre', `${shops.northwind}/products/ridgeline-water-filter|${shops.northwind}/products/fjord-water-filter`],
    ['AP-FLASK', 'Alder Flask 500 ml', '27.99 USD', '11.00 USD', '20.00 USD', '25.00 USD', '60', 'steel', `${shops.northwind}/products/ridgeline-insulated-bottle`],
    ['AP-BOTTLE', 'Alder & Pine Drinking Bottle 750 ml', '28.54 USD', '11.00 USD', '22.00 USD', '', '500', 'steel', `${shops.northwind}/products/fjord-insulated-bottle|${shops.bazaar}/item/BZ10405`],
  ];
}

/** The watch list that an operator keeps in a spreadsheet. */
function watchRows(shops: Places['shops']): readonly (readonly string[])[] {
  return [['url', 'every', 'tags', 'sku'], [`${shops.northwind}/products/summit-backpack`, '12h', 'packs', ''], [`${shops.northwind}/products/cedar-trail-tent`, '1d', 'tents', '']];
}

/**
 * Writes `rivalwatch.yaml`, `products.csv` and `watchlist.csv` for this run's addresses into `folder`, which must exist. The same kind
 * of files an operator writes. Returns the path of the YAML file.
 */
export async function writeConfiguration(folder: string, places: Places): Promise<string> {
  const file = join(folder, 'rivalwatch.yaml');
  await writeFile(join(folder, 'products.csv'), csv(productRows(places.shops)));
  await writeFile(join(folder, 'watchlist.csv'), csv(watchRows(places.shops)));
  await writeFile(file, `# The demo's configuration, written for this run: addresses and ports are this run's own.\n${stringify(configuration(places), { lineWidth: 0 })}`);
  return file;
}

/** The configuration as a plain value, before YAML. */
export function configuration({ shops, ...places }: Places): Record<string, unknown> {
  const services = { mongodb: places.mongodb, redis: places.redis, chromium: places.chromium };
  return {
    version: 1, contact: 'demo@rivalwatch.example', timezone: 'Asia/Shanghai', language: 'en',
    storage: { ...Object.fromEntries(Object.entries(services).filter(([, value]) => value !== undefined)), database: places.database, prefix: places.database },
    // The scenes say what is crawled when; the watch list alone has times of its own.
    schedule: { every: '3600d' },
    politeness: { delay: '5ms', concurrency: 4, timeout: '20s', dailyBudget: 100_000 },
    sources: Object.fromEntries(Object.entries(shops).map(([name, url]) => [name, { url, ...sourceOf(name), allowPrivateAddresses: true }])),
    targets: Object.fromEntries(Object.entries(TARGETS).map(([name, target]) => [name, { source: target.shop, kind: target.kind, url: `${shops[target.shop]}${target.path}`, freshness: '1ms', ...target.more }])),
    include: ['watchlist.csv'], products: 'products.csv',
    rules: DEMO_RULES,
    channels: Object.fromEntries(Object.entries(places.channels).map(([name, channel]) => [name, { ...channel, ...receiverOf(name) }])),
    advice: { pricing: { maxChange: 10, cooldown: '1d', ownSellers: ['Alder & Pine'] }, listing: { minRivals: 2 } },
    exports: { folder: 'exports', every: '30d', format: 'json', kinds: ['listings', 'changes', 'alerts', 'recommendations'] },
    health: { port: places.healthPort ?? 0 },
    ...(places.healthPort === undefined ? {} : { links: { url: LINKS, secret: 'links of the demo, on loopback only' } }),
  };
}

function receiverOf(name: string): Readonly<Record<string, unknown>> {
  return Object.entries(RECEIVERS).find(([channel]) => channel === name)?.[1] ?? {};
}

function sourceOf(name: string): Readonly<Record<string, unknown>> {
  return Object.entries(SOURCES).find(([shop]) => shop === name)?.[1] ?? {};
}

function csv(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n')}\n`;
}
