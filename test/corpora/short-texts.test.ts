import { expect, it } from 'vitest';
import { parseAvailability } from '../../crawlers/read/text/availability.ts';
import { parseCount } from '../../crawlers/read/text/count.ts';
import { normaliseGtin } from '../../crawlers/read/text/gtin.ts';
import { ratingOfMarkup } from '../../crawlers/read/text/rating-markup.ts';
import { parseRating } from '../../crawlers/read/text/rating.ts';
import { isTuned, present, readLines, showWrong, Tally } from './score.ts';

type Line = Record<string, unknown>;
type Halves = readonly [Tally, Tally];

function score(name: string, file: string, floor: number, check: (line: Line) => [right: boolean, got: unknown] | undefined): void {
  it.skipIf(!present(file))(`${name} of ${file}`, () => {
    const halves: Halves = [new Tally(), new Tally()];
    readLines(file).forEach((line, index) => {
      const result = check(line);
      if (result) halves[isTuned(index) ? 0 : 1].add(result[0], `${JSON.stringify(line).slice(0, 700)}\n   got ${JSON.stringify(result[1])}`);
    });
    console.log(`${name.padEnd(18)}tuned half ${halves[0].shown()}, other half ${halves[1].shown()}`);
    showWrong(halves[0]);
    expect(halves[1].share).toBeGreaterThanOrEqual(floor);
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

score('review counts', 'review-count.jsonl', 0.85, (line) => {
  const got = parseCount(text(line['text']));
  return [(got?.value ?? null) === line['review_count'], got];
});

score('gtin', 'gtin.jsonl', 0.9, (line) => {
  const got = normaliseGtin(text(line['text']));
  if ('gtin' in line) return [(got ?? null) === (typeof line['gtin'] === 'string' ? normaliseGtin(line['gtin']) ?? line['gtin'] : null), got];
  const none = line['type'] === null || line['type'] === 'issn';
  return [(got === undefined) === none, got];
});

score('star ratings', 'star-rating.jsonl', 0.6, (line) => {
  const got = ratingOfMarkup(text(line['html']));
  return [(got?.value ?? null) === line['rating_value'], got];
});

score('ratings', 'rating.jsonl', 0.8, (line) => {
  const html = text(line['html']);
  const target = /xd-target-node=""[^>]*>([^<]*)/.exec(html)?.[1]?.trim();
  const got = (target ? parseRating(target) : undefined) ?? ratingOfMarkup(html);
  return [(got?.value ?? null) === line['rating_value'], got];
});

score('availability', 'out-of-stock-phrases.jsonl', 0.95, (line) => {
  const got = parseAvailability(text(line['text']));
  return [got === 'out_of_stock' || got === 'delisted', got];
});
