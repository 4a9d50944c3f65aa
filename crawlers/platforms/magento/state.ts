import type { Amount, Candidates, OfferFound } from '../../read/candidates.ts';
import { add, evidence } from '../../read/candidates.ts';
import { amountOf, compareAmounts } from '../../read/amount.ts';
import type { PageContext } from '../../read/context.ts';
import { embeddedStates, objectsIn } from '../../read/json/state.ts';
import { at, isObject, listOf, type JsonObject } from '../../read/json/value.ts';
import { textOf } from '../../read/schema-org/values.ts';
import type { StatePage } from '../platform.ts';

/** The configurable product's `jsonConfig` inside `text/x-magento-init`. Gives the product id. */
export function readState({ scripts, page }: StatePage, into: Candidates): string | undefined {
  for (const { value } of embeddedStates(scripts, /optionPrices|jsonConfig/)) {
    for (const { node, path } of objectsIn(value, 2_000)) {
      if (!isObject(node['optionPrices']) || !isObject(node['index'])) continue;
      addConfig(node, path, page, into);
      return textOf(node['productId'], 40);
    }
  }
  return undefined;
}

function addConfig(config: JsonObject, path: string, page: PageContext, into: Candidates): void {
  const offers = offersOf(config, page);
  const from = (place: string, raw: string) => evidence('embedded-state', `x-magento-init ${path}.${place}`, raw);
  if (offers.length > 0) add(into, 'offers', offers, 0.9, from('optionPrices', `${offers.length} variants`));
  const final = amountOf(at(config, 'prices.finalPrice.amount'), page.hints.currency, page, 'page');
  const old = amountOf(at(config, 'prices.oldPrice.amount'), page.hints.currency, page, 'list');
  const amounts = offers.flatMap((offer) => offer.price ?? []).toSorted((a, b) => compareAmounts(a.amount, b.amount));
  const [low, high] = [amounts[0], amounts.at(-1)];
  const range: Amount | undefined = low && high && compareAmounts(low.amount, high.amount) < 0 ? { ...low, kind: 'range', max: high.amount } : undefined;
  add(into, 'price', range ?? final ?? low, 0.82, from('prices.finalPrice.amount', final?.amount ?? low?.amount ?? ''));
  if (old && final && compareAmounts(old.amount, final.amount) > 0) add(into, 'listPrice', old, 0.8, from('prices.oldPrice.amount', old.amount));
}

function offersOf(config: JsonObject, page: PageContext): OfferFound[] {
  const prices = isObject(config['optionPrices']) ? config['optionPrices'] : {};
  return Object.entries(prices).slice(0, 1_000).map(([sku, value]): OfferFound => {
    const price = amountOf(at(value, 'finalPrice.amount'), page.hints.currency, page, 'page');
    const list = amountOf(at(value, 'oldPrice.amount'), page.hints.currency, page, 'list');
    return {
      sku, options: optionsOf(sku, config), ...(price ? { price } : {}),
      ...(list && price && compareAmounts(list.amount, price.amount) > 0 ? { listPrice: list } : {}),
    };
  });
}

/** Labels of a child's options: `index` names the option of each attribute, `attributes` their words. */
function optionsOf(sku: string, config: JsonObject): Record<string, string> {
  const chosen = at(config['index'], sku);
  const attributes = isObject(config['attributes']) ? config['attributes'] : {};
  if (!isObject(chosen)) return {};
  return Object.fromEntries(Object.entries(chosen).flatMap(([attribute, option]) => {
    const definition = attributes[attribute];
    if (!isObject(definition)) return [];
    const label = listOf(definition['options']).filter(isObject).find((one) => textOf(one['id']) === textOf(option));
    const [name, value] = [textOf(definition['label'] ?? definition['code'], 100), textOf(label?.['label'], 100)];
    return name !== undefined && value !== undefined ? [[name, value]] : [];
  }));
}
