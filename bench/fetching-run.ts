import { FETCHERS, type FetcherName } from './fetching.ts';
import { fetchAndRead } from './ours.ts';
import { bareClient, cheerioCrawler, fetchAndCheerio } from './readers.ts';
import { measure } from './run.ts';
import { startBench } from './services.ts';

/** Runs as a process of its own with --expose-gc: who is measured, where the pages are, and how many. */
const [who, origin = '', count = ''] = process.argv.slice(2);
const name = FETCHERS.find((one) => one === who);
const pages = Number(count);
if (!name) throw new Error(`nobody fetches as "${who}"`);
await run(name);

type Read = (origin: string, pages: number) => Promise<number>;

async function run(fetcher: FetcherName): Promise<void> {
  if (fetcher !== 'crawl: rivalwatch, fetched and read') return await warmAndMeasured(fetcher, { 'fetch: bare undici': bareClient, 'crawl: fetch + cheerio': fetchAndCheerio, 'crawl: CheerioCrawler': cheerioCrawler }[fetcher]);
  const services = await startBench(() => undefined);
  await warmAndMeasured(fetcher, (at, number) => fetchAndRead(at, number, services));
  await services.stop();
}

/** Fast readers need thousands of pages before V8 is warm. */
async function warmAndMeasured(fetcher: FetcherName, read: Read): Promise<void> {
  await read(origin, Math.ceil(pages / 2));
  process.send?.(await measure(fetcher, pages, () => read(origin, pages)));
}
