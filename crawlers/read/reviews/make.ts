import { factId } from '../../../model/ids.ts';
import type { Rating, Review } from '../../../model/listing.ts';
import { type DateHints, parseDate } from '../text/date.ts';

/** What a page or answer says of one review. Names and pictures of people have no place here. */
export interface ReviewFacts {
  /** The platform's own id. */
  readonly id?: string | undefined;
  readonly text: string;
  /** A date as machines or people write it, or milliseconds or seconds since 1970 as text. */
  readonly date?: string | undefined;
  readonly rating?: Rating;
  readonly skuText?: string | undefined;
}

/**
 * A review as it may be kept. Without a platform id its text and date make one, so that it is the same each time; a date such as
 * "3 days ago" is another one tomorrow and has no part in it. `dates`: the page's zone, language and moment.
 */
export function makeReview(facts: ReviewFacts, dates: DateHints = {}): Review {
  const createdAt = dateOf(facts.date, dates);
  const fixed = dateOf(facts.date, { ...dates, now: undefined }) ? facts.date ?? '' : '';
  const id = facts.id === undefined ? factId('review', facts.text, fixed) : factId('review', facts.id);
  return { id, text: facts.text, ...(facts.rating ? { rating: facts.rating } : {}), ...(createdAt ? { createdAt } : {}), ...(facts.skuText ? { skuText: facts.skuText } : {}) };
}

/** A day without a time is that day in UTC: the day counts, whatever the zone. A time without a zone is that of the page's clock. */
function dateOf(text: string | undefined, dates: { readonly [K in keyof DateHints]: DateHints[K] | undefined }): Date | undefined {
  if (text === undefined) return undefined;
  if (/^\d{13}$/.test(text)) return new Date(Number(text));
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1_000);
  const { now, language, offsetMinutes } = dates;
  const timed = /\d:\d{2}|\d ?[点點时時]/.test(text);
  return parseDate(text, { ...(now ? { now } : {}), ...(language === undefined ? {} : { language }), ...(timed && offsetMinutes !== undefined ? { offsetMinutes } : {}) });
}

/** The clock of Chinese platforms, which write times without a zone. */
export const CHINA: DateHints = { offsetMinutes: 480 };

/** Minutes ahead of UTC by the end of a host's name, where the country has one zone. */
const ZONES: Readonly<Record<string, number>> = { cn: 480, tw: 480, hk: 480, sg: 480, my: 480, ph: 480, jp: 540, kr: 540, in: 330, th: 420, vn: 420 };
/** Hosts of one country without its ending. */
const CHINESE_HOST = /(?:^|\.)(?:taobao|tmall|jd|pinduoduo|yangkeduo|suning|douyin|jinritemai|xiaohongshu|kuaishou|vip|dangdang)\.com$/;

/** The clock of a page: by its host, else UTC. Europe and America have summer times; there the hour is not known. */
export function clockOf(page: { readonly url: string; readonly language?: string | undefined; readonly fetchedAt?: Date | undefined }): DateHints {
  const host = URL.canParse(page.url) ? new URL(page.url).hostname : '';
  const offsetMinutes = CHINESE_HOST.test(host) ? CHINA.offsetMinutes : ZONES[host.split('.').at(-1) ?? ''];
  return { ...(page.fetchedAt ? { now: page.fetchedAt } : {}), ...(page.language ? { language: page.language } : {}), ...(offsetMinutes === undefined ? {} : { offsetMinutes }) };
}
