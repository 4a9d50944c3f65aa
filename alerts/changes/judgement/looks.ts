import type { Look } from '../../../model/look.ts';

/** How far a price may go at once before it is looked at again, as the factor new over old: `up` above 1, `down` below. */
export interface Bounds {
  readonly up: number;
  readonly down: number;
}

/** Looks that are remembered of one target. */
export const MOST_LOOKS = 60;

/**
 * The bounds that can be learnt, narrow to wide. The first ones are a rise by a half and a fall to a little less than a half: half price is the most
 * common of all sales, and its cents are rounded. A fall may go as far as three quarters, a rise to three times, where second looks found such to be real.
 */
const UP: readonly number[] = [1.3, 1.4, 1.5, 1.75, 2.1, 2.5, 3];
const DOWN: readonly number[] = [1 / 0.7, 1 / 0.6, 1 / 0.485, 1 / 0.4, 1 / 0.33, 1 / 0.28, 1 / 0.25];
const START = 2;
/** Looks just beyond the bound that must agree before it moves. */
const ENOUGH = 8;
const MOST_REAL = 0.85;
const MOST_WRONG = 0.9;
/** How far beyond the bound looks speak about it: half as far again. */
const NEAR = Math.log(1.5);

export const FIRST_BOUNDS: Bounds = { up: UP[START] ?? 1.5, down: 1 / (DOWN[START] ?? 2) };

/**
 * What the second looks of a source teach: where nearly all jumps just beyond the bound were real it moves out, where nearly none was it moves in. The
 * looks may come in any order; the same ones give the same bounds.
 */
export function boundsOf(looks: readonly Look[]): Bounds {
  const ordered = looks.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.size - b.size);
  return { up: learnt(UP, ordered.filter(({ size }) => size > 0)), down: 1 / learnt(DOWN, ordered.filter(({ size }) => size < 0)) };
}

/** The looks with some more, the oldest forgotten. */
export function withLooks(looks: readonly Look[], more: readonly Look[]): readonly Look[] {
  return more.length === 0 ? looks : [...looks, ...more].slice(-MOST_LOOKS);
}

function learnt(steps: readonly number[], looks: readonly Look[]): number {
  let step = START;
  let seen = 0;
  let real = 0;
  for (const look of looks) {
    const beyond = Math.abs(look.size) - Math.log(steps[step] ?? 1);
    if (beyond < 0 || beyond > NEAR) continue;
    seen += 1;
    if (look.real) real += 1;
    const move = seen < ENOUGH ? 0 : real >= seen * MOST_REAL ? 1 : real <= seen * (1 - MOST_WRONG) ? -1 : 0;
    if (move === 0) continue;
    step = Math.max(0, Math.min(steps.length - 1, step + move));
    [seen, real] = [0, 0];
  }
  return steps[step] ?? 1;
}
