import type { ListingFields } from '../../model/listing.ts';
import type { Evidence, Reading } from '../../model/reading.ts';
import { sameWay, type Sides } from './compare.ts';

/**
 * The fields of a page with what it does not show beside its price as an absence: a list price, promotions. A shop says that a sale is over by showing the price
 * alone. Only of pages that were looked at for them (`not_found`) and whose price was read; an answer of an API is no page, and what it leaves out stays unknown.
 */
export function withSilence(fields: ListingFields): ListingFields {
  const { price } = fields;
  if (price.state !== 'known' || price.evidence.method === 'api') return fields;
  const proof = { ...price.evidence, place: `nothing beside ${price.evidence.place}` };
  return { ...fields, listPrice: heard(fields.listPrice, proof), promotions: heard(fields.promotions, proof) };
}

function heard<T>(reading: Reading<T>, evidence: Evidence): Reading<T> {
  const looked = reading.state === 'unknown' && reading.reason === 'not_found' && reading.detail === undefined;
  return looked ? { state: 'absent', unsaid: true, evidence } : reading;
}

/** True when a silence is all that one side of the field says, and the two prices were read in different ways: what is missing then may stand where the page was not read. */
export function isDoubtfulSilence({ before, after }: Pick<Sides, 'before' | 'after'>, name: 'listPrice' | 'promotions'): boolean {
  return (isSilence(before[name]) || isSilence(after[name])) && !sameWay(before.price, after.price);
}

/** True when nothing on the page says that there is none, but that it stands nowhere. */
export function isSilence(reading: Reading<unknown> | undefined): boolean {
  return reading?.state === 'absent' && reading.unsaid === true;
}
