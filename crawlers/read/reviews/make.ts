import { factId } from '../../../model/ids.ts';
import type { Rating, Review } from '../../../model/listing.ts';

/** What a page or answer says of one review. Names and pictures of people have no place here. */
export interface ReviewFacts {
  /** The platform's own id. */
  readonly id?: string | undefined;
  readonly text: string;
  /** ISO date, `yyyy-MM-dd HH:mm:ss`, or milliseconds or seconds since 1970 as text. */
  readonly date?: string | undefined;
  readonly rating?: Rating;
  readonly skuText?: string | undefined;
}

/** A review as it may be kept. Without a platform id its text and date make one, so that it is the same each time. */
export function makeReview(facts: ReviewFacts): Review {
  const id = facts.id === undefined ? factId('review', facts.text, facts.date ?? '') : factId('review', facts.id);
  const createdAt = dateOf(facts.date);
  return { id, text: facts.text, ...(facts.rating ? { rating: facts.rating } : {}), ...(createdAt ? { createdAt } : {}), ...(facts.skuText ? { skuText: facts.skuText } : {}) };
}

/** A date that machines wrote. Without a zone it is taken as UTC: the day counts, not the hour. */
function dateOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  if (/^\d{13}$/.test(text)) return new Date(Number(text));
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1_000);
  const [, year, month, day, rest = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(.*)$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const [, time = '00:00:00', zone = 'Z'] = /(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?/.exec(rest) ?? [];
  const date = new Date(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time.length === 5 ? `${time}:00` : time}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
