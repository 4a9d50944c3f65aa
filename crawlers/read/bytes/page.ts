import { isAscii } from 'node:buffer';

/** With more letters beyond ASCII than this, taking a page apart costs what it saves. */
const MOST_FOREIGN = 1_000;
/** Shorter texts are decoded as a whole: V8 has room for them at hand, in two bytes a character as well. */
const SHORT = 65_000;
/** Longer ones are rare. */
const LONG = 2_000_000;

/**
 * The text of a page. Most of it is looked through for marks and never read, and one dash in it makes V8 keep it in two bytes a character: to
 * make room for that takes longer than to read everything of a page with data. So a page is kept in one byte a character where it can be.
 */
export interface PageText {
  /** The text as it is, put together when it is first asked for. */
  readonly whole: string;
  /** The text with signs in place of the letters beyond Latin-1: patterns of ASCII letters and blanks match in it where they match in the whole. */
  readonly marks: string;
  /** The text as it is, from one place to another. */
  cut(from: number, to: number): string;
  /** The same in one byte a character, which is searched twice as fast, with signs in place of dashes and quotation marks; undefined where more would be lost. */
  latin(from: number, to: number): string | undefined;
}

/** Everything beyond Latin-1 but dashes and quotation marks, which may be lost. */
const FOREIGN = /[\u0100-\u1fff\u20a0-\uffff]/;

/** A text that is there already. */
export function pageText(whole: string): PageText {
  const cut = (from: number, to: number): string => whole.slice(from, to);
  return { whole, marks: whole, cut, latin: (from, to) => (FOREIGN.test(cut(from, to)) ? undefined : Buffer.from(cut(from, to), 'latin1').toString('latin1')) };
}

/** Bytes that are known to be UTF-8. `decode` makes the whole text of them. */
export function utf8Page(bytes: Buffer, decode: (bytes: Buffer) => string): PageText {
  const masked = bytes.length < SHORT || bytes.length > LONG || isAscii(bytes) ? undefined : maskedOf(bytes);
  return masked ? new MaskedPage(masked, () => decode(bytes)) : pageText(decode(bytes));
}

/** Stands for a letter beyond Latin-1: a control character, no part of a word. */
export const MASK = '\u001a';

interface Masked {
  readonly marks: string;
  /** Places of the letters beyond Latin-1 in the text, in order, and their UTF-16 units. */
  readonly places: readonly number[];
  readonly units: readonly number[];
}

class MaskedPage implements PageText {
  readonly marks: string;
  readonly #masked: Masked;
  readonly #decode: () => string;
  #whole: string | undefined;

  constructor(masked: Masked, decode: () => string) {
    this.marks = masked.marks;
    this.#masked = masked;
    this.#decode = decode;
  }

  get whole(): string {
    return this.#whole ??= this.#decode();
  }

  cut(from: number, to: number): string {
    const { marks, places, units } = this.#masked;
    let text = '';
    let at = from;
    for (let i = firstFrom(places, from); i < places.length; i += 1) {
      const place = places[i] ?? 0;
      if (place >= to) break;
      text += marks.slice(at, place) + String.fromCharCode(units[i] ?? 0);
      at = place + 1;
    }
    return at === from ? marks.slice(from, to) : text + marks.slice(at, to);
  }

  latin(from: number, to: number): string | undefined {
    const { marks, places, units } = this.#masked;
    for (let i = firstFrom(places, from); (places[i] ?? to) < to; i += 1) if (isForeign(units[i] ?? 0)) return undefined;
    return marks.slice(from, to);
  }
}

/** As {@link FOREIGN}, of one UTF-16 unit. */
function isForeign(unit: number): boolean {
  return unit < 0x2000 || unit >= 0x20a0;
}

/** Number of the first place that is not before `from`. */
function firstFrom(places: readonly number[], from: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a page is put together; the next one overwrites it. */
let scratch = Buffer.alloc(0);

/** The bytes with one for each UTF-16 unit of the text; undefined when there are too many letters to put in their place. */
function maskedOf(bytes: Buffer): Masked | undefined {
  if (scratch.length < bytes.length) scratch = Buffer.allocUnsafeSlow(bytes.length);
  const out = scratch;
  const [places, units]: [number[], number[]] = [[], []];
  let [from, length] = [0, 0];
  for (let at = nextForeign(bytes, 0), count = 0; at < bytes.length; at = nextForeign(bytes, from), count += 1) {
    if (count === MOST_FOREIGN) return undefined;
    length += bytes.copy(out, length, from, at);
    from = at + lengthOf(bytes[at] ?? 0);
    const letter = bytes.toString('utf8', at, from);
    for (let i = 0; i < letter.length; i += 1) {
      const unit = letter.charCodeAt(i);
      if (unit > 0xff) {
        places.push(length);
        units.push(unit);
      }
      out[length] = unit > 0xff ? signFor(letter) : unit;
      length += 1;
    }
  }
  length += bytes.copy(out, length, from);
  return { marks: out.toString('latin1', 0, length), places, units };
}

/** The byte that stands for a letter beyond Latin-1; blanks and ends of lines stay such. */
function signFor(letter: string): number {
  if (letter === '\u2028' || letter === '\u2029') return 0x0a;
  return /\s/.test(letter) ? 0xa0 : MASK.charCodeAt(0);
}

/** Bytes of the sequence that one begins. */
function lengthOf(lead: number): number {
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

const HIGH_BITS = 0x8080_8080;

/** Place of the next byte beyond ASCII, or the length: four bytes a step. */
function nextForeign(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && ((bytes.byteOffset + at) & 3) !== 0) {
    if ((bytes[at] ?? 0) > 0x7f) return at;
    at += 1;
  }
  // What follows takes whole words, which begin at a multiple of four.
  if (at === bytes.length) return at;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + at, (bytes.length - at) >> 2);
  let word = 0;
  while (word < words.length && ((words[word] ?? 0) & HIGH_BITS) === 0) word += 1;
  at += word * 4;
  while (at < bytes.length && (bytes[at] ?? 0) <= 0x7f) at += 1;
  return at;
}
