import type { Outcome } from '../../../model/outcome.ts';
import type { ReadHints } from '../port.ts';
import { hasProductData, namesOf, type Signs, signsOf } from './signs.ts';
import { CHALLENGE_MARKERS, CHALLENGE_URL, LOGIN_URL, NOT_FOUND_URL, SAYINGS } from './words.ts';

/** Why an answer is no data, in words an operator understands. */
export interface NotData {
  readonly outcome: Exclude<Outcome, 'ok'>;
  readonly detail: string;
}

/** A page with less visible text than this, and no product, holds one message and nothing else. */
const SHORT_PAGE = 1_500;
/** Pages without text and state below this size never were the page. */
const SHELL_BYTES = 1_500;

function table(pick: (row: (typeof SAYINGS)[number]) => readonly string[]): RegExp {
  return new RegExp(SAYINGS.flatMap(pick).map((phrase) => `(?:${phrase})`).join('|'), 'iu');
}
const NOT_FOUND = table((row) => row.notFound);
const GONE = table((row) => row.gone);
const LOGIN = table((row) => row.login);
const CHALLENGE = table((row) => row.challenge);
const RATE_LIMITED = table((row) => row.rateLimited);

/**
 * Decides before any reading whether an answer is data: by status, by where a redirect led, by markers and wording of
 * walls, missing pages and delisted products, by emptiness. Undefined: nothing speaks against reading it. Wording only
 * counts in the title and first heading, or on a short page, and only when the page carries no product data, because
 * product pages mention captchas, sign-ins and 404s too.
 */
export function classify(text: string, hints: ReadHints): NotData | undefined {
  return byStatus(text, hints) ?? byUrl(hints) ?? byContent(text, hints);
}

function byStatus(text: string, { status }: ReadHints): NotData | undefined {
  const said = `the server answered ${status}`;
  if (status >= 200 && status < 300 || status === 304) return undefined;
  if (status === 404) return { outcome: 'not_found', detail: said };
  if (status === 410) return { outcome: 'gone', detail: said };
  if (status === 429) return { outcome: 'rate_limited', detail: said };
  if (status === 401 || status === 403 || status === 405 || status === 451 || status === 503 || status === 202) {
    const wall = wallOf(text, signsOf(text));
    if (wall) return { ...wall, detail: `${said}: ${wall.detail}` };
  }
  if (status === 401 || status === 403 || status === 451 || status === 407) return { outcome: 'blocked', detail: said };
  if (status >= 500) return { outcome: 'server_error', detail: said };
  if (status >= 300 && status < 400) return { outcome: 'too_many_redirects', detail: `${said} and led nowhere` };
  return { outcome: status === 400 || status === 406 ? 'blocked' : 'not_found', detail: said };
}

/** Where a redirect led: to a sign-in, a challenge, an error page, or the home page instead of the product. */
function byUrl({ url, requestUrl, role }: ReadHints): NotData | undefined {
  const [to, from] = [parsed(url), parsed(requestUrl)];
  if (!to || !from || to.href === from.href) return undefined;
  const place = `${to.hostname}${to.pathname}`;
  const asked = `${from.hostname}${from.pathname}`;
  if (CHALLENGE_URL.test(to.href) && !CHALLENGE_URL.test(from.href)) return { outcome: 'challenge', detail: `redirected to a verification page (${place})` };
  if ((LOGIN_URL.test(to.hostname) || LOGIN_URL.test(to.pathname)) && !LOGIN_URL.test(asked)) return { outcome: 'login_wall', detail: `redirected to a sign-in page (${place})` };
  if (NOT_FOUND_URL.test(to.pathname) && !NOT_FOUND_URL.test(from.pathname)) return { outcome: 'not_found', detail: `redirected to an error page (${place})` };
  const home = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:index\.\w{2,5}|home\/?)?$/i;
  if (role === 'listing' && home.test(to.pathname) && to.search === '' && !(home.test(from.pathname) && from.search === '')) return { outcome: 'wrong_item', detail: `redirected to the home page (${place})` };
  return undefined;
}

