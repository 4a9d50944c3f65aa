import { MONTH_NAMES, RELATIVE_UNITS, RELATIVE_WORDS, TODAY_WORDS, ZONE_NAME, ZONES } from './date-words.ts';
import { normalise } from './normal.ts';

const DAY = 86_400_000;

/** What is known of the page a date stands on. */
export interface DateHints {
  /** When the page was fetched: what "two days ago" is counted from. Without it relative dates are not read. */
  readonly now?: Date;
  /** BCP 47: whether 3/4 is the third of April or the fourth of March. Only `en-US` and `en` without region are month first. */
  readonly language?: string;
  /** Minutes the page's clock is ahead of UTC, for dates without a zone; 480 for Chinese platforms. Default 0. */
  readonly offsetMinutes?: number;
}

/**
 * The moment a text names: ISO 8601, `25 de agosto de 2017`, `Reviewed in Germany on August 3, 2024`, `2024年8月3日 12:30`,
 * `03.08.2024`, `2 days ago`, `3天前`, `昨天`. A date without a time is midnight of the page's zone. Undefined when the text
 * names none, an impossible one, or day and month cannot be told apart and the language does not say.
 */
export function parseDate(text: string, hints: DateHints = {}): Date | undefined {
  const normal = normalise(text.slice(0, 300));
  const zone = zoneOf(normal);
  const local = zone === undefined ? hints : { ...hints, offsetMinutes: zone };
  return iso(normal, local) ?? numeric(normal, local) ?? named(normal, local) ?? relative(normal, local) ?? withoutYear(normal, local);
}

/** Minutes ahead of UTC of the zone a text of {@link normalise} names: `PDT`, `GMT+8`, 北京时间. Undefined when it names none. */
export function zoneOf(text: string): number | undefined {
  const [, sign, hours, minutes] = /(?<!\p{L})(?:GMT|UTC) ?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/u.exec(text) ?? [];
  if (sign !== undefined) return (Number(hours) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  const name = ZONE_NAME.exec(text)?.[0];
  return name === undefined ? undefined : ZONES.get(name);
}

function iso(text: string, hints: DateHints): Date | undefined {
  const match = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)? ?(Z|[+-]\d{2}:?\d{2})?/.exec(text);
  if (!match) return undefined;
  const zone = match[7];
  const offset = zone === undefined ? undefined : zoneMinutes(zone);
  return moment(match.slice(1, 7), offset === undefined ? hints : { ...hints, offsetMinutes: offset });
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Year first, or day and month around separators; 年月日 and 년월일 too. */
function numeric(text: string, hints: DateHints): Date | undefined {
  const time = clock(text);
  const yearFirst = /(?<!\d)(\d{4}) ?[年년./-] ?(\d{1,2}) ?[月월./-] ?(\d{1,2})(?!\d)/.exec(text);
  if (yearFirst) return moment([yearFirst[1], yearFirst[2], yearFirst[3], ...time], hints);
  const vietnamese = /(?<!\d)(\d{1,2}) tháng (\d{1,2}),? (?:năm )?(\d{4})(?!\d)/iu.exec(text);
  if (vietnamese) return moment([vietnamese[3], vietnamese[2], vietnamese[1], ...time], hints);
  const match = /(?<!\d)(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d)/.exec(text);
  if (!match) return undefined;
  const [a, b] = [Number(match[1]), Number(match[3])];
  const year = match[4]?.length === 2 ? `20${match[4]}` : match[4];
  const monthFirst = b > 12 || a <= 12 && match[2] === '/' && /^en(?:-us)?$/i.test(hints.language ?? '');
  if (!monthFirst && a <= 12 && a !== b && match[2] === '/' && hints.language === undefined) return undefined;
  return moment(monthFirst ? [year, match[1], match[3], ...time] : [year, match[3], match[1], ...time], hints);
}

/** A month by name, with day and year around it in any order. */
function named(text: string, hints: DateHints): Date | undefined {
  for (const word of text.toLowerCase().matchAll(/\p{L}{3,12}/gu)) {
    const month = MONTH_NAMES.get(word[0]);
    if (month === undefined) continue;
    const before = text.slice(Math.max(0, word.index - 12), word.index);
    const after = text.slice(word.index + word[0].length, word.index + word[0].length + 24);
    const year = /(?<!\d)(\d{4})(?!\d)/.exec(after)?.[1] ?? /(\d{4})\D{0,4}$/.exec(before)?.[1];
    const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª)?[.,]?(?: de| of)? ?$/iu.exec(before)?.[1] ?? /^[.,]? ?(?:de )?(\d{1,2})(?!\d)(?:st|nd|rd|th)?/iu.exec(after)?.[1];
    if (year !== undefined && day !== undefined) return moment([year, String(month), day, ...clock(text)], hints);
  }
  return undefined;
}

/** "2 days ago", `3天前`, `昨天`. */
function relative(text: string, hints: DateHints): Date | undefined {
  if (!hints.now) return undefined;
  const lower = text.toLowerCase();
  for (const [pattern, days] of TODAY_WORDS) if (pattern.test(lower)) return new Date(hints.now.getTime() - days * DAY);
  if (!RELATIVE_WORDS.test(lower)) return undefined;
  for (const [pattern, milliseconds] of RELATIVE_UNITS) {
    const amount = pattern.exec(lower)?.[1];
    if (amount === undefined) continue;
    const count = /^\d+$/.test(amount) ? Number(amount) : 1;
    return new Date(hints.now.getTime() - count * milliseconds);
  }
  return undefined;
}

/** `08-03`, `8月3日`: the last such day that is not after `now`. */
function withoutYear(text: string, hints: DateHints): Date | undefined {
  const match = /(?<![\d-])(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/.exec(text) ?? /^(\d{2})-(\d{2})(?: \d{2}:\d{2})?$/.exec(text);
  if (!match || !hints.now) return undefined;
  const year = hints.now.getUTCFullYear();
  const date = moment([String(year), match[1], match[2], ...clock(text)], hints);
  return date && date.getTime() > hints.now.getTime() + DAY ? moment([String(year - 1), match[1], match[2], ...clock(text)], hints) : date;
}

function clock(text: string): string[] {
  const match = /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(am|pm))?(?![\d:])/i.exec(text) ?? /(\d{1,2})[点點时時](\d{2})?分?/.exec(text);
  if (!match?.[1]) return [];
  const half = match[4]?.toLowerCase();
  const hour = half === 'pm' && Number(match[1]) < 12 ? Number(match[1]) + 12 : half === 'am' && match[1] === '12' ? 0 : Number(match[1]);
  return [String(hour), match[2] ?? '0', match[3] ?? '0'];
}

/** The moment of year, month, day, hour, minute and second, or undefined when there is no such day or time. */
function moment(parts: readonly (string | undefined)[], hints: DateHints): Date | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second > 60) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined;
  return new Date(date.getTime() - (hints.offsetMinutes ?? 0) * 60_000);
}
