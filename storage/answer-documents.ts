import type { BlobHash, ListingId, TargetId } from '../model/ids.ts';
import type { PictureHash } from '../model/picture.ts';

/** Collection `pages`: the last answer of each URL, for conditional requests and for targets that share a page. */
export interface PageDocument {
  /** Hash of source, mode and normalised URL. */
  readonly _id: string;
  readonly url: string;
  readonly finalUrl: string;
  readonly status: number;
  /** It was asked for in; another one may get another answer under the same validators. */
  readonly language?: string;
  readonly contentType?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly archive: BlobHash;
  readonly fetchedAt: Date;
  /** The target it was fetched for: another one may use it again. */
  readonly targetId?: TargetId;
  /** The listing that was read from it, when it was one listing's own page. */
  readonly listingId?: ListingId;
  /** Its product id. */
  readonly productId?: string;
}

/** Collection `archive`: raw answers, compressed, under the SHA-256 of their bytes. */
export interface ArchiveDocument {
  readonly _id: BlobHash;
  /** Brotli. */
  readonly bytes: Uint8Array;
  /** Bytes before and after compression. */
  readonly size: number;
  readonly storedSize: number;
  readonly url: string;
  readonly contentType: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Collection `pictures`: what a picture at an address looks like; each address is fetched once. `hash` is null where it gave nothing to compare. */
export interface PictureDocument {
  /** Hash of the address. */
  readonly _id: string;
  readonly hash: PictureHash;
  readonly at: Date;
}
