import type { Gaps } from '../model/gaps.ts';
import type { CrawlRequest, CrawlTally, LastRead, Learned, ReadingFault, Usual, Verdict } from '../model/crawl.ts';
import type { BatchId, CrawlId, SourceId, TargetId } from '../model/ids.ts';
import type { LargeMoves } from '../model/large-moves.ts';
import type { Look } from '../model/look.ts';
import type { FieldName } from '../model/listing.ts';

/** Collection `targets`: the running state of each target; what to watch is in the configuration. */
export interface TargetDocument {
  readonly _id: TargetId;
  readonly sourceId: SourceId;
  /** The truth about when it runs next. */
  readonly nextDueAt: Date;
  /** Hash of the schedule, so that a changed one is planned anew. */
  readonly scheduleHash: string;
  readonly enabled: boolean;
  readonly lastCrawlId?: CrawlId;
  readonly lastFinishedAt?: Date;
  readonly lastVerdict?: Verdict;
  /** Listings of the last good crawl: a list much shorter than that is suspicious. */
  readonly lastGoodListings?: number;
  /** In which share of them each field was read, 0 to 1. */
  readonly lastGoodCoverage?: Partial<Record<FieldName, number>>;
  /** How its listings are usually read, and how the last crawl that read any did. */
  readonly learned?: Learned;
  readonly lastRead?: LastRead;
  /** Crawls in a row that read them in another way. */
  readonly otherWay?: number;
  /** What its good crawls brought: a crawl that brings less is not believed to be complete. */
  readonly usual?: Usual;
  /** How long its listings use to be away before they are back. */
  readonly gaps?: Gaps;
  /** What second looks at its listings' prices found, the newest. */
  readonly looks?: readonly Look[];
  /** How its prices use to move far. */
  readonly moves?: LargeMoves;
  /** Since when reading is broken or the source blocks us; unset when fine. */
  readonly brokenSince?: Date | null;
  readonly blockedSince?: Date | null;
}

/** Stages a finished crawl goes through, in order; each is a queue. */
export type Stage = 'crawl' | 'diff' | 'alert' | 'recommend' | 'done';

/** Collection `crawls`: one run over one target. */
export interface CrawlDocument {
  readonly _id: CrawlId;
  readonly targetId: TargetId;
  readonly sourceId: SourceId;
  /** Set on a second look at suspicious prices of that crawl: it says nothing about the target's other listings. */
  readonly lookOf?: CrawlId;
  readonly plannedAt: Date;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
  readonly stage: Stage;
  readonly stageSince: Date;
  /** True until the stage is `done`: the marker of work still to be done. */
  readonly open?: boolean;
  readonly verdict?: Verdict;
  /** With verdict `broken`: what is wrong, unless the pages could not be read at all. */
  readonly fault?: ReadingFault;
  /** Set on the crawl with which another way of reading became the usual one. */
  readonly accepted?: true;
  /** With verdict `partial`: nothing failed, but it brought less than the last good crawls did. */
  readonly short?: true;
  readonly tally: CrawlTally;
  /** Changes found by diff. */
  readonly changes?: number;
  /** Set when it is finished, moved by each later stage. */
  readonly recordedAt?: Date;
}

/** What became of the request at `index` of a batch. */
export interface RequestDone extends Required<Pick<CrawlRequest, 'outcome'>>, Pick<CrawlRequest, 'status'> {
  readonly index: number;
}

/** Collection `batches`: a part of a crawl that one job works off. */
export interface BatchDocument {
  readonly _id: BatchId;
  readonly crawlId: CrawlId;
  readonly targetId: TargetId;
  readonly no: number;
  readonly state: 'open' | 'done';
  /** How often outcomes were recorded: whoever records more must have seen all of them. */
  readonly rev: number;
  readonly requests: readonly CrawlRequest[];
  /** What became of requests, in the order of its recording. */
  readonly done?: readonly RequestDone[];
  readonly tally: CrawlTally;
  /** Not before this time (put off by a rate limit or a spent budget). Always written, so that the sweep finds it by index. */
  readonly notBefore?: Date;
  /** How often a worker began it since it last got on: one that never does is given up. */
  readonly tries?: number;
  readonly updatedAt: Date;
}
