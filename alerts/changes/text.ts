import { Parser } from 'htmlparser2';

const LONGEST = 200_000;

/** Text with HTML entities decoded, compatibility forms unified (NFKC) and white space run together: what a reader would call the same text is the same string. */
export function normalText(text: string): string {
  return decodeEntities(text.slice(0, LONGEST)).normalize('NFKC').replaceAll(/[\s\u200B-\u200D\u2060\uFEFF]+/gu, ' ').trim();
}

/** Twice, because shops escape text that was escaped already (`&amp;amp;`). */
function decodeEntities(text: string): string {
  return text.includes('&') ? decodeOnce(decodeOnce(text)) : text;
}

function decodeOnce(text: string): string {
  let decoded = '';
  const parser = new Parser({ ontext: (part) => { decoded += part; } }, { decodeEntities: true });
  parser.end(text.replaceAll('<', '&lt;'));
  return decoded;
}

/** At most `length` characters, never half of a surrogate pair; a cut is shown by an ellipsis. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** Both texts cut to `length`, beginning shortly before the place where they first differ. */
export function aroundDifference(from: string, to: string, length: number): { readonly from: string; readonly to: string } {
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same += 1;
  const start = from.length <= length && to.length <= length ? 0 : Math.max(0, same - 80);
  const cut = (text: string): string => shorten(start > 0 ? `…${text.slice(start).replace(/^[\uDC00-\uDFFF]/u, '')}` : text, length);
  return { from: cut(from), to: cut(to) };
}
