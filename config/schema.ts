import { z } from 'zod';
import { TARGET_KINDS } from '../model/crawl.ts';
import { FIELD_NAMES } from '../model/listing.ts';
import { currencyCode } from '../model/money.ts';
import { channel, LANGUAGES } from './channels.ts';
import { rule, type STATES } from './rules.ts';
import { bytes, clockTime, cron, duration, name, threshold, timeZone, url } from './units.ts';

/**
 * The configuration file as the operator writes it. The single source: the JSON Schema for editors, the reference in
 * docs/configuration.md and the types are all made from it. Every description is shown to operators.
 */
const currency = z.string().refine((code) => /^[A-Z]{3}$/.test(code) && currencyCode(code) !== undefined, 'not an ISO 4217 currency code such as USD or CNY');

export const PLATFORMS = ['generic', 'shopify', 'woocommerce', 'magento', 'taobao', 'jd', 'pinduoduo', 'amazon', 'ebay'] as const;

const schedule = {
  every: duration.describe('How often, e.g. 30m, 6h, 1d. Either this or cron.').optional(),
  cron: cron.describe('Five-field cron expression in the time zone. Either this or every.').optional(),
  timezone: timeZone.describe('IANA time zone of cron and activeHours; the file\'s timezone when left out.').optional(),
  jitter: duration.describe('A run may start up to this much later, so that a host does not get all requests at the same minute.').optional(),
  activeHours: z.strictObject({ from: clockTime.describe('Time of day, e.g. 08:30.'), to: clockTime.describe('Time of day, not included.') }).describe('Only start runs between these times of day; over midnight is allowed.').optional(),
};

const selector = z.strictObject({
  css: z.string().min(1).describe('CSS selector; the element\'s text, or the attribute, is read.').optional(),
  attribute: z.string().min(1).describe('With css: the attribute to read instead of the text.').optional(),
  json: z.string().min(1).describe('Path into the page\'s embedded JSON, e.g. product.price.').optional(),
  regex: z.string().min(1).describe('Regular expression over the page; its first group is read.').optional(),
}).refine((s) => [s.css, s.json, s.regex].filter(Boolean).length === 1, 'give exactly one of css, json and regex')
  .refine((s) => s.attribute === undefined || s.css !== undefined, 'attribute is only for css');
/** What a text can be read as; attributes and offers are tables. */
const selectable = z.enum(FIELD_NAMES).exclude(['attributes', 'offers', 'starMix']);

const limits = {
  delay: duration.describe('Pause between two requests to one host, across all workers.'),
  concurrency: z.int().min(1).max(8).describe('Requests at one host at the same time, across all workers.'),
  dailyBudget: z.int().min(1).describe('Requests to one host a day, across all workers.'),
  timeout: duration.describe('Longest wait for one answer.'),
  maxBytes: bytes.describe('Largest answer, after decompression.'),
  maxRedirects: z.int().min(0).max(10).describe('Most redirects followed for one page.'),
  maxCrawlDelay: duration.describe('A longer Crawl-delay in robots.txt is obeyed up to this much.'),
  maxRetryAfter: duration.describe('A longer Retry-After ends the crawl instead of putting it off.'),
};
const politeness = z.strictObject({
  delay: limits.delay.prefault('2s'), concurrency: limits.concurrency.default(1), dailyBudget: limits.dailyBudget.default(5_000),
  timeout: limits.timeout.prefault('30s'), maxBytes: limits.maxBytes.prefault('8MB'), maxRedirects: limits.maxRedirects.default(5),
  maxCrawlDelay: limits.maxCrawlDelay.prefault('1m'), maxRetryAfter: limits.maxRetryAfter.prefault('1h'),
});
/** What a source may override. No defaults here: a key that is left out must leave the general setting alone. */
const politenessOverrides = z.strictObject(limits).partial();

