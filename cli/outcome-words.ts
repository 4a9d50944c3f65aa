import { OUTCOME_CLASS, type Outcome } from '../model/outcome.ts';

/** What became of a request, in words: what it means, and what an operator can do. */
interface OutcomeWords {
  readonly what: string;
  readonly todo: string;
}

const AT_A_WALL = 'rivalwatch stops at a wall. Watch less often, ask the shop or use its API; "rivalwatch read FILE" reads a page that you saved in your browser.';
const SEE_THE_PAGE = 'Open the address in a browser and compare; "fields" of the source can name where things stand (docs/configuration.md).';

const WORDS: Readonly<Record<Exclude<Outcome, 'ok'>, OutcomeWords>> = {
  not_found: { what: 'there is no such page', todo: 'Check the address.' },
  gone: { what: 'the shop says that the article is gone for good', todo: 'Check the address; a target on it can be removed.' },
  login_wall: { what: 'only signed-in people see this page', todo: AT_A_WALL },
  challenge: { what: 'a captcha or robot check came instead of the page', todo: AT_A_WALL },
  blocked: { what: 'the shop refused to answer', todo: AT_A_WALL },
  rate_limited: { what: 'the shop asks to come less often', todo: 'A longer "politeness: delay" helps.' },
  server_error: { what: 'the shop\'s server has a fault', todo: 'There is nothing to do here but to wait.' },
  shell: { what: 'the page is empty until its scripts have run', todo: 'Set "mode: browser" at its source.' },
  wrong_item: { what: 'another article came than the one that was asked for', todo: 'Open the address in a browser: it may lead to a successor or to the home page. A further host of the shop goes into "allowedHosts" of its source.' },
  wrong_locale: { what: 'the page is for another country or currency', todo: 'Correct "currency" of the source, or watch the address of the right country.' },
  parse_drift: { what: 'the page came, and what matters on it could not be read', todo: SEE_THE_PAGE },
  not_supported: { what: 'this is no page of HTML or JSON', todo: 'Check the address; for a list use --as catalogue or --as search.' },
  too_large: { what: 'the page is larger than allowed', todo: 'Raise "politeness: maxBytes" if it is really the right address.' },
  too_many_redirects: { what: 'the address leads round and round', todo: 'Open it in a browser and use the address it ends at.' },
  timeout: { what: 'no answer came in time', todo: 'Raise "politeness: timeout" if the shop is always slow.' },
  network_error: { what: 'the host could not be reached', todo: 'Check the address and this machine\'s connection.' },
  address_refused: { what: 'the address is a private one', todo: 'For a shop of your own network give it a source with "allowPrivateAddresses: true".' },
  robots_refused: { what: 'robots.txt of the shop forbids it', todo: 'It is not fetched. Ask the shop, or use its API or feed.' },
  robots_unreachable: { what: 'robots.txt of the host did not answer, and without it nothing is fetched', todo: 'Check the address and this machine\'s connection.' },
};

/** What happened and what to do, for an outcome of a crawl. */
export function crawlOutcomeText(outcome: Exclude<Outcome, 'ok'>): string {
  const { what, todo } = WORDS[outcome];
  return `  ${outcome}: ${what}.\n  ${todo}${OUTCOME_CLASS[outcome] === 'later' ? ' It is asked again at the next run; nothing was removed.' : ''}`;
}

/** Several lines for a person: the address, what happened, what the reader or fetcher saw, what to do, whether trying again helps. */
export function outcomeText(url: string, outcome: Exclude<Outcome, 'ok'>, detail: string): string {
  const { what, todo } = WORDS[outcome];
  return `${url}\n  ${what} (${outcome})\n  seen: ${detail.trim() || 'nothing more is known'}\n  ${todo}${OUTCOME_CLASS[outcome] === 'later' ? ' Trying again later may help.' : ''}`;
}
