import type { Baseline, VersionDocument } from '../../storage/documents.ts';
import type { Change, ChangeFacts } from '../../model/change.ts';
import { factId, listingSubject } from '../../model/ids.ts';
import { FIELD_NAMES, type FieldName, type ListingFields } from '../../model/listing.ts';
import { withPoint } from '../../model/price-history.ts';
import type { Compare, Compared, Difference, Sides } from './compare.ts';
import { sameValue, SAME } from './compare.ts';
import { compareDescription } from './description.ts';
import { compareImages } from './images.ts';
import { suspicionOf, type Custom, type Suspicion } from './judgement/suspicion.ts';
import { compareListPrice } from './list-price.ts';
import { compareOffers, sellerChanged, variantChanged } from './offers.ts';
import { comparePrice } from './price.ts';
import { comparePromotions } from './promotions.ts';
import { compareRating } from './rating.ts';
import { compareReviewCount } from './review-count.ts';
import { compareStock } from './stock.ts';
import { compareTitle } from './title.ts';

/** What is compared, by field. null: kept in the history, but no change of its own. A new field must be decided on here. */
const COMPARE: Readonly<Record<FieldName, Compare | null>> = {
  title: compareTitle, price: comparePrice, listPrice: compareListPrice, availability: compareStock, rating: compareRating,
  reviewCount: compareReviewCount, images: compareImages, description: compareDescription, offers: compareOffers, promotions: comparePromotions,
  brand: null, sku: null, mpn: null, gtin: null, unitPrice: null, currency: null, quantity: null, condition: null, seller: null, shippingCost: null,
  sales: null, breadcrumbs: null, attributes: null,
};

/** Fields that mean another thing when another variant or seller is shown. */
const OF_VARIANT = ['price', 'listPrice', 'availability'] as const satisfies readonly FieldName[];
const OF_SELLER = [...OF_VARIANT, 'offers'] as const satisfies readonly FieldName[];

export interface ListingDiffInput {
  /** A version with content of kind `listing`. */
  readonly version: VersionDocument;
  /** What was accepted up to now; left out for the first version ever. */
  readonly baseline?: Baseline;
  /** What was accepted of the same listing as other targets show it: what one of them has told already is not told again. */
  readonly siblings?: readonly Baseline[];
  /** Title to use when the version's own is unknown. */
  readonly title?: string;
  readonly listingId?: ChangeFacts['listingId'];
  /** The version was seen again in another crawl: a suspicious jump is believed. */
  readonly confirmed: boolean;
  /** What is usual at the source; what holds for all when left out. */
  readonly custom?: Custom;
}

export interface ListingDiff {
  readonly changes: readonly Change[];
  readonly baseline: Baseline;
  /** Set when the version waits for a second look: why. Nothing was taken in. */
  readonly held?: string;
  readonly suspicion?: Suspicion;
}

/**
 * The changes a new version of a listing makes, and the baseline for the next one. Pure: the same input gives the same ids.
 * Unknown readings compare with nothing and leave the baseline alone (law 1); prices are compared only like with like (law 4).
 * The first version makes no change. A version that is not newer than the baseline makes none either.
 * Throws a TypeError when the version is not of a listing.
 */
export function diffListing(input: ListingDiffInput): ListingDiff {
  const { version, baseline } = input;
  if (version.content.kind !== 'listing') throw new TypeError(`version ${version._id} is of a ${version.content.kind}, not of a listing`);
  const after = version.content.fields;
  if (baseline && version.seq <= baseline.seq) return { changes: [], baseline };
  const sides = sidesOf(after, baseline);
  const suspicion = baseline && !input.confirmed ? suspicionOf(sides, baseline.history, input.custom) : undefined;
  if (baseline && suspicion) return { changes: [], baseline, held: suspicion.why, suspicion };

  const compared = new Map<FieldName, Compared>();
  for (const name of FIELD_NAMES) compared.set(name, baseline ? told(COMPARE[name]?.(sides) ?? SAME, name, after, baseline, input.siblings) : SAME);
  const changes = [...compared].flatMap(([name, { differences }]) => differences.map((difference) => changeOf(input, version.content, baseline?.fieldVersions[name], difference)));
  return { changes, baseline: nextBaseline(version, after, baseline, compared) };
}

