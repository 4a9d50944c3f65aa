import { crawlEvents } from '../alerts/changes/crawl-events.ts';
import { missesNeeded, NO_GAPS, withGaps } from '../alerts/changes/gaps.ts';
import { NO_MOVES, withLooks, withMoves } from '../alerts/changes/judgement/looks.ts';
import type { Custom } from '../alerts/changes/judgement/suspicion.ts';
import { remember, setupOf, sharesOf } from '../crawlers/learned.ts';
import { isDoubtful } from '../crawlers/moved-fields.ts';
import { coverageShares, CRAWLS_TO_ACCEPT, figuresOf, usualAfter } from '../crawlers/verdict.ts';
import type { Change } from '../model/change.ts';
import { sourceSubject, targetSubject } from '../model/ids.ts';
import { insertChanges } from '../storage/changes.ts';
import { crawl as getCrawl, moveStage } from '../storage/crawls.ts';
import type { CrawlDocument, TargetDocument } from '../storage/documents.ts';
import { finishTarget, noteLooks, target as getTarget, type TargetFinish } from '../storage/targets.ts';
import type { Context, Processor } from './context.ts';
import { customOfSource } from './diff/custom.ts';
import { diffPresences } from './diff/presence.ts';
import { diffReviews } from './diff/reviews.ts';
import { diffVersions } from './diff/versions.ts';
import type { Diffing } from './diff/diffing.ts';
import { matchProducts } from './match.ts';
import { neighboursOf } from './neighbours.ts';
import { planSecondLook } from './second-look.ts';
import { waitForItsProcess } from './unconfigured.ts';

/*
 * Compares what a finished crawl saw with what was known, under the crawl's verdict.
 *   diff/versions.ts   new versions of listings, rankings and pages
 *   diff/presence.ts   listings that appeared, disappeared or came back
 *   diff/reviews.ts    new bad reviews
 * Changes are written before the marks that say so; running twice writes them once.
 */
export const diff: Processor<'diff'> = async (context, { crawlId }, job) => {
  const crawl = await getCrawl(context.store, crawlId);
  if (crawl?.stage !== 'diff' || crawl.verdict === undefined) return;
  const state = await getTarget(context.store, crawl.targetId);
  const diffing = diffingOf(context, crawl, state, await customOfSource(context, crawl, state));
  if (!diffing.target) return await endUnwatched(context, crawl);

  if (crawl.lookOf !== undefined) return await diffLook(diffing, state, job.signal);

  const versions = await diffVersions(diffing, job.signal);
  const events = await eventsOf(context, diffing, state, versions.alike);
  let found = versions.found + await written(context, diffing, events.changes);
  await planSecondLook(context, crawl, diffing.target, versions.held);
  let gaps = state?.gaps;
  if (diffing.verdict === 'good' || diffing.verdict === 'partial') {
    // A crawl that is noted at its target has judged them all: what came before it is no longer known.
    if (state?.lastCrawlId !== crawlId) {
      const presences = await diffPresences(diffing, job.signal);
      found += presences.found;
      gaps = withGaps(gaps ?? NO_GAPS, presences.gaps);
    }
    found += await diffReviews(diffing);
  }
  await finishTarget(context.store, crawl.targetId, {
    crawlId, finishedAt: crawl.finishedAt ?? context.clock(), verdict: diffing.verdict, ...events.state,
    ...(diffing.verdict === 'good' ? { lastGoodListings: crawl.tally.listings } : {}), ...learnedFrom(diffing, state),
    ...(gaps ? { gaps } : {}), ...taughtBy(versions, state),
  });
  // The last two targets of a source may recover at the same moment, each waiting for the other: looked at again now that this one is noted.
  found += await written(context, diffing, (await lastOnes(context, crawl, events.waiting)).last);
  await matchProducts(context, crawl);
  await moveStage(context.store, crawlId, 'diff', 'alert', context.clock(), { changes: found });
  await context.enqueue('alert', crawlId, { crawlId });
};

/** A second look settles the versions that it saw, and says nothing about the target's other listings. */
async function diffLook(diffing: Diffing, state: TargetDocument | undefined, signal: AbortSignal): Promise<void> {
  const { context, crawl } = diffing;
  const versions = await diffVersions(diffing, signal);
  await noteLooks(context.store, crawl.targetId, taughtBy(versions, state));
  await moveStage(context.store, crawl._id, 'diff', 'alert', context.clock(), { changes: versions.found });
  await context.enqueue('alert', crawl._id, { crawlId: crawl._id });
}

/** What second looks found, and how far accepted prices moved; settled versions teach nothing a second time. */
function taughtBy({ looks, moves }: Pick<Awaited<ReturnType<typeof diffVersions>>, 'looks' | 'moves'>, state: TargetDocument | undefined): Pick<TargetFinish, 'looks' | 'moves'> {
  return {
    ...(looks.length > 0 ? { looks: withLooks(state?.looks ?? [], looks) } : {}), ...(moves.length > 0 ? { moves: withMoves(state?.moves ?? NO_MOVES, moves) } : {}),
  };
}

