import { describe, expect, it } from 'vitest';
import { currencyCode } from '../../../model/money.ts';
import { valueOf } from '../../../model/reading.ts';
import { listing, page, product, read } from './pages.ts';

const GBP = (minor: number) => ({ minor, currency: 'GBP', exponent: 2 });
function raise(): never {
  throw new Error('USD is a currency');
}

const HEAD = '<h1>Cordless drill 18V</h1>';
const BUY = '<button class="btn">Add to cart</button>';

describe('the visible page', () => {
  it('reads price, list price and stock without any markup', () => {
    const { fields } = listing(page(undefined, `${HEAD}<p class="was-price">Was <del>£149.99</del></p><p class="price now">£119.01</p><p class="stock">In stock</p><p>SKU: CD-18</p>${BUY}`));
    expect(valueOf(fields.price)).toEqual({ kind: 'page', money: GBP(11_901) });
    expect(valueOf(fields.listPrice)).toEqual({ kind: 'list', money: GBP(14_999) });
    expect(valueOf(fields.availability)).toBe('in_stock');
    expect(valueOf(fields.sku)).toBe('CD-18');
  });

  it.each([
    ['a shipping threshold', '<div class="usp">Free shipping on orders over £50</div>'],
    ['an instalment', '<div class="price-info">or 3 instalments of £39.67 per month</div>'],
    ['a unit price', '<div class="price-unit">(£23.80 / kg)</div>'],
    ['a saving', '<div class="price-saving">You save £30.98</div>'],
    ['related articles', '<div class="related-products"><div class="price">£5.00</div><div class="price">£6.00</div><div class="price">£7.00</div></div>'],
    ['the cart', '<div class="mini-cart"><span class="price">£0.99</span></div>'],
  ])('does not take %s for the price', (_, other) => {
    for (const body of [`${HEAD}<p class="price">£119.01</p>${BUY}${other}`, `${other}${HEAD}<p class="price">£119.01</p>${BUY}`]) {
      const { fields } = listing(page(undefined, body));
      expect(valueOf(fields.price)?.money).toEqual(GBP(11_901));
      expect(fields.listPrice.state).toBe('unknown');
    }
  });

  it('puts an amount together that stands in several elements', () => {
    expect(valueOf(listing(page(undefined, `${HEAD}<div class="price"><span>£</span><span>119</span><sup>01</sup></div>${BUY}`)).fields.price)?.money).toEqual(GBP(11_901));
  });

  it('takes the lower, shown price when the markup gives the struck one', () => {
    const html = page(product({ price: '150.00', priceCurrency: 'GBP' }), `${HEAD}<div class="price"><del>£150.00</del> <ins class="price-now">£120.00</ins></div>${BUY}`);
    const { fields } = listing(html);
    expect(valueOf(fields.price)?.money).toEqual(GBP(12_000));
    expect(valueOf(fields.listPrice)?.money).toEqual(GBP(15_000));
    expect(fields.price).toMatchObject({ losers: [{ value: { money: GBP(15_000) } }] });
  });

  it('does so even where nothing but the strike-through tells them apart', () => {
    const { fields } = listing(page(product({ price: '150.00', priceCurrency: 'GBP' }), `${HEAD}<p><del>£150.00</del> <span>£120.00</span></p>`));
    expect(valueOf(fields.price)?.money).toEqual(GBP(12_000));
    expect(fields.price.state === 'known' && fields.price.confidence).toBeLessThan(0.9);
  });

  it('names the conflict when the markup says in stock and the page says sold out', () => {
    const { fields } = listing(page(product({ priceCurrency: 'GBP' }), `${HEAD}<p class="price">£119.00</p><p class="stock-status">Sold out</p>`));
    expect(fields.availability).toMatchObject({ state: 'unknown', reason: 'conflict' });
    expect(JSON.stringify(fields.availability)).toContain('Sold out');
  });

  it('agreement of markup and page gives more confidence than either', () => {
    const both = listing(page(product({ priceCurrency: 'GBP' }, { brand: undefined }), `${HEAD}<p class="price">£119.00</p>`)).fields.price;
    const one = listing(page(undefined, `${HEAD}<p class="price">£119.00</p>`)).fields.price;
    expect(both.state === 'known' && one.state === 'known' && both.confidence > one.confidence).toBe(true);
  });

  it('gives the price as unknown when a redesign hides it', () => {
    const { fields } = listing(page(product({ price: undefined, availability: undefined }), HEAD));
    expect(fields.price).toEqual({ state: 'unknown', reason: 'not_found' });
    expect(valueOf(fields.title)).toBe('Cordless drill 18V');
  });

  it('is parse_drift when nothing reads as a product', () => {
    expect(read('<html><head><title>Shop</title></head><body><p>Welcome to our shop, which has many things in it for everybody who likes things.</p></body></html>'.replace('<p>', '<p>'.padEnd(2_000, ' '))).outcome).toBe('parse_drift');
  });

  it('reads microdata and RDFa', () => {
    const micro = '<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Cordless drill 18V</h1><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="GBP"><span itemprop="price">£119.01</span><link itemprop="availability" href="https://schema.org/OutOfStock"></div></div>';
    const rdfa = '<div vocab="https://schema.org/" typeof="Product"><h1 property="name">Cordless drill 18V</h1><div property="offers" typeof="Offer"><meta property="priceCurrency" content="GBP"><span property="price" content="119.01">£119.01</span><link property="availability" href="https://schema.org/OutOfStock"></div></div>';
    const related = '<div vocab="https://schema.org/" typeof="Product"><h1 property="name">Cordless drill 18V</h1><a rel="nofollow" href="/x">Ask</a><div rel="offers"><div typeof="Offer"><meta property="priceCurrency" content="GBP"><span property="price" content="119.01">£119.01</span><link rel="availability" href="https://schema.org/OutOfStock"></div></div></div>';
    for (const [body, method] of [[micro, 'microdata'], [rdfa, 'rdfa'], [related, 'rdfa']] as const) {
      const { fields } = listing(page(undefined, body));
      expect(valueOf(fields.price)?.money).toEqual(GBP(11_901));
      expect(valueOf(fields.availability)).toBe('out_of_stock');
      expect(fields.price).toMatchObject({ evidence: { method } });
    }
  });

  it('reads product meta tags with sale and original price', () => {
    const { fields } = listing(page(undefined, HEAD, '<meta property="product:price:amount" content="120.00"><meta property="product:price:currency" content="GBP"><meta property="product:original_price:amount" content="150.00"><meta property="product:availability" content="oos">'));
    expect(valueOf(fields.price)?.money).toEqual(GBP(12_000));
    expect(valueOf(fields.listPrice)?.money).toEqual(GBP(15_000));
    expect(valueOf(fields.availability)).toBe('out_of_stock');
  });

  it('tries the operator\'s own selectors first', () => {
    const html = page(product({ priceCurrency: 'GBP' }), `${HEAD}<b id="real" data-amount="111.00">x</b><script>window.__S__ = {"deep": {"brand": "Operator"}, "padding": "............................."};</script>`);
    const { fields } = listing(html, { fields: { price: { css: '#real', attribute: 'data-amount' }, brand: { json: 'deep.brand' }, sku: { regex: 'data-amount="(\\d+)' } } });
    expect(fields.brand).toMatchObject({ value: 'Operator', evidence: { method: 'configured' } });
    expect(valueOf(fields.price)?.money).toEqual(GBP(11_100));
    expect(valueOf(fields.sku)).toBe('111');
  });
});

