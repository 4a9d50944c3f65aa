import { crawlEvents } from '../changes/crawl-events.ts';
import { missesNeeded, NO_GAPS, withGaps } from '../changes/gaps.ts';
import { allMoves, boundsOf, NO_MOVES, withMoves } from '../changes/judgement/looks.ts';
import { massFactor, type PricePair } from '../changes/judgement/mass.ts';
import { habitsOf } from '../changes/judgement/habits.ts';
import type { Custom, PriceMove } from '../changes/judgement/suspicion.ts';
import { heldAlike, judgeView, looksOf, type Judged, type JudgedView } from '../changes/judgement/view.ts';
import { diffPresence } from '../changes/presence.ts';
import type { Change, ChangeFacts } from '../../model/change.ts';
import { TARGET_KINDS, type Verdict } from '../../model/crawl.ts';
import { listingSubject, sourceSubject, targetSubject, type CrawlId, type ListingId, type SourceId, type TargetId } from '../../model/ids.ts';
import { valueOf } from '../../model/reading.ts';
import { tallyOf, type JudgeCrawl, type JudgedCrawl } from './judge-crawl.ts';
import { crawlIdOf, foldInto, newListing, viewOf, type ListingState, type View } from './listing-state.ts';
import type { RecordedCrawl } from './recording.ts';
import { AS_RECORDED, finish, type Naming, type TargetState } from './target-state.ts';

/** What one recorded crawl came to. */
export interface FoldedCrawl {
  readonly crawl: RecordedCrawl;
  readonly sourceId: SourceId;
  readonly targetId: TargetId;
  readonly judgement: JudgedCrawl;
  /** Factor by which so many prices moved alike that it is held for a misreading. */
  readonly mass?: number;
  readonly changes: readonly Change[];
  readonly judged: readonly Judged[];
  /** What was decided about the versions of each listing that it saw. */
  readonly settled: readonly SettledListing[];
}

/** What was decided about the versions of one listing. */
export interface SettledListing {
  readonly listingId: ListingId;
  readonly settlements: JudgedView['settlements'];
}

interface SeenListing {
  readonly listing: ListingState;
  readonly view: View;
}

interface Comparison {
  readonly changes: readonly Change[];
  readonly judged: readonly Judged[];
  readonly moves: readonly PriceMove[];
  readonly settled: readonly SettledListing[];
}

/** Crawls of one target bring a list, from which a listing can be missing; those of other kinds say nothing about what they do not show. */
const MOST_ALONE = 1.5;

/**
 * Takes recorded crawls in, oldest first, as the workers take in their own: the same verdicts, the same comparison, the same suspicion with the next crawl
 * as its second look, the same presence. All it knows is in memory.
 */
export class Fold {
  readonly #judge: JudgeCrawl;
  readonly #naming: Naming;
  readonly #names = new Map<CrawlId, string>();
  readonly #targets = new Map<TargetId, TargetState>();
  readonly #listings = new Map<ListingId, ListingState>();

  constructor(judge: JudgeCrawl, naming: Naming = AS_RECORDED) {
    this.#judge = judge;
    this.#naming = naming;
  }

  /** What the recording calls a crawl that was taken in. */
  nameOf(crawlId: CrawlId): string {
    return this.#names.get(crawlId) ?? crawlId;
  }

  /** Every listing as it stands now. */
  listings(): Iterable<ListingState> {
    return this.#listings.values();
  }

  /** The listing of a change, as it stands now. */
  listing(id: ListingId): ListingState | undefined {
    return this.#listings.get(id);
  }

