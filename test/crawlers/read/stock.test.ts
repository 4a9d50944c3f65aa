import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page, product } from './pages.ts';

const HEAD = '<h1>Cordless drill 18V</h1><p class="price">£119.00</p>';
const stock = (body: string, data?: unknown) => listing(page(data, `${HEAD}${body}`)).fields.availability;

describe('stock without data', () => {
  it.each([
    ['English', '<button>Add to cart</button>'], ['German', '<button>In den Warenkorb</button>'], ['French', '<button>Ajouter au panier</button>'], ['Spanish', '<button>Añadir al carrito</button>'], ['Italian', '<button>Aggiungi al carrello</button>'],
    ['Portuguese', '<button>Adicionar ao carrinho</button>'], ['Polish', '<button>Do koszyka</button>'], ['Dutch', '<button>In winkelwagen</button>'], ['Chinese', '<button>加入购物车</button>'], ['Japanese', '<button>カートに入れる</button>'],
    ['a language not known here', '<button class="btn add-to-cart-button">Ongeza</button>'], ['Thai', '<button id="AddToCart">ใส่ตะกร้า</button>'], ['an input', '<form><input type="submit" class="buy-now" value="Kauf mich"></form>'],
  ])('a button that sells is weak proof of stock: %s', (_, body) => {
    const found = stock(body);
    expect(valueOf(found)).toBe('in_stock');
    expect(found.state === 'known' && found.confidence).toBeLessThan(0.8);
  });

  it.each([
    ['English', 'Sold out'], ['English, reminder', 'Out of stock – notify me'], ['German', 'Ausverkauft'], ['French', 'Rupture de stock'], ['Spanish', 'Agotado'], ['Italian', 'Esaurito'], ['Portuguese', 'Esgotado'], ['Polish', 'Produkt niedostępny'], ['Dutch', 'Uitverkocht'], ['Chinese', '已售罄'], ['Japanese', '売り切れ'],
  ])('a button that says sold out: %s', (_, words) => {
    expect(valueOf(stock(`<button class="btn" disabled>${words}</button>`))).toBe('out_of_stock');
    expect(valueOf(stock(`<p class="stock-status">${words}</p>`))).toBe('out_of_stock');
    expect(valueOf(stock(`<ul><li class="stock unavailable">${words}</li></ul>`))).toBe('out_of_stock');
  });

  it.each([
    ['Dutch', 'Ontvang een mail zodra dit artikel weer leverbaar is.'], ['German', 'Wir informieren Sie, sobald der Artikel wieder verfügbar ist'], ['French', 'Recevez un e-mail dès que le produit est disponible'], ['Spanish', 'Te avisamos cuando el producto esté disponible'],
    ['Italian', 'Ti avviseremo quando il prodotto sarà di nuovo disponibile'], ['Swedish', 'Få ett mail när varan är tillbaka i lager'], ['Czech', 'Dostanete e-mail, jakmile bude produkt skladem'], ['Russian', 'Сообщим, когда товар появится в наличии'], ['Finnish', 'Sähköposti kun tuotetta on taas saatavilla'], ['Hungarian', 'Értesítünk, ha a termék újra elérhető'],
  ])('what is told when it is there again is not there: %s', (_, words) => {
    expect(valueOf(stock(`<p>${words}</p>`))).toBe('out_of_stock');
  });

  it('what one size offers to tell is not said of the article', () => {
    expect(valueOf(stock('<ul><li><div data-testid="sizeButton-0">XS <span>Benachrichtigen</span></div></li><li><div data-testid="sizeButton-1">S</div></li></ul><button>Hinzufügen</button>'))).toBe('in_stock');
  });

  it('a condition says nothing of stock', () => {
    expect(valueOf(stock('<p>Orders leave the house the same day when in stock</p>'))).toBeUndefined();
  });

  it('a button that is switched off still sells: a size is to be chosen', () => {
    const off = stock('<p class="cta"><button class="add-to-cart" disabled>Add to cart</button></p>');
    const on = stock('<button class="add-to-cart">Add to cart</button>');
    expect(valueOf(off)).toBe('in_stock');
    expect(off.state === 'known' && on.state === 'known' && off.confidence < on.confidence).toBe(true);
  });

  it('a button that is switched off beside no amount proves nothing: the page still waits for what it sells', () => {
    expect(listing(page(undefined, '<h1>Cordless drill 18V</h1><div class="price-placeholder"></div><button disabled>Add to cart</button>')).fields.availability.state).toBe('unknown');
    expect(valueOf(listing(page(undefined, '<h1>Cordless drill 18V</h1><button>Add to cart</button>')).fields.availability)).toBe('in_stock');
  });

  it.each([
    ['choices of a form', '<form><label><input type="radio" disabled><b>Used</b> <i>Not available</i></label><label><input type="radio"><b>New</b> <i>£119.00</i></label></form>'],
    ['branches by the name of their list', '<div class="store-availability"><ul><li>Bath: sold out</li></ul></div>'],
    ['branches by the words above', '<div><h3>Disponibilité en magasin</h3><p>Bellecour</p><p>Épuisé</p></div>'],
    ['a list of sizes', '<ul class="sizes"><li>S - sold out</li><li>M - sold out</li></ul>'],
  ])('words about %s alone decide nothing, and say so', (_, body) => {
    expect(stock(body)).toMatchObject({ state: 'unknown', reason: 'ambiguous' });
    expect(valueOf(stock(`${body}<button>Add to cart</button>`))).toBe('in_stock');
    expect(valueOf(stock(`<p class="stock">Sold out</p>${body}`))).toBe('out_of_stock');
  });

  it('words that say sold out beat a button that is switched off', () => {
    expect(valueOf(stock('<p class="stock">Out of stock</p><p class="cta"><button disabled>Add to cart</button></p>'))).toBe('out_of_stock');
  });

  it.each([
    ['other articles', '<div class="related-products"><p class="stock">Sold out</p></div>'],
    ['a hidden part', '<p class="stock d-none">Sold out</p><p class="hidden">Out of stock</p><p style="display:none">Out of stock</p>'],
    ['one branch', '<p class="stock">Out of stock in your store</p>'],
    ['one size', '<select><option>S</option><option>M - sold out</option></select><div class="swatch">L sold out</div>'],
    ['a dialog', '<div class="modal"><p class="stock">Sold out</p></div>'],
    ['a question', '<div class="reviews"><p>Is this sold out? Out of stock?</p></div>'],
  ])('what %s says of stock is not the article\'s', (_, body) => {
    expect(valueOf(stock(`<button>Add to cart</button>${body}`))).toBe('in_stock');
    expect(valueOf(stock(`<button>Add to cart</button>${body}`, product()))).toBe('in_stock');
  });

  it.each([
    ['asks for the size first', '<fieldset><label class="is-disabled"><input type="radio" disabled><span>XS</span><span class="vh">Sold out</span></label><label><input type="radio"><span>S</span></label></fieldset><button type="submit">Select a size</button>'],
    ['asks for it in French', '<ul><li><button disabled aria-label="36, épuisé">36</button></li><li><button>38</button></li></ul><button>Choisir une taille</button>'],
    ['takes a bid', '<p>Current bid: £120.00</p><button>Place bid</button>'], ['writes to who sells', '<button>Contact seller</button>'],
  ])('a button that %s sells too', (_, body) => {
    expect(valueOf(stock(body))).toBe('in_stock');
  });

  it.each(['Bidding ended on Nov 2, 2026', 'This auction has ended'])('what has ended cannot be bought: %s', (words) => {
    expect(valueOf(stock(`<p>${words}</p>`))).toBe('out_of_stock');
  });

  it('buttons in cards of other articles are none of this one', () => {
    const others = `<section><h2>You may also like</h2>${[1, 2, 3].map((n) => `<div class="tile"><a href="/p/${n}">Thing ${n}</a><button>Add</button></div>`).join('')}</section>`;
    expect(valueOf(stock(`<p>Not available at your selected store</p>${others}`))).toBe('out_of_stock');
    expect(stock(others)).toMatchObject({ state: 'unknown' });
  });

  it('a part hidden on small screens alone is shown', () => {
    expect(valueOf(stock('<p class="stock d-none d-md-block">Sold out</p>'))).toBe('out_of_stock');
    expect(valueOf(stock('<p class="stock hidden md:block">Sold out</p>'))).toBe('out_of_stock');
  });

  it('a pre-order button is a pre-order', () => {
    expect(valueOf(stock('<button class="btn add-to-cart">Pre-order now</button>'))).toBe('preorder');
  });

  it('without words or button it stays unknown: nothing defaults', () => {
    expect(stock('<button>Write a review</button>')).toMatchObject({ state: 'unknown', reason: 'not_found' });
  });
});

describe('stock in the data against the page', () => {
  it.each(['<p class="stock">Sold out</p>', '<p class="stock">Ausverkauft</p><button class="add-to-cart" disabled>Add to cart</button>', '<button disabled>Sold out</button>'])('is a named conflict: %s', (body) => {
    expect(stock(body, product())).toMatchObject({ state: 'unknown', reason: 'conflict', losers: [{ value: 'in_stock' }, { value: 'out_of_stock' }] });
  });

  it('the area of the button is about this article, whatever a cart is called', () => {
    expect(valueOf(stock('<div class="add-to-basket-summary"><p>Currently in stock</p><button>Add to your basket</button></div>'))).toBe('in_stock');
  });
});
