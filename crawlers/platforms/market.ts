import { currencyCode } from '../../model/money.ts';
import { add, evidence, type Candidates } from '../read/candidates.ts';
import type { PageContext } from '../read/context.ts';

/** What a bare `$` means on the marketplaces' hosts without a country in their name; country domains speak for themselves. */
const USD_HOSTS = new Set(['amazon.com', 'ebay.com']);

/** Adds the currency of a `.com` marketplace; weak, because such pages also show a visitor's own currency, with its code. */
export function marketCurrency(page: PageContext, into: Candidates): void {
  const host = page.url.hostname.replace(/^(?:www|m|smile)\./, '');
  if (USD_HOSTS.has(host)) add(into, 'currency', currencyCode('USD'), 0.6, evidence('url', 'host', host));
}
