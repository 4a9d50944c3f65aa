import type { Candidates } from '../../read/candidates.ts';
import { embeddedStates, objectsIn } from '../../read/json/state.ts';
import { parseJson } from '../../read/json/parse.ts';
import { at, isObject, type Json, type JsonObject } from '../../read/json/value.ts';
import type { StatePage } from '../platform.ts';
import { addItem } from './item.ts';

/** The state of a detail page: `loaderData.home.data.res`, `_DATA_Detail`, or any object with `item`, `skuCore` or `skuBase`. Gives the item id. */
export function readState({ scripts, page }: StatePage, into: Candidates): string | undefined {
  for (const { name, value } of embeddedStates(scripts, /skuCore|skuBase|itemId|priceText/)) {
    const found = detailIn(value);
    if (found) return addItem(found.node, `${name}${found.path === '' ? '' : `.${found.path}`}`, page, into);
  }
  return undefined;
}

/** The object of an answer or state that describes the item, with `apiStack`'s JSON-in-JSON merged in. */
export function detailIn(value: Json): { readonly node: JsonObject; readonly path: string } | undefined {
  for (const { node, path } of objectsIn(value, 3_000)) {
    const item = node['item'];
    if (!isObject(item) || (item['itemId'] === undefined && item['title'] === undefined)) continue;
    if (node['skuCore'] ?? node['skuBase'] ?? node['price'] ?? node['apiStack'] ?? node['componentsVO'] ?? node['seller']) return { node: { ...node, ...stacked(node) }, path };
  }
  return undefined;
}

/** `apiStack[0].value` is JSON text inside JSON, or an object in old dumps. */
function stacked(node: JsonObject): JsonObject {
  const raw = at(node, 'apiStack[0].value');
  const value = typeof raw === 'string' ? parseJson(raw) : raw;
  if (!isObject(value)) return {};
  const item = isObject(node['item']) && isObject(value['item']) ? { item: { ...value['item'], ...node['item'] } } : {};
  const { item: dropped, ...rest } = value;
  return dropped === undefined ? rest : { ...rest, ...item };
}
