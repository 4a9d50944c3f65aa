import type { VersionDocument } from '../../storage/documents.ts';
import type { Change, SponsoredPlaces } from '../../model/change.ts';
import type { Verdict } from '../../model/crawl.ts';
import { factId } from '../../model/ids.ts';
import type { RankedItem } from '../../model/listing.ts';
import { shorten } from './text.ts';

/** Places that count: what most people see of a list. */
const PLACES = 20;
/** Of a shorter list a share means nothing. */
const LEAST = 5;

/**
 * Another number of paid places among the first 20 (or as many as both lists have). Whose they are is carried; that the same number belongs to others
 * is no change: ads take turns. Throws a TypeError when a version is no ranking.
 */
export function diffSponsored(previous: VersionDocument | undefined, next: VersionDocument, list: { readonly title: string; readonly url: string; readonly verdict: Verdict }): readonly Change[] {
  if (!previous || list.verdict === 'broken' || list.verdict === 'blocked') return [];
  const [before, after] = [itemsOf(previous), itemsOf(next)];
  const places = Math.min(PLACES, before.length, after.length);
  if (places < LEAST) return [];
  const [from, to] = [adsOf(before.slice(0, places)), adsOf(after.slice(0, places))];
  if (from.ads === to.ads) return [];
  return [{
    id: factId('change', 'sponsored_share', next.subjectId, previous._id, next._id, ''),
    sourceId: next.sourceId, targetId: next.targetId, subjectId: next.subjectId, crawlId: next.firstCrawlId, at: next.firstSeenAt,
    fromVersion: previous._id, toVersion: next._id, title: list.title, url: list.url,
    ...(next.archive === undefined ? {} : { archive: next.archive }), detail: { kind: 'sponsored_share', places, from, to },
  }];
}

function itemsOf({ _id, content }: VersionDocument): readonly RankedItem[] {
  if (content.kind !== 'ranking') throw new TypeError(`version ${_id} is of a ${content.kind}, not of a ranking`);
  return content.items.toSorted((a, b) => a.position - b.position);
}

function adsOf(items: readonly RankedItem[]): SponsoredPlaces {
  const ads = items.filter((item) => item.sponsored);
  const products = new Map(ads.map(({ productId, title }) => [productId, { productId, title: shorten(title, 200) }]));
  return { ads: ads.length, products: [...products.values()] };
}
