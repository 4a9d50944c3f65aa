import { missesNeeded, withGaps } from '../changes/gaps.ts';
import { diffPresence } from '../changes/presence.ts';
import type { Change, ChangeFacts } from '../../model/change.ts';
import type { Verdict } from '../../model/crawl.ts';
import { listingSubject } from '../../model/ids.ts';
import { valueOf } from '../../model/reading.ts';
import { crawlIdOf } from './listing-state.ts';
import type { RecordedCrawl } from './recording.ts';
import type { TargetState } from './target-state.ts';

/** Crawls of one target bring a list, from which a listing can be missing; those of other kinds say nothing about what they do not show. */
const MOST_ALONE = 1.5;

/** Listings of the target that appeared, are missed, disappeared or came back with this crawl. */
export function comparePresence(target: TargetState, crawl: RecordedCrawl, verdict: Verdict, facts: Omit<ChangeFacts, 'id'>): readonly Change[] {
  const crawlId = crawlIdOf(target.id, crawl);
  const isList = target.kind === 'catalogue' || (target.kind === 'product' && (target.lastGood?.listings ?? 0) > MOST_ALONE);
  const afterPoor = target.lastVerdict !== undefined && target.lastVerdict !== 'good';
  const misses = missesNeeded(target.gaps);
  const changes: Change[] = [];
  const gaps = { missed: new Array<number>(), returned: new Array<number>() };
  for (const listing of target.listings.values()) {
    const seen = listing.lastSeenCrawl === crawlId || (crawl.listedIds?.has(listing.productId) ?? false);
    if (!seen && (!isList || !listing.presence)) continue;
    const before = listing.presence;
    const content = listing.views.get(target.id)?.head?.content;
    const price = content?.kind === 'listing' ? valueOf(content.fields.price) : undefined;
    const { presence, change } = diffPresence({
      seenNow: seen ? 'present' : 'not_listed', verdict, firstCrawl: target.lastGood === undefined, misses, afterPoor, ...(price ? { price } : {}),
      facts: { ...facts, subjectId: listingSubject(listing.id), listingId: listing.id, title: listing.title, url: listing.url }, ...(before ? { before: { ...before, lastSeenAt: listing.lastSeenAt } } : {}),
    });
    listing.presence = presence;
    if (change) changes.push(change);
    if (presence.missed > (before?.missed ?? 0)) gaps.missed.push(presence.missed);
    if (seen && before && before.missed > 0) gaps.returned.push(before.missed);
  }
  target.gaps = withGaps(target.gaps, gaps);
  return changes;
}
