import { flapsAt } from '../../alerts/changes/flapping.ts';
import { unreadOf, type What } from '../../alerts/changes/unread.ts';
import { viewOf } from '../../alerts/rules/listing-view.ts';
import type { Standing } from '../../alerts/rules/standing.ts';
import { brand, listingSubject, viewSubject, type SubjectId, type VersionId } from '../../model/ids.ts';
import type { FieldName, ListingFields } from '../../model/listing.ts';
import type { Reading } from '../../model/reading.ts';
import type { Baseline, CrawlDocument, ListingDocument, VersionDocument } from '../../storage/documents.ts';
import type { Store } from '../../storage/store.ts';
import { versionsByIds } from '../../storage/versions.ts';

/** What was accepted of a listing: price, stock and the rest, each as it was read last, whichever target showed it. */
export type Accepted = Pick<Baseline, 'fields' | 'versionId' | 'history' | 'steps'>;

/** One view of a listing with when its fields were read. */
interface View extends Accepted {
  readonly timeOf: (field: FieldName) => number;
}

/** Of several targets that show a listing, the one that read a field last knows it: else two that differ would take turns. */
export function acceptedOf(listing: Pick<ListingDocument, '_id' | 'views' | 'baselines'>, { targetId }: Pick<CrawlDocument, 'targetId'>, firsts: ReadonlyMap<VersionId, VersionDocument>): Accepted | undefined {
  const views = new Map(Object.entries(listing.views).flatMap(([subject, { versionId }]): [string, View][] => {
    const view = viewOfBaseline(listing.baselines?.[brand<SubjectId>(subject)]) ?? viewOfFirst(firsts.get(versionId));
    return view ? [[subject, view]] : [];
  }));
  const all = [...views.values()];
  const own = views.get(viewSubject(listing._id, targetId)) ?? all[0];
  const newest = (field: FieldName, also?: 'absent'): View | undefined => {
    const read = all.filter(({ fields }) => fields[field]?.state === 'known' || (also !== undefined && fields[field]?.state === also));
    return read.toSorted((a, b) => b.timeOf(field) - a.timeOf(field))[0];
  };
  const priced = newest('price') ?? own;
  if (!own || !priced) return undefined;
  const [price, listPrice] = [newest('price')?.fields.price, newest('listPrice', 'absent')?.fields.listPrice];
  const [availability, seller] = [newest('availability')?.fields.availability, newest('seller')?.fields.seller];
  const fields: Partial<ListingFields> = { ...own.fields, ...(price ? { price } : {}), ...(listPrice ? { listPrice } : {}), ...(availability ? { availability } : {}), ...(seller ? { seller } : {}) };
  const [prices, stocks] = [priced.steps?.price, newest('availability')?.steps?.stock];
  const steps = { ...(prices ? { price: prices } : {}), ...(stocks ? { stock: stocks } : {}) };
  return { fields, versionId: priced.versionId, steps, ...(priced.history ? { history: priced.history } : {}) };
}

function viewOfBaseline(baseline: Baseline | undefined): View | undefined {
  return baseline && { ...baseline, timeOf: (field) => baseline.fieldTimes?.[field]?.getTime() ?? 0 };
}

/** A view that never changed has no baseline yet: what was accepted is its first version, once that is settled. */
function viewOfFirst(first: VersionDocument | undefined): View | undefined {
  return first?.content.kind === 'listing' && first.diff === 'done' ? { fields: first.content.fields, versionId: first._id, timeOf: () => first.firstSeenAt.getTime() } : undefined;
}

/** The first versions of those views of the listings that never changed. */
export async function firstVersions(store: Store, listings: readonly ListingDocument[]): Promise<ReadonlyMap<VersionId, VersionDocument>> {
  const ids = listings.flatMap(({ baselines, views }) => Object.entries(views).flatMap(([subject, { versionId }]) => (baselines?.[brand<SubjectId>(subject)] ? [] : [versionId])));
  return new Map((ids.length === 0 ? [] : await versionsByIds(store, ids)).map((version) => [version._id, version]));
}

/** The listing as the crawl found it, for rules about states. */
export function standingOf(listing: Pick<ListingDocument, '_id' | 'sourceId' | 'title' | 'url' | 'views' | 'baselines'>, crawl: Pick<CrawlDocument, '_id' | 'targetId' | 'startedAt' | 'finishedAt'>, { fields, versionId, steps = {} }: Accepted): Standing {
  const at = crawl.finishedAt ?? crawl.startedAt;
  return {
    facts: {
      sourceId: listing.sourceId, targetId: crawl.targetId, subjectId: listingSubject(listing._id), listingId: listing._id, crawlId: crawl._id, at,
      toVersion: versionId, title: listing.title, url: listing.url,
    },
    listing: viewOf(fields), unsure: [...flapsAt(steps, at), ...unreadAt(listing, crawl.targetId)], evidence: { ...evidenceOf('price', fields.price), ...evidenceOf('availability', fields.availability) },
  };
}

/** What the target that shows the listing did not read when it saw it last; of one whose view never changed, nothing. */
export function unreadAt({ _id, views, baselines }: Pick<ListingDocument, '_id' | 'views' | 'baselines'>, targetId: CrawlDocument['targetId']): readonly What[] {
  const subject = viewSubject(_id, targetId);
  const [baseline, newest] = [baselines?.[subject], views[subject]];
  return baseline && newest ? unreadOf(baseline, newest.versionId) : [];
}

function evidenceOf(name: 'price' | 'availability', reading: Reading<unknown> | undefined): NonNullable<Standing['evidence']> {
  return reading && 'evidence' in reading ? { [name]: reading.evidence } : {};
}
