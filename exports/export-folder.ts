import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Store } from '../storage/store.ts';
import { ExportError } from './errors.ts';
import { exportKind } from './export-kind.ts';
import type { ExportFormat, ExportKind } from './kinds.ts';

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
 * Writes one file a kind, e.g. `changes.ndjson`, with everything there is. Each takes the place of the old one in one step, once it is whole and
 * on disk: a reader sees the old or the new one, never half of one. When it fails the old file is still there. Throws ExportError.
 */
export async function exportToFolder(store: Store, options: FolderOptions): Promise<ExportedFile[]> {
  const folder = resolve(options.folder);
  await asExportError(folder, () => mkdir(folder, { recursive: true }));
  const files: ExportedFile[] = [];
  for (const kind of options.kinds) {
    const path = join(folder, `${kind}.${options.format}`);
    files.push({ kind, path, records: await asExportError(path, () => writeWhole(store, kind, path, options)) });
  }
  await asExportError(folder, () => syncFolder(folder));
  return files;
}

async function writeWhole(store: Store, kind: ExportKind, path: string, options: FolderOptions): Promise<number> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  // flush: on disk before it takes the old one's place, else a power cut could leave an empty file.
  const stream = createWriteStream(unfinished, { flush: true });
  const closed = new Promise<void>((done) => stream.once('close', done));
  try {
    const { records } = await exportKind(store, kind, { format: options.format, now: options.now, settleMs: 0 }, stream);
    await finished(stream.end());
    await closed;
    await rename(unfinished, path);
    return records;
  } catch (error) {
    stream.destroy();
    await closed;
    await rm(unfinished, { force: true });
    throw error;
  }
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

/** Errors of files in an operator's words; others as they are. */
async function asExportError<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileError(path, error) ?? error;
  }
}

function fileError(path: string, cause: unknown): ExportError | undefined {
  const code = codeOf(cause);
  const kept = 'What was exported before is unchanged.';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new ExportError(`No room left to write ${path}. ${kept} Free disk space; the next scheduled export tries again.`, { retryable: true, cause });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new ExportError(`Not allowed to write ${path}. ${kept} Check the rights of the folder (exports.folder).`, { retryable: false, cause });
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'EISDIR') return new ExportError(`${path} cannot be written: something else is in its place. ${kept} Choose another exports.folder.`, { retryable: false, cause });
  return undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
