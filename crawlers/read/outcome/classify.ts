import type { PageText } from '../bytes/page.ts';
import { EMPTY } from '../list/words.ts';
import { DIGIT, MONEY_TEXT } from '../markup/words.ts';
import type { ReadHints } from '../port.ts';
import { isDataAnswer, jsonWall, START, unreadable } from './answer.ts';
import type { NotData } from './not-data.ts';
import { byUrl } from './redirect.ts';
import { hasProductData, headingsOf, namesOf, productNames, type Signs, signsOf } from './signs.ts';
import { byStatus } from './status.ts';
import { GONE, messageIn, NO_SCRIPT, NOT_FOUND, quote, wallOf } from './walls.ts';

/** A page with less visible text than this may say anywhere that its product is gone. */
const SHORT_PAGE = 3_000;
/** … that it does not exist. */
const TINY_PAGE = 600;
/** On a page that sells, hardly anything stands behind the words: `Page not found poster` is an article. */
const BEHIND = 2;
/** Pages without text and state below this size never were the page. */
const SHELL_BYTES = 1_500;

/**
 * Decides before any reading whether an answer is data: by status, by where a redirect led, by markers and wording of
 * walls, missing pages and delisted products, by emptiness. Undefined: nothing speaks against reading it. Wording only
 * counts in the title and first heading, or on a short page, and only when the page carries no product data, because
 * product pages mention captchas, sign-ins and 404s too.
 */
export function classify(text: PageText, hints: ReadHints): NotData | undefined {
  return byStatus(text, hints) ?? byUrl(hints) ?? byContent(text, hints);
}

function byContent(text: PageText, hints: ReadHints): NotData | undefined {
  if (text.marks.trim() === '') return { outcome: 'shell', detail: 'the answer is empty' };
  const start = text.cut(0, START);
  const strange = unreadable(start, hints);
  if (strange) return strange;
  if (isDataAnswer(start, hints)) return jsonWall(text.whole);
  const hasProduct = hasProductData(text.marks);
  if (hints.role !== 'page' && hasProduct) return missingBeside(text, hints);
  const signs = signsOf(text, hasProduct);
  return wallOf(text.whole, signs, hints.role) ?? missing(text, signs, hints) ?? emptyShell(text.whole, signs, hints);
}

/** Soft 404s and delisted products, on a page that carries no data of a product. */
function missing(text: PageText, signs: Signs, hints: ReadHints): NotData | undefined {
  if (hints.role !== 'page') {
    const gone = signs.sells ? messageIn(GONE, signs.heading) : quote(GONE, signs, signs.visibleLength < SHORT_PAGE);
    if (gone !== undefined) return delisted(gone);
  }
  const anywhere = signs.visibleLength < TINY_PAGE;
  const said = signs.sells ? messageIn(NOT_FOUND, signs.title, BEHIND) ?? messageIn(NOT_FOUND, signs.heading, BEHIND) : quote(NOT_FOUND, signs, anywhere) ?? inHeadings(text);
  return said === undefined || isEmptyList(said, hints) ? undefined : absent(said);
}

/** Titles that only name the shop, while a later heading says it. */
function inHeadings(text: PageText): string | undefined {
  for (const heading of headingsOf(text, 4)) {
    const said = messageIn(NOT_FOUND, heading);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** Words for a page that is not there; those of a search speak of articles. */
export const OF_PAGE = /404|page|seite|página|pagina|stron[ay]|страниц|ページ|页面|頁面|网页|網頁/iu;

/** A search that found nothing says so in the words of a missing page: that is an answer, not an absence. */
function isEmptyList(said: string, { role }: ReadHints): boolean {
  const found = (role === 'search' || role === 'catalogue') && !OF_PAGE.test(said) ? EMPTY.exec(said)?.[0] : undefined;
  return found !== undefined && found.length * 2 >= said.length;
}

/**
 * A page with product data can still say in its title or heading that the product is gone, and show others. Not when the words are
 * the product's own name, as its data have it; and a long page says "removed" of another one.
 */
function missingBeside(text: PageText, hints: ReadHints): NotData | undefined {
  const { title, heading } = namesOf(text);
  const gone = GONE.exec(heading)?.[0] ?? messageIn(GONE, title);
  const said = messageIn(NOT_FOUND, title, BEHIND) ?? messageIn(NOT_FOUND, heading, BEHIND);
  if (gone === undefined && said === undefined) return undefined;
  const names = productNames(text.whole);
  if (gone !== undefined && !GONE.test(names) && (messageIn(GONE, heading) !== undefined || signsOf(text, true).visibleLength <= SHORT_PAGE)) return delisted(gone);
  return said === undefined || NOT_FOUND.test(names) || names.includes(said) || isEmptyList(said, hints) ? undefined : absent(said);
}

function delisted(said: string): NotData {
  return { outcome: 'gone', detail: `the page says that it is delisted ("${said.slice(0, 60)}")` };
}

function absent(said: string): NotData {
  return { outcome: 'not_found', detail: `the page says that it does not exist ("${said}")` };
}

/** Scripts that never ran: nearly no visible text, no product, an empty mounting point or hardly any bytes, or words that ask for scripts. */
function emptyShell(text: string, signs: Signs, { role }: ReadHints): NotData | undefined {
  if (!signs.isHtml || signs.visibleLength >= 200 || signs.sells) return undefined;
  const mount = /<div[^<>]{0,200}\bid\s*=\s*["']?(?:root|app|__next|__nuxt|main|container|react-root|q-app)["']?[^<>]{0,200}>\s*(?:<\/div>|<!--|<noscript|<div[^<>]{0,200}>\s*<\/div>)/i.test(text.slice(0, 400_000));
  const tiny = text.length < SHELL_BYTES && role !== 'page' && signs.visibleLength < 80 && signs.heading === '' && !(DIGIT.test(signs.visible) && MONEY_TEXT.test(signs.visible));
  const waits = NO_SCRIPT.test(signs.visible) && /<script/i.test(text);
  return mount && signs.heading === '' || tiny || waits || signs.visibleLength === 0 ? { outcome: 'shell', detail: 'the page has no content before its scripts run; a browser may be needed (mode: browser)' } : undefined;
}
