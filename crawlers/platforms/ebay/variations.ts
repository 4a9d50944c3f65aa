import { amountOf, compareAmounts, currencyOf } from '../../read/amount.ts';
import { add, evidence, type Candidates, type OfferFound } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { cutBalanced } from '../../read/json/cut.ts';
import { parseJson } from '../../read/json/parse.ts';
import { at, isList, isObject, listOf, type Json, type JsonObject } from '../../read/json/value.ts';
import { textOf } from '../../read/schema-org/values.ts';
import type { StatePage } from '../platform.ts';

const MARK = /"MSKU"\s{0,5}:\s{0,5}\{/;
const MAX_VARIATIONS = 500;

/** Adds the variations of an item with their own prices and stock, out of the model that its chooser is made from. */
export function readVariations({ scripts, page }: StatePage, into: Candidates): undefined {
  const body = scripts.find((script) => MARK.test(script.body))?.body;
  const match = body === undefined ? null : MARK.exec(body);
  const text = body === undefined || match === null ? undefined : cutBalanced(body, match.index + match[0].length - 1);
  const model = text === undefined ? undefined : parseJson(text);
  if (!isObject(model) || !isObject(model['variationsMap'])) return undefined;
  const options = optionsOf(model);
  const wanted = page.url.searchParams.get('var');
  const offers = Object.entries(model['variationsMap']).slice(0, MAX_VARIATIONS).flatMap(([id, variation]) => isObject(variation) ? [offerOf(id, variation, options.get(id) ?? {}, id === wanted, page)] : []);
  if (offers.length === 0) return undefined;
  add(into, 'offers', offers, 0.92, evidence('embedded-state', 'MSKU.variationsMap', `${offers.length} variations`));
  addPrice(offers, into);
  const states = offers.flatMap(({ availability }) => availability ?? []);
  if (states.length === offers.length) {
    const value = (wanted === null ? undefined : offers.find(({ selected }) => selected)?.availability) ?? (states.includes('in_stock') ? 'in_stock' : 'out_of_stock');
    add(into, 'availability', value, 0.9, evidence('embedded-state', 'MSKU.variationsMap[].outOfStock', value));
  }
  return undefined;
}

/** The price of the variation the address names, else the range over those that can be bought. */
function addPrice(offers: readonly OfferFound[], into: Candidates): void {
  const chosen = offers.find(({ selected }) => selected)?.price;
  const sold = offers.filter(({ availability }) => availability !== 'out_of_stock');
  const amounts = (sold.length > 0 ? sold : offers).flatMap(({ price }) => price ?? []).toSorted((a, b) => compareAmounts(a.amount, b.amount));
  const [low, high] = [amounts[0], amounts.at(-1)];
  if (!low || !high) return;
  const range = compareAmounts(low.amount, high.amount) < 0 ? { ...low, kind: 'range' as const, max: high.amount } : low;
  add(into, 'price', chosen ?? range, chosen ? 0.93 : 0.8, evidence('embedded-state', 'MSKU.variationsMap[].binModel.price', chosen?.amount ?? `${low.amount}–${high.amount}`));
}

/** The option names of each variation id: `menuItemMap` holds the options of all choices, `selectMenus` says which choice each is of. */
function optionsOf(model: JsonObject): Map<string, Record<string, string>> {
  const labels = new Map<string, string>();
  for (const menu of listOf(model['selectMenus']).filter(isObject)) {
    for (const id of listOf(menu['menuItemValueIds'])) labels.set(textOf(id) ?? '', textOf(menu['displayLabel'], 60) ?? '');
  }
  const out = new Map<string, Record<string, string>>();
  const items = isObject(model['menuItemMap']) ? Object.values(model['menuItemMap']).filter(isObject) : [];
  for (const item of items.slice(0, 1_000)) {
    const [label, value] = [labels.get(textOf(item['valueId']) ?? ''), textOf(item['valueName'] ?? item['displayName'], 100)];
    if (!label || value === undefined) continue;
    for (const id of listOf(item['matchingVariationIds'])) out.set(textOf(id) ?? '', { ...out.get(textOf(id) ?? ''), [label]: value });
  }
  return out;
}

function offerOf(sku: string, variation: JsonObject, options: Record<string, string>, selected: boolean, page: PageContext): OfferFound {
  const money = at(variation, 'binModel.price.value');
  const own = isObject(money) && money['convertedFromValue'] !== undefined && money['convertedFromValue'] !== null;
  const amount = isObject(money) ? amountOf(own ? money['convertedFromValue'] : money['value'], currencyOf(own ? money['convertedFromCurrency'] : money['currency']), page, 'page') : undefined;
  const out: Json | undefined = variation['outOfStock'];
  return {
    sku, options, ...(amount && !isList(money) ? { price: amount } : {}), ...(typeof out === 'boolean' ? { availability: out ? 'out_of_stock' as const : 'in_stock' as const } : {}), ...(selected ? { selected } : {}),
  };
}
