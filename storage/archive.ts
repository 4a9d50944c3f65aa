import { brand, type BlobHash } from '../model/ids.ts';
import { ArchiveDamagedError } from './errors.ts';
import { hashOf, pack, unpack } from './packing.ts';
import { AT_ONCE, chunks, grouped } from './parts.ts';
import type { ArchiveDocument } from './documents.ts';
import type { Store } from './store.ts';

/** Larger ones are not kept: MongoDB's own limit is 16 MB a document. */
const MOST_STORED = 12_000_000;
/** Bytes of one write: 48 MB is the most a server takes. */
const WRITE_BYTES = 8_000_000;

/** A raw answer to be kept. */
export interface RawAnswer {
  /** Of the body, when it was computed already. */
  readonly hash?: BlobHash;
  readonly body: Uint8Array;
  /** The body as {@link pack} makes it, when that was done already. */
  readonly packed?: Uint8Array;
  readonly url: string;
  readonly contentType: string;
  readonly at: Date;
  /** When the same body was fetched before, as far as is known. */
  readonly seenBefore?: Date;
}

/** A raw answer as it was kept. */
export interface Archived extends RawAnswer {
  readonly hash: BlobHash;
  readonly lastAt: Date;
}

/** `lastAt` is moved at most once in this time: retention counts days, and most answers are seen again many times a day. */
const STEP_MS = 6 * 3_600_000;

/**
 * Archives raw answers, each body once. Bodies that are known only move `lastAt`, at most every six hours. Returns the hash of each answer at its
 * place; undefined where even the compressed body is larger than 12 MB and was not kept.
 */
export async function archivePages(store: Store, answers: readonly RawAnswer[]): Promise<(BlobHash | undefined)[]> {
  const hashed = answers.map((answer) => ({ hash: answer.hash ?? hashOf(answer.body), answer }));
  const lost = await touch(store, hashed.filter(({ answer: { at, seenBefore } }) => seenBefore !== undefined && stepOf(at) !== stepOf(seenBefore)));
  const fresh = new Map(hashed.filter(({ hash, answer }) => answer.seenBefore === undefined || lost.has(hash)).map(({ hash, answer }) => [hash, answer]));
  const { tooLarge, known } = await insertFresh(store, fresh);
  await touch(store, hashed.filter(({ hash }) => known.has(hash)));
  return hashed.map(({ hash }) => (tooLarge.has(hash) ? undefined : hash));
}

/** Hashes of kept answers that begin with these digits, at most `limit`. */
export async function hashesBeginning(store: Store, digits: string, limit: number): Promise<BlobHash[]> {
  // "g" is the first letter that no digit of a hash is.
  const range = { $gte: brand<BlobHash>(digits), $lt: brand<BlobHash>(`${digits}g`) };
  return (await store.archive.find({ _id: range }, { limit, without: ['bytes'] })).map(({ _id }) => _id);
}

function stepOf(at: Date): number {
  return Math.floor(at.getTime() / STEP_MS);
}

/** In one write: answers given together count as seen when the first of them was. Returns the hashes that are not kept. */
async function touch(store: Store, seenAgain: readonly { readonly hash: BlobHash; readonly answer: RawAnswer }[]): Promise<ReadonlySet<BlobHash>> {
  const hashes = [...new Set(seenAgain.map(({ hash }) => hash))];
  const at = new Date(Math.min(...seenAgain.map(({ answer }) => answer.at.getTime())));
  const lost = new Set<BlobHash>();
  for (const part of chunks(hashes, AT_ONCE)) {
    const kept = new Set((await store.archive.getAll(part, { without: ['bytes'] })).map((document) => document._id));
    for (const hash of part) if (!kept.has(hash)) lost.add(hash);
    await store.archive.updateMany({ _id: { $in: [...kept] } }, { $max: { lastAt: at } });
  }
  return lost;
}

/** Compresses and inserts; returns the hashes that were too large, and those that were there already. */
async function insertFresh(store: Store, fresh: ReadonlyMap<BlobHash, RawAnswer>): Promise<{ readonly tooLarge: ReadonlySet<BlobHash>; readonly known: ReadonlySet<BlobHash> }> {
  const documents = await Promise.all([...fresh].map(([hash, answer]) => documentOf(hash, answer)));
  const tooLarge = new Set(documents.filter((document) => document.storedSize > MOST_STORED).map((document) => document._id));
  const known = new Set<BlobHash>();
  for (const part of partsOf(documents.filter((document) => !tooLarge.has(document._id)))) {
    for (const index of await store.archive.insertAll(part)) for (const { _id } of part.slice(index, index + 1)) known.add(_id);
  }
  return { tooLarge, known };
}

