import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../model/money.ts';
import { valueOf } from '../../../model/reading.ts';
import { listing, page } from '../read/pages.ts';

const TITLE = '<span id="productTitle"> Steel bottle </span>';
const URL = 'https://www.amazon.com/dp/B0ABCDEFGH';
const CAROUSEL = '<div id="sims-carousel"><span class="a-price"><span class="a-offscreen">$3.00</span></span></div>';

function fieldsOf(body: string, url = URL) {
  return listing(page(undefined, `${TITLE}${body}<input id="ASIN" value="B0ABCDEFGH">${CAROUSEL}`), { platform: 'amazon', url }).fields;
}
function priceOf(body: string, url?: string): string | undefined {
  const price = valueOf(fieldsOf(body, url).price);
  return price && `${price.kind} ${decimalOf(price.money)}${price.max ? `–${decimalOf(price.max)}` : ''} ${price.money.currency}`;
}
const aPrice = (amount: string, more = '') => `<span class="a-price ${more}"><span class="a-offscreen">${amount}</span><span aria-hidden="true">${amount}</span></span>`;

describe('prices of Amazon', () => {
  it.each([
    ['the price to pay', `<div id="corePriceDisplay_desktop_feature_div">${aPrice('$15.99', 'priceToPay')}</div>`, 'page 15.99 USD'],
    ['a blank text for screen readers', '<div id="corePriceDisplay_desktop_feature_div"><span class="a-price priceToPay"><span class="a-offscreen"> </span><span aria-hidden="true"><span class="a-price-symbol">$</span><span class="a-price-whole">1,015<span class="a-price-decimal">.</span></span><span class="a-price-fraction">99</span></span></span></div>', 'page 1015.99 USD'],
    ['cents without a point', '<div id="corePrice_feature_div"><span class="a-price"><span class="a-offscreen"></span><span aria-hidden="true"><span class="a-price-symbol">$</span><span class="a-price-whole">15</span><span class="a-price-fraction">99</span></span></span></div>', 'page 15.99 USD'],
    ['the older layout', `<div id="corePrice_desktop"><table><tr><td>List Price:</td><td><span class="a-price a-text-price" data-a-strike="true"><span class="a-offscreen">$20.00</span></span></td></tr><tr><td>Price:</td><td>${aPrice('$15.99', 'a-text-price apexPriceToPay')}</td></tr></table></div>`, 'page 15.99 USD'],
    ['a range over variants', `<div id="corePrice_desktop"><span class="a-price-range">${aPrice('$12.99', 'a-text-price')} - ${aPrice('$19.99', 'a-text-price')}</span></div>`, 'range 12.99–19.99 USD'],
    ['the form of the buy box', '<div id="buybox"><form><input type="hidden" name="items[0.base][customerVisiblePrice][amount]" value="15.99"><input type="hidden" name="items[0.base][customerVisiblePrice][currencyCode]" value="USD"></form></div>', 'page 15.99 USD'],
    ['the state of the chooser', '<div class="twister-plus-buying-options-price-data">{"desktop_buybox_group_1":[{"displayPrice":"$9.00","priceAmount":9,"buyingOptionType":"USED"},{"displayPrice":"$15.99","priceAmount":15.99,"buyingOptionType":"NEW"}]}</div>', 'page 15.99 USD'],
    ['new above used', `<div id="buybox"><div id="newAccordionRow_0">${aPrice('$15.99')}</div><div id="usedAccordionRow">${aPrice('$9.00')}</div></div>`, 'page 15.99 USD'],
    ['used above new', `<div id="buybox"><div id="usedAccordionRow">${aPrice('$9.00')}</div><div id="newAccordionRow_0">${aPrice('$15.99')}</div></div>`, 'page 15.99 USD'],
    ['subscribe and save beside it', `<div id="buybox"><div id="snsAccordionRowMiddle">${aPrice('$13.59')}</div><div id="newAccordionRow_0">${aPrice('$15.99')}</div></div>`, 'page 15.99 USD'],
    ['a price per ounce beside it', `<div id="corePriceDisplay_desktop_feature_div">${aPrice('$15.99', 'priceToPay')}<span class="pricePerUnit">(${aPrice('$0.50')} / ounce)</span></div>`, 'page 15.99 USD'],
  ])('%s', (_, body, wanted) => {
    expect(priceOf(body)).toBe(wanted);
  });

  it('an article sold used alone has its price and says so', () => {
    const fields = fieldsOf(`<div id="usedOnlyBuybox">${aPrice('$9.00')}</div>`);
    expect(valueOf(fields.price)?.money.minor).toBe(900);
    expect(valueOf(fields.condition)).toBe('used');
  });

  it('a price that only the cart shows is unknown', () => {
    expect(fieldsOf('<div id="corePriceDisplay_desktop_feature_div">To see our price, add this item to your cart.</div>').price.state).toBe('unknown');
  });

  it('the struck price is the list price, wherever it stands in the box', () => {
    const fields = fieldsOf(`<div id="corePriceDisplay_desktop_feature_div">${aPrice('$15.99', 'priceToPay')}<span class="basisPrice">List Price: <span class="a-price a-text-price" data-a-strike="true"><span class="a-offscreen">$22.50</span></span></span></div>`);
    expect(valueOf(fields.listPrice)?.money.minor).toBe(2_250);
  });

  it('also outside of the boxes, but not in a row of other articles', () => {
    const old = '<span class="basisPrice"><span class="a-price a-text-price"><span>$</span><span>$22.50</span></span></span>';
    const read = (html: string) => valueOf(fieldsOf(`<div id="corePrice_feature_div">${aPrice('$15.99', 'priceToPay')}</div>${html}`).listPrice)?.money.minor;
    expect([read(old), read(`<div class="a-carousel">${old}</div>`), read(`<div id="usedAccordionRow">${old}</div>`)]).toEqual([2_250, undefined, undefined]);
  });

  it('euros with a comma', () => {
    expect(priceOf('<div id="corePrice_feature_div"><span class="a-price"><span class="a-offscreen">1.015,99 €</span></span></div>', 'https://www.amazon.de/dp/B0ABCDEFGH')).toBe('page 1015.99 EUR');
  });
});

