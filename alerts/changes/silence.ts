import type { ListingFields } from '../../model/listing.ts';
import { absent, type Reading } from '../../model/reading.ts';
import { sameWay, type Sides } from './compare.ts';

/** How the place of a silence begins; the price follows beside which nothing stands. */
const NOTHING_BESIDE = 'nothing beside ';

/**
 * The fields of a page with what it does not show beside its price as an absence: a list price, promotions. A shop says that a sale is over by showing the price
 * alone. Only of pages that were looked at for them (`not_found`) and whose price was read; an answer of an API is no page, and what it leaves out stays unknown.
 */
export function withSilence(fields: ListingFields): ListingFields {
  const { price } = fields;
  if (price.state !== 'known' || price.evidence.method === 'api') return fields;
  const { method, place, raw } = price.evidence;
  const heard = <T>(reading: Reading<T>): Reading<T> => (reading.state === 'unknown' && reading.reason === 'not_found' && reading.detail === undefined ? absent({ method, place: `${NOTHING_BESIDE}${place}`, raw }) : reading);
  return { ...fields, listPrice: heard(fields.listPrice), promotions: heard(fields.promotions) };
}

/** True when a silence is all that one side of the field says, and the two prices were read in different ways: what is missing then may stand where the page was not read. */
export function isDoubtfulSilence({ before, after }: Pick<Sides, 'before' | 'after'>, name: 'listPrice' | 'promotions'): boolean {
  return (isSilence(before[name]) || isSilence(after[name])) && !sameWay(before.price, after.price);
}

function isSilence(reading: Reading<unknown> | undefined): boolean {
  return reading?.state === 'absent' && reading.evidence.place.startsWith(NOTHING_BESIDE);
}
