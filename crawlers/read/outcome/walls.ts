import type { RequestRole } from '../../../model/crawl.ts';
import { CHALLENGE_MARKERS } from './markers.ts';
import type { NotData } from './not-data.ts';
import { HEAD_CHARS, type Signs } from './signs.ts';
import { SAYINGS } from './words.ts';

/** A page with less visible text than this, and no product, holds one message and nothing else. */
const SHORT_PAGE = 1_500;
/** Rules and policies speak of robots, age and cookies themselves: a watched page is a wall only when there is hardly more. */
const SHORT_TEXT = 500;
/** Less text than this is one sentence or two. */
const TINY_PAGE = 600;

/** For text in small letters, which is searched several times faster without a flag. Lines are the parts of a title: what must begin or end it may begin or end a part. */
function table(pick: (row: (typeof SAYINGS)[number]) => readonly string[]): RegExp {
  return new RegExp(SAYINGS.flatMap(pick).map((phrase) => `(?:${phrase})`).join('|'), 'mu');
}
export const NOT_FOUND = table((row) => row.notFound);
export const GONE = table((row) => row.gone);
export const NO_SCRIPT = table((row) => row.noScript);
const LOGIN = table((row) => row.login);
const CHALLENGE = table((row) => row.challenge);
const BLOCKED = table((row) => row.blocked);
const RATE_LIMITED = table((row) => row.rateLimited);
const SERVER_ERROR = table((row) => row.serverError);
const COUNTRY = table((row) => row.country);
/** All of them: most pages have none of these words in title or heading, and are asked once. */
const ANYTHING = table((row) => [...row.challenge, ...row.blocked, ...row.login, ...row.rateLimited, ...row.serverError, ...row.country]);

/** What a page in front of the page asks or says. Looked for in this order. */
const MESSAGES: readonly (readonly [RegExp, NotData['outcome'], string])[] = [
  [BLOCKED, 'blocked', 'the page refuses access'],
  [RATE_LIMITED, 'rate_limited', 'the page says to wait: too many requests, or a queue'],
  [SERVER_ERROR, 'server_error', 'the page says that the shop is out of order or not open'],
  [COUNTRY, 'wrong_locale', 'the page asks to choose a country first'],
];

/** A wall in front of the page: markers in the head, or wording in title, heading or a short page. None where something is sold. */
export function wallOf(text: string, signs: Signs, role: RequestRole): NotData | undefined {
  if (signs.sells) return undefined;
  const short = signs.visibleLength < (role === 'page' ? SHORT_TEXT : SHORT_PAGE);
  if (!short && !ANYTHING.test(`${partsOf(signs.title).join('\n')}\n${partsOf(signs.heading).join('\n')}`)) return undefined;
  const said = short ? quote(CHALLENGE, signs, true) : messageIn(CHALLENGE, signs.title);
  if (said !== undefined) return { outcome: 'challenge', detail: `the page asks for proof of being human ("${said}")` };
  if (short && CHALLENGE_MARKERS.some((marker) => marker.test(text.slice(0, HEAD_CHARS)))) return { outcome: 'challenge', detail: 'the page is a verification page (its script says so)' };
  if (short && sendsToSignIn(text)) return { outcome: 'login_wall', detail: 'the page only sends to a sign-in page' };
  const login = asksToSignIn(text, signs, short);
  if (login !== undefined) return { outcome: 'login_wall', detail: `the page asks to sign in ("${login}")` };
  return message((pattern) => messageIn(pattern, signs.title) ?? messageIn(pattern, signs.heading)) ?? (short && signs.visibleLength < TINY_PAGE ? message((pattern) => quote(pattern, signs, true)) : undefined);
}

/** What the page says by the first message that is found: title and heading before the text below, where a page out of order asks to try again. */
function message(find: (pattern: RegExp) => string | undefined): NotData | undefined {
  for (const [pattern, outcome, words] of MESSAGES) {
    const said = find(pattern);
    if (said !== undefined) return { outcome, detail: `${words} ("${said}")` };
  }
  return undefined;
}

/** A page of a few hundred bytes whose script goes to a sign-in, or state that says it is needed. */
function sendsToSignIn(text: string): boolean {
  const script = /(?:window|document|self|top)\.?(?:location)(?:\.href)?\s*=\s*["']?([^"'\s;]{1,300})|location\.replace\(["']([^"']{1,300})|http-equiv\s*=\s*["']?refresh["']?[^<>]{0,60}url\s*=\s*["']?([^"'<>]{1,300})/i.exec(text.length < 8_000 ? text : '');
  const target = script?.[1] ?? script?.[2] ?? script?.[3];
  return target !== undefined && /passport|login|signin|sign-in/i.test(target) || /"needLogin"\s*:\s*true/.test(text.slice(0, 400_000));
}

/** Words that ask to sign in: on a short page in title or heading, elsewhere only beside a field for a password. */
function asksToSignIn(text: string, signs: Signs, short: boolean): string | undefined {
  const field = /type\s*=\s*["']?password/i.test(text);
  if (!short && !(field && messageIn(LOGIN, signs.title) !== undefined)) return undefined;
  const named = LOGIN.exec(signs.title) ?? LOGIN.exec(signs.heading) ?? (signs.visibleLength < TINY_PAGE && (field || signs.visibleLength < 200) ? LOGIN.exec(signs.visible) : null);
  return (named ?? (field && signs.visibleLength < TINY_PAGE ? /password/.exec(signs.visible) : null))?.[0].slice(0, 60);
}

/**
 * The words when they are a whole part of the title but for a few letters: a book may be called "Log in", a valve "Security check
 * valve". `behind`: how many letters may stand behind the words; what an article is comes last ("404 not found T-shirt").
 */
export function messageIn(pattern: RegExp, title: string, behind = 12): string | undefined {
  const parts = partsOf(title);
  if (!pattern.test(parts.join('\n'))) return undefined;
  for (const part of parts) {
    const match = pattern.exec(part);
    if (match && part.length - match[0].length <= 12 && part.length - match.index - match[0].length <= behind) return match[0].slice(0, 60);
  }
  return undefined;
}

/** The text and its parts, as shops put their name beside that of the page. */
function partsOf(title: string): string[] {
  return [title, ...title.split(/ [:-] | ?[|–—·»_] ?|(?<=[.!?。!]) /).map((part) => part.trim())];
}

/** The words as they stand in title, heading or anywhere in the text. */
export function quote(pattern: RegExp, signs: Signs, anywhere: boolean): string | undefined {
  const match = pattern.exec(signs.title) ?? pattern.exec(signs.heading) ?? (anywhere ? pattern.exec(signs.visible) : null);
  return match?.[0].slice(0, 60);
}