function parsed(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

function byContent(text: string, hints: ReadHints): NotData | undefined {
  if (text.trim() === '') return { outcome: 'shell', detail: 'the answer is empty' };
  if (isData(text, hints)) return jsonWall(text);
  if (hints.contentType !== undefined && /^(?:image|audio|video|font)\/|application\/(?:pdf|zip|octet-stream)/i.test(hints.contentType)) return { outcome: 'not_supported', detail: `nothing here reads ${hints.contentType}` };
  if (hints.role !== 'page' && hasProductData(text)) return delisted(text);
  const signs = signsOf(text);
  return wallOf(text, signs) ?? missing(signs, hints) ?? emptyShell(text, signs, hints);
}

/** JSON, XML and plain data are the reader's business; only platform error answers are looked for. */
function isData(text: string, { contentType }: ReadHints): boolean {
  return /json|javascript|text\/csv/i.test(contentType ?? '') || /^\s{0,200}[[{]/.test(text.slice(0, 400));
}

/** Platform gateways answer walls as JSON with status 200. */
function jsonWall(text: string): NotData | undefined {
  const head = text.slice(0, 4_000);
  if (/FAIL_SYS_USER_VALIDATE|RGV587_ERROR|x5secdata|"action"\s*:\s*"captcha"|_____tmd_____/.test(head)) return { outcome: 'challenge', detail: 'the platform asks for a verification (its answer says so)' };
  if (/FAIL_SYS_SESSION_EXPIRED|"needLogin"\s*:\s*true|"login_required"|NEED_LOGIN/i.test(head)) return { outcome: 'login_wall', detail: 'the platform asks to sign in (its answer says so)' };
  if (/FAIL_SYS_TRAFFIC_LIMIT|isp\.call-limited|"code"\s*:\s*"?(?:429|too_many_requests)/i.test(head)) return { outcome: 'rate_limited', detail: 'the platform limits the rate (its answer says so)' };
  return undefined;
}

/** A wall in front of the page: markers in the head, or wording in title, heading or a short page. */
function wallOf(text: string, signs: Signs): NotData | undefined {
  if (signs.hasProduct) return undefined;
  const head = text.slice(0, 20_000);
  const short = signs.visibleLength < SHORT_PAGE;
  const said = short || isMessage(CHALLENGE, signs.title) ? quote(CHALLENGE, signs, short) : undefined;
  if (said !== undefined) return { outcome: 'challenge', detail: `the page asks for proof of being human ("${said}")` };
  if (short && CHALLENGE_MARKERS.some((marker) => marker.test(head))) return { outcome: 'challenge', detail: 'the page is a verification page (its script says so)' };
  const script = /(?:window|document|self|top)\.?(?:location)(?:\.href)?\s*=\s*["']?([^"'\s;]{1,300})|location\.replace\(["']([^"']{1,300})/i.exec(text.length < 8_000 ? text : '');
  const target = script?.[1] ?? script?.[2];
  if (target !== undefined && short && /passport|login|signin|sign-in/i.test(target)) return { outcome: 'login_wall', detail: 'the page only sends to a sign-in page' };
  if (short && RATE_LIMITED.test(signs.visible)) return { outcome: 'rate_limited', detail: 'the page says that there were too many requests' };
  const asks = short || /type\s*=\s*["']?password/i.test(text) && isMessage(LOGIN, signs.title);
  const login = (asks ? LOGIN.exec(signs.title) ?? LOGIN.exec(signs.heading) : null) ?? (short && signs.visibleLength < 600 && /type\s*=\s*["']?password/i.test(text) ? LOGIN.exec(signs.visible) ?? /password/.exec(signs.visible) : null);
  return login ? { outcome: 'login_wall', detail: `the page asks to sign in ("${login[0].slice(0, 60)}")` } : undefined;
}

/** True when the words are the whole title but for a shop's name: a book may be called "Log in", a valve "Security check valve". */
function isMessage(pattern: RegExp, title: string): boolean {
  const match = pattern.exec(title);
  return match !== null && title.length - match[0].length <= 12;
}

/** Soft 404s and delisted products. */
function missing(signs: Signs, hints: ReadHints): NotData | undefined {
  const short = signs.visibleLength < 2 * SHORT_PAGE;
  const gone = quote(GONE, signs, short);
  if (gone !== undefined && hints.role !== 'page') return { outcome: 'gone', detail: `the page says that it is delisted ("${gone}")` };
  const said = quote(NOT_FOUND, signs, signs.visibleLength < 600);
  return said === undefined ? undefined : { outcome: 'not_found', detail: `the page says that it does not exist ("${said}")` };
}

/** A page with product data can still say in its heading that the product is gone; a long page says it of another one. */
function delisted(text: string): NotData | undefined {
  const { title, heading } = namesOf(text);
  const said = GONE.exec(heading)?.[0] ?? NOT_FOUND.exec(title)?.[0];
  return said === undefined || signsOf(text).visibleLength > 2 * SHORT_PAGE ? undefined : { outcome: 'gone', detail: `the page says that it is delisted ("${said.slice(0, 60)}")` };
}

/** The words as they stand in title, heading or, on a short page, anywhere in the text. */
function quote(pattern: RegExp, signs: Signs, anywhere: boolean): string | undefined {
  const match = pattern.exec(signs.title) ?? pattern.exec(signs.heading) ?? (anywhere ? pattern.exec(signs.visible) : null);
  return match?.[0].slice(0, 60);
}

/** Scripts that never ran: nearly no visible text, no product, an empty mounting point or hardly any bytes. */
function emptyShell(text: string, signs: Signs, { role }: ReadHints): NotData | undefined {
  if (!signs.isHtml || signs.visibleLength >= 200) return undefined;
  const mount = /<div[^<>]{0,200}\bid\s*=\s*["']?(?:root|app|__next|__nuxt|main|container|react-root|q-app)["']?[^<>]{0,200}>\s*(?:<\/div>|<!--|<noscript|<div[^<>]{0,200}>\s*<\/div>)/i.test(text.slice(0, 400_000));
  const tiny = text.length < SHELL_BYTES && role !== 'page' && signs.visibleLength < 80 && signs.heading === '';
  return mount && signs.heading === '' || tiny || signs.visibleLength === 0 ? { outcome: 'shell', detail: 'the page has no content before its scripts run; a browser may be needed (mode: browser)' } : undefined;
}
