import type { Source, Target } from '../config/types.ts';
import type { CrawlRequest } from '../model/crawl.ts';
import { listingId, type BlobHash } from '../model/ids.ts';
import type { ListingRead } from '../model/listing.ts';
import { valueOf } from '../model/reading.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PageDocument } from '../storage/documents.ts';
import { pageKey } from '../storage/pages.ts';
import type { PageResult } from './batch-sink.ts';
import type { RawPage } from './fetch/port.ts';
import { productIdOf } from './platforms/product-id.ts';
import type { PageData, PageRead, ReadHints } from './read/port.ts';
import { shareIn, wordsOf } from './read/schema-org/choose.ts';
import { pathKey } from './read/url.ts';
import type { Readers } from './readers.ts';
import { listingOfItem } from './list-listing.ts';
import { tallyOf } from './tally.ts';

/** What came of a request: a page, however it was got, or none. */
export type Answer =
  | { readonly kind: 'page'; readonly how: 'fetched' | 'not_modified' | 'reused'; readonly page: RawPage; readonly archive?: BlobHash }
  | { readonly kind: 'failed'; readonly outcome: Exclude<Outcome, 'ok'>; readonly detail: string; readonly at: Date };

/** An answer with what it is the answer to. */
export interface Answered {
  /** Place of the request in the batch. */
  readonly index: number;
  readonly request: CrawlRequest;
  readonly answer: Answer;
  readonly target: Target;
  readonly source: Source;
  /** What this URL answered last time. */
  readonly before?: PageDocument;
}

/** What reads pages. */
export type PageReaders = Pick<Readers, 'read' | 'readAndPack'>;

/** A result without its follow-ups, and what was read. */
export interface Outcomes {
  readonly result: Omit<PageResult, 'appended'>;
  readonly read?: PageRead;
  readonly detail: string;
}

/** Reads an answer and gathers what must be kept of it. Only outcome `ok` carries data; walls are archived too, as proof. */
export async function resultOf({ index, request, answer, target, source, before }: Answered, readers: PageReaders): Promise<Outcomes> {
  if (answer.kind === 'failed') {
    return { result: { ...nothing(index, request, answer.outcome, answer.at), tally: tallyOf(request, answer.outcome, [], 0, 'fetched') }, detail: answer.detail };
  }
  const { page, how } = answer;
  const { read: asRead, packed } = await readKept(readers, page, hintsOf(request, page, target, source), answer.archive, before?.archive);
  const read = asAsked(asRead, request, before?.productId);
  const ok = read.outcome === 'ok' ? read : undefined;
  // With `follow` the listings' own pages are read; the short view a list gives of them would only flap against it.
  const listings = ok && !(target.follow && request.role === 'catalogue') ? listingsOf(request, ok).map((listing) => sameAsBefore(listing, request, source, before?.productId)) : [];
  const archive = packed.hash;
  const result = {
    ...nothing(index, request, read.outcome, page.fetchedAt), status: page.status, listings, items: ok?.items ?? [], reviews: ok?.reviews ?? [], empty: ok?.empty ?? false, archive,
    ...(ok?.text === undefined ? {} : { text: ok.text }),
    ...(answer.archive ? {} : { raw: {
      hash: archive, body: page.body, ...(packed.bytes ? { packed: packed.bytes } : {}), url: page.url, contentType: page.headers['content-type'] ?? '', at: page.fetchedAt,
      ...(before?.archive === archive ? { seenBefore: before.fetchedAt } : {}),
    } }),
    ...(how !== 'reused' && ok ? { page: { page: pageDocument(request, page, source, target, archive, request.role === 'listing' ? listings[0] : undefined), ...(before ? { before } : {}) } } : {}),
    tally: { ...tallyOf(request, read.outcome, listings, page.body.length, how), ...(ok?.total === undefined || request.role !== 'catalogue' || (request.page ?? 1) > 1 ? {} : { listed: ok.total }) },
  };
  return { result, read, detail: read.outcome === 'ok' ? '' : read.detail };
}

