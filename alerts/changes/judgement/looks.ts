import type { LargeMoves } from '../../../model/large-moves.ts';
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

/** A move is large from here on. */
const LARGE = { up: 1.25, down: 0.75 } as const;
/** So many large moves must be known … */
const LARGE_KNOWN = 60;
/** … of which at most this share may have been bare and further than a bound, before that bound is narrower than the first. */
const MAY_BE_BARE = 0.012;
/** Counts are halved beyond this, so that what was long ago is forgotten. */
const MOST_LARGE = 2_000;

export const FIRST_BOUNDS: Bounds = { up: UP[START] ?? 1.5, down: 1 / (DOWN[START] ?? 2) };
export const NO_MOVES: LargeMoves = { all: 0, up: [], down: [] };

/**
 * What the source teaches. Second looks: where nearly all jumps just beyond the bound were real it moves out, where nearly none was it moves in. And where
 * the pages announce as good as all large moves, or they lead back to known prices, a bare one is out of the usual earlier. The looks may come in any
 * order; the same ones give the same bounds.
 */
export function boundsOf(looks: readonly Look[], { all, up, down }: LargeMoves = NO_MOVES): Bounds {
  const ordered = looks.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.size - b.size);
  return {
    up: learnt(UP, ordered.filter(({ size }) => size > 0), narrowest(all, up)),
    down: 1 / learnt(DOWN, ordered.filter(({ size }) => size < 0), narrowest(all, down)),
  };
}

/** The first step beyond which bare moves are rare. */
function narrowest(all: number, bare: readonly number[]): number {
  if (all < LARGE_KNOWN) return START;
  let step = START;
  let beyond = 0;
  while (step > 0) {
    beyond += bare[step - 1] ?? 0;
    if (beyond > all * MAY_BE_BARE) break;
    step -= 1;
  }
  return step;
}

/** The counts with some more moves. */
export function withMoves(moves: LargeMoves, more: readonly { readonly factor: number; readonly bare: boolean }[]): LargeMoves {
  const large = more.filter(({ factor }) => factor >= LARGE.up || factor <= LARGE.down);
  if (large.length === 0) return moves;
  const bare = large.filter((one) => one.bare);
  const sum: LargeMoves = {
    all: moves.all + large.length, up: counted(UP, moves.up, bare.map(({ factor }) => factor)), down: counted(DOWN, moves.down, bare.map(({ factor }) => 1 / factor)),
  };
  return sum.all <= MOST_LARGE ? sum : { all: sum.all / 2, up: sum.up.map((count) => count / 2), down: sum.down.map((count) => count / 2) };
}

function counted(steps: readonly number[], before: readonly number[], factors: readonly number[]): readonly number[] {
  return Array.from({ length: START }, (_, step) => (before[step] ?? 0) + factors.filter((factor) => factor > (steps[step] ?? 0) && factor <= (steps[step + 1] ?? 0)).length);
}

/** The counts of several targets of one source together. */
export function allMoves(moves: readonly LargeMoves[]): LargeMoves {
  const sum = (way: 'up' | 'down'): readonly number[] => Array.from({ length: START }, (_, step) => moves.reduce((count, one) => count + (one[way][step] ?? 0), 0));
  return { all: moves.reduce((count, one) => count + one.all, 0), up: sum('up'), down: sum('down') };
}

/** The looks with some more, the oldest forgotten. */
export function withLooks(looks: readonly Look[], more: readonly Look[]): readonly Look[] {
  return more.length === 0 ? looks : [...looks, ...more].slice(-MOST_LOOKS);
}

function learnt(steps: readonly number[], looks: readonly Look[], narrow: number): number {
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
  return steps[step > START ? step : Math.min(step, narrow)] ?? 1;
}
