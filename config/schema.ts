import { z } from 'zod';
import { CHANGE_KINDS } from '../model/change.ts';
import { TARGET_KINDS } from '../model/crawl.ts';
import { FIELD_NAMES } from '../model/listing.ts';
import { SEVERITIES } from '../model/alert.ts';
import { bytes, clockTime, cron, duration, threshold, timeZone } from './units.ts';

/**
 * The configuration file as the operator writes it. The single source: the JSON Schema for editors, the reference in
 * docs/configuration.md and the types are all made from it. Every description is shown to operators.
 */
const name = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, 'a name is letters, digits, ".", "_" or "-", at most 64');
const url = z.url({ protocol: /^https?$/ });
const languages = ['en', 'zh-CN'] as const;

export const PLATFORMS = ['generic', 'shopify', 'woocommerce', 'magento', 'taobao', 'jd', 'pinduoduo', 'amazon', 'ebay'] as const;

const schedule = {
  every: duration.describe('How often, e.g. 30m, 6h, 1d. Either this or cron.').optional(),
  cron: cron.describe('Five-field cron expression in the time zone. Either this or every.').optional(),
  timezone: timeZone.describe('IANA time zone of cron and activeHours; the file\'s timezone when left out.').optional(),
  jitter: duration.describe('A run may start up to this much later, so that hosts see no bursts.').optional(),
  activeHours: z.strictObject({ from: clockTime, to: clockTime }).describe('Only start runs between these times of day; over midnight is allowed.').optional(),
};

const selector = z.strictObject({
  css: z.string().min(1).describe('CSS selector; the element\'s text, or the attribute, is read.').optional(),
  attribute: z.string().min(1).optional(),
  json: z.string().min(1).describe('Path into the page\'s embedded JSON, e.g. product.price.').optional(),
  regex: z.string().min(1).describe('Regular expression over the page; its first group is read.').optional(),
}).refine((s) => [s.css, s.json, s.regex].filter(Boolean).length === 1, 'give exactly one of css, json and regex');

const politeness = z.strictObject({
  delay: duration.default(2_000).describe('Pause between two requests to one host, across all workers.'),
  concurrency: z.int().min(1).max(8).default(1).describe('Requests at one host at the same time, across all workers.'),
  dailyBudget: z.int().min(1).default(5_000).describe('Requests to one host a day, across all workers.'),
  timeout: duration.default(30_000).describe('Longest wait for one answer.'),
  maxBytes: bytes.default(8_000_000).describe('Largest answer, after decompression.'),
  maxRedirects: z.int().min(0).max(10).default(5),
  maxCrawlDelay: duration.default(60_000).describe('A longer Crawl-delay in robots.txt is obeyed up to this much.'),
  maxRetryAfter: duration.default(3_600_000).describe('A longer Retry-After ends the crawl instead of putting it off.'),
});

