import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { readAnswer } from '../../../crawlers/read/index.ts';
import { hints, listing, page } from '../read/pages.ts';

const CNY = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 });
const JSON_TYPE = { contentType: 'application/json' } as const;

function taobaoPage(res: Record<string, unknown>): string {
  return page(undefined, `<div id="root"></div><script>window.__ICE_APP_CONTEXT__ = ${JSON.stringify({ loaderData: { home: { data: { res } } } })};</script>`);
}

const detail = (more: Record<string, unknown> = {}) => ({
  item: { itemId: '652874751412', title: '冲锋衣 男款', images: ['//img.example/a.jpg_640x640q90.jpg_.webp'], sellCount: '10万+' },
  seller: { shopName: '山野旗舰店', shopId: '88' },
  skuBase: { props: [{ pid: '1', name: '颜色', values: [{ vid: '2', name: '黑色' }, { vid: '3', name: '红色' }] }], skus: [{ skuId: '4001', propPath: '1:2' }, { skuId: '4002', propPath: '1:3' }] },
  skuCore: { sku2info: {
    0: { price: { priceText: '400', priceMoney: '40000', priceTitle: '优惠前' }, subPrice: { priceText: '350', priceMoney: '35000', priceTitle: '券后' }, quantity: '200' },
    4001: { price: { priceText: '400', priceMoney: '40000' }, quantity: '10' }, 4002: { price: { priceText: '420', priceMoney: '42000' }, quantity: '0' },
  } }, ...more,
});

describe('Taobao', () => {
  it('tells the page price from the price after coupon, in fen', () => {
    const read = listing(taobaoPage(detail()), { platform: 'taobao', url: 'https://item.taobao.com/item.htm?id=652874751412&spm=a1' });
    const { fields } = read;
    expect(read.productId).toBe('652874751412');
    expect(valueOf(fields.price)).toEqual({ kind: 'page', money: CNY(40_000) });
    expect(fields.price).toMatchObject({ losers: [{ value: { kind: 'conditional', money: CNY(35_000) } }] });
    expect(valueOf(fields.sales)).toEqual({ value: 100_000, lowerBound: true });
    expect(valueOf(fields.seller)).toEqual({ id: '88', name: '山野旗舰店' });
    expect(valueOf(fields.availability)).toBe('in_stock');
    expect(valueOf(fields.images)).toEqual(['https://img.example/a.jpg']);
    expect(valueOf(fields.offers)).toEqual([
      { sku: '4001', options: { 颜色: '黑色' }, price: { kind: 'page', money: CNY(40_000) }, availability: 'in_stock', quantity: 10 },
      { sku: '4002', options: { 颜色: '红色' }, price: { kind: 'page', money: CNY(42_000) }, availability: 'out_of_stock', quantity: 0 },
    ]);
  });

  it('never takes a deposit for the price', () => {
    const { fields } = listing(taobaoPage(detail({ skuCore: { sku2info: { 0: { price: { priceText: '50', priceMoney: '5000', priceTitle: '定金' }, quantity: '9' } } } })), { platform: 'taobao' });
    expect(valueOf(fields.price)).toEqual({ kind: 'deposit', money: CNY(5_000) });
    expect(valueOf(fields.availability)).toBe('preorder');
  });

  it('reads getdetail with its JSON inside JSON, delisting and promotions', () => {
    const inner = { price: { price: { priceText: '146-298' }, extraPrices: [{ priceText: '599', priceTitle: '专柜价', lineThrough: true }], shopProm: [{ content: ['满300减50'] }] }, trade: { hintBanner: { text: '商品已下架' } } };
    const answer = readAnswer(Buffer.from(JSON.stringify({ ret: ['SUCCESS::调用成功'], data: { item: { itemId: '9', title: '帐篷' }, seller: { shopName: '店' }, apiStack: [{ value: JSON.stringify(inner) }] } })), hints({ platform: 'taobao', ...JSON_TYPE }));
    if (answer.outcome !== 'ok') throw new Error(answer.detail);
    const fields = answer.listings[0]?.fields;
    expect(fields && valueOf(fields.price)).toEqual({ kind: 'range', money: CNY(14_600), max: CNY(29_800) });
    expect(fields && valueOf(fields.listPrice)?.money).toEqual(CNY(59_900));
    expect(fields && valueOf(fields.availability)).toBe('delisted');
    expect(fields && valueOf(fields.promotions)).toMatchObject([{ label: '满300减50', mechanic: 'full_reduction', params: { thresholdMinor: 30_000, offMinor: 5_000 } }]);
  });

  it('reads reviews, padded JSON too, without their writers', () => {
    const body = `jsonp128(${JSON.stringify({ rateDetail: { rateList: [{ id: 77, rateContent: '很差', rateDate: '2026-03-01 10:00:00', auctionSku: '颜色:黑', displayUserNick: '张**三', headPic: '//x' }] } })})`;
    const answer = readAnswer(Buffer.from(body), hints({ platform: 'taobao', role: 'reviews', contentType: 'application/javascript' }));
    if (answer.outcome !== 'ok') throw new Error(answer.detail);
    expect(answer.reviews).toMatchObject([{ text: '很差', skuText: '颜色:黑', createdAt: new Date('2026-03-01T10:00:00+08:00') }]);
    expect(JSON.stringify(answer)).not.toContain('张');
  });
});

