import type { CrawlTally, ReadingFault, TargetKind, Usual, Verdict } from '../../model/crawl.ts';
import { FIELD_NAMES, type FieldName } from '../../model/listing.ts';
import type { Reading } from '../../model/reading.ts';
import { emptyTally } from '../../storage/tally.ts';
import type { RecordedCrawl } from './recording.ts';

/** What the crawls of a target are judged by: the function that judges those of the workers, handed in because crawling is another folder's. */
export type JudgeCrawl = (crawl: CrawlToJudge) => JudgedCrawl;

export interface CrawlToJudge {
  readonly tally: CrawlTally;
  readonly kind: TargetKind;
  readonly listed?: number;
  readonly lastGood?: { readonly listings: number; readonly coverage: Partial<Record<FieldName, number>>; readonly usual?: Usual };
}

export interface JudgedCrawl {
  readonly verdict: Verdict;
  readonly why: string;
  readonly fault?: ReadingFault;
  /** What is usual after it. */
  readonly usual?: Usual;
}

/** In a record null is absent, also where a reader gave up: a price that no listing has any more is a price that was not read. */
function isRead({ state }: Reading<unknown>, name: FieldName): boolean {
  return name === 'price' || name === 'title' ? state === 'known' : state !== 'unknown';
}

/**
 * The figures of a recorded crawl. What failed is not in the record: a crawl without a single observation is one whose requests were not answered, and
 * one that never came to its end lacks a part of its list.
 */
export function tallyOf({ observed, finishedAt }: Pick<RecordedCrawl, 'observed' | 'finishedAt'>): CrawlTally {
  const listings = observed.size;
  if (listings === 0) return { ...emptyTally(), outcomes: { network_error: 1 } };
  const coverage: Partial<Record<FieldName, number>> = {};
  for (const { fields } of observed.values()) {
    for (const name of FIELD_NAMES) if (isRead(fields[name], name)) coverage[name] = (coverage[name] ?? 0) + 1;
  }
  return { ...emptyTally(), outcomes: { ok: listings }, listings, coverage, listFailures: finishedAt === undefined ? 1 : 0 };
}
