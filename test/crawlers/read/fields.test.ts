import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, type FieldName } from '../../../model/listing.ts';
import type { Evidence, Reading } from '../../../model/reading.ts';
import type { ReadHints } from '../../../crawlers/read/port.ts';
import { listing, page, product } from './pages.ts';

/* Every field of a listing on small pages written by hand: known with its evidence, absent where a page can say that there is none, unknown with its reason. */

/** A page, the value to be read from it, and where it must say it was read. */
interface Known {
  readonly html: string;
  readonly value: unknown;
  readonly evidence: Partial<Evidence>;
  readonly hints?: Partial<ReadHints>;
}

const H1 = '<h1>Cordless drill 18V</h1>';
const BUY = '<button class="btn">Add to cart</button>';
const PRICE = '<p class="price">€119.00</p>';
const money = (minor: number): unknown => ({ minor, currency: 'EUR', exponent: 2 });
const data = (more: Record<string, unknown> = {}, offer: Record<string, unknown> = {}): string => page(product(offer, more));
const shown = (body: string, head = ''): string => page(undefined, `${H1}${body}`, head);
const micro = (inner: string): string => page(undefined, `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Cordless drill 18V</h1>${inner}</div>`);
const variants = [{ '@type': 'Product', sku: 'CD-18-R', color: 'red', offers: { price: '119.00', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' } }, { '@type': 'Product', sku: 'CD-18-B', color: 'blue', offers: { price: '129.00', priceCurrency: 'EUR', availability: 'https://schema.org/OutOfStock' } }];

const KNOWN: Readonly<Partial<Record<FieldName, readonly Known[]>>> = {
  title: [
    { html: data(), value: 'Cordless drill 18V', evidence: { method: 'json-ld', place: 'json-ld[0].name', raw: 'Cordless drill 18V' } },
    { html: micro(PRICE), value: 'Cordless drill 18V', evidence: { raw: 'Cordless drill 18V' } },
    { html: shown(PRICE + BUY), value: 'Cordless drill 18V', evidence: { method: 'text' } },
  ],
  brand: [
    { html: data(), value: 'Acme', evidence: { method: 'json-ld', place: 'json-ld[0].brand', raw: 'Acme' } },
    { html: shown(`${PRICE}<p>Brand: Acme</p>`), value: 'Acme', evidence: { method: 'text', raw: 'Acme' } },
    { html: shown(`${PRICE}<p>品牌：小米</p>`), value: '小米', evidence: { method: 'text', raw: '小米' } },
    { html: shown(PRICE, '<meta property="product:brand" content="Acme">'), value: 'Acme', evidence: { method: 'meta', place: 'product:brand' } },
  ],
  sku: [
    { html: data(), value: 'CD-18', evidence: { method: 'json-ld', place: 'json-ld[0].sku', raw: 'CD-18' } },
    { html: micro(`${PRICE}<meta itemprop="sku" content="CD-18">`), value: 'CD-18', evidence: { method: 'microdata', place: 'microdata[0].sku' } },
    { html: shown(`${PRICE}<p>SKU: CD-18</p>`), value: 'CD-18', evidence: { method: 'text', raw: 'CD-18' } },
  ],
  mpn: [
    { html: data({ mpn: 'M-4711' }), value: 'M-4711', evidence: { method: 'json-ld', place: 'json-ld[0].mpn', raw: 'M-4711' } },
    { html: shown(`${PRICE}<p>MPN: M-4711</p>`), value: 'M-4711', evidence: { method: 'text', raw: 'M-4711' } },
  ],
  gtin: [
    { html: data({ gtin13: '4006381333931' }), value: '04006381333931', evidence: { method: 'json-ld', place: 'json-ld[0].gtin13', raw: '4006381333931' } },
    { html: shown(PRICE, '<meta property="product:ean" content="4006381333931">'), value: '04006381333931', evidence: { method: 'meta', place: 'product:ean' } },
    { html: shown(`${PRICE}<p>EAN: 4006381333931</p>`), value: '04006381333931', evidence: { method: 'text', raw: '4006381333931' } },
  ],
  price: [
    { html: data(), value: { kind: 'page', money: money(11_900) }, evidence: { method: 'json-ld', place: 'json-ld[0].offers.price', raw: '119.00' } },
    { html: micro('<span itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price" content="119.00">119</span><meta itemprop="priceCurrency" content="EUR"></span>'), value: { kind: 'page', money: money(11_900) }, evidence: { method: 'microdata', place: 'microdata[0].offers.price' } },
    { html: shown(PRICE + BUY), value: { kind: 'page', money: money(11_900) }, evidence: { method: 'text', raw: '€119.00' } },
    { html: shown('', '<meta property="product:price:amount" content="119.00"><meta property="product:price:currency" content="EUR">'), value: { kind: 'page', money: money(11_900) }, evidence: { method: 'meta', place: 'product:price:amount' } },
    { html: page({ ...product(), offers: { '@type': 'AggregateOffer', lowPrice: '99.00', highPrice: '119.00', priceCurrency: 'EUR' } }), value: { kind: 'range', money: money(9_900), max: money(11_900) }, evidence: { method: 'json-ld', place: 'json-ld[0].offers.lowPrice' } },
  ],
  listPrice: [
    { html: shown(`<div class="price"><del>€149.00</del> <ins>€119.00</ins></div>${BUY}`), value: { kind: 'list', money: money(14_900) }, evidence: { method: 'text', raw: '€149.00' } },
    { html: data({}, { priceSpecification: { '@type': 'UnitPriceSpecification', priceType: 'https://schema.org/StrikethroughPrice', price: '149.00', priceCurrency: 'EUR' } }), value: { kind: 'list', money: money(14_900) }, evidence: { method: 'json-ld', place: 'json-ld[0].offers.priceSpecification' } },
  ],
  unitPrice: [
    { html: shown(`${PRICE}<p class="unit-price">(€2.95 / kg)</p>${BUY}`), value: expect.objectContaining({ money: money(295), unit: 'kg' }), evidence: { method: 'text' } },
  ],
  currency: [
    { html: data(), value: 'EUR', evidence: { method: 'json-ld', place: 'json-ld[0].offers.priceCurrency', raw: 'EUR' } },
    { html: shown(PRICE + BUY), value: 'EUR', evidence: { method: 'text' } },
  ],
  availability: [
    { html: data(), value: 'in_stock', evidence: { method: 'json-ld', place: 'json-ld[0].offers.availability', raw: 'https://schema.org/InStock' } },
    { html: data({}, { availability: 'PreOrder' }), value: 'preorder', evidence: { method: 'json-ld', raw: 'PreOrder' } },
    { html: data({}, { availability: 'http://schema.org/LimitedAvailability' }), value: 'low', evidence: { method: 'json-ld' } },
    { html: data({}, { availability: 'Discontinued' }), value: 'delisted', evidence: { method: 'json-ld' } },
    { html: shown(`${PRICE}<p class="stock">Ausverkauft</p>`), value: 'out_of_stock', evidence: { method: 'text', raw: 'Ausverkauft' } },
    { html: shown(`${PRICE}<p class="stock">有货</p>`), value: 'in_stock', evidence: { method: 'text', raw: '有货' } },
  ],
  quantity: [{ html: data({}, { inventoryLevel: { '@type': 'QuantitativeValue', value: 7 } }), value: 7, evidence: { method: 'json-ld', place: 'json-ld[0].offers.inventoryLevel', raw: '7' } }],
  condition: [
    { html: data({}, { itemCondition: 'https://schema.org/RefurbishedCondition' }), value: 'refurbished', evidence: { method: 'json-ld', place: 'json-ld[0].itemCondition' } },
    { html: shown(PRICE, '<meta property="product:condition" content="used">'), value: 'used', evidence: { method: 'meta', place: 'product:condition' } },
    { html: data({ itemCondition: 'NewCondition' }), value: 'new', evidence: { method: 'json-ld', raw: 'NewCondition' } },
  ],
  seller: [{ html: data({}, { seller: { '@type': 'Organization', name: 'Tool Barn' } }), value: { name: 'Tool Barn' }, evidence: { method: 'json-ld', place: 'json-ld[0].offers.seller', raw: 'Tool Barn' } }],
  shippingCost: [
    { html: data({}, { shippingDetails: { '@type': 'OfferShippingDetails', shippingRate: { '@type': 'MonetaryAmount', value: '4.90', currency: 'EUR' } } }), value: money(490), evidence: { method: 'json-ld', place: 'json-ld[0].offers.shippingDetails.shippingRate', raw: '4.90 EUR' } },
    { html: data({}, { shippingDetails: { shippingRate: { value: 0, currency: 'EUR' } } }), value: money(0), evidence: { method: 'json-ld', raw: '0 EUR' } },
  ],
  rating: [
    { html: data({ aggregateRating: { ratingValue: '4.6', reviewCount: 128 } }), value: { value: 4.6, scale: 5 }, evidence: { method: 'json-ld', place: 'json-ld[0].aggregateRating.ratingValue', raw: '4.6' } },
    { html: data({ aggregateRating: { ratingValue: 92, bestRating: 100, ratingCount: 12 } }), value: { value: 92, scale: 100 }, evidence: { method: 'json-ld' } },
    { html: shown(`${PRICE}<p>4.6 out of 5 stars</p>`), value: { value: 4.6, scale: 5 }, evidence: { method: 'text', raw: '4.6 out of 5 stars' } },
  ],
  reviewCount: [{ html: data({ aggregateRating: { ratingValue: '4.6', reviewCount: '1,280' } }), value: { value: 1_280, lowerBound: false }, evidence: { method: 'json-ld', place: 'json-ld[0].aggregateRating.reviewCount', raw: '1,280' } }],
  starMix: [{ html: shown(`${PRICE}<ul>${[5, 4, 3, 2, 1].map((star) => `<li>${star} stars <b>${star * 2}</b></li>`).join('')}</ul>`), value: { stars: [2, 4, 6, 8, 10], unit: 'count' }, evidence: { method: 'text', raw: '2 4 6 8 10' } }],
  sales: [{ html: shown('<div class="p"><span class="sold" id="sold">10万+</span></div>'), value: { value: 100_000, lowerBound: true }, evidence: { method: 'configured', place: '#sold', raw: '10万+' }, hints: { fields: { sales: { css: '#sold' } } } }],
  images: [
    { html: data({ image: ['/a.jpg', 'https://cdn.example/b.jpg'] }), value: ['https://shop.example/a.jpg', 'https://cdn.example/b.jpg'], evidence: { method: 'json-ld', place: 'json-ld[0].image' } },
    { html: shown(PRICE, '<meta property="og:image" content="https://cdn.example/a.jpg">'), value: ['https://cdn.example/a.jpg'], evidence: { method: 'meta', place: 'og:image' } },
  ],
  breadcrumbs: [
    { html: page([product(), { '@type': 'BreadcrumbList', itemListElement: [{ position: 2, name: 'Drills' }, { position: 1, name: 'Tools' }] }]), value: ['Tools', 'Drills'], evidence: { method: 'json-ld', raw: 'Tools > Drills' } },
    { html: page(undefined, `<ol class="breadcrumb"><li><a href="/t">Tools</a></li><li><a href="/t/d">Drills</a></li></ol>${H1}${PRICE}`), value: ['Tools', 'Drills'], evidence: { method: 'text', raw: 'Tools > Drills' } },
  ],
  description: [
    { html: data({ description: 'A strong drill with two batteries.' }), value: 'A strong drill with two batteries.', evidence: { method: 'json-ld', place: 'json-ld[0].description' } },
    { html: shown(PRICE, '<meta name="description" content="A strong drill.">'), value: 'A strong drill.', evidence: { method: 'meta' } },
  ],
  attributes: [{ html: data({ color: 'blue', additionalProperty: [{ name: 'Voltage', value: '18 V' }] }), value: { color: 'blue', Voltage: '18 V' }, evidence: { method: 'json-ld', place: 'json-ld[0].additionalProperty' } }],
  offers: [{
    html: page({ '@type': 'ProductGroup', name: 'Cordless drill 18V', hasVariant: variants }), evidence: { method: 'json-ld', place: 'json-ld[0].hasVariant' },
    value: [{ sku: 'CD-18-R', options: { color: 'red' }, price: { kind: 'page', money: money(11_900) }, availability: 'in_stock' }, { sku: 'CD-18-B', options: { color: 'blue' }, price: { kind: 'page', money: money(12_900) }, availability: 'out_of_stock' }],
  }],
  promotions: [
    { html: shown(`${PRICE}<p class="promo">Buy 2, get 1 free</p>${BUY}`), value: [expect.objectContaining({ label: expect.stringContaining('Buy 2') as unknown })], evidence: { method: 'text' } },
    { html: shown(`${PRICE}<p class="promo">满300减50</p>${BUY}`), value: [expect.objectContaining({ label: expect.stringContaining('满300减50') as unknown })], evidence: { method: 'text' } },
  ],
};

/** Fields a page can say that there is none of, and how it says so. */
const ABSENT: readonly (readonly [FieldName, string, Partial<Evidence>])[] = [
  ['brand', data({ brand: { '@type': 'Brand', name: 'Unbranded' } }), { method: 'json-ld', place: 'json-ld[0].brand', raw: 'Unbranded' }],
  ['brand', shown(`${PRICE}<p>Marke: ohne Marke</p>`), { method: 'text', raw: 'ohne Marke' }],
  ['brand', shown(`${PRICE}<p>品牌：无</p>`), { method: 'text', raw: '无' }],
  ['sku', shown(`${PRICE}<p>SKU: N/A</p>`), { method: 'text', raw: 'N/A' }],
  ['mpn', data({ mpn: 'Does not apply' }), { method: 'json-ld', place: 'json-ld[0].mpn', raw: 'Does not apply' }],
  ['mpn', shown(`${PRICE}<p>MPN: Ne s'applique pas</p>`), { method: 'text', raw: "Ne s'applique pas" }],
  ['gtin', data({ gtin13: 'N/A' }), { method: 'json-ld', place: 'json-ld[0].gtin13', raw: 'N/A' }],
  ['gtin', micro(`${PRICE}<meta itemprop="gtin13" content="non applicabile">`), { method: 'microdata', raw: 'non applicabile' }],
  ['rating', data({ aggregateRating: { ratingValue: 0, reviewCount: 0 } }), { method: 'json-ld', place: 'json-ld[0].aggregateRating.reviewCount', raw: '0' }],
  ...['No reviews yet', 'Be the first to review this product', 'Noch keine Bewertungen', 'Aucun avis', 'Nessuna recensione', 'Brak opinii', 'Nog geen beoordelingen', '暂无评价', 'レビューはまだありません', 'Sem avaliações', 'Sin opiniones'].map((said) => ['rating', shown(`${PRICE}${BUY}<p>${said}</p>`), { method: 'text', raw: said }] as const),
  ['starMix', data({ aggregateRating: { ratingValue: 0, reviewCount: 0 } }), { method: 'json-ld', raw: '0' }],
  ...['Price on request', 'Preis auf Anfrage', 'Prix sur demande', 'Precio a consultar', 'Sob consulta', 'Prezzo su richiesta', 'Cena na zapytanie', 'Prijs op aanvraag', '价格面议', '要問合せ'].map((said) => ['price', shown(`<p class="price">${said}</p><p>SKU: CD-18</p>`), { method: 'text', raw: said }] as const),
];

/** Pages that say nothing of a field: the visible page was looked at, or only the data, which do not carry it. */
const SILENT = page({ '@type': 'Product', name: 'Cordless drill 18V', url: '/p/drill-18' });
/** Read from the page's address or head whatever the page says. */
const NEVER_SILENT: ReadonlySet<FieldName> = new Set<FieldName>(['title']);

const of = (html: string, name: FieldName, hints: Partial<ReadHints> = {}): Reading<unknown> => listing(html, hints).fields[name];

describe.each(FIELD_NAMES.filter((name) => KNOWN[name]))('%s', (name) => {
  it.each((KNOWN[name] ?? []).map((one, index) => [index + 1, one] as const))('is known, page %i', (_, { html, value, evidence, hints }) => {
    const reading = of(html, name, hints);
    expect(reading).toMatchObject({ state: 'known', value, evidence });
    expect(reading.state === 'known' && reading.confidence).toBeGreaterThan(0.3);
    expect(reading.state === 'known' && reading.confidence).toBeLessThan(1);
    expect(reading.state === 'known' && reading.evidence.raw).not.toBe('');
  });

  it.skipIf(NEVER_SILENT.has(name))('is unknown where the page is silent', () => expect(of(SILENT, name)).toMatchObject({ state: 'unknown', reason: expect.stringMatching(/^not_(?:found|read)$/) as unknown }));
});

it('tests every field', () => expect(FIELD_NAMES.filter((name) => !KNOWN[name])).toEqual([]));

describe('absent', () => {
  it.each(ABSENT.map(([name, html, evidence]) => [name, `${evidence.method ?? ''} ${evidence.raw ?? ''}`, html, evidence] as const))('%s where the page says so: %s', (name, _, html, evidence) => expect(of(html, name)).toMatchObject({ state: 'absent', evidence }));

  it('is never said against a value', () => {
    expect(of(page(product({}, { aggregateRating: { ratingValue: 4.5, reviewCount: 3 } }), `${H1}${PRICE}<p>No reviews yet</p>`), 'rating')).toMatchObject({ state: 'known' });
    expect(of(shown(`${PRICE}${BUY}<p>Price on request</p>`), 'price')).toMatchObject({ state: 'known', value: { money: money(11_900) } });
  });

  it('is not said by the cards of other articles', () => {
    expect(of(shown(`${PRICE}${BUY}${'<li><a href="/x">Other</a><span>No reviews</span></li>'.repeat(4)}`), 'rating')).toMatchObject({ state: 'unknown' });
  });

  it('is not what a template left empty', () => {
    for (const brand of ['null', 'undefined', '{{ product.brand }}', '', '-']) expect(of(page({ ...product(), brand }, `${H1}${PRICE}${BUY}`), 'brand')).toMatchObject({ state: 'unknown' });
  });
});

describe('unknown says why', () => {
  it.each([
    ['availability', page(product({}), `${H1}<p class="price">€119.00</p><p class="stock-status">Sold out</p>`), 'conflict'],
    ['currency', shown(`<p class="price">$119.00</p>${BUY}<p>Ships to CA in CAD</p>`), 'ambiguous'],
    ['price', shown(`<p class="price">$119.00</p>${BUY}<p>Ships to CA in CAD</p>`), 'unreadable'],
    ['gtin', data({ gtin13: '4006381333932' }), undefined],
    ['mpn', data(), undefined],
  ] as const)('%s', (name, html, reason) => expect(of(html, name)).toMatchObject({ state: 'unknown', reason: reason ?? (expect.stringMatching(/^not_/) as unknown) }));
});
