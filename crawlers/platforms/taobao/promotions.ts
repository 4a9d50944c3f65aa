import { add, type Candidates } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { promotionsOf } from '../../read/promotion-place.ts';
import { at, isObject, listOf, type Json, type JsonObject } from '../../read/json/value.ts';
import { textOf } from '../../read/schema-org/values.ts';
import type { StateReader } from '../fields.ts';

/** Adds the promotion texts of an item: shop promotions, coupons, price tags, campaign notes. */
export function addPromotions(node: JsonObject, state: StateReader, page: PageContext, into: Candidates): void {
  const texts = new Set(promotionTexts(node));
  for (const text of [...texts].slice(0, 40)) {
    const found = promotionsOf(text, page, 'zh');
    if (found.length > 0) add(into, 'promotions', found, 0.9, state.from('promotions', text));
  }
}

function promotionTexts(node: JsonObject): string[] {
  const shop = [...listOf(at(node, 'price.shopProm')), ...listOf(at(node, 'resource.shopProm'))].filter(isObject).flatMap((one) => [one['title'], ...listOf(one['content'])]);
  const coupons = listOf(at(node, 'resource.coupon.couponList')).map(titled);
  const tags = listOf(at(node, 'price.priceTag')).map(titled);
  const memo = listOf(at(node, 'resource.bigPromotion.memo')).map(titled);
  const own = [...listOf(at(node, 'promotions')), ...listOf(at(node, 'item.promotions'))].map(titled);
  return [...shop, ...coupons, ...tags, ...memo, ...own].flatMap((value) => textOf(value, 200) ?? []);
}

function titled(value: Json): Json {
  return isObject(value) ? value['text'] ?? value['title'] ?? value['name'] ?? value['label'] ?? null : value;
}
