import type { Baseline, ListingContent, VersionDocument } from '../../storage/documents.ts';
import { placeOf } from '../../model/address.ts';
import { FIELD_NAMES, type FieldName, type ListingFields, type Price, type PriceKind } from '../../model/listing.ts';
import { withPoint, type PriceHistory } from '../../model/price-history.ts';
import { statedPrices } from '../../model/shown-prices.ts';
import { SAME, type Compared } from './compare.ts';
import { conditionChanged } from './condition.ts';
import { sellerChanged, variantChanged } from './offers.ts';

/** Fields that mean another thing when another variant or seller is shown. Whether it can be bought is asked of whoever sells it. */
const OF_BOTH = ['price', 'listPrice', 'unitPrice', 'quantity'] as const satisfies readonly FieldName[];
const OF_VARIANT = [...OF_BOTH, 'availability'] as const satisfies readonly FieldName[];
const OF_SELLER = [...OF_BOTH, 'offers', 'shippingCost'] as const satisfies readonly FieldName[];

type MutableFields = { -readonly [K in FieldName]?: ListingFields[K] };

/** What the next version is compared with: of each field the last reading that said something, unless its comparison keeps the old one. */
export function nextBaseline(version: VersionDocument, { fields: after, url, beside }: ListingContent, old: Baseline | undefined, compared: ReadonlyMap<FieldName, Compared>): Baseline {
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
  const doubted = stale.has('price') ? undefined : old?.doubted;
  return {
    seq: version.seq, versionId: version._id, fields, fieldVersions, fieldTimes, prices, ...(history ? { history } : {}), ...(doubted ? { doubted } : {}),
    ...(old?.aside ? { aside: old.aside } : {}), ...(beside === undefined ? {} : { beside: true as const }), place: nextPlace(version, url, old?.place),
  };
}

function staleFields(before: Partial<ListingFields>, after: ListingFields): ReadonlySet<FieldName> {
  if (sellerChanged({ before, after })) return new Set(OF_SELLER);
  return new Set(variantChanged({ before, after }) || conditionChanged({ before, after }) ? OF_VARIANT : []);
}

/** The price the page shows, and those that its data name beside it. */
function pricesOf({ price }: ListingFields): readonly Price[] {
  return price.state === 'known' ? [price.value, ...statedPrices(price)] : [];
}

function nextPrices(version: VersionDocument, after: ListingFields, old: Baseline['prices']): NonNullable<Baseline['prices']> {
  return { ...old, ...Object.fromEntries(pricesOf(after).map((price) => [price.kind, { price, versionId: version._id }])) };
}

/** A baseline from before histories were kept begins with the price it knows. */
function nextHistory(version: VersionDocument, after: ListingFields, old: Baseline | undefined): Baseline['history'] {
  const since = old?.fieldTimes?.price;
  const histories = pricesOf(after).map(({ kind, money }): readonly [PriceKind, PriceHistory] => {
    const last = old?.prices?.[kind]?.price.money;
    const before = old?.history?.[kind] ?? (last && since ? [{ at: since, money: last }] : []);
    return [kind, withPoint(before, { at: version.firstSeenAt, money })];
  });
  return histories.length === 0 ? old?.history : { ...old?.history, ...Object.fromEntries(histories) };
}

/** The time stays as long as the address is the same but for its query. */
function nextPlace(version: VersionDocument, url: string, old: Baseline['place']): NonNullable<Baseline['place']> {
  return { url, at: old && placeOf(old.url) === placeOf(url) ? old.at : version.firstSeenAt };
}

function copyField<K extends FieldName>(to: Pick<MutableFields, K>, from: Pick<Partial<ListingFields>, K>, name: K): void {
  const reading = from[name];
  if (reading !== undefined) to[name] = reading;
}
