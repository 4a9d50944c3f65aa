import type { Price } from '../../../model/listing.ts';
import { decimalOf } from '../../../model/money.ts';
import { valueOf, type Candidate, type Reading, type UnknownReason } from '../../../model/reading.ts';
import { amountKey } from '../amount.ts';
import { amountsIn } from '../text/amounts.ts';
import { normalise } from '../text/normal.ts';
import { readNumbers } from '../text/numbers.ts';
import { decide } from './group.ts';

/** A longer text describes the article, whatever amounts it names. */
const TEASER_LENGTH = 600;

/**
 * The description. A short text that names the price is a line for search engines ("Drill for 119,01 €. Free delivery"): it changes
 * with the price, says nothing that the price does not, and is left out.
 */
export function decideDescription(found: readonly Candidate<string>[], prices: readonly Reading<Price>[], missing: UnknownReason): Reading<string> {
  const named = new Set(prices.flatMap((price) => valueOf(price) ?? []).flatMap(({ money, max }) => [money, ...(max ? [max] : [])]).map((money) => amountKey(decimalOf(money))));
  return decide(found.filter(({ value, evidence }) => !isTeaser(value, evidence.method === 'meta', named)), (text) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '').slice(0, 200), missing);
}

/** True when the text names one of the prices; of texts made for search engines, when it names any amount. */
function isTeaser(text: string, meta: boolean, prices: ReadonlySet<string>): boolean {
  if (text.length > TEASER_LENGTH || !/\d/.test(text)) return false;
  const normal = normalise(text);
  const money = amountsIn(normal, readNumbers(normal), {}).filter(({ marks }) => marks.length > 0);
  return money.some(({ value }) => meta || prices.has(amountKey(value)));
}
