import { z } from 'zod';
import { Cron } from 'croner';
import type { Confirmation, Reference, Threshold } from '../model/comparison.ts';
import { currencyCode, exponentOf, moneyFromDecimal, type CurrencyCode, type Money } from '../model/money.ts';
import { WEEKDAYS, type Weekday } from '../model/weekday.ts';
import { suggestion } from './mistakes.ts';

const DAY = 86_400_000;
const MS: ReadonlyMap<string | undefined, number> = new Map([['ms', 1], ['s', 1_000], ['m', 60_000], ['h', 3_600_000], ['d', DAY], ['w', 7 * DAY]]);
const BYTES: ReadonlyMap<string | undefined, number> = new Map([['B', 1], ['kB', 1e3], ['MB', 1e6], ['GB', 1e9], ['TB', 1e12]]);

function fail(ctx: z.RefinementCtx, message: string): never {
  ctx.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** A web address. */
export const url = z.url({ protocol: /^https?$/, error: 'not an http:// or https:// URL' });

/** `whsec_` and the base64 of 24 to 64 bytes, as Standard Webhooks has it. */
export const webhookSecret = z.string().refine((text) => {
  const bytes = /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text.slice('whsec_'.length), 'base64').length : 0;
  return bytes >= 24 && bytes <= 64;
}, 'not whsec_ and the base64 of 24 to 64 bytes; make one with: echo "whsec_$(openssl rand -base64 32)"');

export const name = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, 'a name is letters, digits, ".", "_" or "-", at most 64');

/** `90s`, `30m`, `6h`, `1d`, `2w` as milliseconds. */
export const duration = z.string().transform((text, ctx) => {
  const parts = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d|w)$/.exec(text.trim());
  if (!parts) return fail(ctx, `"${text}" is no duration; write a number and one of ms, s, m, h, d, w, e.g. 30m`);
  const value = Math.round(Number(parts[1]) * (MS.get(parts[2]) ?? 0));
  return value > 0 && value <= 3_660 * DAY ? value : fail(ctx, `"${text}" must be more than 0 and at most ten years`);
});

/** `500kB`, `8MB`, `5GB` as bytes. */
export const bytes = z.string().transform((text, ctx) => {
  const parts = /^(\d+(?:\.\d+)?)\s*(B|kB|MB|GB|TB)$/.exec(text.trim());
  return parts ? Math.round(Number(parts[1]) * (BYTES.get(parts[2]) ?? 0)) : fail(ctx, `"${text}" is no size; write e.g. 500kB, 8MB or 5GB`);
});

/** `08:30` as minutes after midnight. */
export const clockTime = z.string().transform((text, ctx) => {
  const parts = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : fail(ctx, `"${text}" is no time of day; write e.g. 08:30`);
});

/** When alerts are told together; `minute` of the day, local time. */
export type DigestTime = { readonly kind: 'now' } | { readonly kind: 'daily'; readonly minute: number } | { readonly kind: 'weekly'; readonly day: Weekday; readonly minute: number };

/** `now`, `daily 08:30` or `weekly mon 08:30`. */
export const digestTime = z.string().transform((text, ctx): DigestTime => {
  const parts = /^(?:now|(daily|weekly +([a-z]{3})[a-z]{0,6}) +([01]?\d|2[0-3]):([0-5]\d))$/.exec(text.trim().toLowerCase());
  const day = WEEKDAYS.find((name) => name === parts?.[2]);
  if (!parts || (parts[2] !== undefined && day === undefined)) return fail(ctx, `"${text}" is no time of a digest; write now, daily 08:30 or weekly mon 08:30`);
  const minute = Number(parts[3]) * 60 + Number(parts[4]);
  if (parts[1] === undefined) return { kind: 'now' };
  return day === undefined ? { kind: 'daily', minute } : { kind: 'weekly', day, minute };
});

export const timeZone = z.string().refine(isTimeZone, { error: ({ input }) => `not an IANA time zone such as Asia/Shanghai.${suggestion(String(input), Intl.supportedValuesOf('timeZone'))}` });

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

