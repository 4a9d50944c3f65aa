import type { Sighted } from '../../alerts/rules/confirms.ts';
import type { Standing } from '../../alerts/rules/standing.ts';
import type { SubjectId } from '../../model/ids.ts';
import type { PriceHistory } from '../../model/price-history.ts';
import type { Baseline, CrawlDocument, ListingDocument } from '../../storage/documents.ts';
import { acceptedOf, standingOf, unreadAt } from '../../workers/alert/accepted.ts';
import { endOf, type PastListing, type PastView } from './past.ts';

/** The listing as the crawl found it, with the prices it had had; undefined when the crawl did not see it, or nothing was accepted of it yet. */
export function standingAt({ listing, views }: PastListing, crawl: CrawlDocument): { readonly standing: Standing; readonly history?: PriceHistory } | undefined {
  const at = endOf(crawl);
  const seen = views.find(({ targetId }) => targetId === crawl.targetId)?.versions.findLast(({ firstSeenAt }) => firstSeenAt <= at);
  if (!seen || seen.lastSeenAt < crawl.startedAt) return undefined;
  const then = listingAt({ listing, views }, at);
  const accepted = acceptedOf(then, crawl, new Map());
  if (!accepted) return undefined;
  const page = accepted.history?.page;
  return { standing: standingOf(then, crawl, accepted), ...(page ? { history: page } : {}) };
}

/** The listing with what was accepted of it by then. */
export function listingAt({ listing, views }: PastListing, at: Date): ListingDocument {
  return { ...listing, ...acceptedBy(views, at) };
}

/** When the crawl's target had seen the listing last, and what it had not read then. */
export function sightedAt({ listing, views }: PastListing, crawl: CrawlDocument): Sighted {
  const at = endOf(crawl);
  const seen = views.find(({ targetId }) => targetId === crawl.targetId)?.versions.findLast(({ firstSeenAt }) => firstSeenAt <= at);
  return { ...listing, ...(seen ? { lastSeenAt: seen.lastSeenAt, lastSeenCrawlId: seen.lastCrawlId } : {}), unread: unreadAt(listingAt({ listing, views }, at), crawl.targetId) };
}

/** The views, and what was accepted of them, as they stood at that time. */
function acceptedBy(views: readonly PastView[], at: Date): Pick<ListingDocument, 'views'> & { readonly baselines: Readonly<Record<SubjectId, Baseline>> } {
  const then = views.flatMap(({ subjectId, steps, versions }) => {
    const [step, newest] = [steps.findLast(({ from }) => from <= at), versions.findLast(({ firstSeenAt }) => firstSeenAt <= at)];
    return step && newest ? [{ subjectId, step, newest }] : [];
  });
  return {
    views: Object.fromEntries(then.map(({ subjectId, newest: { _id, seq } }) => [subjectId, { versionId: _id, seq }])),
    baselines: Object.fromEntries(then.map(({ subjectId, step: { baseline } }) => [subjectId, baseline])),
  };
}
