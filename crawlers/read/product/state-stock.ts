import type { Availability } from '../../../model/listing.ts';
import { isObject, type Json, type JsonObject } from '../json/value.ts';
import { schemaAvailability } from '../schema-org/offers.ts';
import { textOf } from '../schema-org/values.ts';
import { parseAvailability } from '../text/availability.ts';

/** Names under which shops' own data say that an article can be bought … */
const YES = ['inStock', 'in_stock', 'isInStock', 'is_in_stock', 'available', 'isAvailable', 'is_available', 'availableForSale', 'available_for_sale', 'isBuyable', 'buyable', 'purchasable', 'isPurchasable', 'orderable', 'is_salable', 'isSalable', 'sellable'] as const;
/** … and that it cannot. */
const NO = ['soldOut', 'sold_out', 'isSoldOut', 'is_sold_out', 'outOfStock', 'out_of_stock', 'isOutOfStock', 'is_out_of_stock', 'oos', 'isOos', 'unavailable'] as const;
const WORDS = ['availability', 'availabilityStatus', 'availability_status', 'stockStatus', 'stock_status', 'stockLevelStatus', 'inventoryStatus', 'inventory_status', 'stockState', 'status_stock'] as const;
const COUNTS = ['stock', 'stockQuantity', 'stock_quantity', 'stockLevel', 'inventory', 'inventoryQuantity', 'inventory_quantity', 'availableQuantity', 'available_quantity', 'quantityAvailable', 'qtyInStock'] as const;

/** Members that hold it one level down. */
const HOLDERS = ['stock', 'stockInfo', 'stock_info', 'inventory', 'inventoryInfo', 'availability', 'fulfillment'] as const;

/** Whether an article of a shop's own data can be bought: the key that says so, its text and what it means. */
export function stockOf(node: JsonObject, deep = true): { readonly key: string; readonly raw: string; readonly value: Availability } | undefined {
  for (const key of NO) if (flag(node[key]) === true) return { key, raw: 'true', value: 'out_of_stock' };
  for (const key of WORDS) {
    const inner = node[key];
    const raw = textOf(isObject(inner) ? inner['code'] ?? inner['status'] ?? inner['name'] ?? inner['value'] : inner, 60);
    const value = raw === undefined ? undefined : schemaAvailability(raw) ?? parseAvailability(raw.replaceAll('_', ' '));
    if (raw !== undefined && value !== undefined) return { key, raw, value };
  }
  for (const key of YES) {
    const yes = flag(node[key]);
    if (yes !== undefined) return { key, raw: String(yes), value: yes ? 'in_stock' : 'out_of_stock' };
  }
  for (const key of COUNTS) {
    const count = node[key];
    if (typeof count === 'number' && Number.isInteger(count)) return { key, raw: String(count), value: count > 0 ? 'in_stock' : 'out_of_stock' };
  }
  for (const key of HOLDERS) {
    const inner = node[key];
    const found = isObject(inner) && deep ? stockOf(inner, false) : undefined;
    if (found) return { ...found, key: `${key}.${found.key}` };
  }
  for (const key of NO) if (flag(node[key]) === false) return { key, raw: 'false', value: 'in_stock' };
  return undefined;
}

function flag(value: Json | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}
