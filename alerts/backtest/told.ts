import type { Alert } from '../../model/alert.ts';
import type { Change } from '../../model/change.ts';
import { asOf } from '../../model/price-history.ts';
import { listingId, listingSubject } from '../../model/ids.ts';
import type { CompiledRules } from '../rules/compiled.ts';
import { flapsAt } from '../changes/flapping.ts';
import { unreadOf } from '../changes/unread.ts';
import { confirms } from '../rules/confirms.ts';
import type { RuleContext } from '../rules/context.ts';
import { viewOf } from '../rules/listing-view.ts';
import { startRun, type Run } from '../rules/run.ts';
import type { Standing } from '../rules/standing.ts';
import type { Fold, FoldedCrawl } from './fold.ts';
import { crawlIdOf } from './listing-state.ts';

/** Shows rules, crawl by crawl, what the alert worker would show them. */
export class Told {
  readonly #run: Run;
  readonly #fold: Fold;
  /** Some rule looks at the listings as they stand. */
  readonly #looks: boolean;

  constructor(rules: CompiledRules, fold: Fold) {
    this.#run = startRun(rules);
    this.#looks = rules.looking.length > 0;
    this.#fold = fold;
  }

  /** The alerts of one crawl. */
  take(folded: FoldedCrawl): readonly Alert[] {
    const { crawl, targetId, judgement, changes } = folded;
    const now = crawl.finishedAt ?? crawl.startedAt;
    const crawlId = crawlIdOf(targetId, crawl);
    const looking = { crawlId, targetId, startedAt: crawl.startedAt, verdict: judgement.verdict };
    const contextOf = (change: Change): RuleContext => this.#contextOf(change);
    // What was due by the clock came before the crawl; what is due with it knows what it found.
    const due = this.#run.tick(new Date(now.getTime() - 1));
    const alerts = changes.flatMap((change) => this.#run.change(change, contextOf(change), now));
    const look = this.#run.look({ crawlId, targetId, contextOf, confirms: (change) => confirms(looking, change, this.#sighted(change)) }, now);
    return [...due, ...alerts, ...look, ...this.#standing(folded, now), ...this.#run.tick(now)];
  }

  /** The listings that a crawl to be believed saw, as they stand: what was so at first sight, and what no longer is. */
  #standing({ crawl, targetId, sourceId, judgement }: FoldedCrawl, now: Date): readonly Alert[] {
    if (!this.#looks || (judgement.verdict !== 'good' && judgement.verdict !== 'partial')) return [];
    const crawlId = crawlIdOf(targetId, crawl);
    return [...crawl.observed.keys()].flatMap((productId): readonly Alert[] => {
      const listing = this.#fold.listing(listingId(sourceId, productId));
      const { baseline, head } = listing?.views.get(targetId) ?? {};
      if (!listing || !baseline || !head) return [];
      const standing: Standing = {
        facts: { sourceId, targetId, subjectId: listingSubject(listing.id), listingId: listing.id, crawlId, at: now, toVersion: baseline.versionId, title: listing.title, url: listing.url },
        listing: viewOf(baseline.fields), unsure: [...flapsAt(baseline.steps ?? {}, now), ...unreadOf(baseline, head._id)],
      };
      const history = baseline.history?.page;
      return this.#run.standing(standing, { tags: [], listing: standing.listing, ...(history ? { history: asOf(history, now) } : {}) }, now);
    });
  }

  #sighted({ listingId, targetId }: Change): Parameters<typeof confirms>[2] {
    const listing = listingId && this.#fold.listing(listingId);
    const { baseline, head } = listing?.views.get(targetId) ?? {};
    return listing && { targetIds: [...listing.views.keys()], lastSeenAt: listing.lastSeenAt, lastSeenCrawlId: listing.lastSeenCrawl, ...(baseline && head ? { unread: unreadOf(baseline, head._id) } : {}) };
  }

  #contextOf(change: Change): RuleContext {
    const baseline = change.listingId && this.#fold.listing(change.listingId)?.views.get(change.targetId)?.baseline;
    if (!baseline) return { tags: [] };
    const kind = change.detail.kind === 'price' ? change.detail.to.kind : 'page';
    const history = baseline.history?.[kind];
    return { tags: [], listing: viewOf(baseline.fields), ...(history ? { history: asOf(history, change.at) } : {}) };
  }
}
