import { compareAmounts } from '../../read/amount.ts';
import { add, type Amount, type Candidates, type OfferFound } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { at, isObject, listOf, type JsonObject } from '../../read/json/value.ts';
import { promotionsOf } from '../../read/promotion-place.ts';
import { textOf } from '../../read/schema-org/values.ts';
import { CNY, StateReader, yuan } from '../fields.ts';

/** True for the answer of `pc_detailpage_wareBusiness`. */
export function isWare(node: JsonObject): boolean {
  return isObject(node['wareInfoReadMap']) || (isObject(node['pageConfigVO']) && isObject(node['price']));
}

/** Adds a ware object; gives the SKU id. `p` is the page price, `-1.00` means off the shelf, `finalPrice` needs coupons or a subsidy. */
export function addWare(node: JsonObject, place: string, page: PageContext, into: Candidates): string | undefined {
  const state = new StateReader(node, into, 'embedded-state', place);
  const id = state.text('pageConfigVO.skuid', 'wareInfoReadMap.sku_id', 'skuId');
  state.field('title', 'wareInfoReadMap.sku_name');
  state.field('brand', 'wareInfoReadMap.cn_brand', 'wareInfoReadMap.brand_name');
  if (id !== undefined) add(into, 'sku', id, 0.93, state.from('pageConfigVO.skuid', id));
  if (CNY) add(into, 'currency', CNY, 0.9, state.from('platform', 'CNY'));
  const shop = state.text('wareInfoReadMap.shop_name');
  const shopId = state.text('pageConfigVO.shopId', 'wareInfoReadMap.vender_id');
  if (shop !== undefined) add(into, 'seller', { name: shop, ...(shopId === undefined ? {} : { id: shopId }) }, 0.93, state.from('wareInfoReadMap.shop_name', shop));
  addPrices(node, state);
  addStock(node, id, state, into);
  const attributes = listOf(at(node, 'productAttributeVO.attributes')).filter(isObject).flatMap((one): [string, string][] => {
    const [name, value] = [textOf(one['labelName'], 100), textOf(one['labelValue'], 300)];
    return name !== undefined && value !== undefined ? [[name, value]] : [];
  });
  if (attributes.length > 0) add(into, 'attributes', Object.fromEntries(attributes), 0.9, state.from('productAttributeVO', String(attributes.length)));
  addPromotions(node, state, page, into);
  return id;
}

function addPrices(node: JsonObject, state: StateReader): void {
  const price = yuan(at(node, 'price.p'), 'page');
  state.price('price', price, 'price.p');
  state.price('price', yuan(at(node, 'price.finalPrice.price'), 'conditional'), 'price.finalPrice.price');
  for (const path of ['price.op', 'price.m']) {
    const list: Amount | undefined = yuan(at(node, path), 'list');
    if (list && price && compareAmounts(list.amount, price.amount) > 0) state.price('listPrice', list, path);
  }
}

/** Stock state 33 = in stock, 34 = none, 36 and 40 = on order. */
function addStock(node: JsonObject, id: string | undefined, state: StateReader, into: Candidates): void {
  if (/^-1(?:\.0+)?$/.test(state.text('price.p') ?? '')) {
    add(into, 'availability', 'delisted', 0.95, state.from('price.p', '-1.00'));
    return;
  }
  const code = id === undefined ? undefined : state.text(`colorSizeVO.stockInfo.${id}.stockState`, 'stockInfo.stockState');
  const value = code === '33' ? 'in_stock' : code === '34' || code === '0' ? 'out_of_stock' : code === '36' || code === '40' ? 'preorder' : undefined;
  add(into, 'availability', value, 0.93, state.from('stockInfo.stockState', code ?? ''));
  const offers = listOf(at(node, 'colorSizeVO.colorSizeList')).filter(isObject).flatMap((group) => listOf(group['buttons']).filter(isObject).flatMap((button): OfferFound[] => {
    const [sku, name, title] = [textOf(button['skuId']), textOf(button['text'], 100), textOf(group['title'], 60)];
    return sku === undefined || name === undefined ? [] : [{ sku, options: { [title ?? 'option']: name }, ...(sku === id ? { selected: true } : {}) }];
  }));
  if (offers.length > 0) add(into, 'offers', offers, 0.85, state.from('colorSizeVO', `${offers.length} SKUs`));
}

function addPromotions(node: JsonObject, state: StateReader, page: PageContext, into: Candidates): void {
  const texts = ['sharedLabel', 'againSharedLabel'].flatMap((key) => listOf(at(node, `preferenceVO.${key}`)).filter(isObject).flatMap((one) => textOf(one['labelName'], 200) ?? []));
  const more = listOf(at(node, 'preferenceVO.preferencePopUp.morePreference')).filter(isObject).flatMap((one) => textOf(one['value'] ?? one['text'], 200) ?? []);
  for (const text of new Set([...texts, ...more])) {
    const found = promotionsOf(text, page, 'zh');
    if (found.length > 0) add(into, 'promotions', found, 0.9, state.from('preferenceVO', text));
  }
}
