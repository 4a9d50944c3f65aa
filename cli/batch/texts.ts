import { z } from 'zod';
import { parseRobots } from '../../crawlers/fetch/robots/parse.ts';
import { crawlDelay, isAllowed } from '../../crawlers/fetch/robots/rules.ts';
import { parseAvailability } from '../../crawlers/read/text/availability.ts';
import { readCurrency, type CurrencyRead } from '../../crawlers/read/text/currency.ts';
import { parsePrice } from '../../crawlers/read/text/price.ts';
import { parsePromotions } from '../../crawlers/read/text/promotion.ts';
import { parseUnitPrice } from '../../crawlers/read/text/unit-price.ts';
import { currencyCode } from '../../model/money.ts';
import { ruleLine } from './fields.ts';

/** A price text. `currencyHint`: a code, sign or word that stands beside it; `locale` (BCP 47) and `url` of the page decide what `$` is. */
export const priceInput = z.object({ text: z.string(), currencyHint: z.string().nullish(), locale: z.string().nullish(), url: z.string().nullish() });

/** What the text says of money. `currencyCandidates` is there when nothing decides the currency: `currency` is the likeliest of them then. `unitPrice` where a price for a measure stands beside it, or alone (`perUnit` says that it is the amount as well). */
export function priceOutput({ text, currencyHint, locale, url }: z.infer<typeof priceInput>): object {
  const around = { ...(locale && { language: locale }), ...(url && URL.canParse(url) && { host: new URL(url).host }) };
  const hint: CurrencyRead = currencyHint ? readCurrency(currencyHint, around) : {};
  const hints = { ...around, ...(hint.currency && { currency: hint.currency }) };
  const read = parsePrice(text, hints);
  const unitPrice = parseUnitPrice(text, hints);
  if (read.state === 'none') return { state: 'absent', amount: null, currency: null };
  if (read.state === 'ambiguous') return { state: 'unknown', reason: 'ambiguous', amount: null, currency: null, amounts: read.amounts };
  const { state, amount, currency, currencyCandidates, max, ...marks } = read;
  const candidates = currency ? undefined : currencyCandidates ?? hint.candidates;
  return { state, amount, currency: currency ?? candidates?.[0] ?? null, ...(candidates?.length && { currencyCandidates: candidates }), ...(max !== undefined && { min: amount, max }), ...marks, ...(unitPrice && { unitPrice }) };
}

/** A promotion label. `currency`: ISO 4217, that of the shop; amounts are given in its minor units. `fetchedAt`: when it was seen, for dates without a year. */
export const promotionInput = z.object({ text: z.string(), language: z.string().nullish(), currency: z.string().nullish(), fetchedAt: z.iso.datetime({ offset: true }).nullish() });

/** The rules the label states; none when it is no promotion. */
export function promotionOutput({ text, language, currency, fetchedAt }: z.infer<typeof promotionInput>): object {
  const code = currency ? currencyCode(currency) : undefined;
  return { rules: parsePromotions(text, { ...(language && { language }), ...(code && { currency: code }), ...(fetchedAt && { now: new Date(fetchedAt) }) }).map(ruleLine) };
}

export const availabilityInput = z.object({ text: z.string() });

/** Whether it can be bought; unknown when the text says nothing of it. */
export function availabilityOutput({ text }: z.infer<typeof availabilityInput>): object {
  const availability = parseAvailability(text);
  return availability ? { state: 'known', availability } : { state: 'unknown', availability: null };
}

/** The text of a robots.txt, the agent that asks and the address it asks for. */
export const robotsInput = z.object({ robots: z.string(), agent: z.string(), url: z.string() });

/** Whether the agent may fetch the address (RFC 9309); `crawlDelay` in seconds, where the file names one for the agent. */
export function robotsOutput({ robots, agent, url }: z.infer<typeof robotsInput>): object {
  const rules = parseRobots(robots);
  const delay = crawlDelay(rules, agent);
  return { allowed: isAllowed(rules, agent, url), ...(delay !== undefined && { crawlDelay: delay }) };
}
