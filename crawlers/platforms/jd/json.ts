import { add, noCandidates } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { parseJson } from '../../read/json/parse.ts';
import { objectsIn } from '../../read/json/state.ts';
import { firstAt, isObject, listOf, type Json, type JsonObject } from '../../read/json/value.ts';
import { reviewsIn } from '../../read/reviews/json.ts';
import { CHINA } from '../../read/reviews/make.ts';
import { textOf } from '../../read/schema-org/values.ts';
import { CNY, StateReader, yuan } from '../fields.ts';
import { listingFrom } from '../listing.ts';
import type { JsonAnswer } from '../platform.ts';
import { addWare, isWare } from './ware.ts';

/** Saved answers: ware detail, comments, price lists, and the Union API's envelope with its JSON text inside JSON. */
export function readAnswer(json: Json, page: PageContext): JsonAnswer | undefined {
  const comments = firstAt(json, 'comments', 'commentInfoList', 'result.floors.2.data', 'data.commentInfoList');
  if (comments && Array.isArray(comments.value)) return { listings: [], reviews: reviewsIn(listOf(comments.value), CHINA) };
  for (const { node, path } of objectsIn(json, 500)) {
    if (!isWare(node)) continue;
    const found = noCandidates();
    const id = addWare(node, path, page, found);
    return id === undefined ? undefined : { listings: [listingFrom(found, id, itemUrl(id), page)], reviews: [] };
  }
  const records = unionRecords(json);
  if (records.length > 0) return { listings: records.flatMap((node) => union(node, page) ?? []), reviews: [] };
  return undefined;
}

function itemUrl(id: string): string {
  return `https://item.jd.com/${encodeURIComponent(id)}.html`;
}

function unionRecords(json: Json): JsonObject[] {
  const envelope = isObject(json) ? Object.entries(json).find(([key]) => /_respon[cs]e$/.test(key))?.[1] : undefined;
  const result = isObject(envelope) ? Object.entries(envelope).find(([key]) => key.endsWith('Result') || key === 'result')?.[1] : undefined;
  const inner = typeof result === 'string' ? parseJson(result) : result;
  return isObject(inner) ? listOf(inner['data']).filter(isObject).filter((node) => node['skuId'] !== undefined) : [];
}

/** One item of the Union API, amounts in yuan. */
function union(node: JsonObject, page: PageContext): JsonAnswer['listings'][number] | undefined {
  const found = noCandidates();
  const state = new StateReader(node, found, 'api', 'union', 0.97);
  const id = state.text('skuId', 'itemId');
  if (id === undefined) return undefined;
  state.field('title', 'skuName');
  state.field('brand', 'brandName');
  state.count('sales', 'inOrderCount30Days');
  state.count('reviewCount', 'comments');
  if (CNY) add(found, 'currency', CNY, 0.95, state.from('platform', 'CNY'));
  state.price('price', yuan(firstAt(node, 'priceInfo.price')?.value, 'page'), 'priceInfo.price');
  const coupon = yuan(firstAt(node, 'priceInfo.lowestCouponPrice', 'purchasePriceInfo.purchasePrice')?.value, 'conditional');
  state.price('price', coupon, 'priceInfo.lowestCouponPrice');
  const stock = textOf(node['stockState']);
  if (stock === '1' || stock === '0') add(found, 'availability', stock === '1' ? 'in_stock' : 'out_of_stock', 0.97, state.from('stockState', stock));
  const shop = state.text('shopInfo.shopName');
  if (shop !== undefined) add(found, 'seller', { name: shop }, 0.97, state.from('shopInfo.shopName', shop));
  return listingFrom(found, id, itemUrl(id), page);
}
