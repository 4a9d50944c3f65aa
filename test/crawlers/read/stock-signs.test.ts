import { describe, expect, it } from 'vitest';
import { parseAvailability } from '../../../crawlers/read/text/availability.ts';
import { valueOf } from '../../../model/reading.ts';
import { listing, page, read } from './pages.ts';

const HEAD = '<h1>Cordless drill 18V</h1><p class="price">£119.00</p>';
const stock = (body: string) => valueOf(listing(page(undefined, `${HEAD}${body}`)).fields.availability);

describe('what sells without a word on it that is known', () => {
  it.each([
    ['a form that goes to the cart', '<form action="/cart/add"><input name="qty" value="1"><button>+</button><button type="submit">Bæta í körfu</button></form>'],
    ['a form named after it', '<form class="cart"><button name="add">Ongeza</button></form>'], ['an input in it', '<form action="/basket"><input type="submit" value="Ongeza"></form>'],
    ['a call', '<a href="#" onclick="addToCart(12)">Bestill her</a>'],
    ['a picture', '<input type="image" src="b.gif" alt="Add to cart">'], ['a picture in a link', '<a href="/c?id=5"><img src="c.gif" alt="カートに入れる"></a>'],
    ['a symbol', '<button aria-label="Add to cart"><svg></svg></button>'], ['a Dutch symbol', '<button aria-label="Voeg toe aan winkelmandje"><i></i></button>'], ['a symbol with a hint', '<a title="Add to basket" href="#"><i class="plus"></i></a>'],
    ['a booking', '<a class="btn" href="/b">Book now</a>'], ['tickets', '<a class="btn" href="/t">Get tickets</a>'], ['a private offer', '<button>Nachricht schreiben</button>'],
  ])('%s', (_, body) => {
    expect(stock(body)).toBe('in_stock');
  });

  it.each([
    ['that takes a voucher', '<form action="/cart/coupon"><button>Redeem</button></form>'], ['that searches', '<form action="/search"><button>Go</button></form>'],
    ['that wishes', '<form action="/cart/add"><button class="wishlist">Save it</button></form>'], ['whose buttons only count', '<form action="/cart/add"><button>+</button><button>−</button></form>'],
  ])('no form %s', (_, body) => {
    expect(stock(body)).toBeUndefined();
  });
});

describe('what says sold out', () => {
  it.each([
    ['a picture', '<img src="soldout.gif" alt="売り切れ">'], ['a small picture beside the price', '<div><img src="so.png" alt="Sold Out"></div>'],
    ['a number in a table', '<table><tr><td>In stock</td><td>0</td></tr></table>'], ['a no in a list', '<dl><dt>Availability:</dt><dd>No</dd></dl>'], ['a cross in Japanese', '<dl><dt>在庫</dt><dd>×</dd></dl>'],
    ['an article put back', '<p>Reserviert</p>'], ['a victim of its success', '<b>Victime de son succès</b>'],
  ])('%s', (_, body) => {
    expect(stock(body)).toBe('out_of_stock');
  });

  it('a yes in a table says that it is there', () => {
    expect(stock('<dl><dt>Verfügbarkeit</dt><dd>Ja</dd></dl>')).toBe('in_stock');
    expect(stock('<table><tr><td>In stock:</td><td>14</td></tr></table>')).toBe('in_stock');
  });

  it('an element around all of the article, by its name', () => {
    const around = (name: string) => valueOf(listing(page(undefined, `<div class="product type-product ${name} shipping-taxable">${HEAD}</div>`)).fields.availability);
    expect([around('instock'), around('outofstock'), around('onsale')]).toEqual(['in_stock', 'out_of_stock', undefined]);
  });

  it.each([
    'Alertez-moi', 'Avvertimi', 'Quero ser avisado', 'Daj mi znać', 'Houd mij op de hoogte', '有货时通知我', 'Verfügbarkeitsbenachrichtigung', 'Erinnern, wenn wieder da', 'Ricevi un avviso',
  ])('a note to be sent: %s', (words) => {
    expect(parseAvailability(words)).toBe('out_of_stock');
    expect(stock(`<button>${words}</button>`)).toBe('out_of_stock');
  });

  it('a mark that a style sheet hides is none', () => {
    expect(stock('<a class="first">Buy now</a><span class="btn-soldout displaynone">SOLD OUT</span>')).toBe('in_stock');
  });

  it('delivery to one place is no stock', () => {
    expect(stock('<p>Delivery unavailable in your area</p><button>Add to cart</button>')).toBe('in_stock');
    expect(stock('<p class="stock">Versand an Ihre Adresse nicht möglich</p><button>In den Warenkorb</button>')).toBe('in_stock');
  });
});

it.each([['a card', '<meta name="twitter:label1" content="Price"><meta name="twitter:data1" content="£119.00"><meta name="twitter:label2" content="Availability"><meta name="twitter:data2" content="Out of stock">'], ['a plain meta tag', '<meta name="availability" content="outofstock">']])('stock stands in %s', (_, head) => {
  expect(valueOf(listing(page(undefined, HEAD, head)).fields.availability)).toBe('out_of_stock');
});

describe('one of several offers that is sold out', () => {
  const others = Array.from({ length: 40 }, (_, index) => `<p>Line ${index}</p>`).join('');

  it.each([
    ['below a button that sells', '<button>Add to cart</button><p>Sealed, £79.00</p><button>Sold out</button>'],
    ['far below the price, beside another', `${others}<p>Blue: £79.00</p><a class="button">Out of stock</a><a class="button">Shop now</a>`],
  ])('is not the article: %s', (_, body) => {
    expect(stock(body)).toBe('in_stock');
  });

  it('beside the price it is', () => {
    expect(stock('<button>Sold out</button><p>Others</p><button class="small">Add to cart</button>')).toBe('out_of_stock');
  });
});

describe('what is still to come', () => {
  it.each([['Pre-order now, ships March 3', 'Add to cart'], ['Przedsprzedaż – wysyłka 3 marca', 'Dodaj do koszyka'], ['予約受付中 3月3日発売', 'カートに入れる'], ['Vorbestellbar, erscheint am 3. März', 'In den Warenkorb']])('is sold by a plain button: %s', (words, button) => {
    expect(stock(`<p class="info">${words}</p><button>${button}</button>`)).toBe('preorder');
  });

  it('words that say in stock are no button', () => {
    expect(stock('<p class="stock">In stock</p><p>Pre-order the next one</p><button>Add to cart</button>')).toBe('in_stock');
  });
});

describe('a sold-out article beside others that are sold instead', () => {
  const tiles = (most: number) => Array.from({ length: most }, (_, index) => `<li class="item"><a href="/p/other-${index}"><img src="/i/${index}.jpg" alt="Other ${index}">Other pack ${index}</a><span class="price">£${40 + index * 7}.00</span><button>Add to cart</button></li>`).join('');
  const beside = (most: number, words: string) => read(page(undefined, `<h1>Cordless drill 18V</h1><p class="note">${words}</p><section><h2>You may also like</h2><ul>${tiles(most)}</ul></section>`), { url: 'https://shop.example/cordless-drill' });

  it.each([[1, 'Sold out'], [8, 'Sold out'], [8, 'Dieser Artikel ist leider ausverkauft']])('has no price of its own among %i: %s', (most, words) => {
    const answer = beside(most, words);
    const fields = answer.outcome === 'ok' ? answer.listings[0]?.fields : undefined;
    expect(fields).toMatchObject({ availability: { state: 'known', value: 'out_of_stock' }, price: { state: 'unknown' } });
  });
});