const source = z.strictObject({
  url: url.describe('Home page of the shop or marketplace.'),
  platform: z.enum(PLATFORMS).default('generic').describe('How its pages are read: the shop system or marketplace when it is one of these, else generic, which reads any shop.'),
  mode: z.enum(['http', 'browser']).default('http').describe('http: pages are fetched as they are, cheap and fast. browser: they are opened in Chromium, for shops whose prices appear only after scripts ran.'),
  currency: currency.describe('Currency the prices must be in; another one is the outcome wrong_locale.').optional(),
  language: z.string().describe('Language of the pages (BCP 47), e.g. zh-CN; a hint for reading and the Accept-Language header.').optional(),
  region: z.string().describe('Region the prices hold for, e.g. US; kept with every price.').optional(),
  allowPrivateAddresses: z.boolean().default(false).describe('Allow hosts that resolve to private or loopback addresses.'),
  allowedHosts: z.array(z.string()).default([]).describe('Further hosts its pages may be on or redirect to, beside the host of url.'),
  images: z.enum(['urls', 'hash']).default('urls').describe('How pictures are compared. urls: by their addresses, without fetching any. hash: the first four of each listing are fetched once per address, at most 200 in one part of a crawl, and compared by what they show; worth its requests where addresses change with every deployment, or where a picture is replaced and only the version in its address (?v=2) moves. One that is replaced under the very same address is not seen.'),
  fields: z.partialRecord(selectable, selector).default({}).describe('Where a field stands on product pages, when it is not found by itself: a selector per field, tried first, and set aside where the page\'s own data contradict it. "rivalwatch read --source NAME PAGE" shows the effect; see docs/reading.md.'),
  politeness: politenessOverrides.default({}).describe('Other values of the politeness section for this source alone.'),
});

const target = z.strictObject({
  source: name.describe('Name of the source; found by the host of url when left out.').optional(),
  kind: z.enum(TARGET_KINDS).describe('product: one listing. catalogue: all listings of a shop or category. search: a result list and the places in it. reviews: the reviews of one listing. page: the text of a page.'),
  url: url.describe('Address to watch; its host must be one of the source\'s.'),
  ...schedule,
  freshness: duration.prefault('10m').describe('A page that was fetched for another target within this time is not fetched again. What the target itself fetched is always asked for again.'),
  tags: z.array(z.string()).default([]).describe('Words of your own, for rules to pick by.'),
  sku: z.string().describe('SKU of your own product (in the products file) that this listing competes with; needed for undercut rules and price advice.').optional(),
  track: z.array(z.string()).default([]).describe('search only: product ids whose places are followed; all when empty.'),
  maxPages: z.int().min(1).max(10_000).default(200).describe('catalogue, search and reviews: most list pages of one crawl.'),
  follow: z.boolean().default(false).describe('catalogue: also open every listing\'s own page.'),
  select: z.string().describe('page only: CSS selector of the part to watch.').optional(),
  enabled: z.boolean().default(true).describe('false: kept in the file, not watched.'),
});
/** What holds for a target that says nothing of these: the rows of watch lists. */
export const TARGET_DEFAULTS = target.pick({ freshness: true, track: true, maxPages: true, follow: true }).parse({});

const pricing = z.strictObject({
  enabled: z.boolean().default(true).describe('Whether prices are advised.'),
  undercutBy: threshold.prefault('0%').describe('How far below the lowest comparable rival to go: 0% = match it.'),
  maxChange: z.number().min(0.1).max(50).default(10).describe('Most per cent one recommendation may move a price.'),
  minMargin: z.number().min(0).max(95).default(0).describe('Least margin over cost in per cent of the price.'),
  cooldown: duration.prefault('1d').describe('Pause between two price recommendations for one product.'),
  maxRivalAge: duration.prefault('1d').describe('A rival\'s price older than this is not used.'),
  expires: duration.prefault('1d').describe('A recommendation is void after this time.'),
  ownSellers: z.array(z.string().min(1)).default([]).describe('Your own names as a seller on marketplaces, and the hosts of your own shops: their offers are never followed or undercut, nor is their listing taken for a rival\'s.'),
}).prefault({});
const listing = z.strictObject({
  enabled: z.boolean().default(true).describe('Whether keywords, images and attributes are advised.'),
  minRivals: z.int().min(1).default(2).describe('A keyword or attribute counts when at least so many rivals have it.'),
  expires: duration.prefault('1w').describe('A recommendation is void after this time.'),
}).prefault({});

/** Of the names that MongoDB takes those that need no quoting anywhere. */
export const databaseName = z.string().regex(/^[\w-]{1,60}$/, 'letters, digits, "_" and "-", at most 60');

