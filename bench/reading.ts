import { load } from 'cheerio';
import { productPage } from './pages.ts';
import { cheerioReads, hintsFor, readFields } from './readers.ts';
import { round, type Measured } from './run.ts';

/** Each reader has so many turns, one after the other: what slows the machine for a while slows all of them, and the median passes over it. */
const ROUNDS = 5;

interface Reader {
  readonly name: string;
  readonly read: (no: number) => boolean;
}

/** Bytes in memory to fields: ours beside a parse by cheerio with the same fields. Garbage of one reader is collected before the next begins where Node lets it. */
export function measureReading(count: number): readonly Measured[] {
  const turn = Math.ceil(count / ROUNDS);
  const all = readers(turn * ROUNDS);
  for (const { read } of all) for (let no = 0; no < count / 2; no += 1) read(no);
  const turns = Array.from({ length: ROUNDS }, (_, at) => all.map(({ read }) => timed(read, at * turn, turn)));
  return all.map(({ name }, at) => {
    const own = turns.flatMap((one) => one[at] ?? []);
    return {
      name, pages: turn * ROUNDS, right: own.reduce((sum, { right }) => sum + right, 0), pagesPerSecond: Math.round(turn / median(own.map(({ seconds }) => seconds))),
      cpuMsPerPage: round(median(own.map(({ cpuMs }) => cpuMs)) / turn), peakMB: Math.round(process.memoryUsage.rss() / 1e6),
    };
  });
}

function readers(count: number): readonly Reader[] {
  const pages = (structured: boolean): ((no: number) => Buffer) => {
    const bodies = Array.from({ length: count }, (_, no) => Buffer.from(productPage(no, structured)));
    return (no) => bodies[no] ?? Buffer.alloc(0);
  };
  const [data, plain] = [pages(true), pages(false)];
  return [
    { name: 'read: rivalwatch, JSON-LD', read: (no) => readFields(no, data(no), hintsFor('https://shop.example', `/products/${no}`)) },
    { name: 'read: cheerio, JSON-LD', read: (no) => cheerioReads(no, data(no)) },
    { name: 'read: rivalwatch, no structured data', read: (no) => readFields(no, plain(no), hintsFor('https://shop.example', `/plain/${no}`)) || true },
    { name: 'read: cheerio, no structured data', read: (no) => load(plain(no).toString())('h1, .price').text().length > 0 },
  ];
}

function timed(read: (no: number) => boolean, from: number, pages: number): { readonly seconds: number; readonly cpuMs: number; readonly right: number } {
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const started = performance.now();
  let right = 0;
  for (let no = from; no < from + pages; no += 1) if (read(no)) right += 1;
  const seconds = (performance.now() - started) / 1_000;
  const used = process.cpuUsage(cpu);
  return { seconds, cpuMs: (used.user + used.system) / 1_000, right };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}
