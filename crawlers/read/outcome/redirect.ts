import type { ReadHints } from '../port.ts';
import { pathKey } from '../url.ts';
import { ARTICLE_SEGMENT, CHALLENGE_URL, CONSENT_URL, COUNTRY_URL, LIST_SEGMENT, LOGIN_URL, MAINTENANCE_URL, NOT_FOUND_URL, QUEUE_URL } from './markers.ts';
import type { NotData } from './not-data.ts';

/** Addresses that say what a redirect to them means; matched against the host and against the path. */
const PLACES: readonly (readonly [RegExp, NotData['outcome'], string])[] = [
  [LOGIN_URL, 'login_wall', 'a sign-in page'],
  [NOT_FOUND_URL, 'not_found', 'an error page'],
  [QUEUE_URL, 'rate_limited', 'a queue in front of the shop'],
  [CONSENT_URL, 'blocked', 'a page that asks for consent or age'],
  [COUNTRY_URL, 'wrong_locale', 'a page that asks for the country'],
  [MAINTENANCE_URL, 'server_error', 'a page that says the shop is closed'],
];

/** Where a redirect led: to a sign-in, a challenge, an error page, a queue, or to the home page or a list instead of the product. */
export function byUrl({ url, requestUrl, role }: ReadHints): NotData | undefined {
  const [to, from] = [parsed(url), parsed(requestUrl)];
  if (!to || !from || to.href === from.href) return undefined;
  const place = `${to.hostname}${to.pathname}`;
  if (CHALLENGE_URL.test(to.href) && !CHALLENGE_URL.test(from.href)) return { outcome: 'challenge', detail: `redirected to a verification page (${place})` };
  for (const [pattern, outcome, words] of PLACES) {
    if ((pattern.test(to.hostname) || pattern.test(to.pathname)) && !pattern.test(from.hostname) && !pattern.test(from.pathname)) return { outcome, detail: `redirected to ${words} (${place})` };
  }
  if (role !== 'listing') return undefined;
  if (isHome(to) && !isHome(from)) return { outcome: 'wrong_item', detail: `redirected to the home page (${place})` };
  return isList(to) && !isList(from) && !saysTheSame(to, from) ? { outcome: 'wrong_item', detail: `redirected to a list of products (${place}); the product is probably gone` } : undefined;
}

function isHome({ pathname, search }: URL): boolean {
  return /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:index\.\w{2,5}|home\/?)?$/i.test(pathname) && search === '';
}

function isList({ pathname }: URL): boolean {
  const segments = pathname.split('/').filter(Boolean);
  return segments.some((segment) => LIST_SEGMENT.test(segment)) && !segments.some((segment) => ARTICLE_SEGMENT.test(segment)) && !/\d{5}/.test(pathname);
}

/** The new address still names the article. */
function saysTheSame(to: URL, from: URL): boolean {
  const slug = pathKey(from).split('/').at(-1)?.replace(/\.\w{2,5}$/, '') ?? '';
  return slug.length >= 4 && pathKey(to).split('/').at(-1)?.includes(slug) === true;
}

function parsed(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
