import type { Change } from '../model/change.ts';
import type { SubjectId } from '../model/ids.ts';
import { valueOf } from '../model/reading.ts';
import { toDocument } from './document-ids.ts';
import type { Baseline, ListingDocument, VersionDocument } from './documents.ts';
import type { Store } from './store.ts';

/** What a better reading corrects of one subject's history. */
export interface Correction {
  readonly subjectId: SubjectId;
  /** With their new content and hash. */
  readonly versions: readonly VersionDocument[];
  readonly appear: readonly Change[];
  readonly vanish: readonly Change[];
  readonly altered: readonly Change[];
  readonly listing?: ListingDocument;
  readonly baseline?: Baseline;
}

/**
 * Writes a correction. The changes come first and the versions last: they are what the next replay finds the difference by, so that one that
 * was broken off is done again. Doing it twice changes nothing more. Nobody is told: the crawls of these changes are over.
 */
export async function writeCorrection(store: Store, correction: Correction, now: Date): Promise<void> {
  const { subjectId, versions, appear, vanish, altered, listing, baseline } = correction;
  await store.changes.insertAll(appear.map((change) => ({ ...toDocument(change), recordedAt: now })));
  for (const { id } of vanish) await store.changes.remove({ _id: id });
  for (const { id, detail, title } of altered) await store.changes.update({ _id: id }, { $set: { detail, title, recordedAt: now } });
  if (listing) await correctListing(store, listing, { subjectId, versions, ...(baseline ? { baseline } : {}) }, now);
  for (const { _id, contentHash } of versions) await store.heads.update({ _id: subjectId, versionId: _id }, { $set: { contentHash } });
  for (const { _id, content, contentHash } of versions) await store.versions.update({ _id }, { $set: { content, contentHash, replayedAt: now, recordedAt: now } });
}

/** What later versions are compared with, and what the listing shows of its newest version. */
async function correctListing(store: Store, { _id, currentVersionId, baselines }: ListingDocument, { subjectId, versions, baseline }: Pick<Correction, 'subjectId' | 'versions' | 'baseline'>, now: Date): Promise<void> {
  // A view that never changed has none: it is made of its first version when it is needed.
  if (baseline && baselines?.[subjectId]?.seq === baseline.seq) await store.listings.update({ _id, [`baselines.${subjectId}.seq`]: baseline.seq }, { $set: { [`baselines.${subjectId}`]: baseline } });
  const current = versions.find((version) => version._id === currentVersionId)?.content;
  if (current?.kind !== 'listing') return;
  const [title, gtin, brand, mpn] = [valueOf(current.fields.title), valueOf(current.fields.gtin), valueOf(current.fields.brand), valueOf(current.fields.mpn)];
  const known = { title, 'identity.gtin': gtin, 'identity.brand': brand, 'identity.mpn': mpn };
  const shown = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  await store.listings.update({ _id, currentVersionId }, { $set: { ...shown, recordedAt: now } });
}
