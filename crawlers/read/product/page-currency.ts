import { currencyCode, type CurrencyCode } from '../../../model/money.ts';
import { add, evidence, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { COUNTRY_CURRENCY } from '../text/currencies.ts';
import { usualDollar } from '../text/currency.ts';

/** A currency's code under its usual names, in scripts and attributes. */
const NAMED = /(?:currency|currency[_-]?(?:code|iso|id|iso[_-]?code)|currencycode)\\?["']?\s{0,3}[:=]\s{0,3}\\?["']([A-Z]{3})\\?["']/gi;
const MAX_CHARS = 4_000_000;
const MAX_CODES = 300;
/** Share of the named codes that must be one and the same; a menu of currencies names each about as often. */
const SHARE = 0.75;

/**
 * Adds what else on a page tells its currency, where neither data nor prices do: the code that its scripts and attributes
 * name, then the country in its language, locale or address, then the usual meaning of `$`. Never against the sign beside the price.
 */
export function readPageCurrency(html: string, page: PageContext, into: Candidates): void {
  if (into.currency.length > 0 || into.price.length === 0 || into.price.some(({ value }) => value.currency)) return;
  const may = new Set<string>(into.price.flatMap(({ value }) => value.currencyCandidates ?? []));
  const fits = (code: CurrencyCode | undefined): code is CurrencyCode => code !== undefined && (may.size === 0 || may.has(code));
  const named = namedCode(html);
  if (fits(named)) add(into, 'currency', named, 0.62, evidence('embedded-state', 'currency', named));
  if (named !== undefined) return;
  for (const [place, country] of countriesOf(page)) {
    // An amount without any sign is in the money of the shop's own country, not of the one its address speaks to.
    if (may.size === 0 && place === 'address') continue;
    const code = currencyCode(COUNTRY_CURRENCY[country] ?? '');
    if (fits(code)) return add(into, 'currency', code, 0.55, evidence(place === 'address' || place === 'host' ? 'url' : 'meta', place, country));
  }
  const usual = may.has('USD') ? usualDollar(page.text.host, page.text.language, html) : undefined;
  add(into, 'currency', usual, 0.5, evidence('url', 'host and language', `${page.text.host} ${page.text.language ?? ''}`.trim()));
}

/** The code most of the page's scripts and attributes name; undefined when they are of several minds. */
function namedCode(html: string): CurrencyCode | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const [, code = ''] of html.slice(0, MAX_CHARS).matchAll(NAMED)) {
    if (currencyCode(code) === undefined) continue;
    counts.set(code.toUpperCase(), (counts.get(code.toUpperCase()) ?? 0) + 1);
    all += 1;
    if (all >= MAX_CODES) break;
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] >= all * SHARE ? currencyCode(best[0]) : undefined;
}

/** Countries the page names, the surest first: `en-GB`, `/en-gb/`, `/gb/`, `gb.shop.example`. */
function countriesOf({ head, url }: PageContext): (readonly [string, string])[] {
  const locale = (text: string | undefined): string | undefined => /^[a-z]{2}[-_]([a-z]{2})$/i.exec(text ?? '')?.[1]?.toLowerCase();
  const segment = url.pathname.split('/').slice(1, 3).flatMap((part) => locale(part) ?? (/^[a-z]{2}$/i.test(part) ? part.toLowerCase() : []));
  const labels = url.hostname.split('.');
  const [label = '', domain = ''] = [labels[0], labels.at(-1)];
  const found: (readonly [string, string | undefined])[] = [
    ['host', /^[a-z]{2}$/.test(domain) ? domain : undefined],
    ['address', segment[0]], ['address', /^[a-z]{2}$/.test(label) ? label : undefined], ['html lang', locale(head.language)], ['og:locale', locale(head.meta.get('og:locale'))],
    ['geo.region', head.meta.get('geo.region')?.slice(0, 2).toLowerCase()], ['content-language', locale(head.meta.get('content-language'))],
  ];
  return found.flatMap(([place, country]) => country === undefined ? [] : [[place, country] as const]);
}
