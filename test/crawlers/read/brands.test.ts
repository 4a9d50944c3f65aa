import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page } from './pages.ts';

const brand = (before: string, after = '') => valueOf(listing(page(undefined, `${before}<h1>Cordless drill 18V</h1><p class="price">£119.00</p>${after}<button>Add to cart</button>`)).fields.brand);

describe('the brand without data', () => {
  it.each([
    ['an element named after it', '<p class="product-brand">Acme</p>'], ['a link to all of a brand', '<a href="/brands/acme/">Acme</a>'], ['its logo', '<div class="brand-logo"><img src="/a.png" alt="Acme logo"></div>'],
    ['words around it', '<span class="product__vendor">by Acme</span>'], ['a filter by brand', '<a href="/search?manufacturer=acme">More from Acme</a>'], ['a label', '<dl><dt>Brand</dt><dd>Acme</dd></dl>'],
    ['the title of a drawn logo', '<a class="brand" href="/acme"><svg viewBox="0 0 9 9"><title>Acme</title><path d="M0 0"/></svg></a>'], ['its label', '<div class="product-brand"><svg aria-label="Acme logo"></svg></div>'],
    ['a link to its store', '<a href="/stores/acme/page/1">Visit the Acme Store</a>'], ['one in German', '<a href="/stores/acme">Besuche den Acme-Store</a>'], ['one in Japanese', '<a href="/stores/acme">Acmeのストアを表示</a>'], ['one in Italian', '<a href="/stores/acme">Visita lo Store di Acme</a>'],
    ['a link to its maker', '<p>by <a href="/collections/acme">Acme</a></p>'], ['a link to a brand in Turkish', '<a href="/marka/acme">Acme</a>'], ['one in Czech', '<a href="/vyrobce/acme">Acme</a>'], ['one named after the brand', '<a href="/acme-brand">Acme</a>'], ['a label in Bulgarian', '<table><tr><th>Марка</th><td>Acme</td></tr></table>'],
  ])('stands in %s', (_, html) => {
    expect(brand('', html)).toBe('Acme');
    expect(brand(html)).toBe('Acme');
  });

  it.each([
    ['a menu of brands', '<nav><a href="/brands/bosko">Bosko</a><a href="/brands/makito">Makito</a></nav>'], ['many brands', '<p class="brand">A1x</p><p class="brand">B2x</p><p class="brand">C3x</p>'],
    ['a heading', '<p class="brand-title">Our brands</p>'], ['other articles', '<div class="related-products"><p class="brand">Other</p></div>'],
    ['what is brand new', '<a href="/brand-new-drills">Latest drills</a><a href="/our-brand">Who we are</a>'], ['an author', '<p>by <a href="/user/4711">Maria</a></p>'], ['the store of the town', '<a href="/stores/berlin">Find the store in Berlin</a>'], ['the author of a book', '<p>ISBN: 9782070360024</p><p>by <a href="/collections/camus">Albert Camus</a></p>'],
    ['the title of another drawing', '<a class="wishlist"><svg><title>Heart</title></svg></a><p class="brand-teaser-row"><span><b><svg><title>Star</title></svg></b></span></p>'],
  ])('is not taken from %s', (_, html) => {
    expect(brand('', html)).toBeUndefined();
  });

  it('is what the title of the page has in front of the name, where it stands beside the heading', () => {
    const titled = (title: string, body: string) => valueOf(listing(page(undefined, `${body}<p class="price">£60.00</p>`).replace(/<title>[^<]*/, `<title>${title}`)).fields.brand);
    expect(titled('Acme Galaxy drill 18V | Shop', '<a href="/acme">Acme</a><h1>Galaxy drill 18V</h1>')).toBe('Acme');
    expect(titled('Acme Tools drill 18V - white | Shop', '<h1><a href="/acme-tools/"><span>Acme Tools</span></a><span>drill 18V</span></h1>')).toBe('Acme Tools');
    expect(titled('MSI drill 18V | Shop', '<h1>MSI drill 18V</h1><p>Art. 10812345</p><a href="/msi">MSI</a>')).toBe('MSI');
    expect(titled('Galaxy drill 18V | Shop', '<a href="/drills">Drills</a><h1>Galaxy drill 18V</h1>')).toBeUndefined();
    expect(titled('Buy Galaxy drill 18V | Shop', '<a href="/drills">Drills</a><h1>Galaxy drill 18V</h1>')).toBeUndefined();
  });

  it('is cut from the thing that stands behind it, where the heading has both', () => {
    expect(valueOf(listing(page(undefined, '<h1>Acme Classic bed</h1><img class="manufacturer-image" src="/a.png" alt="Acme bed"><p class="price">£60.00</p>')).fields.brand)).toBe('Acme');
    expect(valueOf(listing(page(undefined, '<h1>Acme Garden hose</h1><p class="brand">Acme Garden</p><p class="price">£60.00</p>')).fields.brand)).toBe('Acme Garden');
  });

  it('may have three words, with the name right behind them', () => {
    expect(valueOf(listing(page(undefined, '<h1><a href="/brands/acme-bell-cook">Acme Bell Cook</a><span>Arc lamp</span></h1><p class="price">£60.00</p>')).fields.brand)).toBe('Acme Bell Cook');
  });

  it.each([
    ['Acme™ Profile cylinder, TaskMaster® Series 5', 'Acme'], ['Acme Bell® desk lamp', 'Acme Bell'], ['Desk lamp with Acme® shade', undefined], ['Gore-Tex® jacket', undefined], ['Acme™', undefined], ['X500™ cylinder', undefined],
  ])('is what a name begins with as a trade mark: %s', (name, want) => {
    expect(valueOf(listing(page(undefined, `<h1>${name}</h1><p class="price">£60.00</p>`)).fields.brand)).toBe(want);
    expect(valueOf(listing(page(undefined, `<h1>${name}</h1><p class="brand">Bosko</p><p class="price">£60.00</p>`)).fields.brand)).toBe('Bosko');
  });

  it('is what a link to all of a brand and the heading begin with', () => {
    expect(valueOf(listing(page(undefined, '<a href="/phones/acme-brand">Acme mobile phones</a><h1>Acme T15 Prime</h1><p class="price">£60.00</p>')).fields.brand)).toBe('Acme');
  });

  it('stands in an attribute made for counting, where that has the name of the article', () => {
    const read = (name: string) => listing(page(undefined, `<div data-analytics='{"id":"AC-18","name":"${name}","brand":"Acme","price":119}'><h1>Cordless drill 18V</h1></div><p class="price">£119.00</p>`)).fields;
    expect([valueOf(read('Cordless drill 18V').brand), valueOf(read('Cordless drill 18V').sku)]).toEqual(['Acme', 'AC-18']);
    expect(valueOf(read('Cordless drill').brand)).toBeUndefined();
    expect(valueOf(listing(page(undefined, '<h1>Cordless drill 18V</h1><p class="price">£119.00</p><i data-item="{&quot;id&quot;:&quot;AC-18&quot;,&quot;name&quot;:&quot;Cordless drill 18V&quot;,&quot;brand&quot;:&quot;Acme&quot;,&quot;price&quot;:119}"></i>')).fields.brand)).toBe('Acme');
  });

  it('stands in the state that a function gives back, by what it is called with', () => {
    const state = (call: string) => valueOf(listing(page(undefined, `<h1>Cordless drill 18V</h1><p class="price">£119.00</p><script>window.__NUXT__=(function(a,b,c){${call}</script>`)).fields.brand);
    expect(state('return {data:[{product:{name:"Cordless drill 18V",brand:b,sku:"AC-18",price:c,currency:a}}],error:null}}("GBP",{name:"Acme"},119));')).toBe('Acme');
    expect(state('b.x=1;return {data:[{product:{name:"Cordless drill 18V",brand:b,sku:"AC-18",price:c}}]}}(void 0,"Acme",119))')).toBe('Acme');
    for (const broken of ['', 'return {', 'return {data:[{product:{name:"Cordless drill 18V",brand:b,price:c}}]}}', 'return {data:[{product:{name:"Cordless drill 18V",brand:b,sku:"1",price:c}}]}}()']) expect(state(broken)).toBeUndefined();
  });

  it('is surest where the heading begins with it', () => {
    const read = (name: string) => listing(page(undefined, `<h1>Cordless drill 18V</h1><p class="brand">${name}</p>`)).fields.brand;
    const [named, other] = [read('Cordless'), read('Acme')];
    expect(named.state === 'known' && other.state === 'known' && named.confidence > other.confidence).toBe(true);
  });
});

