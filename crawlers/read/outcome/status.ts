import type { PageText } from '../bytes/page.ts';
import type { NotData } from './not-data.ts';
import type { ReadHints } from '../port.ts';
import { signsOf } from './signs.ts';
import { wallOf } from './walls.ts';

/** A host that is away, slow or broken, beside 500 to 599: 408 and Cloudflare's and nginx's own numbers. */
const SLOW = new Set([408, 460, 499]);

/**
 * What the status says. It stands above the content: what a server sends along with a refusal or an error may be a copy of
 * yesterday's page, and a missing product is often answered with a page full of others. Content only tells what kind of refusal it is.
 */
export function byStatus(text: PageText, { status, role }: ReadHints): NotData | undefined {
  const said = `the server answered ${status}`;
  if (status >= 200 && status < 300 && status !== 202 || status === 304) return undefined;
  if (status === 404) return { outcome: 'not_found', detail: said };
  if (status === 410) return { outcome: 'gone', detail: said };
  const wall = wallOf(text.whole, signsOf(text), role);
  // 202 is what firewalls answer a challenge with; by itself it is an answer like 200.
  if (status === 202) return wall && { ...wall, detail: `${said}: ${wall.detail}` };
  if (wall && (status < 500 || wall.outcome === 'challenge' || wall.outcome === 'rate_limited') && status >= 400) {
    const outcome = status === 429 && wall.outcome !== 'challenge' ? 'rate_limited' : wall.outcome;
    return { outcome, detail: `${said}: ${wall.detail}` };
  }
  return { outcome: outcomeOf(status), detail: status >= 300 && status < 400 ? `${said} and led nowhere` : said };
}

function outcomeOf(status: number): NotData['outcome'] {
  if (status === 429) return 'rate_limited';
  if (SLOW.has(status)) return 'timeout';
  if (status >= 500) return 'server_error';
  if (status >= 300 && status < 400) return 'too_many_redirects';
  // Only 404 and 410 say that something is not there: 400, 402, 405, 406, 409, 418 … are refusals.
  return status >= 400 ? 'blocked' : 'server_error';
}
