import type { BlobHash, CrawlId, ListingId, SourceId, SubjectId, TargetId, VersionId } from '../model/ids.ts';
import type { HeadDocument, VersionContent } from './documents.ts';

/** A subject as it was seen once. */
export interface Sighting {
  readonly subjectId: SubjectId;
  readonly sourceId: SourceId;
  readonly targetId: TargetId;
  readonly listingId?: ListingId;
  readonly crawlId: CrawlId;
  readonly at: Date;
  readonly archive?: BlobHash;
  readonly archives?: readonly BlobHash[];
  readonly content: VersionContent;
  readonly contentHash: string;
  /** The hash that the same content had before its address counted: a head that has it is left as it is. */
  readonly formerHash?: string;
}

/** new: first version. changed: a further version. unchanged: seen again. stale: older than what is known, so nothing was written. */
export type FoldResult = 'new' | 'changed' | 'unchanged' | 'stale';

export interface Folded {
  readonly result: FoldResult;
  readonly versionId: VersionId;
  readonly seq: number;
  /** With stale, where another crawl had seen something else already: by how many milliseconds the sighting came too late to count. */
  readonly late?: number;
}

/** A sighting and its place among those given. */
export interface Step {
  readonly index: number;
  readonly sighting: Sighting;
}

/** What is to be done about a sighting. */
export interface Plan extends Step {
  readonly head: HeadDocument | undefined;
  readonly folded: Folded;
  /** changed: the version that ends. */
  readonly previous?: HeadDocument['previous'];
}

/** Writes what hangs on a version, such as the listing that points to it. May be called again for the same version. */
export type Project = (plans: readonly Plan[]) => Promise<void>;