/** Takes the differences away when a sibling has accepted the same value since this view's own: its version told of it. */
function told(result: Compared, name: FieldName, after: ListingFields, own: Baseline, siblings: readonly Baseline[] = []): Compared {
  if (result.differences.length === 0) return result;
  const since = own.fieldTimes?.[name]?.getTime() ?? 0;
  const known = siblings.some((sibling) => (sibling.fieldTimes?.[name]?.getTime() ?? 0) > since && sameValue(sibling.fields[name], after[name]));
  return known ? { ...result, differences: [] } : result;
}

function sidesOf(after: ListingFields, baseline: Baseline | undefined): Sides {
  const before = baseline?.fields ?? {};
  const sameOffer = !variantChanged({ before, after }) && !sellerChanged({ before, after });
  return { before, after, prices: baseline?.prices ?? {}, sameOffer };
}

function changeOf(input: ListingDiffInput, content: VersionDocument['content'], fieldVersion: ChangeFacts['fromVersion'], difference: Difference): Change {
  const { version } = input;
  const fromVersion = difference.fromVersion ?? fieldVersion;
  const { detail, aspect = '', evidence } = difference;
  const title = content.kind === 'listing' && content.fields.title.state === 'known' ? content.fields.title.value : (input.title ?? '');
  return {
    id: factId('change', detail.kind, version.subjectId, fromVersion ?? '', version._id, aspect),
    sourceId: version.sourceId, targetId: version.targetId, crawlId: version.firstCrawlId,
    subjectId: input.listingId === undefined ? version.subjectId : listingSubject(input.listingId),
    ...(input.listingId === undefined ? {} : { listingId: input.listingId }),
    at: version.firstSeenAt, ...(fromVersion === undefined ? {} : { fromVersion }), toVersion: version._id,
    title, url: content.kind === 'listing' ? content.url : '', ...(evidence ? { evidence } : {}),
    ...(version.archive === undefined ? {} : { archive: version.archive }), detail,
  };
}

type MutableFields = { -readonly [K in FieldName]?: ListingFields[K] };

function nextBaseline(version: VersionDocument, after: ListingFields, old: Baseline | undefined, compared: ReadonlyMap<FieldName, Compared>): Baseline {
  const before = old?.fields ?? {};
  const fields: MutableFields = {};
  const fieldVersions: { -readonly [K in FieldName]?: Baseline['versionId'] } = {};
  const fieldTimes: { -readonly [K in FieldName]?: Date } = {};
  const stale = staleFields(before, after);
  for (const name of FIELD_NAMES) {
    const result = compared.get(name) ?? SAME;
    const taken = after[name].state !== 'unknown' && result.keep !== true;
    if (!taken && (before[name] === undefined || stale.has(name))) continue;
    copyField(fields, taken ? { ...after, ...result.accept } : before, name);
    fieldVersions[name] = taken ? version._id : (old?.fieldVersions[name] ?? version._id);
    fieldTimes[name] = taken ? version.firstSeenAt : (old?.fieldTimes?.[name] ?? version.firstSeenAt);
  }
  const prices = nextPrices(version, after, stale.has('price') ? {} : old?.prices);
  const history = nextHistory(version, after, stale.has('price') ? undefined : old);
  return { seq: version.seq, versionId: version._id, fields, fieldVersions, fieldTimes, prices, ...(history ? { history } : {}) };
}

function staleFields(before: Partial<ListingFields>, after: ListingFields): ReadonlySet<FieldName> {
  if (sellerChanged({ before, after })) return new Set(OF_SELLER);
  return new Set(variantChanged({ before, after }) ? OF_VARIANT : []);
}

function nextPrices(version: VersionDocument, after: ListingFields, old: Baseline['prices']): NonNullable<Baseline['prices']> {
  if (after.price.state !== 'known') return old ?? {};
  return { ...old, [after.price.value.kind]: { price: after.price.value, versionId: version._id } };
}

/** A baseline from before histories were kept begins with the price it knows. */
function nextHistory(version: VersionDocument, after: ListingFields, old: Baseline | undefined): Baseline['history'] {
  if (after.price.state !== 'known') return old?.history;
  const { kind, money } = after.price.value;
  const last = old?.prices?.[kind]?.price.money;
  const since = old?.fieldTimes?.price;
  const before = old?.history?.[kind] ?? (last && since ? [{ at: since, money: last }] : []);
  return { ...old?.history, [kind]: withPoint(before, { at: version.firstSeenAt, money }) };
}

function copyField<K extends FieldName>(to: Pick<MutableFields, K>, from: Pick<Partial<ListingFields>, K>, name: K): void {
  const reading = from[name];
  if (reading !== undefined) to[name] = reading;
}
