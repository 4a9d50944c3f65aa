import { mkdir, open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { Store } from '../storage/store.ts';
import { exportKind } from './export-kind.ts';
import type { ExportFormat, ExportKind } from './kinds.ts';
import { asExportError, codeOf, writeWhole } from './whole-file.ts';

export interface FolderOptions {
  /** Absolute; made when it is not there. */
  readonly folder: string;
  readonly kinds: readonly ExportKind[];
  readonly format: ExportFormat;
  readonly now: Date;
}

export interface ExportedFile {
  readonly kind: ExportKind;
  readonly path: string;
  readonly records: number;
}

/**
 * Writes one file a kind, e.g. `changes.ndjson`, with everything there is, each whole and in one step. Throws ExportError.
 */
export async function exportToFolder(store: Store, options: FolderOptions): Promise<ExportedFile[]> {
  const folder = resolve(options.folder);
  await asExportError(folder, () => mkdir(folder, { recursive: true }));
  const files: ExportedFile[] = [];
  for (const kind of options.kinds) {
    const path = join(folder, `${kind}.${options.format}`);
    files.push({ kind, path, records: await writeWhole(path, (out) => exportAll(store, kind, options, out)) });
  }
  await asExportError(folder, () => syncFolder(folder));
  return files;
}

async function exportAll(store: Store, kind: ExportKind, { format, now }: FolderOptions, out: Writable): Promise<number> {
  const { records } = await exportKind(store, kind, { format, now, settleMs: 0 }, out);
  return records;
}

/** Puts the renames on disk too. Some file systems cannot. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync().catch((error: unknown) => {
      if (!['EINVAL', 'EPERM', 'ENOTSUP'].includes(codeOf(error))) throw error;
    });
  } finally {
    await handle.close();
  }
}
