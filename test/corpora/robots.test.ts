import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseRobots } from '../../crawlers/fetch/robots/parse.ts';
import { crawlDelay, isAllowed } from '../../crawlers/fetch/robots/rules.ts';

/** Known cases of other implementations, where they are at hand: a folder named by RIVALWATCH_CORPORA. */
const folder = process.env['RIVALWATCH_CORPORA'];
const at = (file: string): string => join(folder ?? '', file);
const present = folder !== undefined && existsSync(at('allow-cases.jsonl'));
if (!present) console.log('robots cases: skipped, RIVALWATCH_CORPORA names no folder that holds them');

const common = { id: z.string(), case: z.string(), robots: z.string(), user_agent: z.string() };
const allowCase = z.object({ ...common, url: z.string(), allowed: z.boolean(), google_only: z.boolean(), contested: z.boolean().default(false) });
const delayCase = z.object({ ...common, crawl_delay: z.number().nullable() });

function lines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(at(file), 'utf8').split('\n').filter(Boolean).map((line) => schema.parse(JSON.parse(line)));
}

describe.runIf(present)('robots cases of other implementations', () => {
  test('every case that is neither contested nor of one crawler alone', () => {
    const cases = lines('allow-cases.jsonl', allowCase);
    const wrong = cases.filter((c) => isAllowed(parseRobots(c.robots), c.user_agent, c.url) !== c.allowed);
    const counted = wrong.filter((c) => !c.google_only && !c.contested);
    console.log(`robots: ${cases.length - wrong.length} of ${cases.length} as expected; otherwise: ${wrong.map((c) => c.id).join(' ')}`);
    expect(counted.map((c) => ({ id: c.id, case: c.case, robots: c.robots, agent: c.user_agent, url: c.url, allowed: c.allowed }))).toEqual([]);
  });

  test('crawl delays', () => {
    for (const c of lines('crawl-delay-cases.jsonl', delayCase)) {
      expect({ id: c.id, delay: crawlDelay(parseRobots(c.robots), c.user_agent) ?? null }).toEqual({ id: c.id, delay: c.crawl_delay });
    }
  });
});
