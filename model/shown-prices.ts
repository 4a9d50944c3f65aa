import { sameCurrency } from './money.ts';
import { isGuessed, type Reading } from './reading.ts';
import type { Price } from './listing.ts';

/** The price that won and the ones that lost, the likeliest first. */
export function shownPrices(reading: Reading<Price>): readonly Price[] {
  if (reading.state === 'absent') return [];
  const losers = (reading.losers ?? []).map(({ value }) => value);
  return reading.state === 'known' ? [reading.value, ...losers] : losers;
}

/**
 * The price with conditions (券后价) and the platform's own best case that the page's data name beside the price: the first of each kind, lower than
 * the price and of its currency. What was guessed from the text comes and goes and is left out. Empty when the price itself is not known.
 */
export function statedPrices(reading: Reading<Price>): readonly Price[] {
  if (reading.state !== 'known') return [];
  const { value: shown, losers = [] } = reading;
  const named = losers.filter(({ value, evidence }) => !isGuessed(evidence.method) && sameCurrency(value.money, shown.money) && value.money.minor < shown.money.minor);
  return (['conditional', 'estimated'] as const).flatMap((kind) => (kind === shown.kind ? [] : named.find(({ value }) => value.kind === kind)?.value ?? []));
}
