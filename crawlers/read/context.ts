import { isLanguage } from './language.ts';
import type { Head } from './markup/head.ts';
import type { ReadHints } from './port.ts';
import { parseUrl } from './url.ts';
import type { CurrencyCode } from '../../model/money.ts';

/** What every step knows of the page. */
export interface PageContext {
  readonly url: URL;
  readonly hints: ReadHints;
  readonly head: Head;
  /** For texts: language of the page, host and the source's currency. */
  readonly text: { readonly currency?: CurrencyCode; readonly language?: string; readonly host: string };
}

/** Stands for the address of a page that has none, such as a saved one. */
export const NO_ADDRESS = 'http://invalid.invalid/';

/** Puts together what is known before the first field is read. */
export function pageContext(head: Head, hints: ReadHints): PageContext {
  const url = parseUrl(hints.url) ?? parseUrl(hints.requestUrl) ?? new URL(NO_ADDRESS);
  const language = isLanguage(head.language) ? head.language : hints.language;
  return {
    url, hints, head,
    text: { host: url.hostname, ...(hints.currency ? { currency: hints.currency } : {}), ...(language ? { language } : {}) },
  };
}
