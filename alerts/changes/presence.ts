import type { ListingDocument } from '../../storage/documents.ts';
import type { Change, ChangeDetail, ChangeFacts } from '../../model/change.ts';
import type { Verdict } from '../../model/crawl.ts';
import { factId, type CrawlId } from '../../model/ids.ts';
import type { Availability, Price } from '../../model/listing.ts';
import { LEAST_MISSES, MOST_MISSES } from './gaps.ts';

/** The shop's own word that a listing is gone needs one confirmation. */
const OWN_WORD_MISSES = 2;

/**
 * present: it was read. not_listed: its catalogue was read and it was not in it. page_missing: its own page says in words that there
 * is none, with a status that says otherwise. gone: the shop's own word for it (404, 410, delisted).
 */
export type Seen = 'present' | 'not_listed' | 'page_missing' | 'gone';

export interface Presence extends Pick<ListingDocument, 'presence' | 'presenceSince' | 'missed'> {
  /** The crawl that was counted last in `missed`, so that one that runs twice counts once. */
  readonly missedIn?: CrawlId;
  /** Most good crawls in a row that missed it before it was seen again, from three on: such a listing must be missed more often. */
  readonly longestGap?: number;
}

export interface PresenceInput {
  /** How it stood before this crawl; undefined when it was never seen. */
  readonly before?: Presence & Pick<ListingDocument, 'lastSeenAt'>;
  readonly seenNow: Seen;
  readonly verdict: Verdict;
  /** The first crawl of its target that brought listings: everything is new then, and nothing is news. */
  readonly firstCrawl: boolean;
  /** Facts of the listing and the crawl; `at` is when it was seen, or not. */
  readonly facts: Omit<ChangeFacts, 'id'>;
  readonly price?: Price;
  readonly availability?: Availability;
  /** Good crawls in a row that must miss it (gaps.ts); three when left out. */
  readonly misses?: number;
  /** The crawl before this one of the target failed, was partial or could not be read: this one counts, but does not remove yet. */
  readonly afterPoor?: boolean;
}

export interface PresenceResult {
  readonly presence: Presence;
  readonly change?: Change;
}

/**
 * Whether a listing appeared, disappeared or returned. Only good crawls remove (law 2): three in a row, or more where the source's listings use to come
 * back after three, that do not list it or find a page that only says so in words; or two when the shop's own word for it is among them. Presence
 * `missing` = no longer listed, `gone` = its page says so. Write the change before the presence: after a crash in between, the same input gives the
 * same change again.
 */
export function diffPresence(input: PresenceInput): PresenceResult {
  return input.seenNow === 'present' ? seen(input) : unseen(input, input.seenNow);
}

function seen(input: PresenceInput): PresenceResult {
  const { before, facts, price, availability } = input;
  const presence: Presence = { presence: 'present', presenceSince: before?.presence === 'present' ? before.presenceSince : facts.at, missed: 0, ...gapOf(before) };
  if (!before) {
    if (input.firstCrawl) return { presence };
    return { presence, change: changeOf(facts, { kind: 'listing_appeared', ...(price ? { price } : {}), ...(availability ? { availability } : {}) }, '') };
  }
  if (before.presence === 'present') return { presence };
  const detail: ChangeDetail = { kind: 'listing_returned', missingSince: before.presenceSince, ...(price ? { price } : {}) };
  return { presence, change: changeOf(facts, detail, before.presenceSince.toISOString()) };
}

function gapOf(before: PresenceInput['before']): Pick<Presence, 'longestGap'> {
  const longestGap = Math.max(before?.longestGap ?? 0, before?.missed ?? 0);
  return longestGap < LEAST_MISSES ? {} : { longestGap };
}

function unseen({ before, verdict, facts, misses = LEAST_MISSES, afterPoor = false }: PresenceInput, how: Exclude<Seen, 'present'>): PresenceResult {
  if (!before) return { presence: { presence: 'gone', presenceSince: facts.at, missed: 0 } };
  const { lastSeenAt, presence, presenceSince, missed, missedIn, longestGap = 0 } = before;
  const same: Presence = { presence, presenceSince, missed, ...(missedIn === undefined ? {} : { missedIn }), ...(longestGap > 0 ? { longestGap } : {}) };
  if (verdict !== 'good' || missedIn === facts.crawlId) return { presence: same };
  const next: Presence = { ...same, missed: missed + 1, missedIn: facts.crawlId };
  if (presence !== 'present') return { presence: how === 'gone' ? { ...next, presence: 'gone' } : next };
  if (next.missed < (how === 'gone' ? OWN_WORD_MISSES : Math.max(misses, Math.min(longestGap + 1, MOST_MISSES))) || afterPoor) return { presence: next };
  return {
    presence: { ...next, presence: how === 'not_listed' ? 'missing' : 'gone', presenceSince: facts.at },
    change: changeOf(facts, { kind: 'listing_disappeared', lastSeenAt, how: how === 'not_listed' ? 'not_listed' : 'gone' }, lastSeenAt.toISOString()),
  };
}

function changeOf(facts: Omit<ChangeFacts, 'id'>, detail: ChangeDetail, aspect: string): Change {
  return { ...facts, id: factId('change', detail.kind, facts.subjectId, facts.fromVersion ?? '', facts.toVersion ?? '', aspect), detail };
}