describe('the currency of an amount that does not tell it', () => {
  const currency = (amount: string, more: { script?: string; lang?: string; url?: string } = {}) => {
    const html = page(undefined, `<h1>Cordless drill 18V</h1><p class="price">${amount}</p>${more.script === undefined ? '' : `<script>${more.script}</script>`}`).replace('lang="en"', `lang="${more.lang ?? 'en'}"`);
    return listing(html, { url: more.url ?? 'https://shop.example/p/drill' }).fields.currency;
  };

  it('is the code that the page\'s scripts name', () => {
    expect(valueOf(currency('$119.00', { script: 'var shop = {"currencyCode":"AUD","x":1};' }))).toBe('AUD');
    expect(valueOf(currency('$119.00', { script: 'gtag("event", {currency: "CAD", value: 119});' }))).toBe('CAD');
  });

  it('is not one that the sign cannot be, nor one of many', () => {
    expect(currency('$119.00', { script: 'x = {"currency":"EUR"}' }).state).toBe('unknown');
    expect(currency('$119.00', { script: 'x = [{"currency":"USD"},{"currency":"CAD"},{"currency":"AUD"}]' }).state).toBe('unknown');
  });

  it('is that of the country in language or address', () => {
    expect(valueOf(currency('$119.00', { lang: 'en-NZ' }))).toBe('NZD');
    expect(valueOf(currency('$119.00', { url: 'https://shop.example/en-ca/p/drill' }))).toBe('CAD');
    expect(valueOf(currency('$119.00', { url: 'https://shop.example/au/p/drill' }))).toBe('AUD');
  });

  it('stays unknown where nothing decides', () => {
    expect(currency('$119.00', { script: '/* rates of CAD and AUD */' })).toMatchObject({ state: 'unknown', reason: 'ambiguous' });
    expect(currency('kr 119.00')).toMatchObject({ state: 'unknown', reason: 'ambiguous' });
  });

  it('is the US dollar for a bare sign on a page in English under an address of no country, and less sure', () => {
    const read = currency('$119.00');
    expect(read).toMatchObject({ state: 'known', value: 'USD', evidence: { method: 'url', place: 'host and language' } });
    expect(read.state === 'known' && read.confidence).toBeLessThan(0.6);
  });
});
