import type { Baseline, VersionDocument } from '../../../storage/documents.ts';
import type { Price } from '../../../model/listing.ts';
import { sameCurrency } from '../../../model/money.ts';
import type { PriceHistory } from '../../../model/price-history.ts';
import type { Suspicion } from '../../../model/suspicion.ts';

/** A second look within less says that a price never was so; after more it may have ended. Milliseconds. */
const MAY_HAVE_ENDED = 12 * 3_600_000;
/** Prices that are remembered so. */
const MOST = 6;

/**
 * The baseline with a price that waited and was gone when `by` was seen. A fall that is gone so much later may have been a short sale: seen once more, it has
 * been seen twice. A rise, and a misreading by its mark, stay what they are.
 */
export function withDoubted(baseline: Baseline, { version, suspicion: { bySize, from, to } }: { readonly version: VersionDocument; readonly suspicion: Suspicion }, by: VersionDocument): Baseline {
  const late = by.firstSeenAt.getTime() - version.lastSeenAt.getTime() >= MAY_HAVE_ENDED;
  if (!late || !bySize || to.money.minor > from.money.minor) return baseline;
  const points = [...baseline.doubted?.[to.kind] ?? [], { at: version.firstSeenAt, money: to.money }].slice(-MOST);
  return { ...baseline, doubted: { ...baseline.doubted, [to.kind]: points } };
}

/** True for the very price that was doubted: a sale comes again with the same one. */
export function wasDoubted(doubted: PriceHistory = [], { money: price }: Price): boolean {
  return doubted.some(({ money }) => sameCurrency(money, price) && money.minor === price.minor);
}
