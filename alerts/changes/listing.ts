import type { Baseline, ListingContent, VersionDocument } from '../../storage/documents.ts';
import type { Change, ChangeFacts } from '../../model/change.ts';
import { factId, listingSubject } from '../../model/ids.ts';
import { FIELD_NAMES, type FieldName } from '../../model/listing.ts';
import type { PictureHash } from '../../model/picture.ts';
import type { Suspicion } from '../../model/suspicion.ts';
import { compareAttributes } from './attributes.ts';
import { nextBaseline } from './baseline.ts';
import { compareBrand } from './brand.ts';
import { SAME, type Compare, type Compared, type Difference, type Sides } from './compare.ts';
import { compareCondition, conditionChanged } from './condition.ts';
import { compareDescription } from './description.ts';
import { toldOf, withSteps } from './flapping.ts';
import { compareImages } from './images.ts';
import { silencedOf } from './judgement/silenced.ts';
import { moveOf, suspicionOf, type Custom, type PriceMove } from './judgement/suspicion.ts';
import { compareListPrice } from './list-price.ts';
import { compareMoved } from './moved.ts';
import { compareOffers, sellerChanged, variantChanged } from './offers.ts';
import { comparePrice } from './price.ts';
import { pricesOfSeller } from './prices-of-seller.ts';
import { comparePromotions } from './promotions.ts';
import { compareQuantity } from './quantity.ts';
import { compareRating } from './rating.ts';
import { compareReviewCount } from './review-count.ts';
import { compareSeller } from './seller.ts';
import { compareShipping } from './shipping.ts';
import { compareStarMix } from './star-mix.ts';
import { fieldsOf, isPriceTaken, isTold } from './siblings.ts';
import { withSilence } from './silence.ts';
import { compareStock } from './stock.ts';
import { compareTitle } from './title.ts';
import { compareToPay } from './to-pay.ts';
import { compareUnitPrice } from './unit-price.ts';

/** What is compared, by field. null: kept in the history, but no change of its own. A new field must be decided on here. */
const COMPARE: Readonly<Record<FieldName, Compare | null>> = {
  title: compareTitle, price: comparePrice, listPrice: compareListPrice, availability: compareStock, rating: compareRating,
  reviewCount: compareReviewCount, starMix: compareStarMix, images: compareImages, description: compareDescription, offers: compareOffers, promotions: comparePromotions,
  brand: compareBrand, unitPrice: compareUnitPrice, quantity: compareQuantity, condition: compareCondition, seller: compareSeller, shippingCost: compareShipping,
  attributes: compareAttributes, breadcrumbs: null, sku: null, mpn: null, gtin: null, currency: null, sales: null,
};

/** What follows from several fields, or from none. */
const ACROSS: readonly Compare[] = [compareToPay, compareMoved];

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
  /** Hashes of pictures by address, those that are known. */
  readonly pictures?: ReadonlyMap<string, PictureHash>;
  /** What is usual at the source; what holds for all when left out. */
  readonly custom?: Custom;
}

export interface ListingDiff {
  readonly changes: readonly Change[];
  readonly baseline: Baseline;
  /** Set when the version waits for a second look: why. Nothing was taken in. */
  readonly held?: string;
  readonly suspicion?: Suspicion;
  /** How far the accepted price moved, and whether it came bare: neither announced nor known before. */
  readonly moved?: PriceMove;
}

/**
 * The changes a new version of a listing makes, and the baseline for the next one. Pure: the same input gives the same ids.
 * Unknown readings compare with nothing and leave the baseline alone (law 1); prices are compared only like with like (law 4).
 * The first version makes no change. A version that is not newer than the baseline makes none either.
 * Throws a TypeError when the version is not of a listing.
 */
