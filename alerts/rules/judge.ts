import { thresholdText, type Reference, type Threshold } from '../../model/comparison.ts';
import type { Clause, Level, Move, Rule } from '../../config/types.ts';
import type { AlertReason } from '../../model/alert.ts';
import { amountFor, type Looked } from './amounts.ts';
import { betweenMoney, reaches, type Movement } from './measure.ts';

/** Whether something stands: it does, it does not any more, or neither (not far enough to begin, not far enough back to end). */
type Stand = 'holds' | 'between' | 'over';

/** What a rule finds in a price. */
export interface Judged {
  /** Something moved far enough, together with all else that its clause asks. */
  readonly moved: boolean;
  /** Where the price stands, over the clauses that ask nothing else; undefined when there are none, or nothing is known to compare with. */
  readonly stand?: Stand;
  /** With a stand that holds: on which side of its line the price is. */
  readonly side?: Level['side'];
  /** What was compared with what: of the clause that decided. */
  readonly reason: AlertReason;
}

/** One comparison that decided. */
interface Compared {
  readonly reference: Reference;
  readonly by: Threshold | undefined;
  readonly movement: Movement;
}

const ORDER: Readonly<Record<Stand, number>> = { over: 0, between: 1, holds: 2 };

/**
 * Puts a price to the clauses of a rule. `rearm`: how far beyond the line the price must be before a stand is over. What was told of one side of a line
 * is over when the price is back across it, though it may not be far enough on the other side to be told of that.
 */
export function judge(clauses: readonly Clause[], looked: Looked, rearm: Rule['rearm']): Judged {
  let moved: Compared | undefined;
  let stood: Compared | undefined;
  let stand: Stand | undefined;
  let side: Level['side'] | undefined;
  for (const clause of clauses) {
    const levels = standOf(clause.levels, looked, rearm.distance);
    if (clause.moves.length > 0) {
      if (levels.stand === 'holds') moved ??= movedBy(clause.moves, looked);
      continue;
    }
    const found = levels.stand === 'between' && isOther(clause, looked.episode?.side) ? 'over' : levels.stand;
    if (found !== undefined && (stand === undefined || ORDER[found] > ORDER[stand])) {
      stand = found;
      stood = levels.first;
      side = found === 'holds' ? clause.levels[0]?.side : undefined;
    }
  }
  const decided = moved ?? stood;
  return { moved: moved !== undefined, ...(stand ? { stand } : {}), ...(side ? { side } : {}), reason: decided ? reasonOf(decided) : { baseline: 'previous' } };
}

/** About another side of a line than the one that was told. */
function isOther({ levels: [level] }: Clause, side: Level['side'] | undefined): boolean {
  return side !== undefined && level?.side !== side;
}

/** Where the price stands to all of the lines: as to the least of them. What is not known of one keeps all from being known. Without any line, it holds. */
function standOf(levels: readonly Level[], looked: Looked, back: Threshold | undefined): { readonly stand: Stand | undefined; readonly first?: Compared } {
  let least: Stand = 'holds';
  let first: Compared | undefined;
  for (const { side, by, of } of levels) {
    const line = amountFor(of, looked);
    if (line === undefined) return { stand: undefined };
    // What is on no side of a line that is not there was told of one that was.
    const movement: Movement = line ? betweenMoney(line, looked.to) : { way: 'none', to: looked.to };
    const stand = line ? standTo(movement, side, by, back) : 'over';
    first ??= { reference: of, by, movement };
    if (ORDER[stand] < ORDER[least]) least = stand;
  }
  return first ? { stand: least, first } : { stand: least };
}

function standTo(movement: Movement, side: Level['side'], by: Threshold | undefined, back: Threshold | undefined): Stand {
  if (movement.way === (side === 'below' ? 'down' : 'up')) return reaches(by, movement) ? 'holds' : 'between';
  return back && (movement.way === 'none' || !reaches(back, movement)) ? 'between' : 'over';
}

/** All of the movements far enough: the first of them. Who asks for a fall from a usual price wants none of a price that rises below it. */
function movedBy(moves: readonly Move[], looked: Looked): Compared | undefined {
  const before = looked.episode?.waiting?.from ?? looked.from;
  const itself = before ? betweenMoney(before, looked.to).way : 'none';
  let first: Compared | undefined;
  for (const { way, by, from } of moves) {
    const start = amountFor(from, looked);
    const movement = start ? betweenMoney(start, looked.to) : undefined;
    if (!movement || movement.way === 'none' || (way !== 'any' && movement.way !== way) || !reaches(by, movement)) return undefined;
    if ('days' in from && itself !== 'none' && itself !== movement.way) return undefined;
    first ??= { reference: from, by, movement };
  }
  return first;
}

/** What was compared with what, for the message. */
function reasonOf({ reference, by, movement: { from, to, percent } }: Compared): AlertReason {
  return {
    baseline: reference.kind, ...('days' in reference ? { days: reference.days } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}), ...(percent === undefined ? {} : { percent }),
    ...(by ? { threshold: thresholdText(by) } : {}),
  };
}
