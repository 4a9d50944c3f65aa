import type { Availability } from '../../../model/listing.ts';
import { add, type Amount, type Candidates, type OfferFound } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { at, isObject, listOf, type Json, type JsonObject } from '../../read/json/value.ts';
import { numberOf, textOf } from '../../read/schema-org/values.ts';
import { parseAvailability } from '../../read/text/availability.ts';
import { absolute } from '../../read/url.ts';
import { CNY, StateReader } from '../fields.ts';
import { priceOfNode } from './price.ts';
import { addPromotions } from './promotions.ts';

/** Adds an item's detail (pcdetail or getdetail shape); gives the item id. */
export function addItem(node: JsonObject, place: string, page: PageContext, into: Candidates): string | undefined {
  const state = new StateReader(node, into, 'embedded-state', place);
  state.field('title', 'item.title');
  state.count('sales', 'item.sellCount', 'item.vagueSellCount', 'item.soldText', 'componentsVO.titleVO.salesDesc');
  state.count('reviewCount', 'rate.totalCount', 'componentsVO.rateVO.totalCount', 'item.commentCount');
  if (CNY) add(into, 'currency', CNY, 0.9, state.from('platform', 'CNY'));
  const seller = state.text('seller.shopName', 'seller.sellerNick');
  const sellerId = state.text('seller.shopId', 'seller.sellerId', 'seller.userId');
  if (seller !== undefined) add(into, 'seller', { name: seller, ...(sellerId === undefined ? {} : { id: sellerId }) }, 0.93, state.from('seller.shopName', seller));
  const images = listOf(at(node, 'item.images')).flatMap((image) => absolute((textOf(image, 2_000) ?? '').replace(/_\d+x\d+[^/]*$/, ''), page.url) ?? []);
  if (images.length > 0) add(into, 'images', images, 0.93, state.from('item.images', images[0] ?? ''));
  addAttributes(node, state, into);
  addPrices(node, state);
  addStock(node, state, into);
  const offers = offersOf(node);
  if (offers.length > 0) add(into, 'offers', offers, 0.93, state.from('skuCore.sku2info', `${offers.length} SKUs`));
  addPromotions(node, state, page, into);
  return state.text('item.itemId', 'item.id');
}

/** Price, price after coupon, struck price: each by its title. The item's own price first, then the default SKU "0". */
function addPrices(node: JsonObject, state: StateReader): void {
  const places = ['price.price', 'skuCore.sku2info.0.price', 'skuCore.sku2info.0.subPrice', 'componentsVO.priceVO.price', 'componentsVO.priceVO.extraPrice', 'price.subPrice', 'price.transmitPrice'];
  for (const place of places) {
    const amount = priceOfNode(at(node, place));
    if (amount) state.price(amount.kind === 'list' ? 'listPrice' : 'price', amount, place);
  }
  const extra = [...listOf(at(node, 'price.extraPrices')), ...listOf(at(node, 'price.newExtraPrices'))].filter(isObject);
  for (const one of extra) {
    const amount = priceOfNode(one);
    if (amount && (amount.kind === 'list' || one['lineThrough'] === true || textOf(one['lineThrough']) === 'true')) state.price('listPrice', { ...amount, kind: 'list' }, 'price.extraPrices');
    else if (amount) state.price('price', amount, 'price.extraPrices');
  }
}

