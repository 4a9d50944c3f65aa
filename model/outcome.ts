/**
 * What became of one request: the closed list. Only `ok` is data. A failed fetch is never a price, stock or
 * delisting event; `gone` and `not_found` say something about the listing, the rest only about the crawl.
 */
export const OUTCOMES = [
  'ok',
  'not_found', // 404, or a page that says so in words with status 200 (soft 404)
  'gone', // 410, or the platform's own word for delisted
  'login_wall',
  'challenge', // captcha, robot check, slider
  'blocked', // refused without a way out: 401, 403, 451 and other refusals, blocked addresses and countries, questions of age or consent
  'rate_limited', // 429, 503 with Retry-After, or a queue in front of the shop
  'server_error', // 5xx, or a page that says so: a fault, maintenance, a shop not yet open
  'shell', // a page without content: scripts that never ran
  'wrong_item', // asked for one product, got another, or was sent to the home page or a list
  'wrong_locale', // another currency or country than the source says, or a page that asks for the country
  'parse_drift', // the page is fine, the reader is not: required fields are missing
  'not_supported', // a content type, or bytes, that nothing here reads
  'too_large',
  'too_many_redirects',
  'timeout',
  'network_error',
  'address_refused', // private, loopback or reserved address without permission
  'robots_refused', // robots.txt says no
  'robots_unreachable', // robots.txt did not answer: no
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What an outcome means for the crawl: go on, come back later, or stop at this source and say so. */
export type OutcomeClass = 'data' | 'absence' | 'wall' | 'later' | 'refused' | 'reader';

export const OUTCOME_CLASS: Readonly<Record<Outcome, OutcomeClass>> = {
  ok: 'data',
  not_found: 'absence', gone: 'absence',
  login_wall: 'wall', challenge: 'wall', blocked: 'wall',
  rate_limited: 'later', server_error: 'later', timeout: 'later', network_error: 'later', robots_unreachable: 'later',
  shell: 'reader', wrong_item: 'reader', wrong_locale: 'reader', parse_drift: 'reader', not_supported: 'reader',
  too_large: 'refused', too_many_redirects: 'refused', address_refused: 'refused', robots_refused: 'refused',
};

const NO_ANSWER: ReadonlySet<Outcome> = new Set<Outcome>(['server_error', 'timeout', 'network_error', 'robots_unreachable']);

/** True when the host did not answer as a working host does: nobody refused anything, it could not be reached. */
export function isUnreachable(outcome: Outcome): boolean {
  return NO_ANSWER.has(outcome);
}
