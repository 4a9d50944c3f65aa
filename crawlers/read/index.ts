import { decodeBody } from './bytes/decode.ts';
import { jsonOf, readJsonAnswer } from './json-answer.ts';
import type { PageRead, ReadAnswer, ReadHints } from './port.ts';
import { readListingPage } from './product/listing-page.ts';

/** Largest answer that is read, after decompression. */
const MAX_BYTES = 60_000_000;

/**
 * Reads any answer: bytes to text, its outcome before anything else, then by the role of the request. Never throws: a fault
 * of the reader is the outcome `parse_drift` with its message, because the page may be fine.
 */
export const readAnswer: ReadAnswer = (body, hints) => {
  if (body.byteLength > MAX_BYTES) return { outcome: 'too_large', detail: `${body.byteLength} bytes, at most ${MAX_BYTES} are read` };
  try {
    return readText(decodeBody(body, hints.contentType).text, hints);
  } catch (error) {
    return { outcome: 'parse_drift', detail: `the reader failed on this page: ${error instanceof Error ? error.message : String(error)}` };
  }
};

function readText(text: string, hints: ReadHints): PageRead {
  const json = hints.role === 'page' ? undefined : jsonOf(text, hints.contentType);
  if (json !== undefined) return readJsonAnswer(json, hints);
  return readListingPage(text, hints);
}
