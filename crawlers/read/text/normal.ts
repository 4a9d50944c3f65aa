/** Longest text that is looked at; a price, a count or a label is never longer, and the work stays bounded. */
export const MAX_TEXT = 2_000;

const DIGITS: readonly [RegExp, number][] = [
  [/[\u0660-\u0669]/g, 0x660], [/[\u06f0-\u06f9]/g, 0x6f0], [/[\u0966-\u096f]/g, 0x966], [/[\u09e6-\u09ef]/g, 0x9e6], [/[\u0e50-\u0e59]/g, 0xe50],
];
const OTHER_DIGITS = /[\u066b\u066c\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Text as the grammars here want it: at most {@link MAX_TEXT} characters, full-width and other scripts' digits as ASCII,
 * every kind of space, dash and apostrophe as one, invisible characters gone, raised cents (19⁹⁹) and those behind the sign (19€99) behind a point.
 */
export function normalise(text: string): string {
  let out = text.slice(0, MAX_TEXT).replace(/(\d)([⁰¹²³⁴-⁹]{2})(?![⁰¹²³⁴-⁹])/g, (_, digit: string, raised: string) => `${digit}.${raised.replace(/./g, (c) => String(SUPERSCRIPTS.indexOf(c)))}`);
  out = out.replace(/(\d)€(\d{2})(?![\d.,€])/g, '$1.$2 €').replace(/﷼/g, '\ue000').normalize('NFKC').replace(/\ue000/g, '﷼');
  return asciiDigits(out)
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
    .replace(/[‐‑‒–—―−﹣－]/g, '-').replace(/[’‘ʼʻ´`′]/g, "'").replace(/[〜～]/g, '~').replace(/[“”„]/g, '"')
    .replace(/\s+/g, ' ').trim();
}

/** The text with the digits of Arabic, Persian, Devanagari, Bengali and Thai as ASCII, and the marks between them as point and comma. */
export function asciiDigits(text: string): string {
  if (!OTHER_DIGITS.test(text)) return text;
  let out = text;
  for (const [pattern, zero] of DIGITS) out = out.replace(pattern, (digit) => String(digit.charCodeAt(0) - zero));
  return out.replace(/(\d)٫(?=\d)/g, '$1.').replace(/(\d)[٬،](?=\d)/g, '$1,');
}
