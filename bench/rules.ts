import { z } from 'zod';
import { compileRules } from '../alerts/rules/compile.ts';
import type { RuleContext } from '../alerts/rules/context.ts';
import { startRun } from '../alerts/rules/run.ts';
import { PRESETS } from '../config/preset-words.ts';
import { RULE_DEFAULTS, RULE_PRESETS } from '../config/presets.ts';
import type { Rule } from '../config/types.ts';
import type { Change, ChangeDetail } from '../model/change.ts';
import { brand, factId, type ListingId, type Sku } from '../model/ids.ts';
import type { Availability } from '../model/listing.ts';
import { currencyCode, money, percentChange, type Money } from '../model/money.ts';
import { withPoint, type PriceHistory } from '../model/price-history.ts';
import { round } from './run.ts';

/** What rules cost. `cpuSeconds` of all cores, with what the garbage collection does beside: a busy machine makes `seconds` longer; `heapMB` after it, at a fifth and at the end of the changes, over the same listings. */
export const rulesMeasured = z.object({ changes: z.number(), rules: z.number(), seconds: z.number(), cpuSeconds: z.number(), alerts: z.number(), heapMB: z.tuple([z.number(), z.number()]).readonly() }).readonly();

export type RulesMeasured = z.infer<typeof rulesMeasured>;

const LISTINGS = 2_000;
const SOURCES = 20;
const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

/** Shows generated changes of 2,000 listings to 200 rules of every kind, in memory, on one core. */
export function measureRules(changes = 100_000, rules = 200): RulesMeasured {
  const run = startRun(compileRules(Array.from({ length: rules }, (_, no) => ruleOf(no))));
  const shop = Array.from({ length: LISTINGS }, (_, no) => openListing(no));
  let alerts = 0;
  let early = 0;
  let [seconds, cpuSeconds] = [0, 0];
  for (let no = 0; no < changes; no += PART) {
    // Making them is not what is measured.
    const part = Array.from({ length: Math.min(PART, changes - no) }, (_, index) => nextChange(shop, no + index));
    const cpu = process.cpuUsage();
    const started = performance.now();
    for (const { change, context } of part) alerts += run.change(change, context, change.at).length;
    seconds += (performance.now() - started) / 1_000;
    const used = process.cpuUsage(cpu);
    cpuSeconds += (used.user + used.system) / 1e6;
    if (no === Math.floor(changes / 5 / PART) * PART) early = heapMB();
  }
  return { changes, rules, seconds: round(seconds), cpuSeconds: round(cpuSeconds), alerts, heapMB: [early, heapMB()] };
}

/** Changes made at once. */
const PART = 1_000;

function heapMB(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

const USD = currencyCode('USD') ?? (() => { throw new Error('USD is a currency'); })();
const OWN = { sku: brand<Sku>('OWN-1'), title: 'Own', price: money(9_500, USD) };

/** A tenth of the rules about the whole of it, the rest about a source, a tag, a price band or a filter: as operators write them. */
function ruleOf(no: number): Rule {
  const preset = PRESETS[no % PRESETS.length] ?? 'price-drop';
  const kind = no % 10;
  const where: Rule['where'] = kind === 0 ? {} : kind < 5 ? { sources: [`source-${no % SOURCES}`] } : kind < 8 ? { tags: [`tag-${no % 7}`] } : { price: { from: money(5_000, USD) } };
  return {
    ...RULE_DEFAULTS, ...RULE_PRESETS[preset], id: brand(`rule-${no}`), channels: [brand('team')], where,
    ...(kind === 9 ? { match: { seller: { $regex: `^seller ${no % 11}$` }, price: { $lt: 120 } } } : {}),
  };
}

interface Listing {
  readonly id: ListingId;
  price: Money;
  stock: Availability;
  history: PriceHistory;
}

function openListing(no: number): Listing {
  const price = money(8_000 + (no % 40) * 100, USD);
  return { id: factId('listing', 'bench', no), price, stock: 'in_stock', history: [{ at: new Date(START), money: price }] };
}

/** The next change of a shop that moves mostly prices, some stock, some titles. The same numbers give the same changes. */
function nextChange(shop: readonly Listing[], no: number): { readonly change: Change; readonly context: RuleContext } {
  const listing = shop[(no * 7_919) % shop.length] ?? openListing(no);
  const at = new Date(START + (no + 1) * MINUTE);
  const facts = {
    id: factId('change', 'bench', no), sourceId: brand<Change['sourceId']>(`source-${no % SOURCES}`), targetId: brand<Change['targetId']>(`target-${no % 100}`), subjectId: brand<Change['subjectId']>(listing.id),
    listingId: listing.id, crawlId: factId('crawl', Math.floor(no / 500)), at, title: `Product ${no % LISTINGS}`, url: 'https://shop.example/p',
  };
  const detail = detailOf(listing, no);
  const context: RuleContext = { tags: [`tag-${no % 7}`], ...(no % 3 === 0 ? { product: OWN } : {}), listing: { seller: `seller ${no % 11}` } };
  if (detail.kind !== 'price') return { change: { ...facts, detail }, context };
  listing.history = withPoint(listing.history, { at, money: detail.to.money });
  return { change: { ...facts, detail }, context: { ...context, history: listing.history } };
}

function detailOf(listing: Listing, no: number): ChangeDetail {
  if (no % 10 === 8) {
    const from = listing.stock;
    listing.stock = from === 'in_stock' ? 'out_of_stock' : 'in_stock';
    return { kind: 'stock', from, to: listing.stock };
  }
  if (no % 10 === 9) return { kind: 'title', from: `Product ${no}`, to: `Product ${no} new` };
  const from = listing.price;
  listing.price = money(Math.max(1_000, Math.round(from.minor * (0.9 + ((no * 31) % 21) / 100))), USD);
  return { kind: 'price', from: { kind: 'page', money: from }, to: { kind: 'page', money: listing.price }, percent: percentChange(from, listing.price) ?? 0 };
}
