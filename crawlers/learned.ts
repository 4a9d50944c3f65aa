import { createHash } from 'node:crypto';
import type { Source } from '../config/types.ts';
import { ESSENTIAL_FIELDS, type EssentialField, type Way } from '../model/change.ts';
import type { CrawlTally, Learned, WayShares } from '../model/crawl.ts';
import { METHODS } from '../model/reading.ts';

/*
 * What a source taught us about reading it: by which method, and at which place, title, price and availability came on the listings of a target.
 * It is used to judge a crawl as a whole (moved-fields.ts), never to read a page: the same bytes give the same values always (docs/adr/0012).
 */

const WAYS: readonly Way[] = [...METHODS, 'none'];
/** Weight of one more crawl in what is remembered: some four crawls make a habit. */
const NEWEST = 0.3;
/** Shares smaller than this are forgotten. */
const LEAST_SHARE = 0.01;
/** Names all that an operator can set about reading a source. */
export function setupOf({ platform, mode, fields, currency, language }: Pick<Source, 'platform' | 'mode' | 'fields' | 'currency' | 'language'>): string {
  return createHash('sha256').update(JSON.stringify([platform, mode, currency ?? '', language ?? '', Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))])).digest('hex').slice(0, 12);
}

/** Share of the crawl's listings in which each field came by each way. */
export function sharesOf({ ways, listings }: Pick<CrawlTally, 'ways' | 'listings'>): WayShares {
  const shares: { -readonly [F in EssentialField]?: Partial<Record<Way, number>> } = {};
  if (listings === 0) return shares;
  for (const field of ESSENTIAL_FIELDS) {
    const counts = waysIn(ways?.[field]).map(([way, tallied]): [Way, number] => [way, tallied.count / listings]);
    if (counts.length > 0) shares[field] = Object.fromEntries(counts);
  }
  return shares;
}

/** What is remembered after one more good crawl, finished `at`; `fresh` leaves out what was known before. Undefined when it read no listings and nothing is known. */
export function remember(before: Learned | undefined, { tally, setup, at }: { readonly tally: CrawlTally; readonly setup: string; readonly at: Date }, fresh = false): Learned | undefined {
  if (tally.listings === 0) return before;
  const known = !fresh && before?.setup === setup ? before : undefined;
  const now = sharesOf(tally);
  const places = placesOf(tally, known?.places ?? {});
  if (!known) return { setup, at, shares: now, places };
  const shares = Object.fromEntries(ESSENTIAL_FIELDS.flatMap((field) => (now[field] || known.shares[field] ? [[field, blend(known.shares[field] ?? now[field] ?? {}, now[field] ?? {})]] : [])));
  return { setup, at, shares, places };
}

function blend(before: Partial<Record<Way, number>>, now: Partial<Record<Way, number>>): Partial<Record<Way, number>> {
  const ways = new Set([...waysIn(before), ...waysIn(now)].map(([way]) => way));
  return Object.fromEntries([...ways].flatMap((way) => {
    const share = (before[way] ?? 0) * (1 - NEWEST) + (now[way] ?? 0) * NEWEST;
    return share < LEAST_SHARE ? [] : [[way, share]];
  }));
}

/** Where each field stood, by method: as seen last, else as it was. */
function placesOf({ ways }: CrawlTally, before: Learned['places']): Learned['places'] {
  return Object.fromEntries(ESSENTIAL_FIELDS.map((field) => {
    const now = waysIn(ways?.[field]).flatMap(([way, { examples: [example] }]) => (way === 'none' || !example ? [] : [[way, example.place] as const]));
    return [field, { ...before[field], ...Object.fromEntries(now) }];
  }));
}

export type PerWay<T> = Partial<Readonly<Record<Way, T>>>;

/** The ways that have something, in the order of METHODS, `none` last. */
export function waysIn<T>(counts: PerWay<T> | undefined): readonly (readonly [Way, T])[] {
  return WAYS.flatMap((way) => {
    const value = counts?.[way];
    return value === undefined ? [] : [[way, value] as const];
  });
}
