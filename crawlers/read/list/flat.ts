import { Parser } from 'htmlparser2';
import type { FlatElement, FlatPage, TextRun } from './flat-page.ts';
import { mergeRuns, spaceAfterLast } from './runs.ts';

export type { FlatElement, FlatPage, TextRun } from './flat-page.ts';

/** Larger pages are cut; lists stand at the front. */
const MAX_HTML = 6_000_000;
const MAX_ELEMENTS = 200_000;
const MAX_TEXTS = 300_000;
/** Deeper nesting is not followed: no shop nests like that. */
const MAX_DEPTH = 400;
/** A page that opens this many elements without closing them is no page; the parser's own work grows with the square of the depth. */
const HOSTILE_DEPTH = 3_000;
const CHUNK = 65_536;

const SILENT: ReadonlySet<string> = new Set(['style', 'noscript', 'template', 'svg', 'head', 'textarea', 'select']);

const NO_CURRENCY: ReadonlySet<string> = new Set();

/** Parses a page once, streaming. Text in styles, templates and scripts is no text of the page. */
export function flatten(html: string): FlatPage {
  const elements: FlatElement[] = [];
  const texts: TextRun[] = [];
  const scripts: { type: string; id: string; attributes: Record<string, string>; body: string }[] = [];
  const open: number[] = [];
  let silent = 0;
  let script: { type: string; id: string; attributes: Record<string, string>; body: string } | undefined;
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'script') script = { type: (attributes['type'] ?? '').toLowerCase(), id: attributes['id'] ?? '', attributes, body: '' };
      if (SILENT.has(tag)) silent += 1;
      const parent = open[open.length - 1] ?? -1;
      open.push(elements.length < MAX_ELEMENTS && open.length < MAX_DEPTH ? elements.length : parent);
      if (open[open.length - 1] === elements.length) elements.push({ index: elements.length, tag, attributes, parent, depth: open.length, end: elements.length + 1, textFrom: texts.length, textTo: texts.length });
    },
    ontext(text) {
      if (script) script.body += text;
      else if (silent === 0 && !/\S/.test(text)) spaceAfterLast(texts);
      else if (silent === 0 && texts.length < MAX_TEXTS) texts.push({ element: open[open.length - 1] ?? -1, text });
    },
    onclosetag(tag) {
      if (tag === 'script' && script) {
        if (scripts.length < 500) scripts.push(script);
        script = undefined;
      }
      if (SILENT.has(tag)) silent -= 1;
      const element = elements[open.pop() ?? -1];
      if (!element || open[open.length - 1] === element.index) return;
      element.end = elements.length;
      element.textTo = texts.length;
    },
  }, { decodeEntities: true, lowerCaseTags: true });
  const length = Math.min(html.length, MAX_HTML);
  for (let at = 0; at < length && open.length < HOSTILE_DEPTH; at += CHUNK) parser.write(html.slice(at, Math.min(length, at + CHUNK)));
  parser.end();
  return { elements, texts: mergeRuns(texts, elements), scripts, currencies: NO_CURRENCY };
}

/** Cents that stand in an element of their own: 19<sup>99</sup>. */
const CENTS = /fraction|cents?\b|decimal|kopeck|supprice|float/i;

/** The text of a subtree, at most `max` characters, without the runs that are `left`; cents in an element of their own go behind a point. */
export function textOf(page: FlatPage, element: FlatElement, max = 400, left?: (run: TextRun) => boolean): string {
  let out = '';
  let last: TextRun | undefined;
  for (let i = element.textFrom; i < element.textTo && out.length < max; i += 1) {
    const run = page.texts[i];
    if (!run) break;
    const text = run.text.replace(/\s+/g, ' ').trim();
    if (text === '' || left?.(run)) continue;
    if (last) out += isTight(page, last, run) ? '' : joint(out, text, page.elements[run.element]);
    out += text;
    last = run;
  }
  return out.slice(0, max);
}

/** Tags of words that are set off within a text. */
const WITHIN_TEXT: ReadonlySet<string> = new Set(['b', 'em', 'font', 'i', 'mark', 'strong', 'u']);
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Two runs that read as one: words set off within a text, and such as are written without spaces, where none stands between them. */
function isTight(page: FlatPage, last: TextRun, run: TextRun): boolean {
  if (/\s$/.test(last.text) || /^\s/.test(run.text)) return false;
  const [before, here] = [page.elements[last.element], page.elements[run.element]];
  const wide = WIDE.test(last.text.slice(-1)) && WIDE.test(run.text.slice(0, 1));
  const holds = (outer: FlatElement | undefined, inner: FlatElement | undefined): boolean => inner?.parent === outer?.index && (WITHIN_TEXT.has(inner?.tag ?? '') || wide && inner?.tag === 'span');
  if (holds(here, before) || holds(before, here)) return wide || /\p{L}$/u.test(last.text) && /^\p{L}/u.test(run.text);
  return wide && before?.parent === here?.parent && before?.tag === 'span' && here?.tag === 'span';
}

/** What goes between a text and the one behind it: nothing inside a number, a point before cents, else a space. */
function joint(before: string, text: string, holder: FlatElement | undefined): string {
  if (!/[\d.,]$/.test(before) || !/^[\d.,]/.test(text)) return ' ';
  if (/[.,]$/.test(before) ? /^\d/.test(text) : /^[.,](?:\d{1,2})?$/.test(text)) return '';
  return isCents(text, holder) && /\d$/.test(before) ? '.' : ' ';
}

/** Two digits in an element that is set as cents are. */
export function isCents(text: string, holder: FlatElement | undefined): boolean {
  return /^\d{2}$/.test(text) && holder !== undefined && (holder.tag === 'sup' || CENTS.test(holder.attributes['class'] ?? ''));
}

/** The element and its ancestors, the nearest first, at most `max`. */
export function* upwards(page: FlatPage, index: number, max = 400): Generator<FlatElement> {
  let here = page.elements[index];
  for (let i = 0; here && i < max; i += 1) {
    yield here;
    here = page.elements[here.parent];
  }
}
