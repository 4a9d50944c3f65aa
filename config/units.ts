import { z } from 'zod';
import { Cron } from 'croner';
import { currencyCode, moneyFromDecimal, type Money } from '../model/money.ts';

const DAY = 86_400_000;
const MS: ReadonlyMap<string | undefined, number> = new Map([['ms', 1], ['s', 1_000], ['m', 60_000], ['h', 3_600_000], ['d', DAY], ['w', 7 * DAY]]);
const BYTES: ReadonlyMap<string | undefined, number> = new Map([['B', 1], ['kB', 1e3], ['MB', 1e6], ['GB', 1e9], ['TB', 1e12]]);

function fail(ctx: z.RefinementCtx, message: string): never {
  ctx.addIssue({ code: 'custom', message });
  return z.NEVER;
}

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

export const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'not an IANA time zone such as Asia/Shanghai');

export const cron = z.string().refine((pattern) => {
  try {
    return pattern.trim().split(/\s+/).length === 5 && new Cron(pattern, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}, 'not a five-field cron expression that ever comes true, e.g. "0 8 * * 1-5"');

/** A difference: a share in per cent, or an amount of money. */
export type Threshold = { readonly kind: 'percent'; readonly percent: number } | { readonly kind: 'money'; readonly money: Money };

/** `5%` or `2.00 USD`. */
export const threshold = z.string().transform((text, ctx): Threshold => {
  const share = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  if (share) return { kind: 'percent', percent: Number(share[1]) };
  const parts = /^(\d+(?:\.\d+)?)\s*([A-Za-z]{3})$/.exec(text.trim());
  const currency = parts?.[2] === undefined ? undefined : currencyCode(parts[2]);
  const money = currency && parts?.[1] !== undefined ? moneyFromDecimal(parts[1], currency) : undefined;
  return money ? { kind: 'money', money } : fail(ctx, `"${text}" is neither a share such as 5% nor an amount such as 2.00 USD`);
});

/** The threshold as the operator would write it. */
export function thresholdText(value: Threshold): string {
  return value.kind === 'percent' ? `${value.percent}%` : `${(value.money.minor / 10 ** value.money.exponent).toFixed(value.money.exponent)} ${value.money.currency}`;
}