/** In parts of one write each. */
function partsOf(documents: readonly ArchiveDocument[]): readonly (readonly ArchiveDocument[])[] {
  let bytes = 0;
  return grouped(documents, ({ storedSize }) => String(Math.floor((bytes += storedSize) / WRITE_BYTES)));
}

async function documentOf(hash: BlobHash, answer: RawAnswer): Promise<ArchiveDocument> {
  const bytes = answer.packed ?? await pack(answer.body);
  return { _id: hash, bytes, size: answer.body.byteLength, storedSize: bytes.byteLength, url: answer.url, contentType: answer.contentType, firstAt: answer.at, lastAt: answer.at };
}

/**
 * An archived answer; undefined when it is not, or no longer, kept. Its hash is verified: throws ArchiveDamagedError when the bytes are not
 * those that were archived.
 */
export async function readArchive(store: Store, hash: BlobHash): Promise<Archived | undefined> {
  const document = await store.archive.get(hash);
  if (!document) return undefined;
  const body = await restore(document);
  return { hash, body, url: document.url, contentType: document.contentType, at: document.firstAt, lastAt: document.lastAt };
}

/** Removes an answer, e.g. because it is damaged: else the same answer, fetched again, would count as kept. */
export async function forgetArchived(store: Store, hash: BlobHash): Promise<void> {
  await store.archive.remove({ _id: hash });
}

async function restore(document: ArchiveDocument): Promise<Buffer> {
  const body = await unpack(plainBytes(document.bytes)).catch((cause: unknown) => {
    throw damaged(document, cause);
  });
  if (hashOf(body) !== document._id) throw damaged(document);
  return body;
}

/** The driver hands bytes out as its own Binary class. */
function plainBytes(bytes: Uint8Array | { readonly buffer: Uint8Array; readonly position: number }): Uint8Array {
  return bytes instanceof Uint8Array ? bytes : bytes.buffer.subarray(0, bytes.position);
}

function damaged(document: ArchiveDocument, cause?: unknown): ArchiveDamagedError {
  return new ArchiveDamagedError(`The archived answer of ${document.url} (${document._id}) is damaged in the database and cannot be shown. Check the disk of the MongoDB server.`, { cause });
}

/** Count and bytes of the archive. */
export async function archiveSize(store: Store): Promise<{ readonly answers: number; readonly storedBytes: number; readonly bytes: number }> {
  const [sum] = await store.archive.aggregate<{ answers: number; storedBytes: number; bytes: number }>([{ $group: { _id: null, answers: { $sum: 1 }, storedBytes: { $sum: '$storedSize' }, bytes: { $sum: '$size' } } }]);
  return { answers: sum?.answers ?? 0, storedBytes: sum?.storedBytes ?? 0, bytes: sum?.bytes ?? 0 };
}

/**
 * Removes answers not seen for `days`, then the longest unseen until at most `bytes` are stored. Retention wins over evidence: a
 * version keeps the hash of an answer that has gone, and whoever shows it says so. Returns how many were removed.
 */
export async function pruneArchive(store: Store, limits: { readonly days: number; readonly bytes: number }, now: Date): Promise<number> {
  const before = new Date(now.getTime() - limits.days * 86_400_000);
  let removed = await store.archive.remove({ lastAt: { $lt: before } });
  let excess = (await archiveSize(store)).storedBytes - limits.bytes;
  while (excess > 0) {
    const oldest = await store.archive.find({ lastAt: { $gte: before } }, { sort: { lastAt: 1 }, limit: 1_000, without: ['bytes'] });
    if (oldest.length === 0) break;
    const going: BlobHash[] = [];
    for (const { _id, storedSize } of oldest) {
      if (excess <= 0) break;
      going.push(_id);
      excess -= storedSize;
    }
    for (const part of chunks(going, AT_ONCE)) removed += await store.archive.remove({ _id: { $in: part } });
  }
  return removed;
}