export const configSchema = z.strictObject({
  version: z.literal(1).describe('Version of this file\'s format.'),
  contact: z.string().min(3).describe('E-mail or URL in the user agent, so that shops can reach you.'),
  timezone: timeZone.default('UTC').describe('Your IANA time zone; times are kept in UTC and shown in this one.'),
  language: z.enum(LANGUAGES).default('en').describe('Language of messages.'),
  storage: z.strictObject({
    mongodb: z.string().refine((text) => /^mongodb(\+srv)?:\/\//.test(text), 'not a mongodb:// URL').describe('mongodb:// URL of your own server; else MONGODB_URI (environment or .env), else a local server is started beside this file. Your own needs "rivalwatch migrate" first.').optional(),
    database: databaseName.describe('Name of the database; else the one in the address of MongoDB (mongodb://host/NAME, but for admin, where users are kept), else rivalwatch.').optional(),
    redis: z.string().refine((text) => /^rediss?:\/\//.test(text), 'not a redis:// URL').describe('redis:// URL of your own server; else REDIS_URL (environment or .env), else a local server is started beside this file.').optional(),
    prefix: z.string().regex(/^[\w-]{1,40}$/, 'letters, digits, "_" and "-", at most 40').default('rivalwatch').describe('Prefix of all Redis keys; another one for a second installation on the same Redis.'),
    chromium: z.string().describe('Path of a Chromium; found or fetched when left out.').optional(),
  }).prefault({}).describe('Where things are kept.'),
  sources: z.record(name, source).describe('The shops and marketplaces, by a name of your choice.'),
  targets: z.record(name, target).default({}).describe('What is watched on them, by a name of your choice.'),
  include: z.array(z.string()).default([]).describe('Watch lists as CSV (url, every, tags, sku), relative to this file.'),
  products: z.string().describe('Own products as CSV (sku, title, price, cost, floor, map, stock, keywords, rival urls), relative to this file.').optional(),
  schedule: z.strictObject(schedule).prefault({ every: '6h' }).describe('Schedule of targets that have none of their own.'),
  rules: z.record(name, rule).default({}).describe('Which changes matter to whom; see docs/alert-rules.md.'),
  links: z.strictObject({
    url: url.describe('Address under which the health server (section health) can be reached by those who read the messages, e.g. https://watch.example.com.'),
    secret: z.string().min(16).describe('Signs the links; at least 16 characters, kept in ${ENV}. Another one makes all links void.'),
    valid: duration.prefault('7d').describe('A link works for so long after its alert.'),
  }).describe('Buttons in messages that acknowledge an alert or snooze it.').optional(),
  channels: z.record(name, channel).default({}).describe('Where messages go.'),
  advice: z.strictObject({ pricing: pricing.describe('Price advice.'), listing: listing.describe('Listing advice.') }).prefault({}).describe('What may be advised. A price is advised only for products with a floor or a cost.'),
  politeness: politeness.prefault({}).describe('How hosts are treated: how often and how long they are asked. Sources can override it.'),
  retention: z.strictObject({
    archiveDays: z.int().min(0).default(30).describe('Days raw answers are kept.'), archiveBytes: bytes.prefault('5GB').describe('The oldest raw answers go when there are more.'),
    crawlDays: z.int().min(1).default(90).describe('Days records of crawls are kept.'), deliveryDays: z.int().min(1).default(365).describe('Days records of deliveries are kept.'),
  }).prefault({}).describe('How long things are kept. Changes and versions are kept for ever.'),
  exports: z.strictObject({
    folder: z.string().describe('Folder for scheduled exports, relative to this file.'),
    every: duration.prefault('1h').describe('How often files are written.'),
    kinds: z.array(z.enum(['listings', 'versions', 'changes', 'alerts', 'recommendations', 'crawls'])).default(['listings', 'changes', 'alerts', 'recommendations']).describe('What is written.'),
    format: z.enum(['json', 'ndjson']).default('ndjson').describe('One document, or one record a line.'),
  }).describe('Exports into a folder, on a schedule.').optional(),
  health: z.strictObject({
    host: z.string().default('127.0.0.1').describe('Address /healthz, /readyz and /metrics listen on.'),
    port: z.int().min(0).max(65_535).default(9464).describe('Port; 0 takes a free one.'),
  }).prefault({}).describe('Where the health of the workers is shown.'),
});

export type ConfigFile = z.output<typeof configSchema>;
export type PolitenessSettings = z.output<typeof politeness>;
export type SourceFile = ConfigFile['sources'][string];
export type TargetFile = ConfigFile['targets'][string];
export type RuleFile = ConfigFile['rules'][string];
export type ChannelSettings = ConfigFile['channels'][string];
export type FieldSelector = z.output<typeof selector>;
export type PlatformName = (typeof PLATFORMS)[number];
export type State = (typeof STATES)[number];
export type Language = (typeof LANGUAGES)[number];
