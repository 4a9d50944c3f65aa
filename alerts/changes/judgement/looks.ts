import type { LargeMoves } from '../../../model/large-moves.ts';
import type { Look } from '../../../model/look.ts';

/** How far a price may go at once before it is looked at again, as the factor new over old: `up` above 1, `down` below. */
export interface Bounds {
  readonly up: number;
  readonly down: number;
  /** silent: so many of its large falls come without a word on the page that one which comes again at the same price is a sale. Left out while too few moves are known. */
  readonly sales?: 'announced' | 'silent';
}

/** Looks that are remembered of one target. */
export const MOST_LOOKS = 60;

/** The bounds that can be learnt, narrow to wide, as the factor of the larger price over the smaller one. */
interface Steps {
  readonly factors: readonly number[];
  /** Where a source begins of which nothing is known. */
  readonly start: number;
  /** At most this share of all large moves may be bare and further than the bound: they are told later than they could be. */
  readonly mostLate: number;
}

/**
 * They start at a rise by a half and a fall to a little less than a half: half price is the most common of all sales, and its cents are rounded. A bare rise
 * stays, if it is real, so that to hold it costs nothing but time: its bound may hold back more, and goes below what counts as large, where it costs no
 * large move. A bare fall is often a short sale, which is lost by waiting.
 */
const UP: Steps = { factors: [1.15, 1.3, 1.4, 1.5, 1.75, 2.1, 2.5, 3], start: 3, mostLate: 0.045 };
const DOWN: Steps = { factors: [1 / 0.7, 1 / 0.6, 1 / 0.485, 1 / 0.4, 1 / 0.33, 1 / 0.28, 1 / 0.25], start: 2, mostLate: 0.02 };
/** Looks just beyond the bound that must agree before it moves. */
const ENOUGH = 8;
const MOST_REAL = 0.85;
const MOST_WRONG = 0.9;
/** How far beyond the bound looks speak about it: half as far again. */
const NEAR = Math.log(1.5);

/** A move is large from here on. */
const LARGE = { up: 1.25, down: 0.75 } as const;
/** So many large moves must be known before they say more than second looks do. */
const LARGE_KNOWN = 30;
/** Where so large a share of them are bare falls, sales are not announced. */
const SILENT = 0.1;
/** Counts are halved beyond this, so that what was long ago is forgotten. */
const MOST_LARGE = 2_000;

export const FIRST_BOUNDS: Bounds = { up: factorAt(UP, UP.start), down: 1 / factorAt(DOWN, DOWN.start) };
export const NO_MOVES: LargeMoves = { all: 0, up: UP.factors.map(() => 0), down: DOWN.factors.map(() => 0) };

/**
 * What the source teaches. At first, second looks: where nearly all jumps just beyond the bound were real it moves out, where nearly none was it moves in. As
 * soon as enough large moves are known: the narrowest bound that holds back few of them. Where pages announce as good as all large moves, or they lead back to
 * known prices, a bare one is out of the usual early; where they announce none, late. The looks may come in any order; the same ones give the same bounds.
 */
export function boundsOf(looks: readonly Look[], { all, up, down }: LargeMoves = NO_MOVES): Bounds {
  const sales = down.reduce((sum, count) => sum + count, 0) >= SILENT * all ? 'silent' : 'announced';
  if (all >= LARGE_KNOWN) return { up: narrowest(UP, all, up), down: 1 / narrowest(DOWN, all, down), sales };
  const ordered = looks.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.size - b.size);
  return { up: learnt(UP, ordered.filter(({ size }) => size > 0)), down: 1 / learnt(DOWN, ordered.filter(({ size }) => size < 0)) };
}

function narrowest(steps: Steps, all: number, bare: readonly number[]): number {
  let step = steps.factors.length - 1;
  let beyond = bare[step] ?? 0;
  while (step > 0) {
    beyond += bare[step - 1] ?? 0;
    if (beyond > all * steps.mostLate) break;
    step -= 1;
  }
  return factorAt(steps, step);
}

/** The counts with some more moves. */
export function withMoves(moves: LargeMoves, more: readonly { readonly factor: number; readonly bare: boolean }[]): LargeMoves {
  const large = more.filter(({ factor }) => factor >= LARGE.up || factor <= LARGE.down);
  if (large.length === 0) return moves;
  const bare = large.filter((one) => one.bare);
  const before = allMoves([moves]);
  const sum: LargeMoves = {
    all: before.all + large.length, up: counted(UP.factors, before.up, bare.map(({ factor }) => factor)), down: counted(DOWN.factors, before.down, bare.map(({ factor }) => 1 / factor)),
  };
  return sum.all <= MOST_LARGE ? sum : { all: sum.all / 2, up: sum.up.map((count) => count / 2), down: sum.down.map((count) => count / 2) };
}

function counted(factors: readonly number[], before: readonly number[], moved: readonly number[]): readonly number[] {
  return factors.map((from, step) => (before[step] ?? 0) + moved.filter((factor) => factor > from && factor <= (factors[step + 1] ?? Number.POSITIVE_INFINITY)).length);
}

/** The counts of several targets of one source together. Those that were counted in other steps, by an earlier release, are left out. */
export function allMoves(moves: readonly LargeMoves[]): LargeMoves {
  const alike = moves.filter(({ up, down }) => up.length === UP.factors.length && down.length === DOWN.factors.length);
  const sum = (way: 'up' | 'down'): readonly number[] => NO_MOVES[way].map((_, step) => alike.reduce((count, one) => count + (one[way][step] ?? 0), 0));
  return { all: alike.reduce((count, one) => count + one.all, 0), up: sum('up'), down: sum('down') };
}

/** The looks with some more, the oldest forgotten. */
export function withLooks(looks: readonly Look[], more: readonly Look[]): readonly Look[] {
  return more.length === 0 ? looks : [...looks, ...more].slice(-MOST_LOOKS);
}

function learnt(steps: Steps, looks: readonly Look[]): number {
  let step = steps.start;
  let seen = 0;
  let real = 0;
  for (const look of looks) {
    const beyond = Math.abs(look.size) - Math.log(factorAt(steps, step));
    if (beyond < 0 || beyond > NEAR) continue;
    seen += 1;
    if (look.real) real += 1;
    const move = seen < ENOUGH ? 0 : real >= seen * MOST_REAL ? 1 : real <= seen * (1 - MOST_WRONG) ? -1 : 0;
    if (move === 0) continue;
    step = Math.max(0, Math.min(steps.factors.length - 1, step + move));
    [seen, real] = [0, 0];
  }
  return factorAt(steps, step);
}

function factorAt({ factors }: Steps, step: number): number {
  return factors[step] ?? 1;
}
