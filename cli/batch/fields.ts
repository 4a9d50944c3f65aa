import { FIELD_NAMES, type FieldName, type ListingFields, type Offer } from '../../model/listing.ts';
import type { Promotion } from '../../model/promotion.ts';
import type { Reading } from '../../model/reading.ts';
import { moneyLine, priceLine } from './money.ts';

/** The fields of a page as a batch line has them: every field, each with its state; offers under the name `variants`. */
export function fieldLines(fields: ListingFields): Record<string, unknown> {
  return Object.fromEntries(FIELD_NAMES.map((name) => [name === 'offers' ? 'variants' : name, readingLine(name, fields)]));
}

function readingLine<F extends FieldName>(name: F, fields: ListingFields): object {
  const reading: Reading<unknown> = fields[name];
  switch (reading.state) {
    case 'known': return { state: 'known', value: VALUE[name]?.(fields) ?? reading.value, confidence: reading.confidence, evidence: reading.evidence };
    case 'absent': return { state: 'absent', evidence: reading.evidence };
    case 'unknown': return { state: 'unknown', reason: reading.reason, ...(reading.detail !== undefined && { detail: reading.detail }) };
    default: return reading satisfies never;
  }
}

/** Fields whose value is written in another shape than it is held in. */
const VALUE: { readonly [F in FieldName]?: (fields: ListingFields) => unknown } = {
  price: ({ price }) => (price.state === 'known' ? priceLine(price.value) : undefined),
  listPrice: ({ listPrice }) => (listPrice.state === 'known' ? priceLine(listPrice.value) : undefined),
  unitPrice: ({ unitPrice }) => (unitPrice.state === 'known' ? { ...moneyLine(unitPrice.value.money), per: unitPrice.value.per, unit: unitPrice.value.unit } : undefined),
  shippingCost: ({ shippingCost }) => (shippingCost.state === 'known' ? moneyLine(shippingCost.value) : undefined),
  offers: ({ offers }) => (offers.state === 'known' ? offers.value.map(variantLine) : undefined),
  promotions: ({ promotions }) => (promotions.state === 'known' ? promotions.value.map(ruleLine) : undefined),
};

function variantLine({ price, listPrice, ...offer }: Offer): object {
  return { ...offer, ...(price && { price: priceLine(price) }), ...(listPrice && { listPrice: { ...moneyLine(listPrice), kind: 'list' } }) };
}

/** A promotion as one rule of a batch line. */
export function ruleLine({ mechanic, params, ...rest }: Promotion): object {
  return { mechanic, params, ...rest };
}
