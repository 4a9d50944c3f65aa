import type { Target } from '../../config/types.ts';
import type { Change, ChangeFacts } from '../../model/change.ts';
import type { Custom } from '../../alerts/changes/judgement/suspicion.ts';
import type { Verdict } from '../../model/crawl.ts';
import type { CrawlDocument } from '../../storage/documents.ts';
import type { Context } from '../context.ts';

/** One crawl being compared. */
export interface Diffing {
  readonly context: Context;
  readonly crawl: CrawlDocument;
  /** Absent when it was taken out of the configuration meanwhile. */
  readonly target: Target | undefined;
  readonly verdict: Verdict;
  /** No crawl of this target was good before: everything is new, nothing is news. */
  readonly firstCrawl: boolean;
  /** What was seen since then counts as seen by this crawl: a page that another target fetched within the freshness is used again. Never before the last crawl of this target ended. */
  readonly seenSince: Date;
  /** Listings first seen since then are news: since the last crawl whose listings were looked at, a broken one left out. */
  readonly newSince: Date;
  /** How far prices of this source go at once, learnt from the second looks at all its targets. */
  readonly custom: Custom;
  /** Good crawls in a row that must miss a listing of this target before it is gone. */
  readonly misses: number;
  /** The crawl of this target before this one was not good. */
  readonly afterPoor: boolean;
  /** Facts of the target and the crawl, for changes about the crawl itself. */
  readonly facts: Omit<ChangeFacts, 'id'>;
  /** Writes changes as this crawl's; returns how many. Those that are there already stay as they are. */
  readonly write: (changes: readonly Change[]) => Promise<number>;
}
