import { crawlEvents } from '../changes/crawl-events.ts';
import { NO_GAPS } from '../changes/gaps.ts';
import { habitsOf } from '../changes/judgement/habits.ts';
import { allMoves, boundsOf, NO_MOVES, withMoves } from '../changes/judgement/looks.ts';
import { massOf, type Mass, type PricePair } from '../changes/judgement/mass.ts';
import type { Custom } from '../changes/judgement/suspicion.ts';
import { heldAlike, looksOf, type Judged } from '../changes/judgement/view.ts';
import { besides } from '../../model/beside.ts';
import type { Change, ChangeFacts } from '../../model/change.ts';
import { TARGET_KINDS } from '../../model/crawl.ts';
import { sourceSubject, targetSubject, type CrawlId, type ListingId, type SourceId, type TargetId } from '../../model/ids.ts';
import { valueOf } from '../../model/reading.ts';
import { compare, heldBack, type SeenListing, type SettledListing } from './compare.ts';
import { tallyOf, type JudgeCrawl, type JudgedCrawl } from './judge-crawl.ts';
import { crawlIdOf, foldInto, newListing, viewOf, type ListingState } from './listing-state.ts';
import { comparePresence } from './presence.ts';
import type { RecordedCrawl } from './recording.ts';
import { AS_RECORDED, finish, type Naming, type TargetState } from './target-state.ts';

/** What one recorded crawl came to. */
export interface FoldedCrawl {
  readonly crawl: RecordedCrawl;
  readonly sourceId: SourceId;
  readonly targetId: TargetId;
  readonly judgement: JudgedCrawl;
  /** What so many prices did alike that it is held for a misreading. */
  readonly mass?: Mass;
  readonly changes: readonly Change[];
  readonly judged: readonly Judged[];
  /** What was decided about the versions of each listing that it saw. */
  readonly settled: readonly SettledListing[];
}

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
    const ofSource = [...this.#targets.values()].filter((one) => one.sourceId === target.sourceId);
    const custom = customOf(ofSource, target, crawl, seen);
    const judged = trusted ? compare(seen, crawlIdOf(target.id, crawl), custom) : heldBack(seen);
    const alike = heldAlike(judged.judged);
    const events = crawlEvents({
      before: target, verdict: judgement.verdict, crawl: { tally, ...(judgement.fault ? { fault: judgement.fault } : {}) }, ...(alike ? { alike } : {}),
      facts: { ...facts, subjectId: sourceSubject(target.sourceId), title: crawl.source },
    });
    const presence = trusted ? comparePresence(target, crawl, judgement.verdict, facts) : [];
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
    const all = [...crawl.observed.values()];
    const beside = besides(all.map(({ productId, fields }) => ({ id: productId, price: valueOf(fields.price)?.money })));
    return all.map((observed, index) => {
      const fresh = newListing(target.sourceId, observed, crawlId);
      const listing = this.#listings.get(fresh.id) ?? fresh;
      this.#listings.set(listing.id, listing);
      target.listings.set(listing.id, listing);
      listing.title = observed.title || listing.title;
      listing.url = observed.url || listing.url;
      listing.lastSeenAt = observed.at;
      listing.lastSeenCrawl = crawlId;
      const view = viewOf(listing, target.id);
      foldInto(view, listing, observed, crawlId, beside[index]);
      return { listing, view };
    });
  }
}

function factsOf(crawl: RecordedCrawl, target: TargetState): Omit<ChangeFacts, 'id'> {
  return {
    sourceId: target.sourceId, targetId: target.id, subjectId: targetSubject(target.id), crawlId: crawlIdOf(target.id, crawl), at: crawl.finishedAt ?? crawl.startedAt, title: crawl.source, url: '',
  };
}

/** What is usual at the source, learnt from all its targets, and what this crawl as a whole shows. */
function customOf(ofSource: readonly TargetState[], target: TargetState, crawl: RecordedCrawl, seen: readonly SeenListing[]): Custom {
  const bounds = boundsOf(ofSource.flatMap(({ looks }) => looks), allMoves(ofSource.map(({ moves }) => moves)));
  const pairs = seen.flatMap(({ view: { head, baseline } }): PricePair[] => {
    const to = head?.content.kind === 'listing' ? valueOf(head.content.fields.price) : undefined;
    const from = to && baseline?.prices?.[to.kind]?.price;
    return from ? [{ from, to }] : [];
  });
  const mass = massOf(pairs);
  const sinceLast = target.lastFinishedAt ? crawl.startedAt.getTime() - target.lastFinishedAt.getTime() : 0;
  return { bounds, ...(sinceLast > 0 ? { sinceLast } : {}), habits: habitsOf([...crawl.observed.values()].map(({ fields }) => fields)), ...(mass === undefined ? {} : { mass }) };
}