/** Reads a page; one that is not in the archive is packed for it on the way. */
async function readKept({ read, readAndPack }: PageReaders, { body }: RawPage, hints: ReadHints, kept: BlobHash | undefined, known: BlobHash | undefined): ReturnType<Readers['readAndPack']> {
  return kept === undefined ? readAndPack(body, hints, known) : { read: await read(body, hints), packed: { hash: kept } };
}

function listingsOf(request: CrawlRequest, page: PageData): readonly ListingRead[] {
  return request.role === 'catalogue' && page.listings.length === 0 ? page.items.filter((item) => !item.sponsored).map(listingOfItem) : page.listings;
}

/** Another article that stands under the address of a known one, by its own address and title: nothing in them is of what the known one was called. */
function asAsked(read: PageRead, request: CrawlRequest, knownAs: string | undefined): PageRead {
  const own = read.outcome === 'ok' && request.role === 'listing' && read.listings.length === 1 ? read.listings[0] : undefined;
  const title = own && valueOf(own.fields.title);
  if (!own || title === undefined || knownAs === undefined || own.productId === knownAs || !URL.canParse(own.url)) return read;
  const names = wordsOf(knownAs.slice(knownAs.lastIndexOf('/') + 1)).filter((word) => /\p{L}{3}/u.test(word));
  const address = pathKey(new URL(own.url));
  if (names.length === 0 || address === pathKey(new URL(request.url)) || shareIn(new Set(wordsOf(`${address} ${title}`)), names) > 0) return read;
  return { outcome: 'wrong_item', detail: `this was ${knownAs}; the page now says that it is ${address}, "${title.slice(0, 100)}"` };
}

/**
 * A page that no longer carries the platform's own id falls back to one made of its address. Under an address that is known, it
 * is still the listing it was: a redesign makes no new listing.
 */
function sameAsBefore(listing: ListingRead, request: CrawlRequest, source: Source, knownAs: string | undefined): ListingRead {
  if (knownAs === undefined || request.role !== 'listing' || listing.productId === knownAs) return listing;
  const fromAddress = [listing.url, request.url].some((url) => URL.canParse(url) && productIdOf(new URL(url), source.platform) === listing.productId);
  return fromAddress ? { ...listing, productId: knownAs } : listing;
}

function nothing(index: number, request: CrawlRequest, outcome: Outcome, at: Date): Omit<PageResult, 'appended' | 'tally'> {
  return { index, request, outcome, at, listings: [], items: [], reviews: [], empty: false };
}

function hintsOf(request: CrawlRequest, page: RawPage, target: Target, source: Source): ReadHints {
  const contentType = page.headers['content-type'];
  return {
    url: page.url, requestUrl: request.url, status: page.status, role: request.role, platform: source.platform, fields: source.fields, fetchedAt: page.fetchedAt,
    ...(contentType === undefined ? {} : { contentType }),
    ...(source.currency ? { currency: source.currency } : {}),
    ...(source.language === undefined ? {} : { language: source.language }),
    ...(request.productId === undefined ? {} : { productId: request.productId }),
    ...(target.select === undefined ? {} : { select: target.select }),
  };
}

function pageDocument(request: CrawlRequest, page: RawPage, source: Source, target: Target, archive: BlobHash, listing: ListingRead | undefined): PageDocument {
  const { etag, 'last-modified': lastModified, 'content-type': contentType } = page.headers;
  return {
    _id: pageKey(source.id, source.mode, request.url), url: request.url, finalUrl: page.url, status: page.status, archive, fetchedAt: page.fetchedAt, targetId: target.id,
    ...(source.language === undefined ? {} : { language: source.language }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(listing ? { listingId: listingId(source.id, listing.productId), productId: listing.productId } : {}),
  };
}
