import type { Source } from '../../../config/types.ts';
import type { Outcome } from '../../../model/outcome.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Whether an answer sends us elsewhere: one of the redirect statuses with a Location. Any other 3xx is an answer like others. */
export function isRedirect(status: number, headers: Readonly<Record<string, string>>): boolean {
  return REDIRECTS.has(status) && headers['location'] !== undefined;
}

/** Where a redirect leads, undefined when the answer is none or its Location is no URL. */
export function locationOf(answer: { readonly status: number; readonly headers: Readonly<Record<string, string>> }, from: URL): URL | undefined {
  const location = answer.headers['location'];
  if (location === undefined || !isRedirect(answer.status, answer.headers) || !URL.canParse(location, from.href)) return undefined;
  const url = new URL(location, from);
  url.hash = '';
  return url;
}

/** Whether the source may be watched there: one of its hosts, or the same with or without `www.`. */
export function isHostOf(source: Source, url: URL): boolean {
  const twin = url.host.startsWith('www.') ? url.host.slice(4) : `www.${url.host}`;
  return source.hosts.includes(url.host) || source.hosts.includes(twin);
}

/** Words of a sign-in page's host or path, and of a robot check's. */
const SIGN_IN = /(?:^|[./_-])(?:log-?in|sign-?in|passport|sso|auth|oauth2?|account|accounts|member-?login)(?:[./_-]|$)/i;
const CHALLENGE = /captcha|challenge|punish|_____tmd_____|robot-?check|verify-?(?:human|you)|security-?check|risk_?handler|nocaptcha/i;

/**
 * The outcome of being sent to a host that is not the source's: a sign-in wall or a robot check when the address says so, else
 * another page than the one asked for (a new owner's shop, a parked domain, a country chooser).
 */
export function outcomeOfLeaving(url: URL): Extract<Outcome, 'login_wall' | 'challenge' | 'wrong_item'> {
  const place = `${url.hostname}${url.pathname}`;
  if (CHALLENGE.test(place)) return 'challenge';
  return SIGN_IN.test(place) ? 'login_wall' : 'wrong_item';
}
