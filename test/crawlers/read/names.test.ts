import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page } from './pages.ts';

const SOLD = '<p class="price">€119.00</p><button>Add to cart</button>';
/** The title of a page of `url` that the window calls this. */
const named = (title: string, { body = '', head = '', url = 'https://www.lampenladen.example/p/arc' } = {}) =>
  valueOf(listing(page(undefined, `${body}${SOLD}`).replace(/<title>.*<\/title><meta[^>]*>/, `<title>${title}</title>${head}`), { url }).fields.title);

describe('the name without a heading', () => {
  it.each([
    'Arc floor lamp | Lampenladen', 'Arc floor lamp - Lampenladen.example', 'Lampenladen: Arc floor lamp', 'Lampenladen » Arc floor lamp', 'Arc floor lamp • Lampenladen Online', 'Arc floor lamp by Lampenladen', 'Buy Arc floor lamp from the Lampenladen DE online shop', 'Lampenladen Online Shop | Arc floor lamp', 'Arc floor lamp : Lampenladen.example: Light &amp; Home',
    'Arc floor lamp | Lampenladen | Free delivery from €50', 'Arc floor lamp – Lampenladen, your shop for light',
  ])('is without the shop that the host names: %s', (title) => {
    expect(named(title)).toBe('Arc floor lamp');
  });

  it.each(['アーク照明 黒｜照明市場【公式通販】', '照明市場 | アーク照明 黒', 'アーク照明 黒-照明市場'])('is without the shop that the head names: %s', (title) => {
    expect(named(title, { head: '<meta property="og:site_name" content="照明市場">' })).toBe('アーク照明 黒');
  });

  it.each(['Arc floor lamp | Black', 'Lampenladen', 'Lampenladen Arc', 'Lampenladen Arc | Black', 'Buy Arc floor lamp', 'Lamp - from Lampenladenmeister'])('stays whole where nothing else names the shop: %s', (title) => {
    expect(named(title)).toBe(title);
  });

  it('is the text of which the window title is made, whatever its element', () => {
    expect(named('Buy Arc floor lamp black in Berlin | Bestes Licht', { body: '<div class="x1"><div class="x2">Arc floor lamp black</div></div>' })).toBe('Arc floor lamp black');
    expect(named('Save 30% on Arc floor lamp on Light', { body: '<div class="app-name">Arc floor lamp</div><h2>Buy Arc floor lamp</h2>' })).toBe('Arc floor lamp');
    expect(named('Arc floor lamp | Lamps | Bestes Licht', { body: '<span>Lamps</span><div>Arc floor lamp</div>' })).toBe('Arc floor lamp');
    expect(named('Arc lamp', { body: '<h1>Lampenladen</h1><div class="title">Arc lamp</div>' })).toBe('Arc lamp');
  });

  it('is not taken from a menu, from other articles or from a text that is a small part of the title', () => {
    const title = 'Arc floor lamp with black shade and dimmer';
    expect(named(title, { body: '<nav>Arc floor lamp with black shade</nav><p>black shade</p><div class="related-products">Arc floor lamp with black shade</div>' })).toBe(title);
  });
});

describe('the name where the window\'s title says nothing of the article', () => {
  it.each([
    ['in an element named after it', '<div class="goods_info"><div class="goods_title_box"><p class="goods_title">Arc lamp</p><p>bright</p></div></div>', 'Lampenladen', 'Arc lamp'],
    ['in no cart, list of others or headline of a part', '<div class="cart"><p class="product-name">Bulb</p></div><p class="product-subtitle">for you</p><p class="product-name">Arc lamp</p>', '', 'Arc lamp'],
    ['the small heading nearest above a price', '<p class="price">Free delivery from €80</p><h2>Many lamps, best prices</h2><p>a</p><h4>Arc</h4><p>black</p>', 'Lampenladen', 'Arc'],
    ['and no part of the shop\'s name', '<b>Lampen</b>laden<h2>Arc lamp</h2>', 'Lampenladen', 'Arc lamp'],
  ])('is %s', (_, body, title, want) => {
    expect(named(title, { body })).toBe(want);
  });

  it('is none of the words that stand on the page of any article', () => {
    for (const words of ['Produkt-Detail', 'Product details', '商品详情', 'Sản phẩm']) {
      expect(named(words, { body: `<h1>${words}</h1><h2>Arc lamp</h2>` })).toBe('Arc lamp');
      expect(named(words)).toBeUndefined();
    }
    expect(named('Product design classics', { body: '<h1>Product design classics</h1>' })).toBe('Product design classics');
  });

  it('makes a page without a title and a price readable', () => {
    const html = '<html><body><div id="productTitle">Graphics card Y 16 GB</div><div id="availability"><span>Currently unavailable.</span></div></body></html>';
    expect(valueOf(listing(html).fields.title)).toBe('Graphics card Y 16 GB');
    expect(valueOf(listing(html).fields.availability)).toBe('out_of_stock');
  });
});

describe('the heading', () => {
  it('is without the shop behind it as well', () => {
    expect(named('x', { body: '<h1>Arc floor lamp | Lampenladen</h1>' })).toBe('Arc floor lamp');
  });

  it('keeps a name that begins with the shop\'s', () => {
    expect(named('Lampenladen Arc 2 | Lampenladen', { body: '<h1>Lampenladen Arc 2</h1>' })).toBe('Lampenladen Arc 2');
  });
});
