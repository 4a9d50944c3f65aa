import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../model/money.ts';
import { valueOf } from '../../../model/reading.ts';
import { listing, page, product } from './pages.ts';

const HEAD = '<h1>Ground coffee 250 g</h1>';
const BUY = '<button>Add to cart</button>';

/** The price and the unit price of a page: `4.99 EUR, 1.99 EUR / 100 g`. */
function shown(html: string): string {
  const { price, unitPrice } = listing(html).fields;
  const [whole, unit] = [valueOf(price), valueOf(unitPrice)];
  return `${whole ? `${decimalOf(whole.money)} ${whole.money.currency}` : '?'}, ${unit ? `${decimalOf(unit.money)} ${unit.money.currency} / ${unit.per} ${unit.unit}` : '?'}`;
}

const specification = (more: object): object => ({ '@type': 'UnitPriceSpecification', price: '19.96', priceCurrency: 'EUR', referenceQuantity: { '@type': 'QuantitativeValue', value: '1', unitCode: 'KGM' }, ...more });

describe('unit price in data', () => {
  it.each([
    ['a specification with its quantity', { price: '4.99', priceCurrency: 'EUR', priceSpecification: specification({}) }, '4.99 EUR, 19.96 EUR / 1 kg'],
    ['one of several', { price: '4.99', priceCurrency: 'EUR', priceSpecification: [{ '@type': 'PriceSpecification', price: '4.99' }, specification({ referenceQuantity: { value: 100, unitText: 'g' }, price: 2 })] }, '4.99 EUR, 2.00 EUR / 100 g'],
    ['without a quantity that is understood', { price: '4.99', priceCurrency: 'EUR', priceSpecification: specification({ referenceQuantity: { value: 1, unitCode: 'XXX' } }) }, '4.99 EUR, ?'],
    ['alone is not the price', { priceCurrency: 'EUR', priceSpecification: specification({}) }, '?, 19.96 EUR / 1 kg'],
    ['of the whole pack, with a reference of its own', { priceSpecification: specification({ price: '4.99', referenceQuantity: { value: 250, unitCode: 'GRM', valueReference: { value: 100, unitCode: 'GRM' } } }) }, '4.99 EUR, 4.99 EUR / 250 g'],
  ])('%s', (_, offer, want) => expect(shown(page(product({ price: undefined, priceCurrency: undefined, ...offer }), `${HEAD}${BUY}`))).toBe(want));
});

describe('unit price in the visible page', () => {
  it.each([
    ['in an element of its own', '<p class="price">4,99 €</p><p class="unit-price">19,96 € / 1 kg</p>', '4.99 EUR, 19.96 EUR / 1 kg'],
    ['in brackets behind the price', '<p class="price">4,99 € (19,96 €/kg)</p>', '4.99 EUR, 19.96 EUR / 1 kg'],
    ['in elements of several', '<p class="price">£4.99</p><span class="price-per-unit"><span>£2.00</span> <span>per 100g</span></span>', '4.99 GBP, 2.00 GBP / 100 g'],
    ['in pence, exact', '<p class="price">£4.99</p><span class="unit-price">41.7p/100g</span>', '4.99 GBP, 4.17 GBP / 1000 g'],
    ['beside a price in pence', '<p class="price">85p</p><p class="unit-price">17p each</p>', '0.85 GBP, 0.17 GBP / 1 piece'],
    ['in cents', '<p class="price">$3.48 USD</p><span class="ppu">17.4 ¢/oz</span>', '3.48 USD, 1.74 USD / 10 oz'],
    ['before the price', '<p class="unit-price">1 kg = 19,96 €</p><p class="price">4,99 €</p>', '4.99 EUR, 19.96 EUR / 1 kg'],
    ['of other articles', '<p class="price">4,99 €</p></main><section class="related-products"><h2>You may also like</h2><p class="unit-price">9,90 €/kg</p></section><main>', '4.99 EUR, ?'],
  ])('%s', (_, html, want) => expect(shown(page('', `<main>${HEAD}${html}${BUY}</main>`))).toBe(want));

  it.each([
    ['19,96 €/kg', '19.96 EUR / 1 kg'], ['(1,99 € / 100 g)', '1.99 EUR / 100 g'], ['1 kg = 19,96 €', '19.96 EUR / 1 kg'], ['€1.99 per 100ml', '1.99 EUR / 100 ml'], ['5 l / 100 km', '?'],
  ])('is looked for although the data answer the rest: %s', (text, want) => {
    expect(shown(page(product(), `<h1>Cordless drill 18V</h1><p class="price">€119.00</p><p>${text}</p>${BUY}`))).toBe(`119.00 EUR, ${want}`);
  });

  it('says where it stood', () => {
    const reading = listing(page('', `<main>${HEAD}<p class="price">4,99 €</p><p class="unit-price">19,96 € / 1 kg</p>${BUY}</main>`)).fields.unitPrice;
    expect(reading).toMatchObject({ state: 'known', evidence: { method: 'text', raw: '19,96 € / 1 kg' } });
  });
});