describe('the wrong page', () => {
  it('is wrong_locale when all prices are in another currency', () => {
    expect(read(page(product()), { currency: currencyCode('USD') ?? raise() })).toMatchObject({ outcome: 'wrong_locale' });
  });

  it('is wrong_locale too when the text only has a sign the source\'s currency shares', () => {
    const html = page(product({ priceCurrency: 'CAD' }, { brand: undefined }), `${HEAD}<p class="price">$119.00</p>`);
    expect(read(html, { currency: currencyCode('USD') ?? raise() }).outcome).toBe('wrong_locale');
    expect(read(html, { currency: currencyCode('CAD') ?? raise() }).outcome).toBe('ok');
  });

  it('is wrong_item when the page is another article', () => {
    const answer = read(page(undefined, `<h1>Garden hose</h1><p class="price">£5.00</p>`).replaceAll('Cordless drill 18V', 'Garden hose'), { url: 'https://shop.example/p/garden-hose', requestUrl: 'https://shop.example/p/cordless-drill', productId: 'cordless-drill' });
    expect(answer.outcome).toBe('wrong_item');
  });

  it('keeps the id that was asked for, and a stable one otherwise', () => {
    expect(listing(page(product()), { productId: 'CD-18' }).productId).toBe('CD-18');
    expect(listing(page(product()), { url: 'https://shop.example/p/drill-18?utm_source=x#top' })).toMatchObject({ productId: 'drill-18', url: 'https://shop.example/p/drill-18' });
  });
});

describe('confidence of a price', () => {
  const confidence = (html: string): number => {
    const { price } = listing(html).fields;
    return price.state === 'known' ? price.confidence : 0;
  };
  const data = product({ priceCurrency: 'GBP' }, { brand: undefined });

  it('reaches 0.9 where data and page agree, whatever else stands there', () => {
    const others = '<div class="tile"><span class="price">£7.00</span></div><div class="tile"><span class="price">£8.00</span></div>';
    expect(confidence(page(data, `${HEAD}<p class="price">£119.00</p>${BUY}${others}`))).toBeGreaterThanOrEqual(0.9);
  });

  it('does not where a lower price near by may be the one of today', () => {
    expect(confidence(page(data, `${HEAD}<p class="price">£119.00</p><p class="price sale-price">£99.00</p>${BUY}`))).toBeLessThan(0.9);
  });

  it('does not on words alone', () => {
    expect(confidence(page(undefined, `${HEAD}<p class="price">£119.00</p>${BUY}`))).toBeLessThan(0.9);
  });
});
