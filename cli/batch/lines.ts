import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Longest line that is read, in characters: a robots.txt of 500 kB fits many times over. */
const MOST_CHARS = 4_000_000;

/** A line without its end; `tooLong` when it was longer than is read, its text is not kept then. */
export type Line = { readonly text: string } | { readonly tooLong: true };

/**
 * The lines of a stream of UTF-8, one at a time: the stream is not read further than the last line that was asked for needs.
 * A final line without an end counts, what follows the last line end does not; a mark of the byte order at the start is no part of a line.
 */
export async function* linesOf(input: Readable): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let tooLong = false;
  let first = true;
  for await (const piece of input) {
    const decoded: string = typeof piece === 'string' ? piece : decoder.write(Buffer.from(piece));
    const text = first ? decoded.replace(/^\ufeff/, '') : decoded;
    first &&= decoded === '';
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield lineOf(rest + text.slice(start, end), tooLong);
      [rest, tooLong, start] = ['', false, end + 1];
    }
    rest += text.slice(start);
    if (rest.length > MOST_CHARS) [rest, tooLong] = ['', true];
  }
  rest += decoder.end();
  if (rest !== '' || tooLong) yield lineOf(rest, tooLong);
}

function lineOf(text: string, tooLong: boolean): Line {
  if (tooLong || text.length > MOST_CHARS) return { tooLong: true };
  return { text: text.endsWith('\r') ? text.slice(0, -1) : text };
}
