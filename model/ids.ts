import { hash } from 'node:crypto';

/** A string that stands for one kind of thing only, so that two kinds cannot be swapped. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

/** Name of a source in the configuration, e.g. `acme-us`. */
export type SourceId = Id<'source'>;
/** Name of a target in the configuration, unique over all sources. */
export type TargetId = Id<'target'>;
export type ListingId = Id<'listing'>;
/** What a version is about: a listing, a search result list, or a watched page. */
export type SubjectId = Id<'subject'>;
export type VersionId = Id<'version'>;
export type CrawlId = Id<'crawl'>;
export type BatchId = Id<'batch'>;
export type ChangeId = Id<'change'>;
/** Name of a rule in the configuration. */
export type RuleId = Id<'rule'>;
/** Name of a channel in the configuration. */
export type ChannelId = Id<'channel'>;
export type EpisodeId = Id<'episode'>;
export type AlertId = Id<'alert'>;
export type DeliveryId = Id<'delivery'>;
/** The operator's own article number. */
export type Sku = Id<'sku'>;
export type RecommendationId = Id<'recommendation'>;
export type ReviewId = Id<'review'>;
export type MatchId = Id<'match'>;
/** SHA-256 (hex) of an archived raw answer. */
export type BlobHash = Id<'blob'>;

const PREFIX = {
  listing: 'lst', subject: 'sub', version: 'ver', crawl: 'crl', batch: 'bat', change: 'chg',
  episode: 'epi', alert: 'alr', delivery: 'dlv', recommendation: 'rec', review: 'rvw', match: 'mat',
} as const;

/** Kinds whose ids are computed from facts. */
export type FactKind = keyof typeof PREFIX;

/**
 * The id of a fact: the same parts give the same id, on every machine and in every run, so that writing
 * twice is writing once. 96 bits of SHA-256 behind a three-letter prefix: no ':' and never digits alone,
 * because BullMQ refuses both as job ids. Parts are joined by a unit separator, which no part may contain unescaped.
 */
export function factId<Kind extends FactKind>(kind: Kind, ...parts: readonly (string | number)[]): Id<Kind> {
  const text = parts.map((part) => String(part).replaceAll('\u001f', '\u001f\u001f')).join('\u001f|');
  return brand<Id<Kind>>(`${PREFIX[kind]}_${hash('sha256', text).slice(0, 24)}`);
}

/** Sixteen hex digits that change with the text. */
export function fingerprint(text: string): string {
  return hash('sha256', text).slice(0, 16);
}

/**
 * Gives a string the type of an id. Only for the edges (configuration, database, command line) where the
 * string is known to be one; everywhere else ids are passed along or come from {@link factId}.
 */
export function brand<T extends Id<string>>(text: string): T {
  return text as T;
}

/** The id of a listing: the source and the platform's own product id (always text, never a number). */
export function listingId(source: SourceId, productId: string): ListingId {
  return factId('listing', source, productId);
}

/** What changes of a listing are about: a listing is a subject under the same id. */
export function listingSubject(listing: ListingId): SubjectId {
  return brand<SubjectId>(listing);
}

/** What versions of a listing are about: the listing as one target shows it (docs/adr/0009). */
export function viewSubject(listing: ListingId, target: TargetId): SubjectId {
  return factId('subject', listing, target);
}

/** What is about a source as a whole: that its pages can no longer be read, that it blocks us. */
export function sourceSubject(source: SourceId): SubjectId {
  return factId('subject', 'source', source);
}

/** The subject of a target that is itself versioned: a search's ranking or a page's text. */
export function targetSubject(target: TargetId): SubjectId {
  return factId('subject', target);
}
