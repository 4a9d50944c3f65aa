import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAnswer } from '../../crawlers/read/index.ts';
import type { ListingFields } from '../../model/listing.ts';
import { history } from '../alerts/changes/support.ts';
import { ABLATIONS, type Ablation } from './ablation.ts';

const FOLDER = process.env['RIVALWATCH_CORPORA'] ?? '';
const LIST = path.join(FOLDER, 'product-pages.jsonl');
const present = FOLDER !== '' && existsSync(LIST);
if (!present) console.log('test/corpora/changes: skipped, set RIVALWATCH_CORPORA to a folder with product-pages.jsonl');

const Row = z.object({ id: z.string(), file: z.string(), url: z.string() });

function fieldsOf(row: z.infer<typeof Row>, ablation: Ablation): ListingFields | undefined {
  const body = ABLATIONS[ablation](gunzipSync(readFileSync(path.join(FOLDER, row.file))));
  const answer = readAnswer(body, { url: row.url, requestUrl: row.url, status: 200, contentType: 'text/html', role: 'listing', platform: 'generic' });
  return answer.outcome === 'ok' ? answer.listings[0]?.fields : undefined;
}

/** Nothing at the shop changed: the page loses its data and gets them back, as with a broken deployment. Pages on which that made a change. */
describe.skipIf(!present)('real pages that lose their data and get them back', () => {
  it.each([['without JSON-LD', 1], ['without any data', 1]] as const)('%s make a change on at most %i of them', (ablation, most) => {
    const rows = readFileSync(LIST, 'utf8').trim().split('\n').map((line) => Row.parse(JSON.parse(line)));
    const changed = rows.flatMap((row) => {
      const [whole, poor] = [fieldsOf(row, 'as they are'), fieldsOf(row, ablation)];
      const kinds = whole && poor ? history(whole, poor, whole).flatMap((diff) => diff.changes.map(({ detail }) => detail.kind)) : [];
      return kinds.length > 0 ? [`${row.id}: ${kinds.join(' ')}`] : [];
    });
    console.log(`${ablation}: ${changed.length} of ${rows.length} pages make a change. ${changed.join('; ')}`);
    expect(changed.length).toBeLessThanOrEqual(most);
  });
});
