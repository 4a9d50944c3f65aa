import { noCandidates, add, evidence } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { at, firstAt, isObject, listOf, type Json, type JsonObject } from '../../read/json/value.ts';
import { reviewsIn } from '../../read/reviews/json.ts';
import { CHINA } from '../../read/reviews/make.ts';
import { textOf } from '../../read/schema-org/values.ts';
import { absolute } from '../../read/url.ts';
import { CNY, StateReader, yuan } from '../fields.ts';
import { listingFrom } from '../listing.ts';
import type { JsonAnswer } from '../platform.ts';
import { addItem } from './item.ts';
import { detailIn } from './state.ts';

/** Saved answers: item detail, the search's item list, reviews. */
export function readAnswer(json: Json, page: PageContext): JsonAnswer | undefined {
  const reviews = firstAt(json, 'rateDetail.rateList', 'data.rateList', 'data.rate.rateList', 'rateList', 'module.reviewVOList');
  const detail = detailIn(json);
  if (detail) {
    const found = noCandidates();
    const id = addItem(detail.node, detail.path, page, found);
    if (id === undefined) return undefined;
    const read = reviews ? reviewsIn(listOf(reviews.value), CHINA) : [];
    return { listings: [listingFrom(found, id, `https://item.taobao.com/item.htm?id=${encodeURIComponent(id)}`, page, read)], reviews: read };
  }
  if (reviews) return { listings: [], reviews: reviewsIn(listOf(reviews.value), CHINA) };
  const auctions = firstAt(json, 'mods.itemlist.data.auctions', 'data.itemsArray', 'itemsArray');
  if (!auctions) return undefined;
  const listings = listOf(auctions.value).filter(isObject).flatMap((node) => auction(node, page) ?? []);
  return { listings, reviews: [] };
}

/** One item of the search state: `{nid, raw_title, view_price, view_sales "…人付款", nick, pic_url, detail_url}`. */
function auction(node: JsonObject, page: PageContext): JsonAnswer['listings'][number] | undefined {
  const id = textOf(node['nid'] ?? node['item_id'] ?? node['itemId']);
  if (id === undefined) return undefined;
  const found = noCandidates();
  const state = new StateReader(node, found, 'embedded-state', 'itemlist');
  state.field('title', 'raw_title', 'title');
  state.count('sales', 'view_sales', 'realSales');
  state.count('reviewCount', 'comment_count');
  state.price('price', yuan(at(node, 'view_price') ?? at(node, 'price'), 'page'), 'view_price');
  if (CNY) add(found, 'currency', CNY, 0.9, evidence('embedded-state', 'platform', 'CNY'));
  const image = absolute(textOf(node['pic_url'], 2_000) ?? '', page.url);
  if (image !== undefined) add(found, 'images', [image], 0.9, evidence('embedded-state', 'pic_url', image));
  const url = absolute(textOf(node['detail_url'], 2_000) ?? '', page.url) ?? `https://item.taobao.com/item.htm?id=${encodeURIComponent(id)}`;
  return listingFrom(found, id, url, page);
}
