import type { CrawlDocument, TargetDocument } from '../storage/documents.ts';
import type { Store } from '../storage/store.ts';
import { allTargets } from '../storage/targets.ts';

/** The other enabled targets of a crawl's source. */
export async function neighboursOf(store: Store, crawl: Pick<CrawlDocument, 'sourceId' | 'targetId'>): Promise<readonly TargetDocument[]> {
  return (await allTargets(store)).filter((target) => target.enabled && target.sourceId === crawl.sourceId && target._id !== crawl.targetId);
}
