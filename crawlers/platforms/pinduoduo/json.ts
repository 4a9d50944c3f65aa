import { add, noCandidates } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { at, firstAt, isObject, listOf, type Json, type JsonObject } from '../../read/json/value.ts';
import { reviewsIn } from '../../read/reviews/json.ts';
import { CHINA } from '../../read/reviews/make.ts';
import { CNY, StateReader, fen } from '../fields.ts';
import { listingFrom } from '../listing.ts';
import type { JsonAnswer } from '../platform.ts';
import { numberOf } from '../../read/schema-org/values.ts';

/** The open API's item lists (amounts in fen) and the review lists of saved pages. */
export function readAnswer(json: Json, page: PageContext): JsonAnswer | undefined {
  const reviews = firstAt(json, 'oakData.review.reviewInfoList', 'reviewInfoList', 'data.reviewInfoList');
  if (reviews) return { listings: [], reviews: reviewsIn(listOf(reviews.value), CHINA) };
  const envelope = isObject(json) ? Object.entries(json).find(([key]) => key.endsWith('_response') && key !== 'error_response')?.[1] : undefined;
  const list = listOf(firstAt(envelope, 'goods_list', 'goods_details', 'list')?.value).filter(isObject);
  if (list.length === 0) return undefined;
  const total = numberOf(at(envelope, 'total_count'));
  return { listings: list.flatMap((node) => goods(node, page) ?? []), reviews: [], ...(total === undefined ? {} : { total }) };
}

/** `min_group_price` is what a group member pays, `min_normal_price` what a single buyer pays: that one is the list price. */
function goods(node: JsonObject, page: PageContext): JsonAnswer['listings'][number] | undefined {
  const found = noCandidates();
  const state = new StateReader(node, found, 'api', 'goods', 0.97);
  const id = state.text('goods_sign', 'goods_id');
  if (id === undefined) return undefined;
  state.field('title', 'goods_name');
  state.field('brand', 'brand_name');
  state.field('description', 'goods_desc');
  state.count('sales', 'sales_tip');
  if (CNY) add(found, 'currency', CNY, 0.95, state.from('platform', 'CNY'));
  const price = fen(node['min_group_price'], 'page');
  const list = fen(node['min_normal_price'], 'list');
  state.price('price', price, 'min_group_price');
  if (list && price && Number(list.amount) > Number(price.amount)) state.price('listPrice', list, 'min_normal_price');
  addCoupon(node, state);
  const mall = state.text('mall_name');
  if (mall !== undefined) add(found, 'seller', { name: mall }, 0.97, state.from('mall_name', mall));
  return listingFrom(found, id, `https://mobile.yangkeduo.com/goods.html?goods_id=${encodeURIComponent(id)}`, page);
}

/** The coupon comes off only when the price reaches its threshold. */
function addCoupon(node: JsonObject, state: StateReader): void {
  const [price, off, threshold] = [numberOf(node['min_group_price']), numberOf(node['coupon_discount']), numberOf(node['coupon_min_order_amount'])];
  if (node['has_coupon'] !== true || price === undefined || off === undefined || off <= 0 || off >= price || price < (threshold ?? 0)) return;
  state.price('price', fen(String(price - off), 'conditional'), 'coupon_discount');
}