describe('stock and details of Amazon', () => {
  it.each([
    ['In Stock', 'in_stock'], ['Only 2 left in stock - order soon.', 'low'], ['Currently unavailable. We don\'t know when or if this item will be back in stock.', 'out_of_stock'], ['Derzeit nicht verfügbar.', 'out_of_stock'], ['Auf Lager', 'in_stock'], ['現在在庫切れです。', 'out_of_stock'],
  ])('%s', (words, wanted) => {
    expect(valueOf(fieldsOf(`<div id="availability"><span> ${words} </span></div>`).availability)).toBe(wanted);
  });

  it('the button counts where the words say nothing of stock', () => {
    expect(valueOf(fieldsOf('<div id="availability"><span>Usually dispatched within 2 to 3 weeks</span></div><input id="add-to-cart-button" value="Add to Cart">').availability)).toBe('in_stock');
    expect(valueOf(fieldsOf('<div id="outOfStock"><span>This item is not here.</span></div>').availability)).toBe('out_of_stock');
  });

  it('brand, part number, GTIN and attributes come from the tables', () => {
    const fields = fieldsOf('<table id="productDetails_techSpec_section_1"><tr><th>Brand</th><td>\u200eAcme</td></tr><tr><th>Item model number</th><td>AB-12</td></tr><tr><th>Colour</th><td>Blue</td></tr></table><div id="detailBullets_feature_div"><ul><li><span class="a-list-item"><span class="a-text-bold">UPC \u200f:\u200e</span><span>036000291452</span></span></li></ul></div>');
    expect(valueOf(fields.brand)).toBe('Acme');
    expect(valueOf(fields.mpn)).toBe('AB-12');
    expect(valueOf(fields.gtin)).toBe('00036000291452');
    expect(valueOf(fields.attributes)).toMatchObject({ Colour: 'Blue' });
  });

  it('variants come from the chooser, the shown one marked', () => {
    const fields = fieldsOf('<script>var dataToReturn = {"currentAsin" : "B0ABCDEFGH", "dimensionsDisplay" : ["Size","Color"], "dimensionValuesDisplayData" : {"B0ABCDEFGH":["S","Blue"],"B0ABCDEFGJ":["M","Red"]}};</script>');
    expect(valueOf(fields.offers)).toEqual([{ sku: 'B0ABCDEFGH', options: { Size: 'S', Color: 'Blue' }, selected: true }, { sku: 'B0ABCDEFGJ', options: { Size: 'M', Color: 'Red' } }]);
  });
});