/** What this crawl teaches about reading its target. A crawl that is noted there already teaches nothing a second time. */
function learnedFrom({ context, crawl, target, verdict }: Diffing, state: TargetDocument | undefined): Partial<TargetFinish> {
  const source = target && context.config().sources.get(target.sourceId);
  if (!source || state?.lastCrawlId === crawl._id || verdict === 'blocked') return {};
  const { tally, accepted, fault, short } = crawl;
  const usual = usualAfter(state?.usual, figuresOf(tally), { verdict, ...(short ? { short } : {}) });
  const setup = setupOf(source);
  const at = crawl.finishedAt ?? context.clock();
  const lastRead = tally.listings > 0 ? { lastRead: { setup, at, listings: tally.listings, shares: sharesOf(tally) } } : {};
  if (verdict === 'broken') return { ...lastRead, otherWay: fault?.acceptable ? (state?.otherWay ?? 0) + 1 : 0 };
  const known = state?.learned?.setup === setup ? state.learned : undefined;
  const doubts = !accepted && isDoubtful(tally, known) ? (state?.otherWay ?? 0) + 1 : 0;
  const sure = doubts === 0 || doubts >= CRAWLS_TO_ACCEPT;
  const learned = sure ? remember(known, { tally, setup, at }, accepted ?? doubts > 0) : known;
  return {
    ...lastRead, ...(usual ? { usual } : {}), otherWay: sure ? 0 : doubts, ...(learned ? { learned } : {}),
    // A crawl that read no listing (the product is gone) says nothing about how they are read.
    ...((verdict === 'good' && tally.listings > 0) || accepted ? { lastGoodCoverage: coverageShares(tally) } : {}),
  };
}

/** Of a target that was taken out of the configuration nobody is told anything any more. */
async function endUnwatched(context: Context, crawl: CrawlDocument): Promise<void> {
  await waitForItsProcess(context, crawl.targetId, crawl.startedAt);
  await moveStage(context.store, crawl._id, 'diff', 'done', context.clock());
}

/**
 * What the crawl says about its source as a whole. A source is broken or blocked as long as one of its targets is: who watches fifty
 * products of a shop is told once, and once that it is over.
 */
async function eventsOf(context: Context, { crawl, verdict, facts }: Diffing, state: TargetDocument | undefined, alike: readonly string[] | undefined): Promise<ReturnType<typeof crawlEvents> & { readonly waiting: readonly Change[] }> {
  const found = crawlEvents({ before: state ?? {}, verdict, crawl, ...(alike ? { alike } : {}), facts: { ...facts, subjectId: sourceSubject(crawl.sourceId), title: crawl.sourceId } });
  const { last, waiting } = await lastOnes(context, crawl, found.changes);
  return { ...found, changes: last, waiting };
}

/** Apart: changes that can be told, and ends that must wait because another target of the source is still broken or blocked. */
async function lastOnes({ store }: Context, crawl: CrawlDocument, changes: readonly Change[]): Promise<{ readonly last: readonly Change[]; readonly waiting: readonly Change[] }> {
  if (changes.length === 0) return { last: [], waiting: [] };
  const others = await neighboursOf(store, crawl);
  const waits = ({ detail: { kind } }: Change): boolean => (kind === 'reading_recovered' && others.some((target) => target.brokenSince)) || (kind === 'source_recovered' && others.some((target) => target.blockedSince));
  return { last: changes.filter((change) => !waits(change)), waiting: changes.filter(waits) };
}

function diffingOf(context: Context, crawl: CrawlDocument, state: TargetDocument | undefined, custom: Custom): Diffing {
  const target = context.config().targets.get(crawl.targetId);
  const at = crawl.finishedAt ?? context.clock();
  const fresh = crawl.startedAt.getTime() - (target?.freshness ?? 0);
  const seenSince = new Date(Math.max(fresh, (state?.lastFinishedAt?.getTime() ?? 0) + 1));
  const diffing: Diffing = {
    seenSince, newSince: state?.brokenSince && state.learned && state.learned.at < seenSince ? new Date(state.learned.at.getTime() + 1) : seenSince,
    context, crawl, target, verdict: crawl.verdict ?? 'blocked', firstCrawl: state?.lastGoodListings === undefined,
    custom, misses: missesNeeded(state?.gaps), afterPoor: state?.lastVerdict !== undefined && state.lastVerdict !== 'good',
    facts: { sourceId: crawl.sourceId, targetId: crawl.targetId, subjectId: targetSubject(crawl.targetId), crawlId: crawl._id, at, title: crawl.targetId, url: target?.url ?? '' },
    write: (changes) => written(context, diffing, changes),
  };
  return diffing;
}

async function written(context: Context, diffing: Diffing, changes: Parameters<Diffing['write']>[0]): Promise<number> {
  if (changes.length === 0) return 0;
  // Which crawl must tell of a change is the crawl that accepted it, not always the one that first saw the version.
  await insertChanges(context.store, changes.map((change) => ({ ...change, crawlId: diffing.crawl._id })), context.clock());
  for (const { detail } of changes) context.metrics.changes(detail.kind);
  return changes.length;
}
