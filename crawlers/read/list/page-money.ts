import { type CurrencyCode, currencyCode } from '../../../model/money.ts';
import type { ReadHints } from '../port.ts';
import { type CurrencyHints, readCurrency, usualDollar } from '../text/currency.ts';
import { COUNTRY_CURRENCY, currencyOfHost, EURO_LANGUAGES, LANGUAGE_CURRENCY } from '../text/currencies.ts';
import type { FlatPage } from './flat.ts';

/** The currency of the page: configured, in its markup, or in its own data; language and host for the rest, and what `$` usually means. */
export function currencyHints(page: FlatPage, html: string, hints: ReadHints, base: URL): CurrencyHints {
  const meta = page.elements.find((element) => element.tag === 'meta' && /price:currency|^priceCurrency$/i.test(`${element.attributes['property'] ?? ''}${element.attributes['itemprop'] ?? ''}`))?.attributes['content'];
  const inData = page.scripts.map((script) => /"(?:priceCurrency|currencyCode|currency|currency_code)"\s*:\s*"([A-Z]{3})"/.exec(script.body)?.[1]).find((code) => code !== undefined);
  const language = hints.language ?? page.elements.find((element) => element.tag === 'html')?.attributes['lang'];
  const stated = hints.currency ?? readCurrency(meta ?? inData ?? currencyOfHost(base.hostname) ?? '').currency;
  const currency = stated ?? currencyCode(currencyOfPlace(base, language) ?? '');
  const usual = stated ? undefined : usualDollar(base.hostname, language, html) ?? dollarAbroad(currency);
  return { host: base.hostname, ...(currency && { currency }), ...(language && { language }), ...(usual && { usual }) };
}

/** Where money of no sign like it is at home, `$` is the dollar of the United States. */
function dollarAbroad(home: CurrencyCode | undefined): CurrencyCode | undefined {
  return home === undefined || DOLLARS.has(home) ? undefined : currencyCode('USD');
}

const DOLLARS: ReadonlySet<string> = new Set(readCurrency('$').candidates);

/** The currencies of which a page of this country and language shows the short forms. */
export function currenciesOf({ currency, usual, language = '', host = '' }: CurrencyHints): ReadonlySet<string> {
  const country = COUNTRY_CURRENCY[/\.([a-z]{2})$/.exec(host)?.[1] ?? ''];
  return new Set([currency, usual, country, LANGUAGE_CURRENCY[language.slice(0, 2).toLowerCase()]].filter((code) => code !== undefined));
}

/** The currency of the country that the host, else the path, the language of the page or the first part of the host's name says. */
function currencyOfPlace(base: URL, language: string | undefined): string | undefined {
  const region = /^[a-z]{2,3}[-_]([a-z]{2})$/i.exec(language ?? '')?.[1]?.toLowerCase();
  const countries = [/\.([a-z]{2})$/.exec(base.hostname)?.[1], countryOfPath(base.pathname, language), region, countryNamed(/^[a-z]{2,3}(?=\.)/.exec(base.hostname)?.[0])];
  return countries.map((country) => COUNTRY_CURRENCY[country ?? '']).find((code) => code !== undefined);
}

/** Languages spoken in one country that has its own money, and those spoken where the euro is alone. */
const OF_ONE_MONEY: ReadonlySet<string> = new Set(['ja', 'ko', 'vi', 'th', 'uk', 'is', 'nb', 'nn', 'no', 'da', 'tr', 'pl', 'cs', 'hu', 'kk', 'uz', 'ka', 'hy', 'az', 'mn', 'he', 'fi', 'et', 'lv', 'lt', 'sk', 'sl', 'el']);

/** For amounts in data, which have no sign: what the page shows of its items tells their currency, else a language that one country speaks. */
export function dataHints(hints: CurrencyHints, shown: readonly CurrencyCode[]): CurrencyHints {
  const language = hints.language?.slice(0, 2).toLowerCase() ?? '';
  const [currency = OF_ONE_MONEY.has(language) ? currencyCode(LANGUAGE_CURRENCY[language] ?? (EURO_LANGUAGES.has(language) ? 'EUR' : '')) : undefined, other] = new Set(shown);
  return hints.currency || !currency || other ? hints : { ...hints, currency };
}

/** The country of a path: `/en-gb/`, `/uae-en/`, `/es/en/`, `/jp/`. */
function countryOfPath(path: string, spoken = ''): string | undefined {
  const [, first = '', second = ''] = path.toLowerCase().split('/');
  const pair = /^([a-z]{2,3})[-_]([a-z]{2,3})$/.exec(first) ?? (/^[a-z]{2}$/.test(second) ? ['', first, second] : undefined);
  if (pair) return isLanguage(pair[1] ?? '') ? pair[2] : countryNamed(pair[1]) ?? pair[2];
  // `/np/` on a Korean page is short for something else.
  const own = OF_ONE_MONEY.has(spoken.slice(0, 2).toLowerCase()) ? LANGUAGE_CURRENCY[spoken.slice(0, 2).toLowerCase()] : undefined;
  return own === undefined || COUNTRY_CURRENCY[first] === own ? countryNamed(first) : undefined;
}

/** A short name that is a country's; most languages are called like other countries. */
function countryNamed(name: string | undefined): string | undefined {
  if (name === 'uae') return 'ae';
  return name !== undefined && (name === 'uk' || name === 'be' || !isLanguage(name)) && COUNTRY_CURRENCY[name] !== undefined ? name : undefined;
}

const OTHER_LANGUAGES: ReadonlySet<string> = new Set(['en', 'ar', 'pl', 'cs', 'hu', 'bg', 'tr', 'he', 'hi', 'ms', 'sq', 'mk', 'sr', 'ka', 'az', 'kk', 'uz', 'bn', 'ta']);

function isLanguage(name: string): boolean {
  return OTHER_LANGUAGES.has(name) || EURO_LANGUAGES.has(name) || LANGUAGE_CURRENCY[name] !== undefined;
}
