import type { GapsOfCrawl } from '../../alerts/changes/gaps.ts';
import { diffPresence, type Seen } from '../../alerts/changes/presence.ts';
import type { Change } from '../../model/change.ts';
import type { CrawlRequest } from '../../model/crawl.ts';
import { listingSubject, type ListingId } from '../../model/ids.ts';
import { valueOf } from '../../model/reading.ts';
import { OUTCOME_CLASS } from '../../model/outcome.ts';
import { batchesOf } from '../../storage/batches.ts';
import type { ListingDocument, VersionDocument } from '../../storage/documents.ts';
import { listingsByIds, listingsOfTarget, setPresence, type PresenceUpdate } from '../../storage/listings.ts';
import { cachedPages, pageKey } from '../../storage/pages.ts';
import { versionsByIds } from '../../storage/versions.ts';
import type { Diffing } from './diffing.ts';

export interface Presences {
  /** How many changes were found. */
  readonly found: number;
  /** How long listings have been away, or were until now. */
  readonly gaps: GapsOfCrawl;
}

/** Listings that appeared, disappeared or came back with this crawl. */
export async function diffPresences(diffing: Diffing, signal: AbortSignal): Promise<Presences> {
  const { store } = diffing.context;
  let all = await judgeGone(diffing);
  for await (const listings of listingsOfTarget(store, diffing.crawl.targetId, { seenSince: diffing.seenSince })) {
    signal.throwIfAborted();
    all = together(all, await judgeAll(diffing, listings.flatMap((listing) => seenOf(diffing, listing))));
  }
  return all;
}

const NONE: Presences = { found: 0, gaps: { missed: [], returned: [] } };

function together(a: Presences, b: Presences): Presences {
  return { found: a.found + b.found, gaps: { missed: [...a.gaps.missed, ...b.gaps.missed], returned: [...a.gaps.returned, ...b.gaps.returned] } };
}

interface Sight {
  readonly listing: ListingDocument;
  readonly seenNow: Seen;
  readonly isNew: boolean;
}

/** What this crawl says about a listing; nothing when there is nothing to judge. */
function seenOf({ crawl, target, firstCrawl, seenSince, newSince }: Diffing, listing: ListingDocument): readonly Sight[] {
  const seen = listing.lastSeenCrawlId === crawl._id || listing.lastSeenAt >= seenSince;
  const isNew = seen && listing.firstSeenAt >= newSince && !firstCrawl;
  if (seen) return isNew || listing.presence !== 'present' || listing.missed > 0 ? [{ listing, seenNow: 'present', isNew }] : [];
  return target?.kind === 'catalogue' ? [{ listing, seenNow: 'not_listed', isNew: false }] : [];
}

/** Listings whose own page says that they are gone: with the shop's own 404 or 410 or the platform's word for it, or only in words. */
async function judgeGone(diffing: Diffing): Promise<Presences> {
  const { context, crawl, target } = diffing;
  const source = target && context.config().sources.get(target.sourceId);
  if (!source || !(crawl.tally.outcomes.gone || crawl.tally.outcomes.not_found)) return NONE;
  const batches = await batchesOf(context.store, crawl._id);
  const absent = batches.flatMap((batch) => batch.requests).filter((request) => request.role === 'listing' && request.outcome && OUTCOME_CLASS[request.outcome] === 'absence');
  const hows = new Map(absent.map((request): [string, Seen] => [pageKey(source.id, source.mode, request.url), isOwnWord(request) ? 'gone' : 'page_missing']));
  const pages = await cachedPages(context.store, [...hows.keys()]);
  const seen = new Map([...pages].flatMap(([key, page]): [ListingId, Seen][] => (page.listingId === undefined ? [] : [[page.listingId, hows.get(key) ?? 'page_missing']])));
  const listings = await listingsByIds(context.store, [...seen.keys()]);
  return judgeAll(diffing, listings.map((listing) => ({ listing, seenNow: seen.get(listing._id) ?? 'page_missing', isNew: false })));
}

/** A page that only reads like "not found" may be an error page of the moment: it is no word of the shop. */
function isOwnWord({ outcome, status }: CrawlRequest): boolean {
  return outcome === 'gone' || status === 404 || status === 410;
}

async function judgeAll(diffing: Diffing, sights: readonly Sight[]): Promise<Presences> {
  if (sights.length === 0) return NONE;
  const versions = new Map((await versionsByIds(diffing.context.store, sights.map((sight) => sight.listing.currentVersionId))).map((version) => [version._id, version]));
  const changes: Change[] = [];
  const updates: PresenceUpdate[] = [];
  const missed: number[] = [];
  const returned: number[] = [];
  const { crawl, verdict, firstCrawl, misses, afterPoor } = diffing;
  for (const { listing, seenNow, isNew } of sights) {
    const { change, presence } = diffPresence({
      seenNow, verdict, firstCrawl, misses, afterPoor, facts: factsOf(diffing, listing), ...offered(versions.get(listing.currentVersionId)),
      ...(isNew ? {} : { before: { ...listing, ...(listing.presenceCrawlId === undefined ? {} : { missedIn: listing.presenceCrawlId }) } }),
    });
    if (change) changes.push(change);
    if (presence.missed > listing.missed) missed.push(presence.missed);
    if (seenNow === 'present' && listing.missed > 0) returned.push(listing.missed);
    const same = presence.presence === listing.presence && presence.missed === listing.missed;
    if (same) continue;
    updates.push({
      listingId: listing._id, crawlId: crawl._id, presence: presence.presence, missed: presence.missed, since: presence.presenceSince,
      ...(presence.longestGap === undefined ? {} : { longestGap: presence.longestGap }),
    });
  }
  const found = await diffing.write(changes);
  await setPresence(diffing.context.store, updates, diffing.context.clock());
  return { found, gaps: { missed, returned } };
}

function factsOf({ facts }: Diffing, listing: ListingDocument): Diffing['facts'] {
  return { ...facts, subjectId: listingSubject(listing._id), listingId: listing._id, title: listing.title, url: listing.url, toVersion: listing.currentVersionId };
}

function offered(version: VersionDocument | undefined): Pick<Parameters<typeof diffPresence>[0], 'price' | 'availability'> {
  if (version?.content.kind !== 'listing') return {};
  const price = valueOf(version.content.fields.price);
  const availability = valueOf(version.content.fields.availability);
  return { ...(price ? { price } : {}), ...(availability ? { availability } : {}) };
}
