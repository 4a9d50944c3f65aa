import type { CrawlTally, TargetKind, Usual, Verdict } from '../../model/crawl.ts';
import type { Gaps } from '../../model/gaps.ts';
import { brand, type ListingId, type SourceId, type TargetId } from '../../model/ids.ts';
import type { LargeMoves } from '../../model/large-moves.ts';
import type { FieldName } from '../../model/listing.ts';
import type { Look } from '../../model/look.ts';
import { withLooks } from '../changes/judgement/looks.ts';
import type { JudgedCrawl } from './judge-crawl.ts';
import type { ListingState } from './listing-state.ts';
import type { RecordedCrawl } from './recording.ts';

/** How the sources and targets of a recording are called: as in the file, or as those of the configuration that it belongs to. */
export type Naming = (crawl: Pick<RecordedCrawl, 'source' | 'kind'>) => { readonly sourceId: SourceId; readonly targetId: TargetId };
export const AS_RECORDED: Naming = ({ source, kind }) => ({ sourceId: brand<SourceId>(source), targetId: brand<TargetId>(`${source}/${kind}`) });

/** What the crawls of one source and kind leave behind, as a target's document does. */
export interface TargetState {
  readonly id: TargetId;
  readonly sourceId: SourceId;
  readonly kind: TargetKind;
  lastVerdict?: Verdict;
  lastFinishedAt?: Date;
  lastGood?: { readonly listings: number; readonly coverage: Partial<Record<FieldName, number>> };
  usual?: Usual;
  gaps: Gaps;
  looks: readonly Look[];
  moves: LargeMoves;
  brokenSince: Date | null;
  blockedSince: Date | null;
  /** Listings that it ever showed. */
  readonly listings: Map<ListingId, ListingState>;
}

/** Notes a crawl at its target. */
export function finish(target: TargetState, { verdict, usual }: JudgedCrawl, { listings, coverage }: CrawlTally, state: { readonly brokenSince: Date | null; readonly blockedSince: Date | null }, looks: readonly Look[]): void {
  target.lastVerdict = verdict;
  if (usual) target.usual = usual;
  target.looks = withLooks(target.looks, looks);
  target.brokenSince = state.brokenSince;
  target.blockedSince = state.blockedSince;
  if (verdict === 'good') target.lastGood = { listings, coverage: Object.fromEntries(Object.entries(coverage).map(([name, count]) => [name, count / listings])) };
}
