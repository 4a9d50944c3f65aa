import { expect, it } from 'vitest';
import { readCurrency } from '../../crawlers/read/text/currency.ts';
import { parsePrice } from '../../crawlers/read/text/price.ts';
import { isTuned, present, readLines, showWrong, Tally } from './score.ts';

const FILE = 'price-strings.jsonl';

it.skipIf(!present(FILE))('price strings', () => {
  const amounts = [new Tally(), new Tally()] as const;
  const both = [new Tally(), new Tally()] as const;
  readLines(FILE).forEach((line, index) => {
    const text = typeof line['text'] === 'string' ? line['text'] : undefined;
    if (text === undefined) return;
    const hint = typeof line['currency_hint'] === 'string' ? readCurrency(line['currency_hint']) : {};
    const read = parsePrice(text, hint.currency ? { currency: hint.currency } : {});
    const half = isTuned(index) ? 0 : 1;
    const gold = line['amount'];
    const right = read.state === 'known' && read.max === undefined || (read.state === 'known' && gold !== null) ? gold !== null && Number(read.amount) === Number(gold) : gold === null;
    const note = `${JSON.stringify(text)} hint ${String(line['currency_hint'])}: want ${String(gold)} ${String(line['currency_iso_accept'])}, got ${JSON.stringify(read)}`;
    amounts[half].add(right, note);
    const accept = line['currency_iso_accept'];
    if (!Array.isArray(accept)) return;
    const given = read.state !== 'known' ? [] : [read.currency ?? read.currencyCandidates?.[0] ?? hint.candidates?.[0]];
    both[half].add(right && given.some((code) => accept.includes(code)), note);
  });
  console.log(`price strings     tuned half: amount ${amounts[0].shown()}, amount and currency ${both[0].shown()}\n                  other half: amount ${amounts[1].shown()}, amount and currency ${both[1].shown()}`);
  showWrong(both[0]);
  showWrong(amounts[0]);
  expect(amounts[1].share).toBeGreaterThan(0.95);
  expect(both[1].share).toBeGreaterThan(0.93);
});
