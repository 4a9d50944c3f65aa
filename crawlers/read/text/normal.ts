/** Longest text that is looked at; a price, a count or a label is never longer, and the work stays bounded. */
export const MAX_TEXT = 2_000;

/** The zero of every script that counts with digits of its own; the nine others follow it. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0] as const;
const DIGITS = new RegExp(`[${ZEROS.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')}]`, 'g');
const OTHER_DIGITS = new RegExp(`${DIGITS.source}|[٫٬]`);
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A single raised digit behind anything but a letter (`19,99 €¹`) points to a note; behind one it is a measure (m²). */
const NOTE = /(?<![\p{L}⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹](?![⁰¹²³⁴-⁹])/gu;

/**
 * Text as the grammars here want it: at most {@link MAX_TEXT} characters, full-width and other scripts' digits as ASCII,
 * every kind of space, dash and apostrophe as one, invisible characters gone, raised cents (19⁹⁹) and those behind the sign (19€99) behind a point, marks of footnotes gone.
 */
export function normalise(text: string): string {
  let out = text.slice(0, MAX_TEXT).replace(/(\d)([⁰¹²³⁴-⁹]{2})(?![⁰¹²³⁴-⁹])/g, (_, digit: string, raised: string) => `${digit}.${raised.replace(/./g, (c) => String(SUPERSCRIPTS.indexOf(c)))}`);
  out = out.replace(NOTE, '').replace(/(?<![.,]\d?)(\d)€(\d{2})(?![\d.,€-])/g, '$1.$2 €').replace(/﷼/g, '\ue000').normalize('NFKC').replace(/\ue000/g, '﷼');
  return asciiDigits(out)
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
    .replace(/[‐‑‒–—―−﹣－]/g, '-').replace(/[’‘ʼʻ´`′]/g, "'").replace(/[〜～]/g, '~').replace(/[“”„]/g, '"')
    .replace(/\s+/g, ' ').trim();
}

/** The text with the digits of Arabic, Persian, Devanagari, Thai, Burmese and all the other scripts as ASCII, and the marks between them as point and comma. */
export function asciiDigits(text: string): string {
  if (!OTHER_DIGITS.test(text)) return text;
  return text.replace(DIGITS, digitOf).replace(/(\d)٫(?=\d)/g, '$1.').replace(/(\d)[٬،](?=\d)/g, '$1,');
}

function digitOf(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
}
