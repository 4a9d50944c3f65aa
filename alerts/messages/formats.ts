import type { Language } from '../../config/schema.ts';
import type { Count, Price, Rating } from '../../model/listing.ts';
import { formatMoney, type Money } from '../../model/money.ts';

/** How a language writes numbers, money and times. For people, never to be parsed. */
export interface Formats {
  readonly money: (money: Money) => string;
  /** A range with both ends; the kind is left to the words around it. */
  readonly amount: (price: Price) => string;
  /** Without sign: `12.5%`. */
  readonly percent: (percent: number) => string;
  readonly count: (count: Count) => string;
  readonly rating: (rating: Rating) => string;
  readonly number: (value: number) => string;
  /** In the operator's time zone, with its name. */
  readonly time: (date: Date) => string;
}

/** Making them takes longer than using them a hundred times; there are as many as a configuration has readers. */
const made = new Map<string, Formats>();

/** Throws a RangeError for an unknown time zone; the configuration lets none through. */
export function formatsFor(language: Language, timezone: string): Formats {
  const name = `${language} ${timezone}`;
  const formats = made.get(name) ?? formatsOf(language, timezone);
  made.set(name, formats);
  return formats;
}

/** Per cents below this would be rounded to none. */
const SMALLEST_ROUNDED = 0.05;

function formatsOf(language: Language, timezone: string): Formats {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const tiny = new Intl.NumberFormat(language, { maximumSignificantDigits: 1 });
  const clock = new Intl.DateTimeFormat(language, { timeZone: timezone, year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const zone = new Intl.DateTimeFormat(language, { timeZone: timezone, timeZoneName: 'short' });
  const money = (amount: Money): string => formatMoney(amount, language);
  return {
    money,
    amount: (price) => (price.max ? `${money(price.money)} – ${money(price.max)}` : money(price.money)),
    // A movement is never shown as none.
    percent: (percent) => `${(Math.abs(percent) < SMALLEST_ROUNDED ? tiny : numbers).format(Math.abs(percent))}%`,
    count: ({ value, lowerBound }) => `${numbers.format(value)}${lowerBound ? '+' : ''}`,
    rating: ({ value, scale }) => `${numbers.format(value)} / ${numbers.format(scale)}`,
    number: (value) => numbers.format(value),
    // The name of the zone behind the time in every language: in Chinese it would stand between day and hour.
    time: (date) => `${clock.format(date)} ${zone.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? ''}`,
  };
}
