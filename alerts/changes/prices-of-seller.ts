import type { Baseline } from '../../storage/documents.ts';
import type { FieldName, ListingFields } from '../../model/listing.ts';
import { known } from '../../model/reading.ts';
import { settled, type Sides } from './compare.ts';
import { sellerChanged } from './offers.ts';

/** What a page that names nobody who sells says of another offer than one that names a seller. Its stock is that of the page. */
const PRICED: ReadonlySet<string> = new Set<FieldName>(['price', 'listPrice', 'unitPrice', 'shippingCost']);

/**
 * The baseline with the prices that those of the new version may be compared with (law 4). Where the page names no seller any more, there are none, and those of the
 * seller are put aside until it is named again: one page that missed the name hides no move of its price. Unknown sellers change nothing.
 */
export function pricesOfSeller(baseline: Baseline, after: ListingFields): Baseline {
  const was = settled(baseline.fields.seller);
  if (!was || !sellerComesOrGoes({ before: baseline.fields, after })) return baseline;
  const { aside, ...shown } = baseline;
  if (was.value !== null) return { ...withoutPrices(shown), aside: { seller: was.value, ...pricesOnly(shown) } };
  if (!aside || sellerChanged({ before: { seller: known(aside.seller, was.evidence) }, after })) return withoutPrices(shown);
  const { seller: _seller, ...own } = aside;
  return {
    ...withoutPrices(shown), ...own, fields: { ...shown.fields, ...own.fields }, fieldVersions: { ...shown.fieldVersions, ...own.fieldVersions }, fieldTimes: { ...shown.fieldTimes, ...own.fieldTimes },
  };
}

/** True when one side names a seller, and the other says that nobody sells it. */
export function sellerComesOrGoes({ before, after }: Pick<Sides, 'before' | 'after'>): boolean {
  const [was, is] = [settled(before.seller), settled(after.seller)];
  return was !== undefined && is !== undefined && (was.value === null) !== (is.value === null);
}

function withoutPrices(baseline: Baseline): Baseline {
  const { prices: _prices, history: _history, doubted: _doubted, ...rest } = baseline;
  return { ...rest, fields: part(rest.fields, false), fieldVersions: part(rest.fieldVersions, false), fieldTimes: part(rest.fieldTimes ?? {}, false) };
}

function pricesOnly({ fields, fieldVersions, fieldTimes, prices, history, doubted }: Baseline): Omit<NonNullable<Baseline['aside']>, 'seller'> {
  return {
    fields: part(fields, true), fieldVersions: part(fieldVersions, true), fieldTimes: part(fieldTimes ?? {}, true),
    ...(prices ? { prices } : {}), ...(history ? { history } : {}), ...(doubted ? { doubted } : {}),
  };
}

/** Those of the fields that are prices, or the others. */
function part<T extends Partial<Record<FieldName, unknown>>>(all: T, prices: boolean): Partial<T> {
  const found: Partial<T> = {};
  for (const name in all) if (PRICED.has(name) === prices) found[name] = all[name];
  return found;
}
