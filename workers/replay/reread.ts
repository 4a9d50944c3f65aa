import type { Source, Target } from '../../config/types.ts';
import { renumber } from '../../crawlers/batch-sink.ts';
import { resultOf, type PageReaders } from '../../crawlers/page-result.ts';
import type { RequestRole } from '../../model/crawl.ts';
import type { Archived } from '../../storage/archive.ts';
import { pageHash, listingHashAt, rankingHash, sameField } from '../../storage/content-hash.ts';
import type { VersionContent, VersionDocument } from '../../storage/documents.ts';
import { FIELD_NAMES, type FieldName, type ListingFields, type RankedItem } from '../../model/listing.ts';
import type { Reading } from '../../model/reading.ts';

/** What today's reader makes of the answer that a version was read from. */
export type Reread =
  | { readonly result: 'same' }
  | { readonly result: 'differs'; readonly content: VersionContent; readonly contentHash: string; readonly fields: readonly FieldChange[] }
  /** Today's reader makes nothing of it: what is kept stays. */
  | { readonly result: 'unreadable'; readonly why: string };

export interface FieldChange {
  /** `text` of a watched page, `places` of a search. */
  readonly field: FieldName | 'text' | 'places';
  readonly before: string;
  readonly after: string;
}

/** What is needed to read an answer again. */
export interface RereadInput {
  readonly version: VersionDocument;
  /** Of a ranking over several pages all of them, in order. */
  readonly archived: readonly Archived[];
  readonly target: Target;
  readonly source: Source;
}

/** Which part a page played is not kept with its answer: the likeliest first. */
const ROLES: Readonly<Record<Target['kind'], readonly RequestRole[]>> = {
  product: ['listing'], catalogue: ['listing', 'catalogue'], search: ['search', 'listing'], reviews: ['reviews', 'listing'], page: ['page'],
};

/** Reads the answer again. Reading is the same as in a crawl; nothing is fetched and nothing is written. */
export async function reread(readers: PageReaders, input: RereadInput): Promise<Reread> {
  const { version, target } = input;
  let why = 'the answer no longer gives this listing';
  for (const role of ROLES[target.kind]) {
    const pages = await Promise.all((version.content.kind === 'ranking' ? input.archived : input.archived.slice(0, 1)).map((archived) => answer(readers, input, archived, role)));
    const failed = pages.find(({ result }) => result.outcome !== 'ok');
    const result = pages[0]?.result;
    if (failed ?? !result) why = failed?.detail || failed?.result.outcome || why;
    else if (version.content.kind === 'page' && result.text !== undefined) return text(version.content.text, result.text);
    else if (version.content.kind === 'ranking' && role === 'search') {
      const items = pages.flatMap((page) => page.result.items);
      // Of older rankings over several pages only the first was kept.
      if (version.archives ?? (target.maxPages === 1 || items.length >= version.content.items.length)) return places(version.content, renumber(items), pages.every((page) => page.result.empty));
      why = 'a ranking of several pages, of which only the first was kept';
    } else if (version.content.kind === 'listing') {
      const found = listingIn(version.content, role, result.listings);
      if (found) return fields(version.content, found.fields);
    }
  }
  return { result: 'unreadable', why };
}

function answer(readers: PageReaders, { version, target, source }: RereadInput, archived: Archived, role: RequestRole): ReturnType<typeof resultOf> {
  const { url, body, contentType, hash } = archived;
  const page = { url, status: 200, headers: { 'content-type': contentType }, body: Buffer.from(body), fetchedAt: version.firstSeenAt, via: source.mode === 'browser' ? 'browser' as const : 'http' as const };
  // As a list it is read whole, whether or not the target follows its links.
  const whole: Target = { ...target, follow: false };
  return resultOf({ index: 0, request: { url, role }, answer: { kind: 'page', how: 'reused', page, archive: hash }, target: whole, source }, readers);
}

type Listings = Awaited<ReturnType<typeof resultOf>>['result']['listings'];
type ListingContent = Extract<VersionContent, { kind: 'listing' }>;

/** The listing's own page is about it, also where the platform's id is read differently today. */
function listingIn({ productId }: ListingContent, role: RequestRole, listings: Listings): Listings[number] | undefined {
  return listings.find((listing) => listing.productId === productId) ?? (role === 'listing' && listings.length === 1 ? listings[0] : undefined);
}

function fields(stored: ListingContent, read: ListingFields): Reread {
  const next: ListingFields = { ...stored.fields };
  const changes: FieldChange[] = [];
  for (const name of FIELD_NAMES) {
    const fresh = read[name];
    // A kind of page that does not carry a field says nothing about it.
    if ((fresh.state === 'unknown' && fresh.reason === 'not_read') || sameField(name, stored.fields[name], fresh)) continue;
    Object.assign(next, { [name]: fresh });
    changes.push({ field: name, before: words(stored.fields[name]), after: words(fresh) });
  }
  return changes.length === 0 ? { result: 'same' } : { result: 'differs', content: { ...stored, fields: next }, contentHash: listingHashAt(next, stored.url), fields: changes };
}

function text(before: string, after: string): Reread {
  if (pageHash(before) === pageHash(after)) return { result: 'same' };
  return { result: 'differs', content: { kind: 'page', text: after }, contentHash: pageHash(after), fields: [{ field: 'text', before, after }] };
}

function places(stored: Extract<VersionContent, { kind: 'ranking' }>, items: readonly RankedItem[], empty: boolean): Reread {
  const contentHash = rankingHash(items, empty);
  if (rankingHash(stored.items, stored.empty) === contentHash) return { result: 'same' };
  const written = (all: readonly RankedItem[]): string => all.map(({ sponsored, productId }) => `${sponsored ? '$' : ''}${productId}`).join(' ').slice(0, LONGEST);
  return { result: 'differs', content: { kind: 'ranking', items, empty }, contentHash, fields: [{ field: 'places', before: written(stored.items), after: written(items) }] };
}

/** Longest text of a value in a report. */
const LONGEST = 200;

function words(reading: Reading<unknown>): string {
  if (reading.state !== 'known') return reading.state === 'unknown' ? `unknown (${reading.reason})` : 'absent';
  const value = typeof reading.value === 'string' ? reading.value : JSON.stringify(reading.value);
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
