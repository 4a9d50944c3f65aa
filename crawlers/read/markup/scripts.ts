import { readTag } from './tags.ts';

export interface Script {
  readonly type: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly body: string;
}

const MAX_SCRIPTS = 500;

/** The scripts with a body, cut out without a DOM. */
export function cutScripts(html: string): Script[] {
  const scripts: Script[] = [];
  const open = /<script\b/gi;
  const close = /<\/script/gi;
  for (let match = open.exec(html); match && scripts.length < MAX_SCRIPTS; match = open.exec(html)) {
    const tag = readTag(html, match.index);
    if (!tag) continue;
    close.lastIndex = tag.end;
    const end = close.exec(html)?.index ?? html.length;
    open.lastIndex = end;
    if (end - tag.end < 3) continue;
    scripts.push({
      type: (tag.attributes['type'] ?? '').toLowerCase(), id: tag.attributes['id'] ?? '',
      attributes: tag.attributes, body: html.slice(tag.end, end),
    });
  }
  return scripts;
}

/** True for the JSON-LD type with whatever stands behind it (`; charset=utf-8`). */
export function isJsonLd(script: Script): boolean {
  return script.type.includes('ld+json');
}