describe('JD and Pinduoduo', () => {
  it('reads a ware object: page price, final price, market price', () => {
    const ware = { price: { p: '89.00', op: '129.00', m: '0.00', finalPrice: { price: '79.00', priceContent: '到手价' } }, pageConfigVO: { skuid: 100012043978, shopId: 1 }, wareInfoReadMap: { sku_name: '电钻', cn_brand: '得力', shop_name: '得力自营' }, colorSizeVO: { stockInfo: { 100012043978: { stockState: 34 } } } };
    const read = listing(JSON.stringify(ware), { platform: 'jd', ...JSON_TYPE });
    expect(read.productId).toBe('100012043978');
    expect(valueOf(read.fields.price)).toEqual({ kind: 'page', money: CNY(8_900) });
    expect(valueOf(read.fields.listPrice)?.money).toEqual(CNY(12_900));
    expect(valueOf(read.fields.availability)).toBe('out_of_stock');
    const off = listing(JSON.stringify({ ...ware, price: { p: '-1.00' } }), { platform: 'jd', ...JSON_TYPE });
    expect(off.fields.price.state).toBe('unknown');
    expect(valueOf(off.fields.availability)).toBe('delisted');
  });

  it('reads rawData, and refuses a whole number that may be yuan or fen', () => {
    const goods = (more: Record<string, unknown>) => page(undefined, `<script>window.rawData = ${JSON.stringify({ store: { initDataObj: { goods: { goodsID: '5501', goodsName: '抽纸', isOnSale: true, quantity: 90, sideSalesTip: '已拼10万+件', ...more }, mall: { mallName: '纸业' } } } })};</script>`);
    const read = listing(goods({ minOnSaleGroupPriceInCent: 2_290, linePrice: '49' }), { platform: 'pinduoduo' });
    expect(read.productId).toBe('5501');
    expect(valueOf(read.fields.price)).toEqual({ kind: 'page', money: CNY(2_290) });
    expect(valueOf(read.fields.listPrice)?.money).toEqual(CNY(4_900));
    expect(valueOf(read.fields.sales)).toEqual({ value: 100_000, lowerBound: true });
    expect(listing(goods({ minOnSaleGroupPrice: 2_290 }), { platform: 'pinduoduo' }).fields.price.state).toBe('unknown');
  });
});

describe('Amazon and eBay', () => {
  it('reads the buy box, not the carousel', () => {
    const html = page(undefined, `<span id="productTitle"> Steel bottle </span><a id="bylineInfo">Visit the Acme Store</a><div id="corePriceDisplay_desktop_feature_div"><span class="priceToPay"><span class="a-offscreen">$15.99</span></span><span class="basisPrice"><span class="a-offscreen">$22.50</span></span></div>
      <div id="availability"><span>Only 3 left in stock - order soon.</span></div><span id="acrPopover" title="4.6 out of 5 stars"></span><span id="acrCustomerReviewText">9,079 ratings</span><input id="ASIN" value="B0ABCDEFGH"><div id="sims-carousel"><span class="a-price"><span class="a-offscreen">$3.00</span></span></div>`);
    const read = listing(html, { platform: 'amazon', url: 'https://www.amazon.com/dp/B0ABCDEFGH/ref=sr_1_1' });
    expect(read.productId).toBe('B0ABCDEFGH');
    expect(valueOf(read.fields.price)).toEqual({ kind: 'page', money: { minor: 1_599, currency: 'USD', exponent: 2 } });
    expect(valueOf(read.fields.listPrice)?.money.minor).toBe(2_250);
    expect(valueOf(read.fields.availability)).toBe('low');
    expect(valueOf(read.fields.brand)).toBe('Acme');
    expect(valueOf(read.fields.rating)).toEqual({ value: 4.6, scale: 5 });
    expect(valueOf(read.fields.reviewCount)?.value).toBe(9_079);
  });

  it('gives no price for an auction', () => {
    const html = (box: string) => page(undefined, `<h1 class="x-item-title__mainTitle">Old radio</h1><div class="x-price-section">${box}</div>`).replaceAll('Cordless drill 18V', 'Old radio');
    const over = { platform: 'ebay', url: 'https://www.ebay.com/itm/110550123456' } as const;
    expect(valueOf(listing(html('<div class="x-price-primary">US $15.99</div>'), over).fields.price)?.money.minor).toBe(1_599);
    expect(listing(html('<div class="x-price-primary">US $15.99</div><div>Current bid</div>'), over).fields.price.state).toBe('unknown');
  });
});