function addStock(node: JsonObject, state: StateReader, into: Candidates): void {
  const banner = state.text('trade.hintBanner.text', 'trade.redirectUrl');
  if (banner !== undefined && (/下架|不存在|失效/.test(banner) || /^(?:https?:)?\/\//.test(banner))) {
    add(into, 'availability', 'delisted', 0.95, state.from('trade', banner));
    return;
  }
  const total = stockOf(at(node, 'skuCore.sku2info.0'));
  if (banner !== undefined && /卖光|售罄|卖完/.test(banner)) add(into, 'availability', 'out_of_stock', 0.95, state.from('trade.hintBanner.text', banner));
  else if (/定金|预售/.test(state.text('price.price.priceTitle', 'skuCore.sku2info.0.price.priceTitle', 'price.transmitPrice.priceTitle') ?? '')) add(into, 'availability', 'preorder', 0.9, state.from('price.priceTitle', '预售'));
  else add(into, 'availability', total.availability, 0.93, state.from('skuCore.sku2info.0.quantity', String(total.quantity ?? total.availability)));
  if (total.quantity !== undefined) add(into, 'quantity', total.quantity, 0.8, state.from('skuCore.sku2info.0.quantity', String(total.quantity)));
}

function stockOf(info: Json | undefined): { readonly availability?: Availability; readonly quantity?: number } {
  if (!isObject(info)) return {};
  const quantity = numberOf(info['quantity']);
  if (quantity !== undefined) return { quantity, availability: quantity > 0 ? 'in_stock' : 'out_of_stock' };
  const availability = parseAvailability(textOf(info['quantityText'] ?? info['logisticsTime']) ?? '');
  return availability ? { availability } : {};
}

/** SKUs with the words of their options; "0" is the item as a whole, not a SKU. */
function offersOf(node: JsonObject): OfferFound[] {
  const info = at(node, 'skuCore.sku2info');
  const names = optionNames(node);
  return listOf(at(node, 'skuBase.skus')).filter(isObject).slice(0, 1_000).flatMap((sku): OfferFound[] => {
    const id = textOf(sku['skuId']);
    if (id === undefined) return [];
    const own = isObject(info) ? info[id] : undefined;
    const price: Amount | undefined = priceOfNode(at(own, 'price'));
    const { availability, quantity } = stockOf(own);
    return [{
      sku: id, options: optionsOf(textOf(sku['propPath']) ?? '', names), ...(price && price.kind !== 'list' ? { price } : {}),
      ...(availability ? { availability } : {}), ...(quantity === undefined ? {} : { quantity }),
    }];
  });
}

function optionNames(node: JsonObject): Map<string, readonly [string, string]> {
  const names = new Map<string, readonly [string, string]>();
  for (const prop of listOf(at(node, 'skuBase.props')).filter(isObject)) {
    for (const value of listOf(prop['values']).filter(isObject)) {
      names.set(`${textOf(prop['pid']) ?? ''}:${textOf(value['vid']) ?? ''}`, [textOf(prop['name']) ?? '', textOf(value['name']) ?? '']);
    }
  }
  return names;
}

function optionsOf(path: string, names: ReadonlyMap<string, readonly [string, string]>): Record<string, string> {
  return Object.fromEntries(path.split(';').flatMap((part) => {
    const found = names.get(part);
    return found ? [found] : [];
  }));
}

/** Attribute tables of both shapes; 品牌 is the brand. */
function addAttributes(node: JsonObject, state: StateReader, into: Candidates): void {
  const pairs: [string, string][] = [];
  const push = (name: Json | undefined, value: Json | undefined): void => {
    const [key, text] = [textOf(name, 100), listOf(value).map((one) => textOf(one, 300)).filter(Boolean).join(' ')];
    if (key !== undefined && text !== '') pairs.push([key, text]);
  };
  for (const info of listOf(at(node, 'componentsVO.extensionInfoVO.infos')).filter(isObject)) for (const item of listOf(info['items']).filter(isObject)) push(item['title'], item['text']);
  for (const key of ['basicParamList', 'enhanceParamList']) for (const item of listOf(at(node, `plusViewVO.industryParamVO.${key}`)).filter(isObject)) push(item['propertyName'], item['valueName']);
  for (const group of listOf(at(node, 'props.groupProps')).filter(isObject)) {
    for (const list of Object.values(group)) for (const item of listOf(list).filter(isObject)) for (const [name, value] of Object.entries(item)) push(name, value);
  }
  if (pairs.length === 0) return;
  add(into, 'attributes', Object.fromEntries(pairs), 0.9, state.from('attributes', pairs.map(([name]) => name).join(', ')));
  const brand = pairs.find(([name]) => name === '品牌');
  if (brand) add(into, 'brand', brand[1], 0.92, state.from('attributes.品牌', brand[1]));
}