const source = z.strictObject({
  url: url.describe('Home page of the shop or marketplace.'),
  platform: z.enum(PLATFORMS).default('generic').describe('How its pages are read.'),
  mode: z.enum(['http', 'browser']).default('http').describe('browser: pages are opened in Chromium because prices exist only after scripts ran.'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as USD').describe('Currency the prices must be in; another one is the outcome wrong_locale.').optional(),
  language: z.string().describe('Language of the pages (BCP 47), e.g. zh-CN; a hint for reading and the Accept-Language header.').optional(),
  region: z.string().describe('Region the prices hold for, e.g. US; kept with every price.').optional(),
  allowPrivateAddresses: z.boolean().default(false).describe('Allow hosts that resolve to private or loopback addresses.'),
  allowedHosts: z.array(z.string()).default([]).describe('Further hosts its pages may be on or redirect to, beside the host of url.'),
  fields: z.partialRecord(z.enum(FIELD_NAMES), selector).default({}).describe('Own selectors per field, tried first.'),
  politeness: politeness.partial().default({}).describe('Overrides of the politeness section for this source.'),
});

const target = z.strictObject({
  source: name.describe('Name of the source; found by the host of url when left out.').optional(),
  kind: z.enum(TARGET_KINDS),
  url,
  ...schedule,
  freshness: duration.default(600_000).describe('A page fetched for another target within this time is not fetched again.'),
  tags: z.array(z.string()).default([]),
  sku: z.string().describe('The own product this listing is the same article as.').optional(),
  track: z.array(z.string()).default([]).describe('search only: product ids whose places are followed; all when empty.'),
  maxPages: z.int().min(1).max(10_000).default(200).describe('catalogue and search: most list pages of one crawl.'),
  follow: z.boolean().default(false).describe('catalogue: also open every listing\'s own page.'),
  select: z.string().describe('page only: CSS selector of the part to watch.').optional(),
  enabled: z.boolean().default(true),
});

export const PRESETS = ['price-drop', 'price-rise', 'undercut', 'promotion', 'sold-out', 'back-in-stock', 'new-listing', 'listing-removed', 'listing-edited', 'bad-reviews', 'rank-lost', 'page-changed', 'reading-broken', 'source-blocked'] as const;

const rule = z.strictObject({
  preset: z.enum(PRESETS).describe('Start from a ready-made rule; the other keys override it.').optional(),
  on: z.array(z.enum(CHANGE_KINDS)).min(1).describe('Kinds of change it looks at. Needed without a preset.').optional(),
  direction: z.enum(['up', 'down', 'any']).optional(),
  threshold: threshold.describe('Smallest difference worth an alert: a share such as 5% or an amount such as 2.00 USD.').optional(),
  baseline: z.enum(['previous', 'last_alerted', 'own_price']).describe('What the new value is compared with.').optional(),
  where: z.strictObject({
    sources: z.array(name), targets: z.array(name), tags: z.array(z.string()), skus: z.array(z.string()), titles: z.array(z.string()).describe('Words one of which the title must contain.'),
  }).partial().describe('Only changes that fit all of these.').optional(),
  confirm: z.int().min(1).max(10).describe('Fire only after so many crawls in a row agree.').optional(),
  minCount: z.int().min(1).describe('negative_reviews: fewest new bad reviews.').optional(),
  cooldown: duration.describe('No second alert of one episode within this time.').optional(),
  notifyRecovery: z.boolean().describe('Also say when it is over.').optional(),
  severity: z.enum(SEVERITIES).optional(),
  channels: z.array(name).describe('Names from channels; all of them when left out.').optional(),
  enabled: z.boolean().default(true),
}).refine((r) => r.preset !== undefined || r.on !== undefined, 'a rule needs a preset or on');

const slack = z.strictObject({
  type: z.literal('slack'), webhook: url.describe('Incoming webhook URL; keep it in ${ENV}.'),
  language: z.enum(languages).optional(),
});
const email = z.strictObject({
  type: z.literal('email'),
  smtp: z.string().regex(/^smtps?:\/\//, 'an smtp:// or smtps:// URL').describe('SMTP server, e.g. smtps://user:${SMTP_PASSWORD}@mail.example.com:465'),
  from: z.string(), to: z.array(z.email()).min(1),
  language: z.enum(languages).optional(),
});
const webhook = z.strictObject({
  type: z.literal('webhook'), url, secret: z.string().describe('Signs the body: HMAC-SHA256 in X-Rivalwatch-Signature.').optional(),
  allowPrivateAddresses: z.boolean().default(false),
  language: z.enum(languages).optional(),
});

const pricing = z.strictObject({
  enabled: z.boolean().default(true),
  undercutBy: threshold.default({ kind: 'percent', percent: 0 }).describe('How far below the lowest comparable rival to go: 0% = match it.'),
  maxChange: z.number().min(0.1).max(50).default(10).describe('Most per cent one recommendation may move a price.'),
  minMargin: z.number().min(0).max(95).default(0).describe('Least margin over cost in per cent of the price.'),
  cooldown: duration.default(86_400_000).describe('Pause between two price recommendations for one product.'),
  maxRivalAge: duration.default(86_400_000).describe('A rival\'s price older than this is not used.'),
  expires: duration.default(86_400_000).describe('A recommendation is void after this time.'),
}).prefault({});
const listing = z.strictObject({
  enabled: z.boolean().default(true),
  minRivals: z.int().min(1).default(2).describe('A keyword or attribute counts when at least so many rivals have it.'),
  expires: duration.default(604_800_000),
}).prefault({});

export const configSchema = z.strictObject({
  version: z.literal(1),
  contact: z.string().min(3).describe('E-mail or URL in the user agent, so that shops can reach you.'),
  timezone: timeZone.default('UTC').describe('Your IANA time zone; times are kept in UTC and shown in this one.'),
  language: z.enum(languages).default('en').describe('Language of messages.'),
  storage: z.strictObject({
    mongodb: z.string().describe('mongodb:// URL; a local server is started when left out.').optional(),
    database: z.string().regex(/^[\w-]{1,60}$/).default('rivalwatch'),
    redis: z.string().describe('redis:// URL; a local server is started when left out.').optional(),
    prefix: z.string().regex(/^[\w-]{1,40}$/).default('rivalwatch').describe('Prefix of all Redis keys.'),
    chromium: z.string().describe('Path of a Chromium; found or fetched when left out.').optional(),
  }).prefault({}),
  sources: z.record(name, source),
  targets: z.record(name, target).default({}),
  include: z.array(z.string()).default([]).describe('Watch lists as CSV (url, every, tags, sku), relative to this file.'),
  products: z.string().describe('Own products as CSV (sku, title, price, cost, floor, stock, keywords, rival urls), relative to this file.').optional(),
  schedule: z.strictObject(schedule).prefault({ every: '6h' }).describe('Schedule of targets that have none of their own.'),
  rules: z.record(name, rule).default({}),
  channels: z.record(name, z.discriminatedUnion('type', [slack, email, webhook])).default({}),
  advice: z.strictObject({ pricing, listing }).prefault({}),
  politeness: politeness.prefault({}),
  retention: z.strictObject({
    archiveDays: z.int().min(0).default(30), archiveBytes: bytes.default(5_000_000_000).describe('The oldest raw answers go when there are more.'),
    crawlDays: z.int().min(1).default(90).describe('Records of crawls.'), deliveryDays: z.int().min(1).default(365),
  }).prefault({}),
  exports: z.strictObject({
    folder: z.string().describe('Folder for scheduled exports, relative to this file.'),
    every: duration.default(3_600_000),
    kinds: z.array(z.enum(['listings', 'versions', 'changes', 'alerts', 'recommendations', 'crawls'])).default(['listings', 'changes', 'alerts', 'recommendations']),
    format: z.enum(['json', 'ndjson']).default('ndjson'),
  }).optional(),
  health: z.strictObject({ host: z.string().default('127.0.0.1'), port: z.int().min(0).max(65_535).default(9464) }).prefault({}),
});

export type ConfigFile = z.output<typeof configSchema>;
export type PolitenessSettings = z.output<typeof politeness>;
export type SourceFile = ConfigFile['sources'][string];
export type TargetFile = ConfigFile['targets'][string];
export type RuleFile = ConfigFile['rules'][string];
export type ChannelSettings = ConfigFile['channels'][string];
export type FieldSelector = z.output<typeof selector>;
export type PlatformName = (typeof PLATFORMS)[number];
export type Preset = (typeof PRESETS)[number];
export type Language = (typeof languages)[number];