export function diffListing(input: ListingDiffInput): ListingDiff {
  const { version, baseline: accepted } = input;
  if (version.content.kind !== 'listing') throw new TypeError(`version ${version._id} is of a ${version.content.kind}, not of a listing`);
  const after = withSilence(version.content.fields);
  const content = { ...version.content, fields: after };
  if (accepted && version.seq <= accepted.seq) return { changes: [], baseline: accepted };
  const baseline = accepted && pricesOfSeller(accepted, after);
  const sides = sidesOf(input, baseline, content);
  const suspicion = baseline && !input.confirmed ? suspicionOf(sides, input.custom) : undefined;
  const vouched = suspicion?.offerSku === undefined && baseline !== undefined && isPriceTaken(after, baseline, input.siblings);
  if (accepted && suspicion && !vouched) return { changes: [], baseline: accepted, held: suspicion.why, suspicion };

  const compared = new Map<FieldName, Compared>();
  for (const name of FIELD_NAMES) compared.set(name, baseline ? (COMPARE[name]?.(sides) ?? SAME) : SAME);
  const found = [...compared, ...(baseline ? ACROSS.map((compare) => [undefined, compare(sides)] as const) : [])];
  const steps = baseline?.steps ?? {};
  const changes = found.flatMap(([name, { differences }]) => differences.flatMap((whole) => {
    const told = toldOf(whole.detail, steps, version.firstSeenAt, input.custom?.sinceLast);
    if (!told) return [];
    const difference = told === whole.detail ? whole : { ...whole, detail: told };
    const fields = name === undefined ? fieldsOf(whole.detail) : [name];
    if (baseline && isTold({ fields, url: content.url, detail: whole.detail }, after, baseline, input.siblings)) return [];
    return [changeOf(input, content, fields[0] === undefined ? undefined : baseline?.fieldVersions[fields[0]], difference)];
  }));
  const silenced = input.confirmed ? undefined : silencedOf(sides, changes);
  if (accepted && silenced) return { changes: [], baseline: accepted, held: silenced.why, suspicion: silenced };
  const moved = moveOf(sides, input.custom);
  const next = withSteps(stepsOf(sides, steps), found.flatMap(([, { differences }]) => differences.map(({ detail }) => detail)), version.firstSeenAt, input.custom?.sinceLast);
  const taken = nextBaseline(version, content, baseline, compared);
  return { changes, baseline: Object.keys(next).length > 0 ? { ...taken, steps: next } : taken, ...(moved ? { moved } : {}) };
}

/** The steps that the next one may belong to: to the price of another offer none does, to the stock of another seller. */
function stepsOf(sides: Sides, steps: NonNullable<Baseline['steps']>): NonNullable<Baseline['steps']> {
  if (sides.sameOffer) return steps;
  return steps.stock && !variantChanged(sides) && !conditionChanged(sides) ? { stock: steps.stock } : {};
}

function sidesOf({ version, baseline: accepted, pictures }: ListingDiffInput, baseline: Baseline | undefined, { fields: after, url, beside }: ListingContent): Sides {
  const before = baseline?.fields ?? {};
  const shown = accepted?.fields.price;
  const sameOffer = !variantChanged({ before, after }) && !sellerChanged({ before, after }) && !conditionChanged({ before, after });
  return {
    before, after, sameOffer, prices: baseline?.prices ?? {}, history: baseline?.history ?? {}, doubted: baseline?.doubted ?? {}, at: version.firstSeenAt, earlier: baseline?.fieldTimes ?? {},
    ...(shown ? { shownPrice: shown } : {}), ...(beside === undefined || accepted?.beside ? {} : { beside }), ...(baseline?.place ? { url: { from: baseline.place.url, to: url } } : {}), ...(pictures ? { pictures } : {}),
  };
}

function changeOf(input: ListingDiffInput, content: ListingContent, fieldVersion: ChangeFacts['fromVersion'], difference: Difference): Change {
  const { version } = input;
  const fromVersion = difference.fromVersion ?? fieldVersion;
  const { detail, aspect = '', evidence } = difference;
  const title = content.fields.title.state === 'known' ? content.fields.title.value : (input.title ?? '');
  return {
    id: factId('change', detail.kind, version.subjectId, fromVersion ?? '', version._id, aspect),
    sourceId: version.sourceId, targetId: version.targetId, crawlId: version.firstCrawlId,
    subjectId: input.listingId === undefined ? version.subjectId : listingSubject(input.listingId),
    ...(input.listingId === undefined ? {} : { listingId: input.listingId }),
    at: version.firstSeenAt, ...(fromVersion === undefined ? {} : { fromVersion }), toVersion: version._id,
    title, url: content.url, ...(evidence ? { evidence } : {}),
    ...(version.archive === undefined ? {} : { archive: version.archive }), detail,
  };
}