  take(crawl: RecordedCrawl): FoldedCrawl {
    const target = this.#target(crawl);
    this.#names.set(crawlIdOf(target.id, crawl), crawl.id);
    const tally = tallyOf(crawl);
    const judgement = this.#judge({
      tally, kind: target.kind, ...(crawl.listed === undefined ? {} : { listed: crawl.listed }), ...(target.lastGood ? { lastGood: { ...target.lastGood, ...(target.usual ? { usual: target.usual } : {}) } } : {}),
    });
    const facts = factsOf(crawl, target);
    const trusted = judgement.verdict === 'good' || judgement.verdict === 'partial';
    const seen = this.#seen(target, crawl);
    const custom = this.#custom(target, crawl, seen);
    const judged = trusted ? this.#compare(seen, crawlIdOf(target.id, crawl), custom) : heldBack(seen);
    const alike = heldAlike(judged.judged);
    const events = crawlEvents({
      before: target, verdict: judgement.verdict, crawl: { tally, ...(judgement.fault ? { fault: judgement.fault } : {}) }, ...(alike ? { alike } : {}),
      facts: { ...facts, subjectId: sourceSubject(target.sourceId), title: crawl.source },
    });
    const presence = trusted ? this.#presence(target, crawl, judgement.verdict, facts) : [];
    target.moves = withMoves(target.moves, judged.moves);
    finish(target, judgement, tally, events.state, looksOf(judged.judged));
    target.lastFinishedAt = crawl.finishedAt ?? crawl.startedAt;
    const changes = [...events.changes, ...judged.changes, ...presence].map((change) => ({ ...change, crawlId: crawlIdOf(target.id, crawl) }));
    return { crawl, sourceId: target.sourceId, targetId: target.id, judgement, changes, judged: judged.judged, settled: judged.settled, ...(alike && custom.mass !== undefined ? { mass: custom.mass } : {}) };
  }

  #target(crawl: RecordedCrawl): TargetState {
    const { sourceId, targetId: id } = this.#naming(crawl);
    const known: TargetState = this.#targets.get(id) ?? {
      id, sourceId, kind: TARGET_KINDS.find((one) => one === crawl.kind) ?? 'catalogue', gaps: NO_GAPS, looks: [], moves: NO_MOVES, brokenSince: null, blockedSince: null, listings: new Map(),
    };
    this.#targets.set(id, known);
    return known;
  }

  /** The observations of the crawl folded into their views; broken crawls make versions too. */
  #seen(target: TargetState, crawl: RecordedCrawl): readonly SeenListing[] {
    const crawlId = crawlIdOf(target.id, crawl);
    return [...crawl.observed.values()].map((observed) => {
      const fresh = newListing(target.sourceId, observed, crawlId);
      const listing = this.#listings.get(fresh.id) ?? fresh;
      this.#listings.set(listing.id, listing);
      target.listings.set(listing.id, listing);
      listing.title = observed.title || listing.title;
      listing.url = observed.url || listing.url;
      listing.lastSeenAt = observed.at;
      listing.lastSeenCrawl = crawlId;
      const view = viewOf(listing, target.id);
      foldInto(view, listing, observed, crawlId);
      return { listing, view };
    });
  }

  /** What is usual at the source, learnt from all its targets, and what this crawl as a whole shows. */
  #custom(target: TargetState, crawl: RecordedCrawl, seen: readonly SeenListing[]): Custom {
    const ofSource = [...this.#targets.values()].filter((one) => one.sourceId === target.sourceId);
    const bounds = boundsOf(ofSource.flatMap(({ looks }) => looks), allMoves(ofSource.map(({ moves }) => moves)));
    const pairs = seen.flatMap(({ view: { head, baseline } }): PricePair[] => {
      const to = head?.content.kind === 'listing' ? valueOf(head.content.fields.price) : undefined;
      const from = to && baseline?.prices?.[to.kind]?.price;
      return from ? [{ from, to }] : [];
    });
    const mass = massFactor(pairs);
    const sinceLast = target.lastFinishedAt ? crawl.startedAt.getTime() - target.lastFinishedAt.getTime() : 0;
    return { bounds, ...(sinceLast > 0 ? { sinceLast } : {}), habits: habitsOf([...crawl.observed.values()].map(({ fields }) => fields)), ...(mass === undefined ? {} : { mass }) };
  }

  #compare(seen: readonly SeenListing[], crawlId: CrawlId, custom: Custom): Comparison {
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

  #presence(target: TargetState, crawl: RecordedCrawl, verdict: Verdict, facts: Omit<ChangeFacts, 'id'>): readonly Change[] {
    const crawlId = crawlIdOf(target.id, crawl);
    const isList = target.kind === 'catalogue' || (target.kind === 'product' && (target.lastGood?.listings ?? 0) > MOST_ALONE);
    const afterPoor = target.lastVerdict !== undefined && target.lastVerdict !== 'good';
    const misses = missesNeeded(target.gaps);
    const changes: Change[] = [];
    const gaps = { missed: new Array<number>(), returned: new Array<number>() };
    for (const listing of target.listings.values()) {
      const seen = listing.lastSeenCrawl === crawlId || (crawl.listedIds?.has(listing.productId) ?? false);
      if (!seen && (!isList || !listing.presence)) continue;
      const before = listing.presence;
      const content = listing.views.get(target.id)?.head?.content;
      const price = content?.kind === 'listing' ? valueOf(content.fields.price) : undefined;
      const { presence, change } = diffPresence({
        seenNow: seen ? 'present' : 'not_listed', verdict, firstCrawl: target.lastGood === undefined, misses, afterPoor, ...(price ? { price } : {}),
        facts: { ...facts, subjectId: listingSubject(listing.id), listingId: listing.id, title: listing.title, url: listing.url }, ...(before ? { before: { ...before, lastSeenAt: listing.lastSeenAt } } : {}),
      });
      listing.presence = presence;
      if (change) changes.push(change);
      if (presence.missed > (before?.missed ?? 0)) gaps.missed.push(presence.missed);
      if (seen && before && before.missed > 0) gaps.returned.push(before.missed);
    }
    target.gaps = withGaps(target.gaps, gaps);
    return changes;
  }
}

function factsOf(crawl: RecordedCrawl, target: TargetState): Omit<ChangeFacts, 'id'> {
  return {
    sourceId: target.sourceId, targetId: target.id, subjectId: targetSubject(target.id), crawlId: crawlIdOf(target.id, crawl), at: crawl.finishedAt ?? crawl.startedAt, title: crawl.source, url: '',
  };
}

/** Of a crawl whose reading is not to be trusted nothing is taken in. */
function heldBack(seen: readonly SeenListing[]): Comparison {
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
