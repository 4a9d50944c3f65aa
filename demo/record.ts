import { brand, type Id } from '../model/ids.ts';
import { fromDocument } from '../storage/document-ids.ts';
import type { CrawlDocument } from '../storage/documents.ts';
import type { Store } from '../storage/store.ts';
import type { Recorded, RecordedCrawl, RecordedListing } from './recorded.ts';
import type { Mail, MailSink } from './sinks/mail.ts';
import type { SlackMessage, SlackSink } from './sinks/slack.ts';

/** Reads everything that is on record now: the database of the run, and what arrived at the sinks. */
export async function readRecord(store: Store, sinks: { readonly slack: SlackSink; readonly mail: MailSink }): Promise<Recorded> {
  const [changes, alerts, deliveries, recommendations, crawls, listings] = await Promise.all([
    store.changes.find({}, { sort: { at: 1, _id: 1 } }), store.alerts.find({}, { sort: { at: 1, _id: 1 } }), store.deliveries.find({}), store.recommendations.find({}, { sort: { createdAt: 1 } }),
    store.crawls.find({ stage: 'done' }, { sort: { startedAt: 1 } }), readListings(store),
  ]);
  const slack: readonly SlackMessage[] = [...sinks.slack.messages];
  const mails: readonly Mail[] = [...sinks.mail.inbox];
  return {
    changes: changes.map(fromDocument), alerts: alerts.map(fromDocument), deliveries: deliveries.map(fromDocument), recommendations: recommendations.map(fromDocument),
    crawls: crawls.map(recordedCrawl), listings, slack, mails,
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
