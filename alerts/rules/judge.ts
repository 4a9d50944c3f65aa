import { thresholdText, type Reference, type Threshold } from '../../config/units.ts';
import type { Clause, Level, Move, Rule } from '../../config/types.ts';
import type { AlertReason } from '../../model/alert.ts';
import type { Money } from '../../model/money.ts';
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
  /** What was compared with what: of the clause that decided. */
  readonly reason: AlertReason;
}

/** Puts a price to the clauses of a rule. `rearm`: how far beyond the line the price must be before a stand is over. */
export function judge(clauses: readonly Clause[], looked: Looked, rearm: Rule['rearm']): Judged {
  let moved: AlertReason | undefined;
  let stood: AlertReason | undefined;
  let stand: Stand | undefined;
  for (const clause of clauses) {
    const found = clause.levels.map((level) => standOf(level, looked, rearm.distance));
    const worst = found.reduce<Stand | undefined>((all, one) => weaker(all, one?.stand), 'holds');
    const first = found[0]?.reason;
    if (clause.moves.length > 0) {
      const ways = clause.moves.map((move) => movedBy(move, looked));
      if (worst === 'holds' && ways.every((way) => way !== undefined)) moved ??= ways[0];
    } else if (worst !== undefined) {
      if (first && (stood === undefined || (worst === 'holds' && stand !== 'holds'))) stood = first;
      stand = stronger(stand, worst);
    }
  }
  return { moved: moved !== undefined, ...(stand ? { stand } : {}), reason: moved ?? stood ?? { baseline: 'previous' } };
}

const ORDER: readonly Stand[] = ['over', 'between', 'holds'];

/** Both must hold; what is not known keeps all from being known. */
function weaker(a: Stand | undefined, b: Stand | undefined): Stand | undefined {
  return a === undefined || b === undefined ? undefined : ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b;
}

function stronger(a: Stand | undefined, b: Stand): Stand {
  return a === undefined || ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a;
}

function standOf({ side, by, of }: Level, looked: Looked, back: Threshold | undefined): { readonly stand: Stand; readonly reason: AlertReason } | undefined {
  const line = amountFor(of, looked);
  if (!line) return undefined;
  const movement = betweenMoney(line, looked.to);
  const beyond = movement.way === (side === 'below' ? 'down' : 'up');
  const stand = beyond ? (reaches(by, movement) ? 'holds' : 'between') : back && (movement.way === 'none' || !reaches(back, movement)) ? 'between' : 'over';
  return { stand, reason: reasonOf(of, by, movement) };
}

function movedBy({ way, by, from }: Move, looked: Looked): AlertReason | undefined {
  const start = amountFor(from, looked);
  if (!start) return undefined;
  const movement = betweenMoney(start, looked.to);
  const right = movement.way !== 'none' && (way === 'any' || movement.way === way) && reaches(by, movement);
  return right ? reasonOf(from, by, movement) : undefined;
}

/** What was compared with what, for the message. */
export function reasonOf(reference: Reference, by: Threshold | undefined, { from, to, percent }: { readonly from?: Money; readonly to?: Money } & Pick<Movement, 'percent'>): AlertReason {
  return {
    baseline: reference.kind, ...('days' in reference ? { days: reference.days } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}), ...(percent === undefined ? {} : { percent }),
    ...(by ? { threshold: thresholdText(by) } : {}),
  };
}
