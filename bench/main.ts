import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { apart } from './apart.ts';
import { startBench, type BenchServices } from './services.ts';
import { FETCHERS, measureFetching } from './fetching.ts';
import { bareInserts, startPipeline } from './ours.ts';
import { memoryOverPages, type MemoryMeasured } from './memory.ts';
import { readingRatios } from './reading.ts';
import { rulesMeasured, type RulesMeasured } from './rules.ts';
import { measure, measured, round, startServer, type BenchServer, type Measured } from './run.ts';

/*
 * What the promises of speed are measured with: the same generated pages of about 110 kB, fetched and read by us and by others in one
 * run. Machines differ and are noisy: quote the ratios, never single figures. Fast readers need thousands of pages before V8 is warm, so
 * every reader is given the same number of pages and a warm-up of half as many; the pipeline, which runs for weeks where it is used, a longer one.
 */
const FIRST = 'pipeline: rivalwatch, first crawl';
const AGAIN = 'pipeline: rivalwatch, second crawl';
/** The most that a pipeline which stores its pages can reach on this database server. */
const FLOOR = 'store: bare driver, the same documents';
/** Crawls of all pages until V8 has compiled what the pipeline runs, which is many times what reading alone is: until the third it still takes a fifth more processor time. */
const WARM_UPS = 3;
const PAGES = Number(process.argv[2] ?? 3_000);

async function main(): Promise<void> {
  const server = await startServer(PAGES);
  const services = await startBench();
  try {
    console.log(`${PAGES} pages of ${Math.round(server.bytes / 1_000)} kB, ${cpus().length} cores\n`);
    const fetching = [...await fetchingAndReading(server.origin), ...await storing(server, services)];
    const [rules] = await apart('rules-run', [], rulesMeasured);
    if (!rules) throw new Error('rules-run sent nothing');
    console.log(`rules: ${rules.changes} changes against ${rules.rules} rules`.padEnd(42), `${rules.seconds} s, ${rules.cpuSeconds} s of CPU, ${rules.alerts} alerts, heap ${rules.heapMB.join(' → ')} MB`);
    const reading = await apart('reading-run', [String(Math.min(PAGES, 600))], measured);
    const memory = await memoryOverPages();
    report([...reading, ...fetching], { memory, rules }, server.bytes);
  } finally {
    await services.stop();
    server.stop();
  }
}

async function fetchingAndReading(origin: string): Promise<readonly Measured[]> {
  const found: Measured[] = [];
  for (const name of FETCHERS) {
    found.push(...await measureFetching(name, origin, PAGES));
    console.log(line(found.at(-1)));
  }
  return found;
}

/** The whole pipeline: everything seen for the first time, then again on a day on which one price in ten has moved. */
async function storing(server: BenchServer, services: BenchServices): Promise<readonly Measured[]> {
  const pipeline = await startPipeline(server.origin, PAGES, services);
  for (let crawl = 0; crawl < WARM_UPS; crawl += 1) {
    await pipeline.crawl();
    await pipeline.empty();
  }
  const found = [await measure(FIRST, PAGES, () => pipeline.crawl())];
  console.log(line(found[0]));
  const bare = await bareInserts(PAGES, services, pipeline);
  server.day('second day');
  found.push(await measure(AGAIN, PAGES, () => pipeline.crawl()));
  console.log(line(found[1]));
  await pipeline.end();
  found.push(await measure(FLOOR, PAGES, bare));
  console.log(line(found[2]));
  return found;
}

function line(one: Measured | undefined): string {
  return one ? `${one.name.padEnd(52)} ${String(one.pagesPerSecond).padStart(6)} pages/s  ${String(one.cpuMsPerPage).padStart(6)} CPU ms/page  ${String(one.peakMB).padStart(5)} MB  ${one.right}/${one.pages} right` : '';
}

function report(all: readonly Measured[], { memory, rules }: { readonly memory: MemoryMeasured; readonly rules: RulesMeasured }, bytes: number): void {
  const rate = (name: string): number => all.find((one) => one.name === name)?.pagesPerSecond ?? Number.NaN;
  const ratios = {
    'crawling and reading / CheerioCrawler': round(rate('crawl: rivalwatch, fetched and read') / rate('crawl: CheerioCrawler')),
    'crawling and reading / fetch + cheerio': round(rate('crawl: rivalwatch, fetched and read') / rate('crawl: fetch + cheerio')),
    'crawling and reading / bare undici': round(rate('crawl: rivalwatch, fetched and read') / rate('fetch: bare undici')),
    'whole pipeline, first crawl / crawling and reading': round(rate(FIRST) / rate('crawl: rivalwatch, fetched and read')),
    'whole pipeline, second crawl / crawling and reading': round(rate(AGAIN) / rate('crawl: rivalwatch, fetched and read')),
    'whole pipeline, first crawl / CheerioCrawler': round(rate(FIRST) / rate('crawl: CheerioCrawler')),
    'whole pipeline, second crawl / CheerioCrawler': round(rate(AGAIN) / rate('crawl: CheerioCrawler')),
    'whole pipeline, first crawl / bare inserts of the same documents': round(rate(FIRST) / rate(FLOOR)),
    ...readingRatios(all),
    'heap after 10,000 pages / after 2,000': memory.ratio,
  };
  for (const one of all.filter(({ name }) => name.startsWith('read:'))) console.log(line(one));
  for (const { pages, heapMB, rssMB } of memory.samples) console.log(`read: ${pages} pages in one process`.padEnd(42), `${heapMB} MB heap after garbage collection, ${rssMB} MB resident`);
  console.log('');
  for (const [name, ratio] of Object.entries(ratios)) console.log(`${name.padEnd(52)} ${ratio}`);
  mkdirSync('.rivalwatch', { recursive: true });
  const result = { at: new Date().toISOString(), node: process.version, cores: cpus().length, memoryGB: Math.round(totalmem() / 1e9), pages: PAGES, bytesPerPage: bytes, measured: all, memory, rules, ratios };
  writeFileSync('.rivalwatch/bench.json', `${JSON.stringify(result, null, 2)}\n`);
  console.log('\nwritten to .rivalwatch/bench.json');
}

await main();
