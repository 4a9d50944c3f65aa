import type { CrawlTally, TargetKind, Verdict } from '../model/crawl.ts';
import type { FieldName } from '../model/listing.ts';
import { OUTCOMES, OUTCOME_CLASS, type OutcomeClass } from '../model/outcome.ts';

/** What the last good crawl of the target found; absent before the first. */
export interface LastGood {
  readonly listings: number;
  /** Share of its listings in which the field was read, 0 to 1. */
  readonly coverage: Partial<Record<FieldName, number>>;
}

/** A crawl's verdict with the reason, for people. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly why: string;
  /** Fields whose coverage broke down; with verdict `broken` only. */
  readonly lostFields: readonly FieldName[];
}

/** Fields without which a reading is of no use. Their sudden absence means that the reader is broken, not the shop. */
const VITAL: readonly FieldName[] = ['title', 'price'];
/** A field that was read on at least this share of listings … */
const WAS_READ = 0.5;
/** … and now on less than this share of that share is lost. */
const STILL_READ = 0.5;
/** A list shorter than this share of the last good one is not believed to be complete. */
const SHRUNK = 0.5;

/** Requests of a crawl by what their outcomes mean. */
export function byClass(tally: CrawlTally): Readonly<Record<OutcomeClass, number>> {
  const counts: Record<OutcomeClass, number> = { data: 0, absence: 0, wall: 0, later: 0, refused: 0, reader: 0 };
  for (const outcome of OUTCOMES) counts[OUTCOME_CLASS[outcome]] += tally.outcomes[outcome] ?? 0;
  return counts;
}

/** Share of the crawl's listings in which each field was read. */
export function coverageShares(tally: CrawlTally): Partial<Record<FieldName, number>> {
  if (tally.listings === 0) return {};
  return Object.fromEntries(Object.entries(tally.coverage).map(([name, count]) => [name, count / tally.listings]));
}

/**
 * What a finished crawl may be used for. Judged over the whole crawl, never a batch: only a good one removes listings, a
 * broken one changes nothing, a blocked one taught nothing.
 */
export function judge(tally: CrawlTally, kind: TargetKind, lastGood: LastGood | undefined): Judgement {
  const counts = byClass(tally);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const learned = counts.data + counts.absence;
  const none: readonly FieldName[] = [];
  if (learned === 0 && counts.reader > 0) return { verdict: 'broken', why: `none of ${total} pages could be read`, lostFields: none };
  if (learned === 0) return { verdict: 'blocked', why: `none of ${total} requests was answered with a page`, lostFields: none };
  if (counts.wall > learned) return { verdict: 'blocked', why: `${counts.wall} of ${total} requests met a wall`, lostFields: none };
  if (counts.reader > learned) return { verdict: 'broken', why: `${counts.reader} of ${total} pages could not be read`, lostFields: none };
  const lostFields = lost(tally, lastGood);
  if (lostFields.length > 0) return { verdict: 'broken', why: `no longer readable on most pages: ${lostFields.join(', ')}`, lostFields };
  const failed = total - learned;
  if (failed > 0) return { verdict: 'partial', why: `${failed} of ${total} requests failed`, lostFields: none };
  if (tally.listFailures > 0) return { verdict: 'partial', why: `${tally.listFailures} pages of the list were not there`, lostFields: none };
  if (kind === 'catalogue' && lastGood && tally.listings < lastGood.listings * SHRUNK) {
    return { verdict: 'partial', why: `only ${tally.listings} listings after ${lastGood.listings}: not believed to be all`, lostFields: none };
  }
  return { verdict: 'good', why: 'complete', lostFields: none };
}

function lost(tally: CrawlTally, lastGood: LastGood | undefined): readonly FieldName[] {
  if (!lastGood || tally.listings === 0) return [];
  const now = coverageShares(tally);
  return VITAL.filter((field) => {
    const before = lastGood.coverage[field] ?? 0;
    return before >= WAS_READ && (now[field] ?? 0) < before * STILL_READ;
  });
}
