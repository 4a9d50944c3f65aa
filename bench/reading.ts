import { isDeepStrictEqual } from 'node:util';
import { readAnswer } from '../crawlers/read/index.ts';
import { productPage, truthOf, type Fields, type PageKind } from './pages.ts';
import { fieldsRead, hintsFor } from './readers.ts';
import { median, round, type Measured } from './run.ts';
import { scripted, scriptedPlain } from './script.ts';

/** Each reader has so many turns, one after the other: what slows the machine for a while slows all of them, and the median passes over it. */
const ROUNDS = 5;
/** Milliseconds for which each reader reads before its clock starts: while others had their turns, V8 threw away some of what it had compiled for this one. A share of the pages was ten times less for the fastest. */
const WARM_MS = 600;
const ORIGIN = 'https://shop.example';
const DATA = 'JSON-LD';
const SALE = 'JSON-LD, old price in the text';
const PLAIN = 'no structured data';
const PAGES = [DATA, SALE, PLAIN] as const;

interface Reader {
  readonly name: string;
  readonly read: (no: number) => Partial<Fields> | undefined;
  readonly isRight: (no: number, fields: Partial<Fields> | undefined) => boolean;
}

/** Bytes in memory to fields: ours beside cheerio and the same fields by selector. Garbage of one reader is collected before the next begins where Node lets it. */
export function measureReading(count: number): readonly Measured[] {
  const turn = Math.ceil(count / ROUNDS);
  const all = readers(turn * ROUNDS);
  for (const { read } of all) for (let no = 0; no < count / 2; no += 1) read(no);
  const turns = Array.from({ length: ROUNDS }, (_, at) => all.map((reader) => timed(reader, at * turn, turn)));
  return all.map(({ name }, at) => {
    const own = turns.flatMap((one) => one[at] ?? []);
    return {
      name, pages: turn * ROUNDS, right: own.reduce((sum, { right }) => sum + right, 0), pagesPerSecond: Math.round(turn / median(own.map(({ seconds }) => seconds))),
      cpuMsPerPage: round(median(own.map(({ cpuMs }) => cpuMs)) / turn), peakMB: Math.round(process.memoryUsage.rss() / 1e6),
    };
  });
}

/** Ours to cheerio by the clock, and by processor time, which another program on the machine disturbs less. */
export function readingRatios(measured: readonly Measured[]): Readonly<Record<string, number>> {
  const of = (name: string): Measured | undefined => measured.find((one) => one.name === name);
  return Object.fromEntries(PAGES.flatMap((page) => {
    const [ours, theirs] = [of(`read: rivalwatch, ${page}`), of(`read: cheerio, ${page}`)];
    if (!ours || !theirs) return [];
    return [[`reading ${page} / cheerio`, round(ours.pagesPerSecond / theirs.pagesPerSecond)], [`reading ${page} / cheerio, CPU`, round(theirs.cpuMsPerPage / ours.cpuMsPerPage)]];
  }));
}

function readers(count: number): readonly Reader[] {
  const pages = (kind: PageKind): ((no: number) => Buffer) => {
    const bodies = Array.from({ length: count }, (_, no) => Buffer.from(productPage(no, kind)));
    return (no) => bodies[no] ?? Buffer.alloc(0);
  };
  const [data, sale, plain] = [pages({}), pages({ sale: true }), pages({ structured: false })];
  const ours = (no: number, body: Buffer): Fields | undefined => fieldsRead(readAnswer(body, hintsFor(ORIGIN, `/products/${no}`)));
  const onSale: Reader['isRight'] = (no, fields) => isDeepStrictEqual(fields, truthOf(no, ORIGIN, { sale: true }));
  const shown: Reader['isRight'] = (no, fields) => {
    const { title, price } = truthOf(no, ORIGIN);
    return fields?.title === title && fields.price === price;
  };
  const isRight: Reader['isRight'] = (no, fields) => isDeepStrictEqual(fields, truthOf(no, ORIGIN));
  return [
    { name: `read: rivalwatch, ${DATA}`, read: (no) => ours(no, data(no)), isRight },
    { name: `read: cheerio, ${DATA}`, read: (no) => scripted(data(no), ORIGIN), isRight },
    { name: `read: rivalwatch, ${SALE}`, read: (no) => ours(no, sale(no)), isRight: onSale },
    { name: `read: cheerio, ${SALE}`, read: (no) => scripted(sale(no), ORIGIN), isRight: onSale },
    { name: `read: rivalwatch, ${PLAIN}`, read: (no) => ours(no, plain(no)), isRight: shown },
    { name: `read: cheerio, ${PLAIN}`, read: (no) => scriptedPlain(plain(no)), isRight: shown },
  ];
}

/** One turn. What was read is compared with what the pages say after the clock has stopped. */
function timed({ read, isRight }: Reader, from: number, pages: number): { readonly seconds: number; readonly cpuMs: number; readonly right: number } {
  globalThis.gc?.();
  const warm = performance.now() + WARM_MS;
  for (let no = 0; performance.now() < warm; no += 1) read(from + (no % pages));
  const found: (Partial<Fields> | undefined)[] = [];
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let no = from; no < from + pages; no += 1) found.push(read(no));
  const seconds = (performance.now() - started) / 1_000;
  const used = process.cpuUsage(cpu);
  return { seconds, cpuMs: (used.user + used.system) / 1_000, right: found.filter((fields, at) => isRight(from + at, fields)).length };
}