export const cron = z.string().refine((pattern) => {
  try {
    return pattern.trim().split(/\s+/).length === 5 && new Cron(pattern, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}, 'not a five-field cron expression that ever comes true, e.g. "0 8 * * 1-5"');

/** `5%` or `2.00 USD`. */
export const threshold = z.string().transform((text, ctx): Threshold => {
  const share = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  if (share) return { kind: 'percent', percent: Number(share[1]) };
  const money = amountOf(text);
  return money ? { kind: 'money', money } : fail(ctx, `"${text}" is neither a share such as 5% nor an amount such as 2.00 USD`);
});

function amountOf(text: string): Money | undefined {
  const parts = /^(\d+(?:\.\d+)?)\s*([A-Za-z]{3})$/.exec(text.trim());
  const currency = parts?.[2] === undefined ? undefined : currencyCode(parts[2]);
  return currency && parts?.[1] !== undefined && !readsTwoWays(parts[1], currency) ? moneyFromDecimal(parts[1], currency) : undefined;
}

/** Whether three digits stand behind the point of a currency that has fewer: 1.299 EUR may be meant as 1299. */
export function readsTwoWays(decimal: string, currency: CurrencyCode): boolean {
  return /\.\d{3}$/.test(decimal) && exponentOf(currency) !== 3;
}

/** `19.90 USD`. */
export const amount = z.string().transform((text, ctx) => amountOf(text) ?? fail(ctx, `"${text}" is no amount such as 19.90 USD`));

const WORDS = ['previous', 'last_alerted', 'own_price', 'list_price', 'map', 'floor'] as const;
const OVER_DAYS = ['median', 'lowest', 'highest'] as const;

/** `previous`, `own_price` …, `median 14d`, `lowest 30d`, `highest 30d`, or an amount such as `19.90 USD`. */
export const reference = z.string().transform((text, ctx): Reference => {
  const [first = '', days = '', ...more] = text.trim().split(/\s+/);
  const word = WORDS.find((one) => one === first);
  if (word && days === '') return { kind: word };
  const over = OVER_DAYS.find((one) => one === first);
  const count = /^(\d{1,3})d$/.exec(days)?.[1];
  if (over && count !== undefined && more.length === 0 && Number(count) >= 1 && Number(count) <= MOST_DAYS) return { kind: over, days: Number(count) };
  if (over) return fail(ctx, `"${text}" needs a number of days from 1 to ${MOST_DAYS}, e.g. ${over} 30d`);
  const money = amountOf(text);
  if (money) return { kind: 'fixed', money };
  return fail(ctx, `"${text}" is nothing to compare with.${suggestion(first, [...WORDS, 'median 14d', 'lowest 30d', 'highest 30d', '19.90 USD'])}`);
});

/** A history of prices reaches back about so far. */
const MOST_DAYS = 365;

const MOST_CHECKS = 10;

/** Marks a text that may be written as a number, for the JSON Schema. */
export const NUMBER_OR_TEXT = 'numberOrText';

/** `2` (two in a row) or `2 of 3`. */
export const confirmation = z.string().transform((text, ctx): Confirmation => {
  const parts = /^(\d{1,2})(?:\s+of\s+(\d{1,2}))?$/.exec(text.trim());
  const needed = Number(parts?.[1] ?? 0);
  const of = Number(parts?.[2] ?? needed);
  return needed >= 1 && of >= needed && of <= MOST_CHECKS ? { needed, of } : fail(ctx, `"${text}" is no number of crawls from 1 to ${MOST_CHECKS}, nor one such as "2 of 3"`);
}).meta({ [NUMBER_OR_TEXT]: true });

/** A day (its end, in the file's time zone) or a time with its offset. */
export const endTime = z.string().refine((text) => z.union([z.iso.date(), z.iso.datetime({ offset: true })]).safeParse(text).success, 'neither a day such as 2026-12-31 nor a time such as 2026-12-31T18:00:00+08:00');
