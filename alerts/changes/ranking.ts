import type { VersionDocument } from '../../storage/documents.ts';
import type { Change, ChangeOf } from '../../model/change.ts';
import type { Verdict } from '../../model/crawl.ts';
import { factId } from '../../model/ids.ts';
import type { RankedItem } from '../../model/listing.ts';

type Move = ChangeOf<'search_rank'>['detail'];
const MOST_OVERTAKERS = 10;

export interface RankingOptions {
  /** Product ids to follow; all of them when empty. */
  readonly track: readonly string[];
  /** Of the crawl that read `next`: only a good one says that a product is no longer there. */
  readonly verdict: Verdict;
}

/**
 * Moves in a result list: another organic place, or the same place pushed down the page by a sponsored newcomer above it.
 * A list that is empty without saying that nothing was found is not compared. Throws a TypeError when a version is no ranking.
 */
export function diffRanking(previous: VersionDocument | undefined, next: VersionDocument, options: RankingOptions): readonly Change[] {
  if (!previous || options.verdict === 'broken' || options.verdict === 'blocked') return [];
  const [before, after] = [itemsOf(previous), itemsOf(next)];
  if (!before || !after) return [];
  const ids = options.track.length > 0 ? options.track : [...before, ...after].filter((item) => !item.sponsored).map((item) => item.productId);
  return [...new Set(ids)].toSorted().flatMap((productId) => {
    const detail = moveOf(productId, before, after);
    const item = organic(after, productId) ?? organic(before, productId);
    if (!detail || !item || (detail.to === null && options.verdict !== 'good')) return [];
    return [changeOf(previous, next, item, detail)];
  });
}

/** In page order; undefined when the list says nothing. */
function itemsOf({ _id, content }: VersionDocument): readonly RankedItem[] | undefined {
  if (content.kind !== 'ranking') throw new TypeError(`version ${_id} is of a ${content.kind}, not of a ranking`);
  return content.items.length === 0 && !content.empty ? undefined : content.items.toSorted((a, b) => a.position - b.position);
}

/** A product's own place: its first that is not paid for. */
function organic(items: readonly RankedItem[], productId: string): RankedItem | undefined {
  return items.find((item) => item.productId === productId && !item.sponsored && item.organicPosition !== undefined);
}

function moveOf(productId: string, before: readonly RankedItem[], after: readonly RankedItem[]): Move | undefined {
  const [was, is] = [organic(before, productId), organic(after, productId)];
  const [from, to] = [was?.organicPosition ?? null, is?.organicPosition ?? null];
  const overtakenBy = was ? newAbove(productId, above(before, was), above(after, is)) : [];
  const pushedDown = was !== undefined && is !== undefined && is.position > was.position && overtakenBy.some((item) => item.sponsored);
  if (from === to && !pushedDown) return undefined;
  const fell = to === null || pushedDown || (from !== null && to > from);
  return { kind: 'search_rank', productId, from, to, pagePosition: is?.position ?? null, overtakenBy: fell ? overtakenBy : [] };
}

/** What stands above the item on the page; above one that is no longer listed, everything. */
function above(items: readonly RankedItem[], item: RankedItem | undefined): readonly RankedItem[] {
  return item ? items.filter((other) => other.position < item.position) : items;
}

function newAbove(productId: string, before: readonly RankedItem[], after: readonly RankedItem[]): Move['overtakenBy'] {
  const known = new Set(before.map(placeKey));
  return after.filter((item) => item.productId !== productId && !known.has(placeKey(item)))
    .slice(0, MOST_OVERTAKERS).map(({ productId: id, title, sponsored }) => ({ productId: id, title, sponsored }));
}

function placeKey(item: RankedItem): string {
  return `${item.productId}|${item.sponsored}`;
}

function changeOf(previous: VersionDocument, next: VersionDocument, item: RankedItem, detail: Move): Change {
  return {
    id: factId('change', detail.kind, next.subjectId, previous._id, next._id, detail.productId),
    sourceId: next.sourceId, targetId: next.targetId, subjectId: next.subjectId, crawlId: next.firstCrawlId, at: next.firstSeenAt,
    fromVersion: previous._id, toVersion: next._id, title: item.title, url: item.url,
    ...(next.archive === undefined ? {} : { archive: next.archive }), detail,
  };
}
