import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ExportError } from './errors.ts';

/**
 * Writes a file that takes the old one's place in one step, once it is whole and on disk: a reader sees the old or the new one, never half of one, and
 * when it fails the old one is still there. What is no ordinary file (a device, a pipe) is written to where it is. Throws ExportError for what the file
 * system refuses, else what `write` throws.
 */
export async function writeWhole<T>(path: string, write: (out: Writable) => Promise<T>): Promise<T> {
  return asExportError(path, async () => {
    const there = await stat(path).catch(() => undefined);
    // A folder is no place either, and says so when it is opened.
    return there !== undefined && !there.isFile() ? writeInto(path, write) : replace(path, write);
  });
}

async function writeInto<T>(path: string, write: (out: Writable) => Promise<T>): Promise<T> {
  const stream = createWriteStream(path);
  try {
    const result = await write(stream);
    await finished(stream.end());
    return result;
  } finally {
    stream.destroy();
  }
}

async function replace<T>(path: string, write: (out: Writable) => Promise<T>): Promise<T> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  // flush: on disk before it takes the old one's place, else a power cut could leave an empty file.
  const stream = createWriteStream(unfinished, { flush: true });
  const closed = new Promise<void>((done) => stream.once('close', done));
  try {
    const result = await write(stream);
    await finished(stream.end());
    await closed;
    await rename(unfinished, path);
    return result;
  } catch (error) {
    stream.destroy();
    await closed;
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Errors of files in an operator's words; others as they are. */
export async function asExportError<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileError(path, error) ?? error;
  }
}

function fileError(path: string, cause: unknown): ExportError | undefined {
  const kept = 'What was exported before is unchanged.';
  switch (codeOf(cause)) {
    case 'ENOSPC': case 'EDQUOT': case 'EFBIG':
      return new ExportError(`No room left to write ${path}. ${kept} Free disk space and export again; a scheduled export does so by itself.`, { retryable: true, cause });
    case 'EACCES': case 'EPERM': case 'EROFS':
      return new ExportError(`Not allowed to write ${path}. ${kept} Check the rights of its folder.`, { retryable: false, cause });
    case 'ENOTDIR': case 'EEXIST': case 'EISDIR':
      return new ExportError(`${path} cannot be written: something else is in its place. ${kept} Choose another place.`, { retryable: false, cause });
    case 'ENOENT':
      return new ExportError(`${path} cannot be written: its folder is not there.`, { retryable: false, cause });
    default:
      return undefined;
  }
}

/** The system's name of the error, `''` when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
