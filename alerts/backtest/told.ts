import type { Alert } from '../../model/alert.ts';
import type { Change } from '../../model/change.ts';
import { asOf } from '../../model/price-history.ts';
import { valueOf } from '../../model/reading.ts';
import type { Baseline } from '../../storage/documents.ts';
import type { CompiledRules } from '../rules/compile.ts';
import { confirms } from '../rules/confirms.ts';
import type { ListingView, RuleContext } from '../rules/filter.ts';
import { startRun, type Run } from '../rules/run.ts';
import type { Fold, FoldedCrawl } from './fold.ts';
import { crawlIdOf } from './listing-state.ts';

/** Shows rules, crawl by crawl, what the alert worker would show them. */
export class Told {
  readonly #run: Run;
  readonly #fold: Fold;

  constructor(rules: CompiledRules, fold: Fold) {
    this.#run = startRun(rules);
    this.#fold = fold;
  }

  /** The alerts of one crawl. */
  take({ crawl, targetId, judgement, changes }: FoldedCrawl): readonly Alert[] {
    const now = crawl.finishedAt ?? crawl.startedAt;
    const crawlId = crawlIdOf(targetId, crawl);
    const looking = { crawlId, targetId, startedAt: crawl.startedAt, verdict: judgement.verdict };
    const contextOf = (change: Change): RuleContext => this.#contextOf(change);
    const alerts = changes.flatMap((change) => this.#run.change(change, contextOf(change), now));
    const look = this.#run.look({ crawlId, targetId, contextOf, confirms: (change) => confirms(looking, change, this.#sighted(change)) }, now);
    return [...alerts, ...look, ...this.#run.tick(now)];
  }

  #sighted({ listingId }: Change): Parameters<typeof confirms>[2] {
    const listing = listingId && this.#fold.listing(listingId);
    return listing && { targetIds: [...listing.views.keys()], lastSeenAt: listing.lastSeenAt, lastSeenCrawlId: listing.lastSeenCrawl };
  }

  #contextOf(change: Change): RuleContext {
    const baseline = change.listingId && this.#fold.listing(change.listingId)?.views.get(change.targetId)?.baseline;
    if (!baseline) return { tags: [] };
    const kind = change.detail.kind === 'price' ? change.detail.to.kind : 'page';
    const history = baseline.history?.[kind];
    return { tags: [], listing: standing(baseline), ...(history ? { history: asOf(history, change.at) } : {}) };
  }
}

/** The listing as it was last accepted, for filters. */
function standing({ fields, prices }: Baseline): ListingView {
  const price = prices?.page?.price;
  const listPrice = fields.listPrice && valueOf(fields.listPrice)?.money;
  const availability = fields.availability && valueOf(fields.availability);
  const seller = fields.seller && valueOf(fields.seller)?.name;
  const brand = fields.brand && valueOf(fields.brand);
  const condition = fields.condition && valueOf(fields.condition);
  const rating = fields.rating && valueOf(fields.rating);
  const reviewCount = fields.reviewCount && valueOf(fields.reviewCount);
  return {
    ...(price ? { price } : {}), ...(listPrice ? { listPrice } : {}), ...(availability ? { availability } : {}), ...(seller === undefined ? {} : { seller }), ...(brand === undefined ? {} : { brand }),
    ...(condition === undefined ? {} : { condition }), ...(rating ? { rating: rating.value / rating.scale } : {}), ...(reviewCount ? { reviewCount: reviewCount.value } : {}),
  };
}
