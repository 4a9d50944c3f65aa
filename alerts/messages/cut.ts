/** What a text takes of a limit: characters, bytes, characters after escaping. Adds up over the parts of a text; never less than its length. */
export type Measure = (text: string) => number;

/** Longer ones are hashes, numbers or nonsense: they may be cut between two characters. */
const LONGEST_WORD = 60;
/** Scripts that are written without spaces, where words have to be found. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORDS = new Intl.Segmenter('und', { granularity: 'word' });
const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });
const MARK = '…';

/** UTF-16 units, as JavaScript counts. */
export const inCharacters: Measure = (text) => text.length;

/** Bytes of UTF-8. */
export const inBytes: Measure = (text) => Buffer.byteLength(text);

/** The text, or so many whole words from its beginning that they fit with an ellipsis. An address is kept whole or not at all. */
export function cut(text: string, limit: number, measure: Measure = inCharacters): string {
  if (measure(text) <= limit) return text;
  const room = limit - measure(MARK);
  if (room < 0) return '';
  let kept = '';
  let used = 0;
  for (const piece of piecesOf(text, limit)) {
    used += measure(piece);
    if (used > room) break;
    kept += piece;
  }
  return `${kept.trimEnd()}${MARK}`;
}

/** As many whole lines as fit, then how many are left out (`… +3`). When not even the first fits, it is cut. */
export function cutLines(lines: readonly string[], limit: number, measure: Measure = inCharacters): readonly string[] {
  const sizes = lines.map((line) => measure(`${line}\n`));
  if (sizes.reduce((sum, size) => sum + size, 0) <= limit) return lines;
  const room = limit - measure(leftOut(lines.length)) - 1;
  let used = 0;
  const over = sizes.findIndex((size) => (used += size) > room);
  const kept = over > 0 ? lines.slice(0, over) : lines.slice(0, 1).map((line) => cut(line, room - 1, measure)).filter((line) => line.length > MARK.length);
  const left = lines.length - kept.length;
  return left > 0 ? [...kept, leftOut(left)] : kept;
}

/** Marks that turn the direction of what follows (Unicode UAX 9), by which a name may be made to read as another. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** Half of a character: a page that was cut badly. Some services refuse a message with one. */
const HALF = /\p{Cs}/gu;

/** All that is seen of such a text is nothing: marks of formatting, and letters that are blank. */
const INVISIBLE = /^[\p{Cf}\p{Z}\u034F\u115F\u1160\u2800\u3164\uFFA0]*$/u;

/** A text of a page as a line of a message: no line breaks, control characters, turning marks or runs of blanks; empty when nothing of it can be seen. */
export function asLine(text: string): string {
  const line = text.replaceAll(TURNING, '').replaceAll(HALF, '\uFFFD').replaceAll(/[\p{Cc}\u2028\u2029 ]+/gu, ' ').trim();
  return INVISIBLE.test(line) ? '' : line;
}

/** The longest line of a message, in characters. */
const LONGEST_LINE = 600;

/** What a page says may hold line breaks and control characters; a line of a message holds none, and ends with a whole word. */
export function oneLine(text: string, length: number = LONGEST_LINE): string {
  return cut(asLine(text), length);
}

/** Lines of a page as they are, without what {@link asLine} takes away but for the line breaks and indents. */
export function asLines(text: string): readonly string[] {
  return text.replaceAll(TURNING, '').replaceAll(HALF, '\uFFFD').trimEnd().split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/).map((line) => line.replaceAll(/[^\P{Cc}\t]/gu, ' '));
}

/** How many are not shown, in every language. */
export function leftOut(count: number): string {
  return `${MARK} +${count}`;
}

/** Words and what stands between them, in order; nothing of what a reader takes for one thing is divided. */
function* piecesOf(text: string, limit: number): Generator<string> {
  for (const [run] of text.matchAll(/\s+|\S+/gu)) {
    if (run.includes('://') || (run.length <= LONGEST_WORD && !UNSPACED.test(run))) yield run;
    // What lies farther than the limit is not looked at: no text takes less than its length.
    else yield* wordsOf(run.slice(0, limit + LONGEST_WORD));
  }
}

function* wordsOf(run: string): Generator<string> {
  for (const { segment } of WORDS.segment(run)) {
    if (segment.length <= LONGEST_WORD) yield segment;
    else for (const character of CHARACTERS.segment(segment)) yield character.segment;
  }
}
