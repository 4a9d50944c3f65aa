import type { CurrencyCode } from '../../../model/money.ts';
import { amountOf, currencyOf } from '../amount.ts';
import type { UnitAmount } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { isObject, listOf, type JsonObject } from '../json/value.ts';
import { unitOfCode } from '../text/units.ts';
import { numberOf, textOf } from './values.ts';

/**
 * The price for a measure of an offer: a schema.org UnitPriceSpecification with a referenceQuantity. Where the quantity has a
 * reference of its own (Google's form: 81.00 for 4.5 ml, reference 100 ml), the price is that of the whole pack, for its own measure.
 */
export function schemaUnitPrice(offer: { readonly node: JsonObject; readonly currency?: CurrencyCode }, page: PageContext): UnitAmount | undefined {
  for (const spec of listOf(offer.node['priceSpecification']).filter(isObject)) {
    const quantity = listOf(spec['referenceQuantity']).find(isObject);
    const measure = quantity && measureOf(quantity);
    const currency = currencyOf(spec['priceCurrency']) ?? offer.currency;
    const amount = measure && amountOf(spec['price'], currency, page, 'page');
    if (measure && amount) return { amount: amount.amount, ...measure, ...(amount.currency ? { currency: amount.currency } : {}), ...(amount.currencyCandidates ? { currencyCandidates: amount.currencyCandidates } : {}) };
  }
  return undefined;
}

function measureOf(quantity: JsonObject): Pick<UnitAmount, 'per' | 'unit'> | undefined {
  const code = textOf(quantity['unitCode'], 30) ?? textOf(quantity['unitText'], 30);
  const unit = code === undefined ? undefined : unitOfCode(code);
  const per = numberOf(quantity['value']) ?? 1;
  return unit !== undefined && per > 0 ? { per, unit } : undefined;
}

/** True for the price of a whole pack that only says for how much it is: the unit price is worked out from it by the reader. */
export function isOfPack(spec: JsonObject): boolean {
  const quantity = listOf(spec['referenceQuantity']).find(isObject);
  return quantity?.['valueReference'] !== undefined;
}
