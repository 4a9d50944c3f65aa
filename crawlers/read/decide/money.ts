import { exponentOf, moneyFromDecimal, type CurrencyCode, type Money } from '../../../model/money.ts';
import type { Candidate, Reading } from '../../../model/reading.ts';
import type { Price, UnitPrice } from '../../../model/listing.ts';
import { evidence, type Amount, type Candidates, type UnitAmount } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { timesPowerOfTen } from '../text/numbers.ts';
import { against, groupBy, losersOf } from './group.ts';

/**
 * The page's currency: codes that the page names, then what its prices carry, then the source's configured one where the
 * page leaves a choice that contains it. A bare `$` with nothing else stays unknown and names its candidates.
 */
export function decideCurrency(found: Candidates, page: PageContext): Reading<CurrencyCode> {
  const fromPrices = [...found.price, ...found.listPrice].flatMap((candidate): Candidate<CurrencyCode>[] => {
    const { currency } = candidate.value;
    return currency ? [{ value: currency, confidence: candidate.confidence * 0.95, evidence: candidate.evidence }] : [];
  });
  const groups = groupBy([...found.currency, ...fromPrices], (code) => code);
  const winner = groups[0];
  if (winner) {
    const losers = losersOf(groups, winner);
    return { state: 'known', value: winner.best.value, confidence: against(winner, groups[1]), evidence: winner.best.evidence, ...(losers.length > 0 ? { losers } : {}) };
  }
  const bare = found.price.find((candidate) => candidate.value.currencyCandidates);
  const configured = page.hints.currency;
  if (configured && found.price.length > 0 && (!bare || bare.value.currencyCandidates?.includes(configured))) {
    return { state: 'known', value: configured, confidence: 0.8, evidence: evidence('configured', 'source.currency', configured) };
  }
  if (bare) return { state: 'unknown', reason: 'ambiguous', detail: `could be ${(bare.value.currencyCandidates ?? []).join(', ')}` };
  return { state: 'unknown', reason: 'not_found' };
}

/** An amount in the page's currency; undefined when it is in another one or cannot be exact. */
export function moneyOf(amount: Amount, currency: CurrencyCode): Money | undefined {
  if (amount.currency !== undefined && amount.currency !== currency) return undefined;
  return moneyFromDecimal(amount.amount, currency);
}

/** A unit price in the page's currency, exact: more digits than the currency has (41.7p per 100 g) are money for ten or a hundred times the measure. */
export function unitPriceOf({ amount, currency, per, unit }: UnitAmount, code: CurrencyCode): UnitPrice | undefined {
  if (currency !== undefined && currency !== code) return undefined;
  const spare = Math.min(4, Math.max(0, (amount.split('.')[1]?.replace(/0+$/, '').length ?? 0) - exponentOf(code)));
  const money = moneyFromDecimal(timesPowerOfTen(amount, spare), code);
  return money && { money, per: Number((per * 10 ** spare).toPrecision(12)), unit };
}

export function priceOf(amount: Amount, currency: CurrencyCode): Price | undefined {
  const money = moneyOf(amount, currency);
  if (!money) return undefined;
  const max = amount.max === undefined ? undefined : moneyFromDecimal(amount.max, currency);
  return { kind: amount.kind, money, ...(max && amount.kind === 'range' ? { max } : {}) };
}

/**
 * True when every currency that the page names differs from the source's: the page is for another country. Codes in data
 * decide where there are any, because a bare sign in the text is read with the source's own currency in mind.
 */
export function isOtherCurrency(found: Candidates, expected: CurrencyCode): boolean {
  const stated = found.currency.map(({ value }) => value);
  const inData = found.price.filter(({ evidence: from }) => from.method !== 'text').flatMap(({ value }) => value.currency ?? []);
  const codes = [...stated, ...inData];
  const named = codes.length > 0 ? codes : found.price.flatMap(({ value }) => value.currency ?? []);
  return named.length > 0 && !named.includes(expected);
}
