import type { Config, Source, Target } from '../../config/types.ts';
import type { PageReaders } from '../../crawlers/page-result.ts';
import { brand, listingSubject, targetSubject, viewSubject, type ListingId, type SourceId, type SubjectId, type VersionId } from '../../model/ids.ts';
import { changesOfSubject } from '../../storage/changes.ts';
import type { ListingDocument, VersionDocument } from '../../storage/documents.ts';
import { writeCorrection } from '../../storage/replay.ts';
import type { Store } from '../../storage/store.ts';
import { history } from '../../storage/versions.ts';
import { answersOf } from './answers.ts';
import { changedHistory } from './changes.ts';
import { Findings, type ReplayReport } from './report.ts';
import { reread } from './reread.ts';

/*
 * Replay: the archive is read again with today's reader, and what history would be with it is compared with what it is.
 *   answers.ts  what a version was read from
 *   reread.ts   one version: the archived answer, read again
 *   changes.ts  what other contents mean for the changes between the versions
 *   report.ts   what was found
 */
export interface ReplayOptions {
  readonly from: Date;
  readonly to: Date;
  readonly source?: SourceId;
  /** Writes what is found; else it is only told. */
  readonly apply: boolean;
}

export interface ReplayParts {
  readonly store: Store;
  readonly config: Config;
  readonly readers: PageReaders;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
}

const PAGE = 200;
/** Versions of one subject. */
const MOST_VERSIONS = 10_000;
const MOST_CHANGES = 100_000;

/** Reads again what was read from `from` to `to`. */
export async function replay(parts: ReplayParts, options: ReplayOptions): Promise<ReplayReport> {
  const run = new Replay(parts, options);
  await run.listings();
  await run.pages();
  return run.report();
}

interface Subject {
  readonly subjectId: SubjectId;
  readonly target: Target;
  readonly source: Source;
  readonly listing?: ListingDocument;
}

class Replay {
  readonly #parts: ReplayParts;
  readonly #options: ReplayOptions;
  readonly #found = new Findings();

  constructor(parts: ReplayParts, options: ReplayOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  async listings(): Promise<void> {
    const { store, signal, onProgress } = this.#parts;
    const all = await store.listings.count({});
    let done = 0;
    let after = brand<ListingId>('');
    for (;;) {
      const listings: readonly ListingDocument[] = await store.listings.find({ _id: { $gt: after } }, { sort: { _id: 1 }, limit: PAGE });
      for (const listing of listings) {
        signal.throwIfAborted();
        for (const targetId of listing.targetIds) await this.#subject(targetId, (found) => ({ ...found, subjectId: viewSubject(listing._id, targetId), listing }));
        done += 1;
        onProgress(done, Math.max(all, done));
      }
      after = listings.at(-1)?._id ?? after;
      if (listings.length < PAGE) return;
    }
  }

  async pages(): Promise<void> {
    for (const target of this.#parts.config.targets.values()) {
      if (target.kind === 'page' || target.kind === 'search') await this.#subject(target.id, (found) => ({ ...found, subjectId: targetSubject(target.id) }));
    }
  }

  report(): ReplayReport {
    return this.#found.report(this.#options.apply);
  }

  /** Of a target that is no longer configured nobody knows how it is read. */
  async #subject(targetId: Target['id'], make: (found: Pick<Subject, 'target' | 'source'>) => Subject): Promise<void> {
    const { config } = this.#parts;
    const target = config.targets.get(targetId);
    const source = target && config.sources.get(target.sourceId);
    if (!target || !source || (this.#options.source !== undefined && source.id !== this.#options.source)) return;
    await this.#reread(make({ target, source }));
  }

  async #reread(subject: Subject): Promise<void> {
    const { store, signal } = this.#parts;
    const { from, to } = this.#options;
    const corrected = new Map<VersionId, VersionDocument>();
    for (const version of await history(store, subject.subjectId, from, to, MOST_VERSIONS)) {
      signal.throwIfAborted();
      const next = version.firstSeenAt >= from ? await this.#one(subject, version) : undefined;
      if (next) corrected.set(version._id, next);
    }
    if (corrected.size > 0) await this.#correct(subject, corrected);
  }

  async #one({ target, source }: Subject, version: VersionDocument): Promise<VersionDocument | undefined> {
    const archived = await answersOf(this.#parts.store, version);
    const [first] = archived;
    if (!first) {
      this.#found.count('notArchived');
      return undefined;
    }
    const again = await reread(this.#parts.readers, { version, archived, target, source });
    if (again.result === 'same') this.#found.count('same');
    if (again.result === 'unreadable') this.#found.unreadable(again.why);
    if (again.result !== 'differs') return undefined;
    this.#found.differs(again.fields.map((change) => ({ ...change, url: first.url, at: version.firstSeenAt })));
    return { ...version, content: again.content, contentHash: again.contentHash };
  }

  async #correct({ subjectId, target, listing }: Subject, corrected: ReadonlyMap<VersionId, VersionDocument>): Promise<void> {
    const { store, now } = this.#parts;
    const versions = await history(store, subjectId, new Date(0), now, MOST_VERSIONS);
    const stored = await changesOfSubject(store, listing ? listingSubject(listing._id) : subjectId, MOST_CHANGES);
    const changed = changedHistory({ versions, corrected, stored, ...(listing ? { listing } : { page: { title: target.id, url: target.url }, track: target.track ?? [] }) });
    this.#found.changes(changed);
    if (this.#options.apply) await writeCorrection(store, { subjectId, versions: [...corrected.values()], ...changed, ...(listing ? { listing } : {}) }, now);
  }
}
