import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { decodePage } from '../../crawlers/read/bytes/decode.ts';
import { readList } from '../../crawlers/read/list/index.ts';
import { classify } from '../../crawlers/read/outcome/classify.ts';
import type { ReadHints } from '../../crawlers/read/port.ts';
import { CORPORA, present, readLines } from './score.ts';

const FILE = 'product-pages.jsonl';

it.skipIf(!present(FILE))('real product pages are data, and no lists', () => {
  const wrong: string[] = [];
  const lists: string[] = [];
  let milliseconds = 0;
  const lines = readLines(FILE);
  for (const line of lines) {
    const [file, url] = [line['file'], line['url']];
    if (typeof file !== 'string' || typeof url !== 'string') continue;
    const { page } = decodePage(gunzipSync(readFileSync(join(CORPORA ?? '', file))), 'text/html');
    const hints: ReadHints = { url, requestUrl: url, status: 200, contentType: 'text/html', role: 'listing', platform: 'generic' };
    const started = performance.now();
    const outcome = classify(page, hints);
    milliseconds += performance.now() - started;
    if (outcome) wrong.push(`${url} ${outcome.outcome}: ${outcome.detail}`);
    if (readList(page.whole, { ...hints, role: 'search' }).isList) lists.push(url);
  }
  console.log(`outcome           ${lines.length - wrong.length} of ${lines.length} real pages are data, ${(milliseconds / lines.length).toFixed(2)} ms a page; ${lists.length} taken for a list`);
  expect(wrong).toEqual([]);
  expect(lists).toEqual([]);
});
