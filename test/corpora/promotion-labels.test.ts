import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parsePromotions } from '../../crawlers/read/text/promotion.ts';
import { MECHANICS, type Promotion } from '../../model/promotion.ts';
import { currencyCode } from '../../model/money.ts';
import { CORPORA, isTuned, present, showWrong, Tally } from './score.ts';

const FILE = 'promotion-labels.tsv';
type Rule = Readonly<Record<string, unknown>>;
/** Parameters that are compared; the others describe the text, not the rule. */
const COMPARED = ['thresholdMinor', 'offMinor', 'payRatio', 'percentOff', 'minQty', 'nth', 'priceMinor', 'periods', 'points', 'addMinor', 'depositMinor', 'depositWorthMinor', 'tailOffMinor', 'finalMinor', 'code'] as const;

const record = (value: unknown): Rule => (typeof value === 'object' && value !== null ? { ...value } : {});
const list = (value: unknown): Rule[] => (Array.isArray(value) ? value.map(record) : []);

/** What a line expects: no promotion, or rules with their mechanic where it is known. */
function expected(mechanic: string, params: Rule): Rule[] {
  if (params['template'] === true) return [];
  if (mechanic === 'compound') return list(params['parts']);
  const known = MECHANICS.some((name) => name === mechanic) ? mechanic : mechanic === 'promotion' ? 'direct_reduction' : undefined;
  if (known === undefined) return [];
  const tiers = list(params['tiers']);
  return (tiers.length > 0 ? tiers : [params]).map((tier) => ({ ...tier, mechanic: known }));
}

function agrees(rule: Rule, promotion: Promotion | undefined): boolean {
  if (!promotion || rule['mechanic'] !== undefined && rule['mechanic'] !== promotion.mechanic) return false;
  return COMPARED.every((name) => rule[name] === undefined || promotion.params[name] === rule[name]);
}

it.skipIf(!present(FILE))('promotion labels', () => {
  const scores = { zh: [new Tally(), new Tally()], en: [new Tally(), new Tally()], other: [new Tally(), new Tally()] } as const;
  const lines = readFileSync(join(CORPORA ?? '', FILE), 'utf8').trim().split('\n').slice(1);
  lines.forEach((line, index) => {
    const [text = '', language = '', mechanic = '', params = '{}'] = line.split('\t');
    const parsed: unknown = JSON.parse(params);
    const wanted = expected(mechanic, record(parsed));
    const named = record(parsed)['currency'];
    const currency = currencyCode(language === 'zh' ? 'CNY' : typeof named === 'string' ? named : 'USD');
    const got = parsePromotions(text, currency ? { language, currency } : { language });
    const right = got.length === wanted.length && wanted.every((rule, i) => agrees(rule, got[i]));
    const tally = scores[language === 'zh' || language === 'en' ? language : 'other'][isTuned(index) ? 0 : 1];
    tally?.add(right, `${text} [${mechanic}] want ${JSON.stringify(wanted)} got ${JSON.stringify(got.map((one) => [one.mechanic, one.params]))}`);
  });
  for (const [language, [tuned, other]] of Object.entries(scores)) {
    console.log(`promotions ${language.padEnd(7)}tuned half ${tuned.shown()}, other half ${other.shown()}`);
    showWrong(tuned);
  }
  expect(scores.zh[1].share).toBeGreaterThanOrEqual(0.96);
  expect(scores.en[1].share).toBeGreaterThanOrEqual(0.85);
  expect(scores.other[1].share).toBeGreaterThanOrEqual(0.95);
});
