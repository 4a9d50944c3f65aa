import type { PageText } from '../bytes/page.ts';
import { plainText } from './entities.ts';
import { tagsOf } from './tags.ts';

/** What stands in the page's head: cheap to read and much trusted. */
export interface Head {
  readonly title: string;
  /** Language of the page as `<html lang>` says it, lower case. */
  readonly language: string;
  readonly canonical?: string;
  readonly base?: string;
  readonly generator: string;
  /** Meta tags by name or property in lower case; of several the first. `images` are all og:image. */
  readonly meta: ReadonlyMap<string, string>;
  readonly images: readonly string[];
}

const HEAD_TAGS = /<(?:meta|link|html|base)\b/gi;

/** Reads meta tags, title, canonical link and language by looking for their tags alone. */
export function readHead(text: PageText): Head {
  const meta = new Map<string, string>();
  const images: string[] = [];
  let language = '';
  let canonical: string | undefined;
  let base: string | undefined;
  for (const { name, attributes } of tagsOf(text, HEAD_TAGS, headEnd(text.marks))) {
    if (name === 'html') language ||= (attributes['lang'] ?? attributes['xml:lang'] ?? '').toLowerCase();
    else if (name === 'base') base ??= attributes['href'];
    else if (name === 'link') {
      if (canonical === undefined && attributes['rel']?.toLowerCase() === 'canonical') canonical = attributes['href'];
    } else {
      const content = attributes['content'];
      if (content === undefined) continue;
      for (const key of [attributes['property'], attributes['name']]) {
        const lower = key?.toLowerCase();
        if (lower === undefined) continue;
        if (lower === 'og:image' && images.length < 30) images.push(content);
        if (!meta.has(lower)) meta.set(lower, content);
      }
    }
  }
  return {
    title: titleOf(text), language, meta, images, generator: meta.get('generator') ?? '',
    ...(canonical ? { canonical } : {}), ...(base ? { base } : {}),
  };
}

/** Where the page's head ends, or the page where it has none; both marks must be passed, because scripts in the head may write one of them. */
function headEnd(html: string): number {
  const [end, body] = [html.indexOf('</head>'), html.indexOf('<body')];
  return end < 0 || body < 0 ? html.length : Math.max(end, body);
}

function titleOf(page: PageText): string {
  const open = /<title\b[^>]{0,500}>/i.exec(page.marks);
  if (!open) return '';
  const from = open.index + open[0].length;
  const text = page.cut(from, from + 2_000);
  const end = text.search(/<\/title/i);
  return plainText(end === -1 ? text.slice(0, 200) : text.slice(0, end), 1_000);
}
