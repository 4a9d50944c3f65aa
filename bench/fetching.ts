import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Measured } from './run.ts';

/** Who fetches pages, and for the most part reads them. */
export const FETCHERS = ['fetch: bare undici', 'crawl: fetch + cheerio', 'crawl: CheerioCrawler', 'crawl: rivalwatch, fetched and read'] as const;
export type FetcherName = (typeof FETCHERS)[number];

const measured: z.ZodType<Measured> = z.object({ name: z.string(), pages: z.number(), pagesPerSecond: z.number(), cpuMsPerPage: z.number(), peakMB: z.number(), right: z.number() });

/** Measures one of them in a process of its own: what another left in the heap, or running, is not its cost. Rejects when that process fails. */
export async function measureFetching(name: FetcherName, origin: string, pages: number): Promise<Measured> {
  const child = fork(fileURLToPath(new URL('./fetching-run.js', import.meta.url)), [name, origin, String(pages)], { stdio: 'inherit', execArgv: ['--expose-gc'] });
  return new Promise((resolve, reject) => {
    child.once('message', (message: unknown) => resolve(measured.parse(message)));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the measurement of "${name}" ended with ${code}`)));
  });
}
