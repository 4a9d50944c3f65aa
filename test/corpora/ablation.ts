/*
 * Real pages without the data that most of them carry. Pages never seen are worse than those at hand; taking away what was easy shows
 * how well the rest is read. All of it on bytes as Latin-1, so that no encoding is lost.
 */

const JSON_LD = /<script\b[^>]{0,500}ld\+json[^>]{0,500}>[\s\S]*?<\/script/gi;
const SCRIPT = /<script\b[\s\S]*?<\/script\s*>/gi;
const ITEM_ATTRIBUTE = /\s(?:itemprop|itemscope|itemtype|itemid|itemref|typeof|property|vocab)(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?(?=[\s/>])/gi;
const META = /<meta\b[^>]*>/gi;

/** How much of a page's data is left. */
export const ABLATIONS = {
  'as they are': (body: Buffer): Buffer => body,
  'without JSON-LD': (body: Buffer): Buffer => onLatin1(body, (html) => html.replaceAll(JSON_LD, '<script></script')),
  'without any data': (body: Buffer): Buffer => onLatin1(body, (html) => html.replaceAll(SCRIPT, '').replaceAll(ITEM_ATTRIBUTE, '').replaceAll(META, (tag) => (/charset/i.test(tag) ? tag : ''))),
} as const;
export type Ablation = keyof typeof ABLATIONS;

function onLatin1(body: Buffer, change: (html: string) => string): Buffer {
  return Buffer.from(change(body.toString('latin1')), 'latin1');
}
