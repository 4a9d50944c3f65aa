import { describe, expect, it } from 'vitest';
import type { FieldSelector } from '../../../config/schema.ts';
import { valueOf } from '../../../model/reading.ts';
import type { FieldName, ListingRead } from '../../../model/listing.ts';
import { cpuClock } from '../../support/cpu.ts';
import { listing, page, product, read } from './pages.ts';

type Fields = Partial<Record<FieldName, FieldSelector>>;
const HEAD = '<h1>Cordless drill 18V</h1>';
const gbp = (offer: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => product({ priceCurrency: 'GBP', ...offer }, more);
const priceOf = ({ fields }: ListingRead): number | undefined => valueOf(fields.price)?.money.minor;
const PRICE: Fields = { price: { css: '#mine' } };
const priced = (text: string): ListingRead => listing(page(gbp(), `${HEAD}<b id="mine">${text}</b>`), { fields: PRICE });

describe('an operator\'s selector', () => {
  it('goes before the page\'s own data, which stay as losers', () => {
    const one = listing(page(gbp(), `${HEAD}<p class="price">£119.00</p><b id="mine">£99.00</b>`, '<meta property="product:price:amount" content="119.00"><meta property="product:price:currency" content="GBP">'), { fields: PRICE });
    expect(one.fields.price).toMatchObject({ state: 'known', value: { money: { minor: 9_900 } }, evidence: { method: 'configured', place: '#mine', raw: '£99.00' }, losers: [{ value: { money: { minor: 11_900 } } }] });
    expect(one.selectors).toEqual({ price: { state: 'used', place: '#mine', raw: '£99.00' } });
  });

  it('is surer where the page says the same, and says so with no loser', () => {
    const { fields } = priced('£119.00');
    expect(fields.price).toMatchObject({ evidence: { method: 'configured' } });
    expect(fields.price).not.toHaveProperty('losers');
    expect(fields.price.state === 'known' && fields.price.confidence).toBeGreaterThan(0.95);
  });

  it.each([['£59.60', 5_960], ['£237.90', 23_790]])('may differ from the data up to the bound: %s', (text, minor) => expect(priceOf(priced(text))).toBe(minor));

  it.each(['£59.40', '£238.10', '£1.19', '€119.00', '119 USD'])('gives way to the data beyond the bound: %s', (text) => {
    const one = priced(text);
    expect(one.fields.price).toMatchObject({ state: 'known', value: { money: { minor: 11_900, currency: 'GBP' } }, evidence: { method: 'json-ld' } });
    expect(one.selectors?.price).toMatchObject({ state: 'overridden', raw: text, why: expect.stringContaining('json-ld[0].offers.price') });
  });

  it('keeps the value that was set aside among the losers', () => {
    expect(priced('£1.19').fields.price).toMatchObject({ losers: [{ value: { money: { minor: 119 } }, evidence: { method: 'configured', place: '#mine' } }] });
  });

  it('is not overruled by what is only guessed from the text', () => {
    const one = listing(page(undefined, `${HEAD}<p class="price">£119.00</p><button>Add to cart</button><b id="mine">£9.00</b>`), { fields: PRICE });
    expect(priceOf(one)).toBe(900);
    expect(one.selectors?.price?.state).toBe('used');
  });

  it('does not get its way by being seen on the page: the data are judged among themselves', () => {
    const one = listing(page(gbp({}, { sku: undefined }), `${HEAD}<div class="price" id="mine">£1.99</div>`), { fields: PRICE });
    expect(one.selectors?.price?.state).toBe('overridden');
  });

  it('is not overruled by data that the page itself contradicts', () => {
    const body = `${HEAD}<div class="price"><del>£150.00</del> <ins class="price-now">£70.00</ins></div><b id="mine">£70.00</b>`;
    const one = listing(page(gbp({ price: '150.00' }), body), { fields: PRICE });
    expect(priceOf(one)).toBe(7_000);
    expect(one.selectors?.price?.state).toBe('used');
  });

  it('that says the opposite about stock is set aside, a finer word is not', () => {
    const stock = (text: string): ListingRead => listing(page(gbp(), `${HEAD}<i id="s" data-s="${text}"></i>`), { fields: { availability: { css: '#s', attribute: 'data-s' } } });
    expect(stock('Sold out')).toMatchObject({ fields: { availability: { value: 'in_stock' } }, selectors: { availability: { state: 'overridden' } } });
    expect(stock('Only 2 left in stock')).toMatchObject({ fields: { availability: { value: 'low' } }, selectors: { availability: { state: 'used' } } });
  });

  it('that names another article is set aside, a longer name is not', () => {
    const named = (text: string): ListingRead => listing(page(gbp(), `${HEAD}<i id="t">${text}</i>`), { fields: { title: { css: '#t' } } });
    expect(named('Garden hose, green')).toMatchObject({ fields: { title: { value: 'Cordless drill 18V' } }, selectors: { title: { state: 'overridden' } } });
    expect(named('Acme cordless drill, 18 V, two batteries')).toMatchObject({ fields: { title: { evidence: { method: 'configured' } } }, selectors: { title: { state: 'used' } } });
  });

  it('of another currency is set aside, and the page is not taken for one of another country', () => {
    const one = listing(page(gbp(), `${HEAD}<i id="c">EUR</i>`), { fields: { currency: { css: '#c' } }, currency: valueOf(listing(page(gbp())).fields.currency) ?? raise() });
    expect(valueOf(one.fields.currency)).toBe('GBP');
    expect(one.selectors?.currency?.state).toBe('overridden');
  });

  it('tells nothing found from found and not understood', () => {
    const fields: Fields = { price: { css: '#gone' }, rating: { css: 'h1' }, brand: { json: 'no.such.path' }, gtin: { regex: 'EAN: (\\d+)' }, sku: { css: '#empty' } };
    const one = listing(page(gbp(), `${HEAD}<p>EAN: 123</p><b id="empty"> </b>`), { fields });
    expect(one.selectors).toMatchObject({
      price: { state: 'nothing', place: '#gone' }, rating: { state: 'unreadable', raw: 'Cordless drill 18V' }, brand: { state: 'nothing' }, gtin: { state: 'unreadable', raw: '123' }, sku: { state: 'nothing', why: 'what it matches is empty' },
    });
    expect(priceOf(one)).toBe(11_900);
    expect(valueOf(one.fields.brand)).toBe('Acme');
  });

  it('can be a path into JSON-LD or state, and a regular expression', () => {
    const html = page(gbp(), `${HEAD}<script>window.__S__ = {"deep": {"brand": "Operator"}, "padding": "............................."};</script><p>Art. 4711-X</p>`);
    const one = listing(html, { fields: { brand: { json: '$.deep.brand' }, mpn: { regex: 'Art\\. (\\S+?)<' }, quantity: { json: 'offers.inventory' } } });
    expect([valueOf(one.fields.brand), valueOf(one.fields.mpn)]).toEqual(['Operator', '4711-X']);
  });

  it('that no library takes costs its own field only', () => {
    const one = listing(page(gbp(), HEAD), { fields: { price: { css: 'div[' }, sku: { regex: '(' } } });
    expect(priceOf(one)).toBe(11_900);
    expect(one.selectors).toMatchObject({ price: { state: 'nothing', why: expect.stringContaining('refused') }, sku: { state: 'nothing', why: expect.stringContaining('refused') } });
  });

  it('that backtracks without end is stopped, and the page is read all the same', () => {
    const spent = cpuClock();
    const one = listing(page(gbp(), `${HEAD}<p>${'a'.repeat(60)}!</p>`), { fields: { sku: { regex: '(a+)+\\^' } } });
    expect(one.selectors?.sku).toMatchObject({ state: 'nothing', why: expect.stringContaining('longer than a second') });
    expect(valueOf(one.fields.sku)).toBe('CD-18');
    expect(spent()).toBeLessThan(10_000);
  });

  it('makes no difference where none is set', () => {
    expect(listing(page(gbp(), HEAD), { fields: {} })).toEqual(listing(page(gbp(), HEAD)));
  });

  it('may make a page readable that says nothing by itself', () => {
    const bare = `<!doctype html><html><head><title>x</title></head><body><div id="n" data-n="Cordless drill"></div><div id="p" data-p="119,00 €"></div>${'<p>Words about things.</p>'.repeat(120)}</body></html>`;
    expect(read(bare).outcome).toBe('parse_drift');
    expect(listing(bare, { fields: { title: { css: '#n', attribute: 'data-n' }, price: { css: '#p', attribute: 'data-p' } } }).fields).toMatchObject({ title: { value: 'Cordless drill' }, price: { value: { money: { minor: 11_900, currency: 'EUR' } } } });
  });
});

function raise(): never {
  throw new Error('the page names its currency');
}
