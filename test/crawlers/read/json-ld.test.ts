import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page, product, read } from './pages.ts';

const EUR = (minor: number) => ({ minor, currency: 'EUR', exponent: 2 });

describe('JSON-LD products', () => {
  it('gives every field with its evidence', () => {
    const { fields } = listing(page(product({}, {
      gtin13: '4006381333931', mpn: 'M-1', description: 'A <b>drill</b>', image: ['/a.jpg', { '@type': 'ImageObject', url: '//cdn.example/b.jpg' }],
      aggregateRating: { ratingValue: '4,5', reviewCount: '68' }, color: 'red',
    })));
    expect(valueOf(fields.title)).toBe('Cordless drill 18V');
    expect(valueOf(fields.price)).toEqual({ kind: 'page', money: EUR(11_900) });
    expect(fields.price).toMatchObject({ state: 'known', evidence: { method: 'json-ld', place: 'json-ld[0].offers.price', raw: '119.00' } });
    expect(valueOf(fields.availability)).toBe('in_stock');
    expect(valueOf(fields.brand)).toBe('Acme');
    expect(valueOf(fields.sku)).toBe('CD-18');
    expect(valueOf(fields.gtin)).toBe('04006381333931');
    expect(valueOf(fields.rating)).toEqual({ value: 4.5, scale: 5 });
    expect(valueOf(fields.reviewCount)).toEqual({ value: 68, lowerBound: false });
    expect(valueOf(fields.images)).toEqual(['https://shop.example/a.jpg', 'https://cdn.example/b.jpg']);
    expect(valueOf(fields.attributes)).toEqual({ color: 'red' });
    expect(valueOf(fields.description)).toBe('A drill');
  });

  it.each([
    ['a comment and trailing commas', '/* shop */ {"@type":"Product","name":"Cordless drill 18V","offers":{"price":"119.00","priceCurrency":"EUR",},}'],
    ['a raw newline in a text', '{"@type":"Product","name":"Cordless drill 18V","description":"line\nline","offers":{"price":"119.00","priceCurrency":"EUR"}}'],
    ['a stray quote in a text', '{"@type":"Product","name":"Cordless drill 18V","description":"a 5" bit","offers":{"price":"119.00","priceCurrency":"EUR"}}'],
    ['CDATA', '//<![CDATA[\n{"@type":"Product","name":"Cordless drill 18V","offers":{"price":"119.00","priceCurrency":"EUR"}}\n//]]>'],
    ['an HTML comment', '<!-- {"@type":"Product","name":"Cordless drill 18V","offers":{"price":"119.00","priceCurrency":"EUR"}} -->'],
    ['HTML entities', '{&quot;@type&quot;:&quot;Product&quot;,&quot;name&quot;:&quot;Cordless drill 18V&quot;,&quot;offers&quot;:{&quot;price&quot;:&quot;119.00&quot;,&quot;priceCurrency&quot;:&quot;EUR&quot;}}'],
    ['two objects in one block', '{"@type":"WebSite","name":"Shop"}{"@type":"Product","name":"Cordless drill 18V","offers":{"price":"119.00","priceCurrency":"EUR"}}'],
    ['a graph with references', '{"@graph":[{"@type":"Product","name":"Cordless drill 18V","offers":{"@id":"#o"}},{"@type":"Offer","@id":"#o","price":119,"priceCurrency":"EUR"}]}'],
    ['a grouped price text', '{"@type":"Product","name":"Cordless drill 18V","offers":{"price":"119,00","priceCurrency":"EUR"}}'],
    ['a list of one', '[{"@type":["Product","Thing"],"name":"Cordless drill 18V","offers":[{"price":119.0,"priceCurrency":"eur"}]}]'],
  ])('reads %s', (_, block) => {
    expect(valueOf(listing(page(block)).fields.price)).toEqual({ kind: 'page', money: EUR(11_900) });
  });

  it('reads a thousand with dot and comma', () => {
    expect(valueOf(listing(page(product({ price: '1.299,00' }))).fields.price)?.money).toEqual(EUR(129_900));
  });

  it('gives an AggregateOffer as a range, never its low end as the price', () => {
    const { fields } = listing(page(product({ '@type': 'AggregateOffer', price: undefined, lowPrice: 10, highPrice: 20 })));
    expect(valueOf(fields.price)).toEqual({ kind: 'range', money: EUR(1_000), max: EUR(2_000) });
  });

  it('tells list, unit, member and quantity prices apart', () => {
    const { fields } = listing(page(product({
      price: undefined, priceCurrency: undefined,
      priceSpecification: [
        { '@type': 'UnitPriceSpecification', price: 149.9, priceCurrency: 'EUR', priceType: 'https://schema.org/StrikethroughPrice' },
        { '@type': 'UnitPriceSpecification', price: 2.38, priceCurrency: 'EUR', referenceQuantity: { value: 1 } },
        { '@type': 'UnitPriceSpecification', price: 99, priceCurrency: 'EUR', validForMemberTier: { name: 'Gold' } },
        { '@type': 'UnitPriceSpecification', price: 119, priceCurrency: 'EUR' },
      ],
    })));
    expect(valueOf(fields.price)).toEqual({ kind: 'page', money: EUR(11_900) });
    expect(valueOf(fields.listPrice)).toEqual({ kind: 'list', money: EUR(14_990) });
  });

  it.each([['{}', {}], ['nothing', undefined], ['zero', 0], ['minus one', '-1.00']])('gives no price for %s, and nothing in its place', (_, price) => {
    const { fields } = listing(page(product({ price, availability: undefined })));
    expect(fields.price.state).toBe('unknown');
    expect(fields.availability.state).toBe('unknown');
    expect(fields.listPrice.state).toBe('unknown');
  });

  it('never takes a related product', () => {
    const other = { '@type': 'Product', name: 'Garden hose', url: '/p/hose', offers: { price: 5, priceCurrency: 'EUR' } };
    const { fields } = listing(page([{ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: other }] }, { ...product(), isRelatedTo: other }]));
    expect(valueOf(fields.price)?.money).toEqual(EUR(11_900));
    const alone = read(page({ '@type': 'ItemList', itemListElement: [{ item: other }, { item: { ...other, name: 'Rake' } }] }, '<p>Nothing here</p>'));
    expect(alone.outcome).toBe('parse_drift');
  });

  it('gives the variants of a ProductGroup, and the one of the URL as the price', () => {
    const variant = (sku: string, price: number, state: string) => ({ '@type': 'Product', sku, name: `Cordless drill 18V ${sku}`, color: sku, offers: { price, priceCurrency: 'EUR', availability: state, url: `https://shop.example/p/drill-18?variant=${sku}` } });
    const group = { '@type': 'ProductGroup', name: 'Cordless drill 18V', hasVariant: [variant('red', 119, 'InStock'), variant('blue', 129, 'OutOfStock')] };
    const { fields } = listing(page(group), { url: 'https://shop.example/p/drill-18?variant=blue' });
    expect(valueOf(fields.price)).toEqual({ kind: 'page', money: EUR(12_900) });
    expect(valueOf(fields.availability)).toBe('out_of_stock');
    expect(valueOf(fields.offers)).toEqual([
      { sku: 'red', options: { color: 'red' }, price: { kind: 'page', money: EUR(11_900) }, availability: 'in_stock' },
      { sku: 'blue', options: { color: 'blue' }, price: { kind: 'page', money: EUR(12_900) }, availability: 'out_of_stock', selected: true },
    ]);
    expect(valueOf(listing(page(group)).fields.price)).toEqual({ kind: 'range', money: EUR(11_900), max: EUR(12_900) });
  });

  it('keeps an integer beyond 2^53 as it is written', () => {
    expect(valueOf(listing(page('{"@type":"Product","name":"Cordless drill 18V","sku":1729384756012345678,"offers":{"price":1,"priceCurrency":"EUR"}}')).fields.sku)).toBe('1729384756012345678');
  });

  it('keeps reviews without anything about their writers', () => {
    const { reviews } = listing(page(product({}, { review: [{ '@type': 'Review', author: { '@type': 'Person', name: 'Jane Roe', image: 'x.jpg' }, reviewBody: 'Broke after a day', datePublished: '2026-03-01', reviewRating: { ratingValue: 1 } }] })));
    expect(reviews).toHaveLength(1);
    expect(reviews[0]).toMatchObject({ text: 'Broke after a day', rating: { value: 1, scale: 5 }, createdAt: new Date('2026-03-01T00:00:00Z') });
    expect(JSON.stringify(reviews)).not.toContain('Roe');
  });

  it('reads what is offered without a name of its own', () => {
    const { fields } = listing(page({ '@type': 'Product', offers: { price: '9800', priceCurrency: 'JPY', availability: 'http://schema.org/PreOrder' } }));
    expect(valueOf(fields.price)?.money.minor).toBe(9800);
    expect(valueOf(fields.availability)).toBe('preorder');
  });

  it('reads variants that stand beside their group', () => {
    const url = 'https://shop.example/p/drill-18';
    const variant = (size: number, price: string) => ({ '@type': 'Product', '@id': `${url}?size=${size}`, isVariantOf: { '@id': url, '@type': 'ProductGroup' }, name: `Red cordless drill 18V - Size ${size}`, sku: `CD-18-${size}`, offers: { '@type': 'Offer', price, priceCurrency: 'EUR', url: `${url}?size=${size}`, availability: 'https://schema.org/InStock' } });
    const blocks = [{ '@type': 'ProductGroup', '@id': url, productGroupID: 'CD-18', brand: { '@type': 'Brand', name: 'Acme' }, name: 'Cordless drill 18V', variesBy: ['size'] }, variant(3, '15'), variant(4, '15'), variant(5, '16'), variant(6, '20')];
    const { fields } = listing(page(blocks, '<div><span>€15 - €20</span></div>'));
    expect([valueOf(fields.title), valueOf(fields.brand), valueOf(fields.availability)]).toEqual(['Cordless drill 18V', 'Acme', 'in_stock']);
    expect(valueOf(fields.price)).toMatchObject({ kind: 'range', money: EUR(1_500), max: EUR(2_000) });
    expect(valueOf(fields.offers)).toHaveLength(4);
  });
});
