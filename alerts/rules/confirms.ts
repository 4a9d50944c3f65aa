import type { Change, ChangeDetail, ChangeKind } from '../../model/change.ts';
import type { Verdict } from '../../model/crawl.ts';
import type { CrawlId, TargetId } from '../../model/ids.ts';
import type { What } from '../changes/unread.ts';

/** A finished crawl, as far as it can say that something still stands. */
export interface Looking {
  readonly crawlId: CrawlId;
  readonly targetId: TargetId;
  readonly startedAt: Date;
  readonly verdict?: Verdict | undefined;
}

/** When a listing was seen last, and by whom; `targetIds` ever showed it, and `unread` is what its newest version of this target does not say. */
export interface Sighted {
  readonly targetIds: readonly TargetId[];
  readonly lastSeenAt: Date;
  readonly lastSeenCrawlId: CrawlId;
  readonly unread?: readonly What[];
}

/** Under these verdicts alone a crawl can say that such a change still stands; all other kinds need one that read pages. */
const NEEDS: Partial<Record<ChangeKind, readonly Verdict[]>> = {
  source_blocked: ['blocked'], source_recovered: ['good', 'partial', 'broken'], reading_broken: ['broken'], listing_disappeared: ['good'],
};
const READ_PAGES: readonly Verdict[] = ['good', 'partial'];

/** Whether the crawl looked at what the change is about. What would undo the change would have come as a change of its own. */
export function confirms(crawl: Looking, change: Change, listing: Sighted | undefined): boolean {
  if (crawl.verdict === undefined || !(NEEDS[change.detail.kind] ?? READ_PAGES).includes(crawl.verdict)) return false;
  if (!listing?.targetIds.includes(crawl.targetId) || change.detail.kind === 'listing_disappeared') return true;
  const what = whatOf(change.detail);
  return wasSeen(crawl, listing) && !(what && listing.unread?.includes(what));
}

/** What must have been read to say that it still stands. Another seller brings another price. */
function whatOf(detail: ChangeDetail): What | undefined {
  if (detail.kind === 'seller') return 'price';
  return (detail.kind === 'price' || detail.kind === 'stock') && detail.offerSku === undefined ? detail.kind : undefined;
}

/** Whether the crawl saw the listing, or found it seen since it began. */
export function wasSeen(crawl: Looking, { lastSeenAt, lastSeenCrawlId }: Sighted): boolean {
  return lastSeenCrawlId === crawl.crawlId || lastSeenAt >= crawl.startedAt;
}
