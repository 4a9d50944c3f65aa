import { apart } from './apart.ts';
import { measured, type Measured } from './run.ts';

/** Who fetches pages, and for the most part reads them. */
export const FETCHERS = ['fetch: bare undici', 'crawl: fetch + cheerio', 'crawl: CheerioCrawler', 'crawl: rivalwatch, fetched and read'] as const;
export type FetcherName = (typeof FETCHERS)[number];

/** Measures one of them in a process of its own. */
export async function measureFetching(name: FetcherName, origin: string, pages: number): Promise<readonly Measured[]> {
  return apart('fetching-run', [name, origin, String(pages)], measured);
}
