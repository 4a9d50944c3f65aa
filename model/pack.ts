import { money, type Money } from './money.ts';

/** So many units of ours are as much as so many of theirs: 6 and 1 when one of theirs is a pack of six of ours. Whole, from 1 to 10,000, in lowest terms. */
export interface PackRatio {
  readonly ours: number;
  readonly theirs: number;
}

export const ONE_TO_ONE: PackRatio = { ours: 1, theirs: 1 };
const LARGEST = 10_000;

/** How many of ours one of theirs is, as people write it: `6`, or `1/6` when six of theirs are one of ours. Undefined for any other text. */
export function packRatioFrom(text: string): PackRatio | undefined {
  const parts = /^(\d{1,5})(?:\/(\d{1,5}))?$/.exec(text.trim());
  const [ours, theirs] = [Number(parts?.[1] ?? 0), Number(parts?.[2] ?? 1)];
  if ([ours, theirs].some((count) => count < 1 || count > LARGEST)) return undefined;
  const shared = greatestDivisor(ours, theirs);
  return { ours: ours / shared, theirs: theirs / shared };
}

/** The ratio as {@link packRatioFrom} reads it. */
export function packRatioText({ ours, theirs }: PackRatio): string {
  return theirs === 1 ? String(ours) : `${ours}/${theirs}`;
}

/** What one of ours costs at their price. Rounded up to the minor unit, so that rounding never makes a rival look cheaper than it is; undefined when too large. */
export function forOneOfOurs(theirPrice: Money, { ours, theirs }: PackRatio): Money | undefined {
  return scaled(theirPrice, theirs, ours);
}

/** What one of theirs costs at our price. Rounded up to the minor unit: below that is what is below the exact amount; undefined when too large. */
export function forOneOfTheirs(ourPrice: Money, { ours, theirs }: PackRatio): Money | undefined {
  return scaled(ourPrice, ours, theirs);
}

function scaled({ minor, currency }: Money, times: number, by: number): Money | undefined {
  const product = BigInt(minor) * BigInt(times);
  const quotient = product / BigInt(by);
  // BigInt division cuts towards zero, which is up for negative amounts.
  const up = Number(product > 0n && product % BigInt(by) !== 0n ? quotient + 1n : quotient);
  return Number.isSafeInteger(up) ? money(up, currency) : undefined;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
