import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page, read } from './pages.ts';

const fieldsOf = (html: string, url?: string) => listing(page(undefined, `<h1>Cordless drill 18V</h1><p class="price">€119.00</p>${html}<button>Add to cart</button>`), url === undefined ? {} : { url }).fields;
const seller = (html: string) => valueOf(fieldsOf(html).seller)?.name;

describe('who sells, without data', () => {
  it.each([
    ['a label', '<p>Sold by: <a href="/s/1">Tool House</a></p>'], ['a label in German', '<dl><dt>Verkauf durch</dt><dd>Tool House</dd></dl>'], ['one in Chinese', '<p>店铺：<b>Tool House</b></p>'], ['a sentence', '<p>Sold by Tool House and fulfilled by Depot Ltd</p>'],
    ['one in French', '<p>Vendu par Tool House et expédié par Depot</p>'], ['an element named after it', '<div class="seller-name">Tool House</div>'], ['one in parts', '<div class="ui-seller__header__title">Tool House</div>'], ['a sentence of who sells and sends', '<p>Sold and shipped by Tool House</p>'], ['one of who sends and sells', '<p>Dispatches from and sold by Tool House.</p>'], ['one with ratings behind', '<span class="merchant-name">Tool House (1,204)</span>'],
  ])('is read from %s', (_, html) => {
    expect(seller(html)).toBe('Tool House');
  });

  it.each([
    ['several offers', '<p class="merchant-name">Tool House</p><p class="merchant-name">Hose House</p>'], ['a link', '<a class="seller-link" href="/s/1">Contact the seller</a>'], ['another article', '<h2>You may also like</h2><p class="seller-name">Tool House</p>'],
    ['a price', '<p class="seller-name">€5.00</p>'], ['a menu', '<nav><a class="seller-name" href="/sell">Tool House</a></nav>'],
  ])('is nobody in %s', (_, html) => {
    expect(seller(html)).toBeUndefined();
  });
});

describe('how new it is, without data', () => {
  it.each([['Condition: <b>Used - like new</b>', 'Used - like new'], ['Zustand: <b>Gebraucht</b>', 'Gebraucht'], ['<span>État</span><span>Neuf sans étiquette</span>', 'Neuf sans étiquette'], ['<dl><dt>成色</dt><dd>9成新</dd></dl>', '9成新']])('%s', (html, wanted) => {
    expect(valueOf(fieldsOf(`<div>${html}</div>`).condition)).toBe(wanted);
  });

  it.each(['<dl><dt>Estado</dt><dd>São Paulo</dd></dl>', '<dl><dt>Staat</dt><dd>Nederland</dd></dl>', '<dl><dt>Condition</dt><dd>SKU</dd></dl>'])('%s says nothing of it', (html) => {
    expect(valueOf(fieldsOf(html).condition)).toBeUndefined();
  });
});

describe('how many there are, without data', () => {
  it.each([['<p class="stock in-stock">12 in stock</p>', 12], ['<p class="availability">In stock (3 available)</p>', 3], ['<dl><dt>Stock</dt><dd>7 pcs</dd></dl>', 7]])('%s', (html, wanted) => {
    expect(valueOf(fieldsOf(html).quantity)).toBe(wanted);
  });

  it.each(['<p class="stock">More than 10 in stock</p>', '<p class="stock">3 in stock</p><p class="stock">5 in stock</p>', '<ul class="size-options"><li class="stock">2 left in stock</li></ul>', '<div class="related-products"><p class="stock">2 left in stock</p></div>'])('%s leaves it open', (html) => {
    expect(valueOf(fieldsOf(html).quantity)).toBeUndefined();
  });
});

describe('numbers and labels of a maker', () => {
  it('the part number stands under any spelling of its label', () => {
    expect(valueOf(fieldsOf('<ul><li><span>MANUFACTURERS PART NUMBER</span><span>IST003-O</span></li></ul>').mpn)).toBe('IST003-O');
  });
});

describe('data that give a part of the price', () => {
  const data = { '@type': 'Product', name: 'Cordless drill 18V', offers: { '@type': 'Offer', price: '33.25', priceCurrency: 'EUR' } };
  it.each(['€33.25/mo for 36 mos', '€33.25 per month'])('give way to the whole one where the page shows it as %s', (part) => {
    const { price } = listing(page(data, `<h1>Cordless drill 18V</h1><span class="price">${part}</span><span class="price">€1,197.00</span>`)).fields;
    expect(valueOf(price)).toMatchObject({ money: { minor: 119_700 } });
  });

  it('are the price of what is paid by the month', () => {
    expect(valueOf(listing(page(data, '<h1>Cordless drill 18V</h1><span class="price">€33.25 per month</span>')).fields.price)).toMatchObject({ money: { minor: 3325 } });
  });
});

describe('several offers of one article', () => {
  it('make no list of its page', () => {
    const offers = ['Tool House', 'Hose House', 'Saw House', 'Nail House'].map((name, index) => `<div class="offer" id="o${index}"><span class="price">€ ${1_190 + index},00</span><a href="#o${index}">${name}</a></div>`).join('');
    const answer = read(`<html lang="de"><head><title>Cordless drill 18V</title></head><body><h1>Cordless drill 18V</h1><div class="offers">${offers}</div></body></html>`, { url: 'https://compare.example/cordless-drill' });
    expect(answer.outcome).toBe('ok');
  });
});

describe('what sending it costs, without data', () => {
  const shipping = (html: string) => valueOf(fieldsOf(html).shippingCost)?.minor;

  it.each([['a label', '<p>Delivery: €4.90</p>'], ['words behind', '<p>€4.90 shipping</p>'], ['one in Hungarian', '<p>Szállítási díj: 4,90 €</p>'], ['one in Greek', '<p>Μεταφορικά: 4,90 €</p>']])('is read from %s', (_, html) => {
    expect(shipping(html)).toBe(490);
  });

  it.each([
    ['it may cost nothing', '<p>Delivery €4.90, free over €50</p>'], ['only the least is said', '<p>Delivery from €4.90</p>'], ['there are several ways', '<p>Standard delivery €4.90</p><p>Express delivery €9.90</p>'],
    ['it is another article\'s', '<h2>You may also like</h2><p>Delivery: €4.90</p>'],
  ])('is not known where %s', (_, html) => {
    expect(shipping(html)).toBeUndefined();
  });
});
