import { ESSENTIAL_FIELDS } from '../model/change.ts';
import type { CrawlFigures, Usual } from '../model/crawl.ts';

/*
 * What the last good crawls of a target had in common: how many listings, and on which share of them each field was read. A crawl is held against them
 * with a tolerance that follows their own spread, so that a list that always wavers may waver and one that never does may not.
 */

/** Good crawls that are remembered. */
const REMEMBERED = 8;
/** With so many crawls in a row that are short alike, the list is as short as that. */
export const SHORT_TO_ACCEPT = 3;
/** A list that has grown is as long as its last crawls. */
const RECENT = 3;
/** From so many good crawls on their spread is known. */
const ENOUGH = 4;
/** So many times the usual spread is no chance. */
const SPREADS = 5;
/** The median of the distances from the median, times this, is the standard deviation of a normal spread. */
const MAD_TO_SIGMA = 1.4826;

/** Least shares by which a count may fall: with a known spread, and without. */
const LEAST_COUNT = 0.03;
const COUNT_UNKNOWN = 0.1;
const LEAST_SHARE = 0.05;
const SHARE_UNKNOWN = 0.25;
/** In a list of fewer listings two that are missing are many. */
const SMALL = 15;
/** A field that is read on fewer of the listings is not expected. */
const WAS_READ = 0.5;

/** Why a crawl that met no failure is still not believed to be complete; undefined when it is as ever. */
export function shortfall(now: CrawlFigures, usual: Usual, isList: boolean, vouched = true): string | undefined {
  const short = isList ? (tooFew(now, usual) ?? tooFewOfListed(now, usual, vouched)) : undefined;
  return short === undefined ? lessRead(now, usual) : short;
}

/** True when the crawls before this one were short in the same way: the list has become shorter. */
export function isShortForGood(now: CrawlFigures, { short }: Usual): boolean {
  const alike = short.slice(1 - SHORT_TO_ACCEPT).filter(({ listings }) => Math.abs(listings - now.listings) <= Math.max(1, LEAST_COUNT * now.listings));
  return alike.length >= SHORT_TO_ACCEPT - 1;
}

/** What is usual after one more crawl that was complete, or `short` of it. */
export function nextUsual(usual: Usual | undefined, now: CrawlFigures, was: 'good' | 'short' | 'accepted'): Usual {
  const before = usual ?? { good: [], short: [] };
  if (was === 'short') return { good: before.good, short: [...before.short, now].slice(1 - SHORT_TO_ACCEPT) };
  return { good: [...(was === 'accepted' ? before.short : before.good), now].slice(-REMEMBERED), short: [] };
}

function tooFew({ listings }: CrawlFigures, { good }: Usual): string | undefined {
  const counts = good.map((figures) => figures.listings);
  if (counts.length === 0) return undefined;
  const all = spreadOf(counts);
  const recent = medianOf(counts.slice(-RECENT));
  const { median, spread } = recent > all.median * (1 + LEAST_COUNT) ? { median: recent, spread: Math.min(all.spread, spreadAboutTrend(counts)) } : all;
  const least = counts.length < ENOUGH ? Math.max(COUNT_UNKNOWN * median, 1.2 * Math.sqrt(median)) : Math.max(LEAST_COUNT * median, median < SMALL ? 1 : 2);
  if (listings >= median - Math.max(least, counts.length < ENOUGH ? 0 : SPREADS * spread)) return undefined;
  return `only ${listings} listings after ${Math.round(median)}: not believed to be all`;
}

/** The list itself said how many there are. A number on a page may count variants or what is hidden: it says nothing before it is known how it was kept, unless somebody vouches for it. */
function tooFewOfListed({ listings, listed }: CrawlFigures, { good }: Usual, vouched: boolean): string | undefined {
  if (listed === undefined || listed <= listings) return undefined;
  const shares = good.flatMap((one) => (one.listed === undefined || one.listed === 0 ? [] : [Math.min(1, one.listings / one.listed)]));
  if (shares.length === 0 && !vouched) return undefined;
  const { median, spread } = spreadOf(shares.length === 0 ? [1] : shares);
  const least = shares.length < ENOUGH ? COUNT_UNKNOWN : Math.max(LEAST_COUNT, SPREADS * spread);
  if (listings / listed >= median - least) return undefined;
  return `only ${listings} of the ${listed} listings that the list speaks of were read`;
}

function lessRead({ listings, coverage }: CrawlFigures, { good }: Usual): string | undefined {
  if (listings === 0) return undefined;
  for (const field of ESSENTIAL_FIELDS) {
    const shares = good.flatMap((one) => (one.listings === 0 ? [] : [one.coverage[field] ?? 0]));
    if (shares.length === 0) continue;
    const { median, spread } = spreadOf(shares);
    const least = shares.length < ENOUGH ? SHARE_UNKNOWN : Math.max(LEAST_SHARE, SPREADS * spread);
    const now = coverage[field] ?? 0;
    if (median >= WAS_READ && now < median - Math.max(least, 3 / listings)) return `${field} was read on only ${Math.round(now * 100)} % of the listings, usually on ${Math.round(median * 100)} %`;
  }
  return undefined;
}

function spreadOf(values: readonly number[]): { readonly median: number; readonly spread: number } {
  const median = medianOf(values);
  return { median, spread: MAD_TO_SIGMA * medianOf(values.map((value) => Math.abs(value - median))) };
}

/** The spread of a list that grows or has grown at once: of its steps from crawl to crawl about the usual step. Each holds the chance of two crawls. */
function spreadAboutTrend(values: readonly number[]): number {
  return spreadOf(values.slice(1).map((value, index) => value - (values[index] ?? value))).spread / Math.SQRT2;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}
