import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress, createGunzip, createInflate, createInflateRaw, gunzip, inflate, inflateRaw } from 'node:zlib';
import { Broken, TooLarge } from './errors.ts';

type Decoder = (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const wholeGzip: Decoder = promisify(gunzip);
const asZlib: Decoder = promisify(inflate);
const asRaw: Decoder = promisify(inflateRaw);
/** As browsers do, what a shop's program prints behind the end of the stream (a line break, as a rule) is passed over. */
const asGzip: Decoder = async (body, options) => {
  try {
    return await wholeGzip(body, options);
  } catch (error) {
    const begins = body[0] === 0x1f && body[1] === 0x8b;
    if (!begins || !(error instanceof Error && error.message === 'incorrect header check')) throw error;
    return await asRaw(body.subarray(gzipHeader(body)), options);
  }
};
/** RFC 9110 8.4.1.2 means zlib by "deflate", some servers send the bare stream. */
const asDeflate: Decoder = (body, options) => (((body[0] ?? 0) & 0x0f) === 8 ? asZlib(body, options) : asRaw(body, options));
const asBrotli: Decoder = promisify(brotliDecompress);

const DECODERS: Readonly<Record<string, Decoder>> = { gzip: asGzip, 'x-gzip': asGzip, deflate: asDeflate, br: asBrotli };

/** Bytes of the header of a gzip stream, by its flags for extra bytes, name, comment and checksum (RFC 1952 2.3). */
function gzipHeader(body: Buffer): number {
  const flags = body[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (body[at] ?? 0) + 256 * (body[at + 1] ?? 0);
  for (const named of [8, 16]) if (flags & named) at = body.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
}

/** Content-Encoding we ask for. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';
/** Codings stacked on one answer: more is an attack, not a server. */
const MAX_CODINGS = 3;

/** The codings of an answer, innermost last; undefined when one of them is a compression we did not ask for. Words that are no compression (`identity`, `utf-8`) are passed over. */
export function codingsOf(contentEncoding: string | undefined): readonly string[] | undefined {
  if (contentEncoding === undefined) return [];
  const codings = contentEncoding.toLowerCase().split(',').map((coding) => coding.trim());
  const known = codings.filter((coding) => Object.hasOwn(DECODERS, coding));
  const foreign = codings.some((coding) => /^(?:zstd|x?-?compress|dc[bz]|pack200-gzip|exi|aes128gcm)$/.test(coding));
  return foreign || known.length > MAX_CODINGS ? undefined : known;
}

/** The body without its codings, at most `maxBytes` after each step: a bomb stops there. Rejects with TooLarge, or Broken when the stream is cut or garbled. */
export async function decode(body: Buffer, codings: readonly string[], maxBytes: number): Promise<Buffer> {
  let plain = body;
  for (const coding of codings.toReversed()) {
    const decoder = DECODERS[coding];
    if (!decoder || plain.length === 0) continue;
    try {
      plain = await decoder(plain, { maxOutputLength: maxBytes });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge(`more than ${maxBytes} bytes after decompression`);
      throw new Broken(`the ${coding} body is damaged: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return plain;
}

/** The first `maxBytes` of the body without its codings, as far as they can be had: for error pages and robots.txt, where a damaged end must not hide the beginning. */
export async function decodeStart(body: Buffer, codings: readonly string[], maxBytes: number): Promise<Buffer> {
  let plain = body;
  for (const coding of codings.toReversed()) plain = await startOf(streamFor(coding, plain), plain, maxBytes);
  return plain;
}

function streamFor(coding: string, body: Buffer): Transform {
  if (coding === 'br') return createBrotliDecompress();
  if (coding !== 'deflate') return createGunzip();
  return ((body[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

async function startOf(stream: Transform, body: Buffer, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.end(body);
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) break;
      chunks.push(chunk);
      size += chunk.length;
      if (size >= maxBytes) break;
    }
  } catch {
    // What came before the damage is kept.
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}
