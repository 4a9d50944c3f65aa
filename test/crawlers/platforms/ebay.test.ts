import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page } from '../read/pages.ts';

const URL = 'https://www.ebay.com/itm/110550123456';
const TITLE = '<h1 class="x-item-title__mainTitle"><span>Old radio</span></h1>';

function fieldsOf(body: string, url = URL) {
  return listing(page(undefined, `${TITLE}${body}`).replaceAll('Cordless drill 18V', 'Old radio'), { platform: 'ebay', url }).fields;
}

describe('eBay', () => {
  it('reads a fixed price, its stock, condition, seller and shipping', () => {
    const fields = fieldsOf('<div class="x-price-section"><div class="x-price-primary"><span>US $15.99</span></div><span class="ux-textspans--STRIKETHROUGH">US $19.99</span></div><div class="x-item-condition-text"><span class="ux-textspans">Pre-owned</span></div><div class="d-quantity__availability"><span>10 available</span> / <span>53 sold</span></div><div class="ux-labels-values--shipping"><div class="ux-labels-values__values"><span class="ux-textspans">US $4.50</span></div></div><div class="x-sellercard-atf__info__about-seller"><a>radio-shack</a></div>');
    expect(valueOf(fields.price)?.money).toMatchObject({ minor: 1_599, currency: 'USD' });
    expect(valueOf(fields.listPrice)?.money.minor).toBe(1_999);
    expect(valueOf(fields.availability)).toBe('in_stock');
    expect(valueOf(fields.quantity)).toBe(10);
    expect(valueOf(fields.sales)?.value).toBe(53);
    expect(valueOf(fields.condition)).toBe('Pre-owned');
    expect(valueOf(fields.seller)).toEqual({ name: 'radio-shack' });
    expect(valueOf(fields.shippingCost)?.minor).toBe(450);
    expect(valueOf(fields.sku)).toBe('110550123456');
  });

  it('takes the price for buying at once, never a bid', () => {
    const bid = '<div class="x-bid-price"><div class="x-price-primary">US $5.50</div><span class="x-bid-count">3 bids</span></div>';
    expect(fieldsOf(`<div class="x-price-section">${bid}</div>`).price.state).toBe('unknown');
    expect(valueOf(fieldsOf(`<div class="x-price-section">${bid}<div class="x-bin-price"><div class="x-price-primary">US $25.00</div></div></div>`).price)?.money.minor).toBe(2_500);
  });

  it.each([['Bidding ended on Mar 2', 'delisted'], ['Sold on Mar 2. Item has ended.', 'delisted']])('%s', (words, wanted) => {
    expect(valueOf(fieldsOf(`<div class="d-statusmessage">${words}</div><div class="x-price-primary">US $15.99</div>`).availability)).toBe(wanted);
  });

  it.each([['Last one', 'low'], ['Out of Stock', 'out_of_stock'], ['More than 10 available', 'in_stock'], ['2 verfügbar', 'in_stock']])('quantity: %s', (words, wanted) => {
    expect(valueOf(fieldsOf(`<div class="d-quantity__availability">${words}</div>`).availability)).toBe(wanted);
  });

  const model = { MSKU: {
    _type: 'VariationViewModel', selectMenus: [{ displayLabel: 'Color', menuItemValueIds: [0, 1] }], menuItemMap: { 0: { valueId: 0, valueName: 'Black', matchingVariationIds: [501] }, 1: { valueId: 1, valueName: 'Red', matchingVariationIds: [502] } },
    variationsMap: { 501: { binModel: { price: { value: { value: 12.9, currency: 'USD' } } }, outOfStock: false }, 502: { binModel: { price: { value: { value: 49.9, currency: 'USD' } } }, outOfStock: true } },
  } };
  const script = `<script>$ssg({"w":[[0,1,{"model":1}]],${JSON.stringify(model).slice(1)});</script>`;

  it('reads variations with their own prices and stock', () => {
    const fields = fieldsOf(`<div class="x-price-primary">US $12.90</div>${script}`);
    expect(valueOf(fields.offers)).toMatchObject([{ sku: '501', options: { Color: 'Black' }, availability: 'in_stock' }, { sku: '502', options: { Color: 'Red' }, availability: 'out_of_stock' }]);
    expect(valueOf(fields.price)).toMatchObject({ kind: 'page', money: { minor: 1_290 } });
    expect(valueOf(fields.availability)).toBe('in_stock');
  });

  it('the variation that the address names is the one', () => {
    const fields = fieldsOf(`<div class="x-price-primary">US $49.90</div>${script}`, `${URL}?var=502`);
    expect(valueOf(fields.price)?.money.minor).toBe(4_990);
    expect(valueOf(fields.availability)).toBe('out_of_stock');
    expect(valueOf(fields.offers)?.[1]).toMatchObject({ sku: '502', selected: true });
  });

  it('item specifics give brand and numbers, "does not apply" gives none', () => {
    const row = (label: string, value: string) => `<div class="ux-labels-values"><div class="ux-labels-values__labels">${label}:</div><div class="ux-labels-values__values">${value}</div></div>`;
    const fields = fieldsOf(`${row('Brand', 'Acme')}${row('MPN', 'R-12')}${row('UPC', 'Does not apply')}`);
    expect(valueOf(fields.brand)).toBe('Acme');
    expect(valueOf(fields.mpn)).toBe('R-12');
    expect(fields.gtin.state).not.toBe('known');
  });
});
