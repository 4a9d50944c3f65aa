import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CliError, EXIT } from './errors.ts';

/** Largest saved page, as it lies on disk and after decompression. */
const MOST_BYTES = 60_000_000;
/** How far into a page its head is looked for. */
const HEAD = 200_000;
const unzipped = promisify(gunzip);

/** The bytes of a saved page; one packed with gzip is unpacked. What cannot be read becomes a CliError that says `trouble` and why. */
export async function savedPage(path: string, trouble: string): Promise<Buffer> {
  const problem = (why: string): CliError => new CliError(EXIT.usage, `${trouble}: ${why}.`);
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw problem(`it has ${Math.round(size / 1e6)} MB, at most ${MOST_BYTES / 1e6} MB are read`);
    const bytes = await readFile(path);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? await unzipped(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
  } catch (error) {
    throw error instanceof CliError ? error : problem(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'no right to read it';
  if (code === 'ERR_BUFFER_TOO_LARGE') return `unpacked it has more than ${MOST_BYTES / 1e6} MB`;
  return error instanceof Error ? error.message : String(error);
}

/** The address that a page gives as its own (`rel=canonical`, else `og:url`); undefined when it gives none. */
export function ownAddress(page: Buffer): string | undefined {
  const head = page.subarray(0, HEAD).toString('latin1');
  const tags = head.match(/<(?:link|meta)\b[^>]{1,2000}>/gi) ?? [];
  const of = (mark: RegExp, attribute: string): string | undefined => {
    const tag = tags.find((one) => mark.test(one));
    const value = tag && new RegExp(`\\b${attribute}\\s*=\\s*["']?([^"'\\s>]+)`, 'i').exec(tag)?.[1]?.replaceAll('&amp;', '&');
    return value !== undefined && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : undefined;
  };
  return of(/\brel\s*=\s*["']?canonical/i, 'href') ?? of(/\bproperty\s*=\s*["']?og:url/i, 'content');
}
