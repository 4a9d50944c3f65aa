import { readAnswer } from '../crawlers/read/index.ts';
import type { PageRead, ReadHints } from '../crawlers/read/port.ts';
import { listPage, productPage } from './pages.ts';

/** Runs as a process of its own with --expose-gc: nothing but reading is in its heap. */
const PAGES = 10_000;
const WEIGHED_AT: ReadonlySet<number> = new Set([2_000, 6_000, PAGES]);
/** Results that are held at any time: a window on a page in one of them would hold the page. */
const HELD = 500;
const held: PageRead[] = [];

for (let no = 0; no < PAGES; no += 1) {
  held[no % HELD] = read(no);
  if (WEIGHED_AT.has(no + 1)) weigh(no + 1);
}

function hintsFor(path: string): ReadHints {
  const url = `https://shop.example${path}`;
  return { url, requestUrl: url, status: 200, contentType: 'text/html; charset=utf-8', role: 'listing', platform: 'generic' };
}

/** Mostly product pages, with data and without; each fiftieth a list of a hundred. */
function read(no: number): PageRead {
  if (no % 50 === 49) return readAnswer(Buffer.from(listPage(no, no + 100, undefined)), { ...hintsFor(`/list/${no}`), role: 'catalogue' });
  return readAnswer(Buffer.from(productPage(no, { structured: no % 5 !== 0 })), hintsFor(`/products/${no}`));
}

function weigh(pages: number): void {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ pages, heapMB: Math.round(heapUsed / 1e4) / 100, rssMB: Math.round(rss / 1e6) });
}
