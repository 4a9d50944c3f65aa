import { ESSENTIAL_FIELDS, type EssentialField, type MovedField, type Way } from '../model/change.ts';
import type { CrawlTally, LastRead, Learned, WayShares } from '../model/crawl.ts';
import { isGuessed, type Method } from '../model/reading.ts';
import { sharesOf, waysIn, type PerWay } from './learned.ts';

/*
 * Whether a source changed its pages: fields that data named and that are guessed now, on more listings than chance explains.
 */

/** A field must have been named by data on at least this share of the listings on which it was read … */
const WAS_NAMED = 0.5;
/** … and now on less than this share of that share. */
const STILL_NAMED = 0.5;
/** No habit is believed to be surer than this: any page may be an exception. */
export const SUREST = 0.95;
/** Chance alone gives so large a drop in less than one of e^8.9 (7,000) crawls. Three listings of three reach it, two do not. */
export const EVIDENCE = 8.9;
/** A crawl with fewer listings than this looks at its neighbours. */
const SMALL = 10;

/** A target of the same source and kind, as it usually is and as it was in this round. */
export interface Companion {
  readonly usual: WayShares;
  readonly at: Date;
  readonly listings: number;
  readonly shares: WayShares;
}

/** True when a crawl is too small to be sure by itself, and its own listings look moved: its neighbours decide then, and it teaches nothing yet. */
export function isDoubtful(tally: CrawlTally, learned: Learned | undefined): boolean {
  return learned !== undefined && tally.listings > 0 && tally.listings < SMALL && ESSENTIAL_FIELDS.some((field) => fewer(sampleOf(learned.shares, sharesOf(tally), tally.listings, field)));
}

/** What the neighbours of a target say: those that are set up alike and were read since the target itself was last read as usual. */
export function companionsOf(targets: readonly { readonly learned?: Learned; readonly lastRead?: LastRead }[], { setup, at }: Learned): readonly Companion[] {
  return targets.flatMap(({ learned, lastRead }) => {
    if (!learned || !lastRead || learned.setup !== setup || lastRead.setup !== setup || lastRead.at <= at) return [];
    return [{ usual: learned.shares, at: lastRead.at, listings: lastRead.listings, shares: lastRead.shares }];
  });
}

/**
 * Fields that data named on most listings and that are now guessed on most, so many of them that it is no chance. A crawl with few listings counts
 * together with its neighbours, the newest first: when everything that was read since some moment came in another way, the source changed then. One
 * listing that is read in another way is no break of the source.
 */
export function movedFields(tally: CrawlTally, learned: Learned, companions: readonly Companion[]): readonly MovedField[] {
  const shares = sharesOf(tally);
  const newestFirst = companions.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return ESSENTIAL_FIELDS.flatMap((field) => {
    const own = sampleOf(learned.shares, shares, tally.listings, field);
    const others = tally.listings < SMALL ? newestFirst.map((one) => sampleOf(one.usual, one.shares, one.listings, field)) : [];
    return fewer(own) && isNoChance(own, others) ? movedField(field, tally, learned) : [];
  });
}

/** True when the sample alone, or together with some of the next ones, cannot be explained by chance. */
function isNoChance(own: Sample, others: readonly Sample[]): boolean {
  let all = own;
  for (const next of [{ read: 0, named: 0, usual: 0 }, ...others]) {
    all = pooled(all, next);
    if (fewer(all) && doubtOf(all.named, all.read, Math.min(SUREST, all.usual / all.read)) >= EVIDENCE) return true;
  }
  return false;
}

/** Of the listings on which a field was read: on how many data named it, and on how many they usually do. */
interface Sample {
  readonly read: number;
  readonly named: number;
  readonly usual: number;
}

function sampleOf(usual: WayShares, now: WayShares, listings: number, field: EssentialField): Sample {
  const before = namedAndGuessed(usual[field]);
  const { named, guessed } = namedAndGuessed(now[field]);
  const read = (named + guessed) * listings;
  const known = before.named + before.guessed;
  return { read, named: named * listings, usual: known < WAS_NAMED ? 0 : (before.named / known) * read };
}

function namedAndGuessed(shares: Partial<Record<Way, number>> | undefined): { named: number; guessed: number } {
  const sum = { named: 0, guessed: 0 };
  for (const [way, share] of waysIn(shares)) {
    if (way === 'none') continue;
    if (isGuessed(way)) sum.guessed += share;
    else sum.named += share;
  }
  return sum;
}

function pooled(a: Sample, b: Sample): Sample {
  return { read: a.read + b.read, named: a.named + b.named, usual: a.usual + b.usual };
}

function fewer({ read, named, usual }: Sample): boolean {
  return read > 0 && usual >= read * WAS_NAMED && named < usual * STILL_NAMED;
}

/** How little chance explains that of `of` listings only `seen` did what a share of `usual` does (Chernoff's bound): e to the minus this. */
export function doubtOf(seen: number, of: number, usual: number): number {
  const share = seen / of;
  if (of === 0 || share >= usual) return 0;
  const part = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(a / b));
  return of * (part(share, usual) + part(1 - share, 1 - usual));
}

function movedField(field: EssentialField, { ways }: CrawlTally, learned: Learned): readonly MovedField[] {
  const from = mostOf(learned.shares[field], (method) => !isGuessed(method));
  const to = mostOf(ways?.[field], isGuessed);
  const fromPlace = from && learned.places[field]?.[from];
  const toPlace = to && ways?.[field]?.[to]?.examples[0]?.place;
  return from && to ? [{ field, from, to, ...(fromPlace ? { fromPlace } : {}), ...(toPlace ? { toPlace } : {}) }] : [];
}

/** The most frequent method of those asked for. */
function mostOf(counts: PerWay<number | { readonly count: number }> | undefined, wanted: (method: Method) => boolean): Method | undefined {
  const methods = waysIn(counts).flatMap(([way, value]) => (way === 'none' || !wanted(way) ? [] : [{ way, value: typeof value === 'number' ? value : value.count }]));
  return methods.toSorted((a, b) => b.value - a.value)[0]?.way;
}
