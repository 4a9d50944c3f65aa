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
  const [before, after] = [placesOf(previous), placesOf(next)];
  if (!before || !after) return [];
  const arrivals = after.items.map((item) => ({ item, earlier: before.positions.get(placeKey(item)) ?? Number.POSITIVE_INFINITY }));
  const ids = options.track.length > 0 ? options.track : [...before.organic.keys(), ...after.organic.keys()];
  return [...new Set(ids)].toSorted().flatMap((productId) => {
    const detail = moveOf(before.organic.get(productId), after.organic.get(productId), productId, arrivals);
    const item = after.organic.get(productId) ?? before.organic.get(productId);
    if (!detail || !item || (detail.to === null && options.verdict !== 'good')) return [];
    return [changeOf(previous, next, item, detail)];
  });
}

interface Places {
  /** In page order. */
  readonly items: readonly RankedItem[];
  /** Each product's own place: its first that is not paid for. */
  readonly organic: ReadonlyMap<string, RankedItem>;
  /** First place on the page by product and whether it is paid for. */
  readonly positions: ReadonlyMap<string, number>;
}

/** Undefined when the list says nothing. */
function placesOf({ _id, content }: VersionDocument): Places | undefined {
  if (content.kind !== 'ranking') throw new TypeError(`version ${_id} is of a ${content.kind}, not of a ranking`);
  if (content.items.length === 0 && !content.empty) return undefined;
  const items = content.items.toSorted((a, b) => a.position - b.position);
  const organic = new Map<string, RankedItem>();
  const positions = new Map<string, number>();
  for (const item of items) {
    if (!item.sponsored && item.organicPosition !== undefined && !organic.has(item.productId)) organic.set(item.productId, item);
    if (!positions.has(placeKey(item))) positions.set(placeKey(item), item.position);
  }
  return { items, organic, positions };
}

/** What stands on the page now, in page order, and where it stood before (infinity: nowhere). */
type Arrivals = readonly { readonly item: RankedItem; readonly earlier: number }[];

function moveOf(was: RankedItem | undefined, is: RankedItem | undefined, productId: string, arrivals: Arrivals): Move | undefined {
  const [from, to] = [was?.organicPosition ?? null, is?.organicPosition ?? null];
  const lower = was !== undefined && (is === undefined || is.position > was.position);
  const overtakenBy = lower ? newAbove(was, is, arrivals) : [];
  const pushedDown = is !== undefined && overtakenBy.some((item) => item.sponsored);
  if (from === to && !pushedDown) return undefined;
  const fell = to === null || pushedDown || (from !== null && to > from);
  return { kind: 'search_rank', productId, from, to, pagePosition: is?.position ?? null, overtakenBy: fell ? overtakenBy : [] };
}

/** What stands above the item now and did not before; above one that is no longer listed stands everything. */
function newAbove(was: RankedItem, is: RankedItem | undefined, arrivals: Arrivals): Move['overtakenBy'] {
  const found: RankedItem[] = [];
  for (const { item, earlier } of arrivals) {
    if ((is && item.position >= is.position) || found.length === MOST_OVERTAKERS) break;
    if (earlier > was.position && item.productId !== was.productId) found.push(item);
  }
  return found.map(({ productId, title, sponsored }) => ({ productId, title, sponsored }));
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
