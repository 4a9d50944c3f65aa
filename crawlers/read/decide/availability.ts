import type { Availability } from '../../../model/listing.ts';
import type { Candidate, Reading } from '../../../model/reading.ts';
import type { Candidates } from '../candidates.ts';
import { BUY_WORD } from '../markup/words.ts';
import { parseAvailability } from '../text/availability.ts';
import { against, groupBy, losersOf, round, type Group } from './group.ts';

const CAN_BUY: ReadonlySet<Availability> = new Set(['in_stock', 'low']);

/** What visible words or a button that works are worth; less is a button that is switched off. */
const SELLS = 0.5;
/** What is surely said of one size or branch alone, or far from the article, decides nothing. */
const LEAST = 0.3;

/**
 * Whether it can be bought. `in_stock` and `low` agree, as do `out_of_stock` and `delisted`. Markup that says in stock
 * against clear words that say sold out, with no button that sells, is a named conflict and stays unknown.
 */
export function decideAvailability(found: Candidates): Reading<Availability> {
  const candidates = found.availability;
  if (candidates.length === 0) return { state: 'unknown', reason: 'not_found' };
  const sides = groupBy(candidates, side);
  const [first, second] = sides;
  const ahead = sides.find((group) => side(group.best.value) === 'preorder' && group.confidence >= SELLS);
  // A button sells what is to come as well.
  const [winner, rival] = first && ahead && first !== ahead && first.members.every(isButton) ? [ahead, first] : [first, second];
  if (!winner) return { state: 'unknown', reason: 'not_found' };
  if (winner.confidence < LEAST) return { state: 'unknown', reason: 'ambiguous', detail: `only "${winner.best.evidence.raw}", of one size, one branch or another article`, losers: [winner.best] };
  const conflict = conflictOf(winner, rival);
  if (conflict !== undefined) return { state: 'unknown', reason: 'conflict', detail: conflict, losers: sides.slice(0, 2).map((group) => group.best) };
  // Within the winning side the finer word wins when it comes from what is trusted as much.
  const exact = groupBy(winner.members, (value) => value);
  const best = exact.find(({ best: one }) => one.value === 'low' || one.value === 'delisted') ?? exact[0];
  const chosen = best && best.best.confidence >= winner.best.confidence * 0.6 ? best.best : winner.best;
  const losers = losersOf(sides, winner);
  return { state: 'known', value: chosen.value, confidence: round(against(winner, rival)), evidence: chosen.evidence, ...(losers.length > 0 ? { losers } : {}) };
}

/** True for a button: words that sell and say nothing of stock. */
function isButton({ value, evidence }: Candidate<Availability>): boolean {
  return CAN_BUY.has(value) && evidence.method === 'text' && (BUY_WORD.test(evidence.raw) || parseAvailability(evidence.raw) === undefined);
}

function side(value: Availability): string {
  if (CAN_BUY.has(value)) return 'buy';
  return value === 'preorder' ? 'preorder' : 'out';
}

function conflictOf(winner: Group<Availability>, rival: Group<Availability> | undefined): string | undefined {
  if (!rival || !CAN_BUY.has(winner.best.value) || side(rival.best.value) !== 'out') return undefined;
  const sells = winner.members.some(({ evidence, confidence }) => (evidence.method === 'text' && confidence >= SELLS) || evidence.method === 'platform');
  const words = rival.members.find(({ evidence, confidence }) => evidence.method === 'text' && confidence >= 0.6);
  if (sells || !words) return undefined;
  return `${winner.best.evidence.method} says in stock (${winner.best.evidence.raw}), the page says "${words.evidence.raw}"`;
}
