import type { PageText } from '../bytes/page.ts';
import { tagAt } from './tags.ts';

export interface Script {
  readonly type: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly body: string;
}

const MAX_SCRIPTS = 500;

/** The scripts with a body, cut out without a DOM. */
export function cutScripts(text: PageText): Script[] {
  const html = text.marks;
  const scripts: Script[] = [];
  // Behind the word, because every tag begins with the sign: three times as fast.
  const open = /script(?<=<script)\b/gi;
  const close = /<\/script/gi;
  for (let match = open.exec(html); match && scripts.length < MAX_SCRIPTS; match = open.exec(html)) {
    const tag = tagAt(text, match.index - 1);
    if (!tag) continue;
    close.lastIndex = tag.end;
    const end = close.exec(html)?.index ?? html.length;
    open.lastIndex = end;
    if (end - tag.end < 3) continue;
    const { attributes } = tag;
    scripts.push({ type: (attributes['type'] ?? '').toLowerCase(), id: attributes['id'] ?? '', attributes, body: text.cut(tag.end, end) });
  }
  return scripts;
}

/** True for the JSON-LD type with whatever stands behind it (`; charset=utf-8`). */
export function isJsonLd(script: Script): boolean {
  return script.type.includes('ld+json');
}
