import { stripVTControlCharacters, styleText } from 'node:util';
import type { GlobalOptions, Io } from './io.ts';

/** Prints the result of a verb: the data as JSON with --json, else the text for people. */
export function print(io: Io, options: Pick<GlobalOptions, 'json'>, data: unknown, text: () => string): void {
  io.stdout(options.json ? `${JSON.stringify(data, null, 2)}\n` : endLine(text()));
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** How a text is painted. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Colours on a terminal, unless NO_COLOR says otherwise (no-color.org); nothing elsewhere. */
export function paint(io: Pick<Io, 'isTty' | 'env'>, style: Style, text: string): string {
  return io.isTty && !io.env['NO_COLOR'] ? styleText(style, text, { validateStream: false }) : text;
}

/** Columns that a text takes on a terminal: wide East Asian characters and emoji take two, combining ones none. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of CHARACTERS.segment(stripVTControlCharacters(text))) {
    if (/^\p{Mark}+$|^[\p{Cc}\p{Cf}]+$/u.test(segment)) continue;
    width += WIDE.test(segment) ? 2 : 1;
  }
  return width;
}
const CHARACTERS = new Intl.Segmenter();
const WIDE = /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^\p{Emoji_Presentation}|^[\u{20000}-\u{3fffd}]/u;

/** Rows in columns under headings. Text that comes from pages must have gone through {@link oneLine}. */
export function table(io: Io, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const clean = rows.map((row) => headings.map((_, column) => row[column] ?? ''));
  const widths = headings.map((heading, column) => Math.max(widthOf(heading), ...clean.map((row) => widthOf(row[column] ?? ''))));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))).join('  ').trimEnd();
  return [paint(io, 'bold', line(headings)), ...clean.map(line)].join('\n');
}

/** The text on one line without control characters, cut to `max` columns. */
export function oneLine(text: string, max = 100): string {
  const flat = text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  if (widthOf(flat) <= max) return flat;
  let cut = '';
  for (const { segment } of CHARACTERS.segment(flat)) {
    if (widthOf(cut + segment) > max - 1) break;
    cut += segment;
  }
  return `${cut}…`;
}

/** The text in lines of at most `width` columns, broken at spaces, or marks of addresses and paths, where there are any; what is over `most` lines is cut with an ellipsis. */
export function wrapped(text: string, width: number, most = 3): readonly string[] {
  const lines: string[] = [];
  let rest = oneLine(text, width * most);
  while (rest !== '' && lines.length < most) {
    if (lines.length === most - 1 || widthOf(rest) <= width) {
      lines.push(oneLine(rest, width));
      break;
    }
    const piece = oneLine(rest, width + 1).slice(0, -1);
    const space = rest[piece.length] === ' ' ? piece.length : piece.lastIndexOf(' ');
    const cut = space > piece.length / 3 ? space : breakIn(piece);
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return lines.length === 0 ? [''] : lines;
}

/** Where a piece without spaces (an address, a path) is best broken: behind a mark in its second half, else at its end. */
function breakIn(piece: string): number {
  const mark = Math.max(...Array.from('./?&_-,=', (one) => piece.lastIndexOf(one))) + 1;
  return mark > piece.length / 2 ? mark : piece.length;
}

/** The text filled up with spaces to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(stripVTControlCharacters(text))));
}

const BARS = '▁▂▃▄▅▆▇█';

/** The numbers as a line of bars, the lowest the smallest; a gap (undefined) is a blank. At most `max` bars: the newest. */
export function sparkline(values: readonly (number | undefined)[], max = 80): string {
  const shown = values.slice(-max);
  const known = shown.filter((value) => value !== undefined);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  return shown.map((value) => (value === undefined ? ' ' : BARS[span === 0 ? 3 : Math.round(((value - low) / span) * (BARS.length - 1))])).join('');
}

/** A time as people of the zone write it, to the minute: `2026-03-29 08:05 +02:00`. */
export function localTime(at: Date, timeZone: string): string {
  const part = clockOf(timeZone).formatToParts(at);
  const of = (type: string): string => part.find((one) => one.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')} ${of('timeZoneName').replace('GMT', '') || '+00:00'}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than using it a hundred times. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'longOffset' });
  clocks.set(timeZone, clock);
  return clock;
}

/** A number of things: "1 listing", "3 listings". For words that form their plural with s. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** A number of bytes for a person: kB below one MB, else MB. */
export function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
