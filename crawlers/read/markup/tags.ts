import type { PageText } from '../bytes/page.ts';
import { decodeEntities } from './entities.ts';

/** Longest start tag that is read. */
const MAX_TAG = 20_000;
/** Most tags of one kind that are looked at. */
const MAX_TAGS = 3_000;

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  /** Just behind the '>'. */
  readonly end: number;
}

/** The start tag that begins at `start` ('<'). Undefined when it does not close within the bound. Linear in its length. */
export function readTag(html: string, start: number): Tag | undefined {
  const limit = Math.min(html.length, start + MAX_TAG);
  let i = start + 1;
  while (i < limit && isNameChar(html.charCodeAt(i))) i += 1;
  const name = html.slice(start + 1, i).toLowerCase();
  const attributes: [string, string][] = [];
  while (i < limit) {
    const code = html.charCodeAt(i);
    if (code === 62) return { name, attributes: Object.fromEntries(attributes), start, end: i + 1 };
    if (code <= 32 || code === 47) {
      i += 1;
      continue;
    }
    const from = i;
    while (i < limit && !endsName(html.charCodeAt(i))) i += 1;
    const key = html.slice(from, i).toLowerCase();
    while (i < limit && html.charCodeAt(i) <= 32) i += 1;
    if (html.charCodeAt(i) !== 61) {
      if (i === from) i += 1;
      attributes.push([key, '']);
      continue;
    }
    i += 1;
    while (i < limit && html.charCodeAt(i) <= 32) i += 1;
    const quote = html.charAt(i);
    if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, i + 1);
      if (close === -1 || close > limit) return undefined;
      attributes.push([key, decodeEntities(html.slice(i + 1, close))]);
      i = close + 1;
    } else {
      const begin = i;
      while (i < limit && html.charCodeAt(i) > 32 && html.charCodeAt(i) !== 62) i += 1;
      attributes.push([key, decodeEntities(html.slice(begin, i))]);
    }
  }
  return undefined;
}

function isNameChar(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 58;
}

function endsName(code: number): boolean {
  return code <= 32 || code === 61 || code === 62 || code === 47;
}

/** The same of a page, which is not put together for it. */
export function tagAt(text: PageText, start: number): Tag | undefined {
  const tag = readTag(text.marks, start);
  if (!tag) return undefined;
  const own = text.cut(start, tag.end);
  return own === text.marks.slice(start, tag.end) ? tag : { ...tag, attributes: readTag(own, 0)?.attributes ?? tag.attributes };
}

/** The start tags that `pattern` (global, matching `<name`) finds up to a place, in order. */
export function* tagsOf(text: PageText, pattern: RegExp, to = text.marks.length): Generator<Tag> {
  let count = 0;
  for (const match of text.marks.slice(0, to).matchAll(pattern)) {
    count += 1;
    if (count > MAX_TAGS) return;
    const tag = tagAt(text, match.index);
    if (tag && tag.end <= to) yield tag;
  }
}
