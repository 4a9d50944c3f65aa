import { describe, expect, it } from 'vitest';
import { currencyCode } from '../../../model/money.ts';
import { valueOf } from '../../../model/reading.ts';
import { readAnswer } from '../../../crawlers/read/index.ts';
import { hints, listing, page } from '../read/pages.ts';

const money = (minor: number, currency = 'USD', exponent = 2) => ({ minor, currency, exponent });
const usd = currencyCode('USD');

describe('WooCommerce', () => {
  const record = (prices: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
    id: 34, name: 'Mug', permalink: 'https://shop.example/product/mug/', sku: 'MUG', on_sale: false, is_in_stock: true, low_stock_remaining: null, average_rating: '4.5', review_count: 2, images: [],
    prices: { price: '1800', regular_price: '1800', sale_price: '1800', price_range: null, currency_code: 'USD', currency_minor_unit: 2, ...prices }, ...more,
  });
  const read = (records: unknown[]) => {
    const answer = readAnswer(Buffer.from(JSON.stringify(records)), hints({ url: 'https://shop.example/wp-json/wc/store/v1/products?per_page=100&page=1', role: 'catalogue', platform: 'woocommerce', contentType: 'application/json' }));
    if (answer.outcome !== 'ok') throw new Error(answer.detail);
    return answer;
  };

  it('takes the minor unit the answer names, which is not always 2', () => {
    const [two, three, yen] = read([record({}), record({ price: '18000', currency_minor_unit: 3 }), record({ price: '1800', currency_code: 'JPY', currency_minor_unit: 0 })]).listings;
    expect(two && valueOf(two.fields.price)?.money).toEqual(money(1_800));
    expect(three && valueOf(three.fields.price)?.money).toEqual(money(1_800));
    expect(yen && valueOf(yen.fields.price)?.money).toEqual(money(1_800, 'JPY', 0));
    expect(read([record({})]).next).toBe('https://shop.example/wp-json/wc/store/v1/products?per_page=100&page=2');
    expect(read([]).next).toBeUndefined();
  });

  it('takes the regular price for a list price only when on sale, and a spread for a range', () => {
    const [plain, sale, spread] = read([record({ regular_price: '2400' }), record({ regular_price: '2400' }, { on_sale: true, low_stock_remaining: 2 }), record({ price_range: { min_amount: '1000', max_amount: '2000' } })]).listings;
    expect(plain?.fields.listPrice).toMatchObject({ state: 'absent', evidence: { place: 'on_sale', raw: 'false' } });
    expect(sale && valueOf(sale.fields.listPrice)?.money).toEqual(money(2_400));
    expect(sale && valueOf(sale.fields.availability)).toBe('low');
    expect(spread && valueOf(spread.fields.price)).toEqual({ kind: 'range', money: money(1_000), max: money(2_000) });
  });

  it('reads the variations of a page', () => {
    const variations = JSON.stringify([{ variation_id: 91, attributes: { attribute_pa_size: 'L' }, display_price: 18, display_regular_price: 24, is_in_stock: false }]).replaceAll('"', '&quot;');
    const html = page(undefined, `<div class="product"><div class="summary"><h1>Mug</h1><p class="price"><del><span class="amount">$24.00</span></del> <ins><span class="amount">$18.00</span></ins></p></div><form class="variations_form" data-product_id="34" data-product_variations="${variations}"></form></div>`).replaceAll('Cordless drill 18V', 'Mug');
    const one = listing(html, { platform: 'woocommerce', ...(usd ? { currency: usd } : {}) });
    expect(one.productId).toBe('34');
    expect(valueOf(one.fields.price)?.money).toEqual(money(1_800));
    expect(valueOf(one.fields.listPrice)?.money).toEqual(money(2_400));
    expect(valueOf(one.fields.offers)).toEqual([{ sku: '91', options: { size: 'L' }, price: { kind: 'page', money: money(1_800) }, listPrice: money(2_400), availability: 'out_of_stock' }]);
  });

  it('shows the variation that the address names', () => {
    const variations = JSON.stringify([['s', 18, true], ['%e5%a4%a7', 24, false]].map(([size, display_price, is_in_stock], index) => ({ variation_id: 91 + index, attributes: { 'attribute_pa_%e5%b0%ba%e5%af%b8': size }, display_price, is_in_stock }))).replaceAll('"', '&quot;');
    const html = page(undefined, `<div class="product"><div class="summary"><h1>Cordless drill 18V</h1><p class="price"><span class="amount">$18.00</span> – <span class="amount">$24.00</span></p></div><form class="variations_form" data-product_id="34" data-product_variations="${variations}"></form></div>`);
    const at = (query: string) => listing(html, { url: `https://shop.example/product/mug/${query}`, platform: 'woocommerce', ...(usd ? { currency: usd } : {}) }).fields;
    const [any, large] = [at(''), at('?attribute_pa_尺寸=大')];
    expect(valueOf(any.price)).toEqual({ kind: 'range', money: money(1_800), max: money(2_400) });
    expect([valueOf(large.price), valueOf(large.availability)]).toEqual([{ kind: 'page', money: money(2_400) }, 'out_of_stock']);
    expect(valueOf(large.offers)).toMatchObject([{ options: { 尺寸: 's' } }, { sku: '92', options: { 尺寸: '大' }, selected: true }]);
  });
});

describe('Magento', () => {
  it('reads the configuration of a configurable product', () => {
    const config = { '#product_addtocart_form': { configurable: { spConfig: {
      productId: '77', optionPrices: { 1: { finalPrice: { amount: 18 }, oldPrice: { amount: 24 } }, 2: { finalPrice: { amount: 20 }, oldPrice: { amount: 20 } } },
      index: { 1: { 93: '50' }, 2: { 93: '51' } }, attributes: { 93: { label: 'Color', options: [{ id: '50', label: 'Red' }, { id: '51', label: 'Blue' }] } }, prices: { finalPrice: { amount: 18 }, oldPrice: { amount: 24 } },
    } } } };
    const html = page(undefined, `<h1>Cordless drill 18V</h1><script type="text/x-magento-init">${JSON.stringify(config)}</script>`);
    const one = listing(html, { platform: 'magento', ...(usd ? { currency: usd } : {}) });
    expect(one.productId).toBe('77');
    expect(valueOf(one.fields.price)).toEqual({ kind: 'range', money: money(1_800), max: money(2_000) });
    expect(valueOf(one.fields.offers)).toMatchObject([{ sku: '1', options: { Color: 'Red' }, listPrice: money(2_400) }, { sku: '2', options: { Color: 'Blue' } }]);
  });
});

describe('promotions on any page', () => {
  it('are read near the heading, in words', () => {
    const { fields } = listing(page(undefined, '<h1>Cordless drill 18V</h1><p class="price">¥119.01</p><span class="promo-tag">满300减50</span><div class="related-products"><span class="promo-tag">满100减10</span></div>').replace('lang="en"', 'lang="zh-CN"'));
    expect(valueOf(fields.promotions)).toMatchObject([{ label: '满300减50', mechanic: 'full_reduction' }]);
  });
});
