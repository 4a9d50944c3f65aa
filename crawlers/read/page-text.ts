import { type FlatElement, type FlatPage, flatten, upwards } from './list/flat.ts';
import { select as selectElements } from './list/select.ts';

/** Longest text that is kept; a rules page is far shorter. */
const MAX_LINES = 5_000;
const MAX_LINE = 4_000;
const BLOCKS: ReadonlySet<string> = new Set('p div section article main li dt dd h1 h2 h3 h4 h5 h6 td th tr table ul ol dl blockquote pre figcaption address details summary form fieldset body html br hr caption aside header footer nav'.split(' '));
const NEVER: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'form', 'button', 'dialog', 'iframe', 'option', 'label', 'input']);
/** Parts beside the text: menus, banners, consent, sharing, comments. */
const BESIDE = /(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|footer|cookies?|consent|gdpr|onetrust|newsletter|subscribe|share|social|sharing|sidebar|related|recommend\w*|comments?|advert\w*|ads?|banner|popup|modal|overlay|toast|skip-?link|pagination|toc|language-?switch\w*|minicart|search-?(?:form|box|bar))(?:$|[\s_-])/i;
/** Lines that change by themselves: clocks, counters, "updated 3 minutes ago", copyright years, visitors. */
const RESTLESS: readonly RegExp[] = [
  /^(?:©|\(c\)|copyright|版权所有).{0,120}$/iu, /(?:minutes?|hours?|days?|seconds?) ago$|^vor \d+ (?:minuten|stunden|tagen)$|^il y a \d+|^hace \d+|\d+ ?(?:分钟|小时|天|分|時間|日)前$/iu, /^\d[\d.,\s]*(?:views?|visitors?|online|aufrufe|besucher|vues|visitas|visualizzazioni|浏览|人在线|閲覧)/iu,
  /^(?:today|heute|aujourd'hui|hoy|oggi|hoje|今天|本日)?[:,\s]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*(?:am|pm|uhr))?$/iu, /cookies? (?:to|policy|settings|einstellungen)|we use cookies|wir verwenden cookies|nous utilisons des cookies|utilizamos cookies|utilizziamo (?:i )?cookie|używamy plików cookie|wij gebruiken cookies|我们使用cookie/iu,
  /^(?:seite gedruckt|printed|generated|page generated|rendered) (?:am|on|in|at)\b.{0,60}$/iu,
];

/**
 * The text a person reads on a page, one block a line, so that two readings of an unchanged page are equal: without
 * scripts, navigation, footer, forms, cookie notes and lines that change by themselves (clocks, "3 minutes ago", counters).
 * @param select CSS selector (tags, classes, ids, attributes, descendants) of the part to read; the main part of the page without it.
 * Empty when the selector finds nothing.
 */
export function readableText(html: string, select?: string): string {
  const page = flatten(html);
  const roots = select === undefined ? mainParts(page) : outermost(selectElements(page, select));
  const lines: string[] = [];
  for (const root of roots) collect(page, root, select !== undefined, lines);
  return lines.join('\n');
}

/** The element that holds the text: main, article or a content container, else the body without what is beside it. */
function mainParts(page: FlatPage): FlatElement[] {
  const all = page.texts.reduce((sum, run) => sum + run.text.length, 0);
  for (const selector of ['main', '[role=main]', 'article', '#main, #content, #main-content, .main-content, .content']) {
    const found = outermost(selectElements(page, selector)).filter((element) => lengthOf(page, element) > Math.min(200, all / 4));
    if (found.length > 0 && found.reduce((sum, element) => sum + lengthOf(page, element), 0) * 4 > all) return found;
  }
  return [page.elements.find((element) => element.tag === 'body') ?? { index: -1, tag: 'body', attributes: {}, parent: -1, depth: 0, end: page.elements.length, textFrom: 0, textTo: page.texts.length }];
}

function lengthOf(page: FlatPage, element: FlatElement): number {
  let sum = 0;
  for (let i = element.textFrom; i < element.textTo; i += 1) sum += page.texts[i]?.text.length ?? 0;
  return sum;
}

/** Those that stand in no other of them. */
function outermost(elements: readonly FlatElement[]): FlatElement[] {
  let end = -1;
  return elements.filter((element) => {
    if (element.index < end) return false;
    end = element.end;
    return true;
  });
}

/** Adds the lines of a part. What the operator chose is taken whole; of the page, what is beside the text is left out. */
function collect(page: FlatPage, root: FlatElement, chosen: boolean, lines: string[]): void {
  const skipped = new Map<number, boolean>();
  const breaks = new Set(page.elements.slice(Math.max(0, root.index), root.end).filter((element) => element.tag === 'br' || element.tag === 'hr').map((element) => element.textFrom));
  let block = -2;
  let line = '';
  const close = (): void => {
    const text = line.replace(/\s+/g, ' ').trim().slice(0, MAX_LINE);
    if (text !== '' && lines.length < MAX_LINES && !RESTLESS.some((pattern) => pattern.test(text))) lines.push(text);
    line = '';
  };
  for (let i = root.textFrom; i < root.textTo; i += 1) {
    const run = page.texts[i];
    if (!run || isBeside(page, run.element, root, chosen, skipped)) continue;
    const holder = blockOf(page, run.element, root);
    if (holder !== block || breaks.has(i)) close();
    block = holder;
    line += run.text;
  }
  close();
}

function blockOf(page: FlatPage, index: number, root: FlatElement): number {
  for (const element of upwards(page, index)) if (BLOCKS.has(element.tag) || element.index <= root.index) return element.index;
  return root.index;
}

function isBeside(page: FlatPage, index: number, root: FlatElement, chosen: boolean, known: Map<number, boolean>): boolean {
  const cached = known.get(index);
  if (cached !== undefined) return cached;
  let beside = false;
  for (const element of upwards(page, index)) {
    if (element.index <= root.index) break;
    if (isHidden(element) || !chosen && (NEVER.has(element.tag) || besideByName(page, element)) || element.tag === 'time' && !chosen) {
      beside = true;
      break;
    }
  }
  known.set(index, beside);
  return beside;
}

function isHidden({ attributes }: FlatElement): boolean {
  return 'hidden' in attributes || attributes['aria-hidden'] === 'true' || /display:\s*none|visibility:\s*hidden/i.test(attributes['style'] ?? '');
}

/** Named like something beside the text, and no more than half of the page: some themes call the whole page "menu-page". */
function besideByName(page: FlatPage, element: FlatElement): boolean {
  const { attributes } = element;
  return (BESIDE.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`) || /^(?:navigation|banner|contentinfo|complementary|search|dialog|alert)$/.test(attributes['role'] ?? '')) && (element.textTo - element.textFrom) * 2 < page.texts.length;
}
