import { brand, type Id } from '../model/ids.ts';
import { fromDocument } from '../storage/document-ids.ts';
import type { CrawlDocument } from '../storage/documents.ts';
import type { Store } from '../storage/store.ts';
import type { Messages } from './channels.ts';
import type { Recorded, RecordedCrawl, RecordedListing, RecordedLook } from './recorded.ts';

/** Reads what is on record now: the database of the run, of listings only when they are asked for, and the messages that arrived. */
export async function readRecord(store: Store, messages: Messages, withListings: boolean): Promise<Recorded> {
  const [changes, alerts, recommendations, crawls, listings, looks] = await Promise.all([
    store.changes.find({}, { sort: { at: 1, _id: 1 } }), store.alerts.find({}, { sort: { at: 1, _id: 1 } }), store.recommendations.find({}, { sort: { createdAt: 1 } }),
    store.crawls.find({ stage: 'done', lookOf: { $exists: false } }, { sort: { startedAt: 1 } }), withListings ? readListings(store) : [], readLooks(store),
  ]);
  return {
    changes: changes.map(fromDocument), alerts: alerts.map(fromDocument), recommendations: recommendations.map(fromDocument),
    crawls: crawls.map(recordedCrawl), listings, looks, messages,
  };
}

function recordedCrawl(crawl: CrawlDocument): RecordedCrawl {
  return { id: crawl._id, targetId: crawl.targetId, verdict: crawl.verdict ?? 'blocked', outcomes: crawl.tally.outcomes, listings: crawl.tally.listings };
}

async function readListings(store: Store): Promise<readonly RecordedListing[]> {
  const listings = await store.listings.find({});
  const versions = new Map((await store.versions.getAll(listings.map((listing) => brand<Id<'version'>>(listing.currentVersionId)))).map((version) => [version._id, version.content]));
  return listings.flatMap((listing) => {
    const content = versions.get(listing.currentVersionId);
    return content?.kind === 'listing' ? [{ url: listing.url, fields: content.fields }] : [];
  });
}

async function readLooks(store: Store): Promise<readonly RecordedLook[]> {
  const targets = await store.targets.find({});
  return targets.flatMap(({ _id, looks }) => (looks ?? []).map(({ at, real }) => ({ id: `${_id} ${at.toISOString()}`, targetId: _id, real })));
}
