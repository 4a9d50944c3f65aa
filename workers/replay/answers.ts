import { readArchive, type Archived } from '../../storage/archive.ts';
import type { VersionDocument } from '../../storage/documents.ts';
import { ArchiveDamagedError } from '../../storage/errors.ts';
import type { Store } from '../../storage/store.ts';

/** The archived answers that a version was read from, all or none. */
export async function answersOf(store: Store, { archive, archives }: VersionDocument): Promise<readonly Archived[]> {
  const found: Archived[] = [];
  for (const hash of archives ?? (archive === undefined ? [] : [archive])) {
    const archived = await readArchive(store, hash).catch(damaged);
    if (!archived) return [];
    found.push(archived);
  }
  return found;
}

/** One answer that is not what its hash says is as good as gone. */
function damaged(error: unknown): undefined {
  if (!(error instanceof ArchiveDamagedError)) throw error;
  return undefined;
}
