import type { Alert } from '../model/alert.ts';
import type { Recommendation } from '../model/advice.ts';
import type { Change } from '../model/change.ts';
import type { OutcomeCounts, Verdict } from '../model/crawl.ts';
import type { ListingFields } from '../model/listing.ts';
import type { ReplayReport } from '../workers/replay/report.ts';
import { newMessages, type Messages } from './channels.ts';

/** A finished crawl as it is on record; second looks are none. */
export interface RecordedCrawl {
  readonly id: string;
  readonly targetId: string;
  readonly verdict: Verdict;
  readonly outcomes: OutcomeCounts;
  /** Listings that were read. */
  readonly listings: number;
}

/** A listing as it stands: the readings of its newest version. */
export interface RecordedListing {
  readonly url: string;
  readonly fields: ListingFields;
}

/** Everything on record, read from where the program keeps it and from the sinks where it sent it. */
export interface Recorded {
  readonly changes: readonly Change[];
  readonly alerts: readonly Alert[];
  readonly recommendations: readonly Recommendation[];
  readonly crawls: readonly RecordedCrawl[];
  /** Where a scene asks for them. */
  readonly listings: readonly RecordedListing[];
  /** What second looks at suspicious prices found. */
  readonly looks: readonly RecordedLook[];
  readonly messages: Messages;
  /** Where a scene reads the archive again: what came of it. */
  readonly replayed?: ReplayReport['versions'];
}

/** A page that was fetched again because its price was suspicious, and whether the price was real. */
export interface RecordedLook {
  readonly id: string;
  readonly targetId: string;
  readonly real: boolean;
}

/** What is new in `after`: records by their ids, messages by their number. Listings are states and stay whole. */
export function since(before: Recorded, after: Recorded): Recorded {
  return {
    changes: fresh(before.changes, after.changes), alerts: fresh(before.alerts, after.alerts),
    recommendations: fresh(before.recommendations, after.recommendations), crawls: fresh(before.crawls, after.crawls), listings: after.listings,
    looks: fresh(before.looks, after.looks), messages: newMessages(before.messages, after.messages),
  };
}

function fresh<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): readonly T[] {
  const known = new Set(before.map((one) => one.id));
  return after.filter((one) => !known.has(one.id));
}
