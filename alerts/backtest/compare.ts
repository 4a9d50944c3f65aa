import { judgeView, type Judged, type JudgedView } from '../changes/judgement/view.ts';
import type { Custom, PriceMove } from '../changes/judgement/suspicion.ts';
import type { Change } from '../../model/change.ts';
import type { CrawlId, ListingId } from '../../model/ids.ts';
import type { ListingState, View } from './listing-state.ts';

/** What was decided about the versions of one listing. */
export interface SettledListing {
  readonly listingId: ListingId;
  readonly settlements: JudgedView['settlements'];
}

/** A listing that a crawl saw, and what the crawl's target shows of it. */
export interface SeenListing {
  readonly listing: ListingState;
  readonly view: View;
}

/** What came of comparing what a crawl saw. */
interface Comparison {
  readonly changes: readonly Change[];
  readonly judged: readonly Judged[];
  readonly moves: readonly PriceMove[];
  readonly settled: readonly SettledListing[];
}

/** Compares what was seen with what held before, and settles the versions. */
export function compare(seen: readonly SeenListing[], crawlId: CrawlId, custom: Custom): Comparison {
  const settled: SettledListing[] = [];
  const changes: Change[] = [];
  const judged: Judged[] = [];
  const moves: PriceMove[] = [];
  for (const { listing, view } of seen) {
    if (!view.head || (view.head.diff === 'done' && view.held.length === 0)) continue;
    const siblings = [...listing.views.values()].flatMap((other) => (other === view || !other.baseline ? [] : [other.baseline]));
    const versions = [...view.held.filter(({ _id }) => _id !== view.head?._id), view.head];
    const result = judgeView({ versions, crawlId, siblings, custom, title: listing.title, listingId: listing.id, ...(view.baseline ? { baseline: view.baseline } : {}) });
    changes.push(...result.changes);
    judged.push(...result.judged);
    moves.push(...result.moves);
    settled.push({ listingId: listing.id, settlements: result.settlements });
    settle(view, result);
  }
  return { changes, judged, moves, settled };
}

/** Of a crawl whose reading is not to be trusted nothing is taken in. */
export function heldBack(seen: readonly SeenListing[]): Comparison {
  const settled = seen.flatMap(({ listing, view }): SettledListing[] => {
    const { head } = view;
    if (head?.diff !== 'pending') return [];
    view.head = { ...head, diff: 'held' };
    view.held = [...view.held, view.head];
    return [{ listingId: listing.id, settlements: [{ version: view.head, diff: 'held' }] }];
  });
  return { changes: [], judged: [], moves: [], settled };
}

function settle(view: View, { settlements, baseline }: ReturnType<typeof judgeView>): void {
  const held = settlements.filter(({ diff }) => diff === 'held').map(({ version, suspicion }) => ({ ...version, diff: 'held' as const, ...(suspicion ? { suspicion } : {}) }));
  view.held = held.toSorted((a, b) => a.seq - b.seq);
  const own = settlements.find(({ version }) => version._id === view.head?._id);
  if (view.head && own) view.head = { ...view.head, diff: own.diff, ...(own.suspicion ? { suspicion: own.suspicion } : {}) };
  if (baseline) view.baseline = baseline;
}
