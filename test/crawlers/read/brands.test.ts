import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page } from './pages.ts';

const brand = (before: string, after = '') => valueOf(listing(page(undefined, `${before}<h1>Cordless drill 18V</h1><p class="price">£119.00</p>${after}<button>Add to cart</button>`)).fields.brand);

describe('the brand without data', () => {
  it.each([
    ['an element named after it', '<p class="product-brand">Acme</p>'], ['a link to all of a brand', '<a href="/brands/acme/">Acme</a>'], ['its logo', '<div class="brand-logo"><img src="/a.png" alt="Acme logo"></div>'],
    ['words around it', '<span class="product__vendor">by Acme</span>'], ['a filter by brand', '<a href="/search?manufacturer=acme">More from Acme</a>'], ['a label', '<dl><dt>Brand</dt><dd>Acme</dd></dl>'],
    ['the title of a drawn logo', '<a class="brand" href="/acme"><svg viewBox="0 0 9 9"><title>Acme</title><path d="M0 0"/></svg></a>'], ['its label', '<div class="product-brand"><svg aria-label="Acme logo"></svg></div>'],
  ])('stands in %s', (_, html) => {
    expect(brand('', html)).toBe('Acme');
    expect(brand(html)).toBe('Acme');
  });

  it.each([
    ['a menu of brands', '<nav><a href="/brands/bosko">Bosko</a><a href="/brands/makito">Makito</a></nav>'], ['many brands', '<p class="brand">A1x</p><p class="brand">B2x</p><p class="brand">C3x</p>'],
    ['a heading', '<p class="brand-title">Our brands</p>'], ['other articles', '<div class="related-products"><p class="brand">Other</p></div>'],
    ['the title of another drawing', '<a class="wishlist"><svg><title>Heart</title></svg></a><p class="brand-teaser-row"><span><b><svg><title>Star</title></svg></b></span></p>'],
  ])('is not taken from %s', (_, html) => {
    expect(brand('', html)).toBeUndefined();
  });

  it('is cut from the thing that stands behind it, where the heading has both', () => {
    expect(valueOf(listing(page(undefined, '<h1>Acme Classic bed</h1><img class="manufacturer-image" src="/a.png" alt="Acme bed"><p class="price">£60.00</p>')).fields.brand)).toBe('Acme');
    expect(valueOf(listing(page(undefined, '<h1>Acme Garden hose</h1><p class="brand">Acme Garden</p><p class="price">£60.00</p>')).fields.brand)).toBe('Acme Garden');
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
