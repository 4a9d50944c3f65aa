import { compareAmounts } from '../../read/amount.ts';
import { add, type Amount, type Candidates, type OfferFound } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { parseJson } from '../../read/json/parse.ts';
import { at, isObject, listOf, type Json, type JsonObject } from '../../read/json/value.ts';
import { numberOf, textOf } from '../../read/schema-org/values.ts';
import { absolute } from '../../read/url.ts';
import { CNY, StateReader, fen, yuan } from '../fields.ts';

/** Adds `{goods, mall, oakData}` of a saved page; gives the goods id. A bare whole number may be yuan or fen and is not taken. */
export function addGoods(node: JsonObject, place: string, page: PageContext, into: Candidates): string | undefined {
  const state = new StateReader(node, into, 'embedded-state', place);
  state.field('title', 'goods.goodsName');
  state.count('sales', 'goods.sideSalesTip', 'goods.salesTip');
  state.count('reviewCount', 'oakData.review.reviewNumText', 'oakData.review.reviewNum');
  if (CNY) add(into, 'currency', CNY, 0.9, state.from('platform', 'CNY'));
  const mall = state.text('mall.mallName');
  const mallId = state.text('mall.mallId', 'goods.mallID');
  if (mall !== undefined) add(into, 'seller', { name: mall, ...(mallId === undefined ? {} : { id: mallId }) }, 0.93, state.from('mall.mallName', mall));
  const images = listOf(at(node, 'goods.topGallery')).flatMap((image) => absolute(textOf(isObject(image) ? image['url'] : image, 2_000) ?? '', page.url) ?? []);
  if (images.length > 0) add(into, 'images', images, 0.93, state.from('goods.topGallery', images[0] ?? ''));
  const price = goodsPrice(node);
  state.price('price', price, 'goods.minOnSaleGroupPriceInCent');
  for (const path of ['goods.linePrice', 'goods.minNormalPrice']) {
    const list = decimalYuan(at(node, path), 'list');
    if (list && price && compareAmounts(list.amount, price.amount) > 0) state.price('listPrice', list, path);
  }
  addStock(node, state, into);
  const offers = listOf(at(node, 'goods.skus')).filter(isObject).slice(0, 500).flatMap((sku) => offerOf(sku) ?? []);
  if (offers.length > 0) add(into, 'offers', offers, 0.93, state.from('goods.skus', `${offers.length} SKUs`));
  return state.text('goods.goodsID', 'goods.goodsId');
}

/** The group price; over several SKUs of different prices it is the low end of a range. */
function goodsPrice(node: JsonObject): Amount | undefined {
  const skus = listOf(at(node, 'goods.skus')).filter(isObject).flatMap((sku) => decimalYuan(sku['groupPrice'], 'page') ?? []);
  const sorted = skus.toSorted((a, b) => compareAmounts(a.amount, b.amount));
  const low = fen(at(node, 'goods.minOnSaleGroupPriceInCent'), 'page') ?? decimalYuan(at(node, 'goods.minOnSaleGroupPrice'), 'page') ?? decimalYuan(at(node, 'goods.minGroupPrice'), 'page') ?? sorted[0];
  const high = sorted.at(-1);
  return low && high && compareAmounts(low.amount, high.amount) < 0 ? { ...low, kind: 'range', max: high.amount } : low;
}

/** Only text is yuan for sure: a bare whole number without an `InCent` beside it could be either. */
function decimalYuan(value: Json | undefined, kind: 'page' | 'list'): Amount | undefined {
  return typeof value === 'string' || (typeof value === 'number' && !Number.isInteger(value)) ? yuan(value, kind) : undefined;
}

function addStock(node: JsonObject, state: StateReader, into: Candidates): void {
  const quantity = numberOf(at(node, 'goods.quantity'));
  const onSale = at(node, 'goods.isOnSale');
  const off = onSale === false || onSale === 0;
  const value = off ? 'delisted' : quantity === 0 ? 'out_of_stock' : onSale === true || onSale === 1 || (quantity ?? 0) > 0 ? 'in_stock' : undefined;
  add(into, 'availability', value, 0.93, state.from('goods.isOnSale', `${off ? 'off' : 'on'} sale, ${quantity ?? '?'} left`));
  if (quantity !== undefined && !off) add(into, 'quantity', quantity, 0.7, state.from('goods.quantity', String(quantity)));
}

function offerOf(sku: JsonObject): OfferFound | undefined {
  const id = textOf(sku['skuId'] ?? sku['skuID']);
  if (id === undefined) return undefined;
  const specs = typeof sku['specs'] === 'string' ? parseJson(sku['specs']) : sku['specs'];
  const options = Object.fromEntries(listOf(specs).filter(isObject).flatMap((spec): [string, string][] => {
    const [key, value] = [textOf(spec['spec_key'], 60), textOf(spec['spec_value'], 100)];
    return key !== undefined && value !== undefined ? [[key, value]] : [];
  }));
  const price = decimalYuan(sku['groupPrice'], 'page');
  const quantity = numberOf(sku['quantity']);
  return {
    sku: id, options, ...(price ? { price } : {}),
    ...(quantity === undefined ? {} : { quantity, availability: quantity > 0 ? 'in_stock' as const : 'out_of_stock' as const }),
  };
}
