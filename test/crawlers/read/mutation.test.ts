import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../crawlers/read/index.ts';
import type { PageRead } from '../../../crawlers/read/port.ts';
import type { RequestRole } from '../../../model/crawl.ts';
import { AVAILABILITIES, FIELD_NAMES, type ListingRead, PRICE_KINDS, type Price } from '../../../model/listing.ts';
import type { Money } from '../../../model/money.ts';
import { OUTCOMES } from '../../../model/outcome.ts';
import { METHODS, type Reading } from '../../../model/reading.ts';
import { hints, page, product } from './pages.ts';
import { encoded } from './bytes/support.ts';

/* Pages like real ones, cut, doubled, mixed and damaged: whatever comes in, an outcome comes out, and what is said to be known is well formed. */

const CARD = (no: number): string => `<li class="card"><a href="/p/lamp-${no}"><img src="/i/${no}.jpg" alt="Lamp ${no}"><h3>Brass lamp no ${no}</h3></a><del>€${no + 20}.00</del> <span class="price">€${no + 12}.90</span><span>4.${no % 10} out of 5 stars</span> (1.2k)</li>`;
const PAGES: readonly (readonly [string, RequestRole, Buffer])[] = [
  ['data', 'listing', Buffer.from(page(product({ seller: { name: 'Acme' }, shippingDetails: { shippingRate: { value: 4.9, currency: 'EUR' } } }, { gtin13: '4006381333931', aggregateRating: { ratingValue: '4.6', reviewCount: '1,280' }, image: ['/a.jpg'], review: [{ '@type': 'Review', reviewBody: 'Good', datePublished: '2024-05-01', reviewRating: { ratingValue: 5 } }] })))],
  ['microdata', 'listing', Buffer.from(page(undefined, '<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Cordless drill 18V</h1><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price" content="119.00">€119</span><meta itemprop="priceCurrency" content="EUR"><link itemprop="availability" href="https://schema.org/InStock"></div></div>'))],
  ['words', 'listing', Buffer.from(page(undefined, '<h1>Cordless drill 18V</h1><p>Was <del>£149.99</del> <b class="price">£119.01</b> (£2.95 / kg)</p><p class="stock">Only 3 left in stock</p><p>EAN: 4006381333931</p><p class="promo">Buy 2, get 1 free</p><button>Add to cart</button><ol class="breadcrumb"><li>Tools</li><li>Drills</li></ol>'))],
  ['state', 'listing', Buffer.from(page(undefined, `<h1>Cordless drill 18V</h1><script>window.__STATE__ = ${JSON.stringify({ product: { name: 'Cordless drill 18V', id: 12_345, sku: 'CD-18', price: 119.5, currency: 'EUR', brand: { name: 'Acme' } } })};</script>`))],
  ['Chinese in GBK', 'listing', encoded('<!doctype html><html lang="zh"><head><meta charset="gbk"><title>无线电钻 商城</title></head><body><h1>无线电钻</h1><p class="price">￥119.00</p><del>￥149.00</del><p>满300减50 第2件半价</p><p>月销 10万+</p><p>有货</p><button>加入购物车</button></body></html>', 'gbk')],
  ['list', 'search', Buffer.from(`<!doctype html><html lang="en"><head><title>Lamps</title></head><body><h1>Lamps</h1><p>1-6 of 48 results</p><ul>${[1, 2, 3, 4, 5, 6].map(CARD).join('')}</ul><a rel="next" href="?page=2">Next</a></body></html>`)],
  ['answer of Shopify', 'catalogue', Buffer.from(JSON.stringify({ products: [{ id: 1, title: 'Lamp', handle: 'lamp', vendor: 'Acme', variants: [{ id: 11, title: 'Red', price: '12.00', compare_at_price: '15.00', available: true, sku: 'L-R' }], images: [{ src: 'https://cdn.example/1.jpg' }] }] }))],
  ['reviews', 'reviews', Buffer.from(JSON.stringify({ rateDetail: { rateList: [{ id: 1, rateContent: '很好', rateDate: '2024-05-01 10:00:00', auctionSku: '颜色:红' }, { id: 2, rateContent: '一般', rateDate: '2024-05-02 10:00:00' }] } }))],
];
const BITS = ['<', '>', '"', "'", '</script>', '<script>', '<!--', '-->', '\0', '\ud800', '{', '}', '[', ']', ',', ':', '<div>', '</div>', '$', '€', '1', '99999999999999999999', '-5', '0', 'NaN', 'null', '<h1>', '<template>', '&#0;', '&#xd800;', '\u202e', '<base href="javascript:x">', '<base href="//">', '<plaintext>', 'itemprop="price"', '"price":', '"@type":"Product"', '1e400'];

/** One damage done to bytes. */
const damage: fc.Arbitrary<(body: Buffer) => Buffer> = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (body: Buffer) => body.subarray(0, Math.floor(body.length * share))),
  fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (body: Buffer) => body.subarray(Math.floor(body.length * share))),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 400 })).map(([share, length]) => (body: Buffer) => {
    const at = Math.floor(body.length * share);
    return Buffer.concat([body.subarray(0, at + length), body.subarray(at)]);
  }),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ maxLength: 12 })).map(([share, bytes]) => (body: Buffer) => {
    const at = Math.floor(body.length * share);
    return Buffer.concat([body.subarray(0, at), bytes, body.subarray(at)]);
  }),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...BITS), fc.nat({ max: 30 })).map(([share, bit, over]) => (body: Buffer) => {
    const at = Math.floor(body.length * share);
    return Buffer.concat([body.subarray(0, at), Buffer.from(bit), body.subarray(at + over)]);
  }),
);

function checkText(text: string): void {
  expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
}

function checkMoney(money: Money): void {
  expect(Number.isSafeInteger(money.minor) && money.minor >= 0).toBe(true);
  expect(money.currency).toMatch(/^[A-Z]{3}$/);
}

function checkPrice(price: Price): void {
  expect(PRICE_KINDS).toContain(price.kind);
  checkMoney(price.money);
  if (price.max) checkMoney(price.max);
}

function checkReading(reading: Reading<unknown>): void {
  if (reading.state === 'unknown') return expect(reading.reason).toMatch(/^[a-z_]+$/);
  const { evidence } = reading;
  expect(METHODS).toContain(evidence.method);
  expect(evidence.raw.length).toBeLessThanOrEqual(200);
  expect(evidence.place.length).toBeGreaterThan(0);
  checkText(evidence.raw + evidence.place);
  if (reading.state === 'known') expect(reading.confidence > 0 && reading.confidence <= 1).toBe(true);
}

function checkListing({ fields, url, productId, reviews }: ListingRead): void {
  expect(URL.canParse(url)).toBe(true);
  expect(productId).not.toBe('');
  for (const name of FIELD_NAMES) checkReading(fields[name]);
  if (fields.price.state === 'known') checkPrice(fields.price.value);
  if (fields.listPrice.state === 'known') checkPrice(fields.listPrice.value);
  if (fields.shippingCost.state === 'known') checkMoney(fields.shippingCost.value);
  if (fields.gtin.state === 'known') expect(fields.gtin.value).toMatch(/^\d{14}$/);
  if (fields.availability.state === 'known') expect(AVAILABILITIES).toContain(fields.availability.value);
  if (fields.rating.state === 'known') expect(fields.rating.value.value >= 0 && fields.rating.value.value <= fields.rating.value.scale).toBe(true);
  if (fields.images.state === 'known') for (const image of fields.images.value) expect(image).toMatch(/^https?:/);
  for (const review of reviews) expect(review.createdAt === undefined || !Number.isNaN(review.createdAt.getTime())).toBe(true);
}

function check(answer: PageRead): void {
  expect(OUTCOMES).toContain(answer.outcome);
  if (answer.outcome !== 'ok') return expect(answer.detail).not.toMatch(/^$|reader failed/);
  expect(() => JSON.stringify(answer)).not.toThrow();
  answer.listings.forEach(checkListing);
  for (const [index, item] of answer.items.entries()) {
    expect(item.position).toBe(index + 1);
    expect(URL.canParse(item.url)).toBe(true);
    expect(item.title).not.toBe('');
    if (item.price) checkPrice(item.price);
  }
}

describe.each(PAGES)('a page of %s', (_, role, body) => {
  const contentType = body[0] === 0x7b ? 'application/json' : 'text/html';
  const platform = contentType === 'application/json' && role === 'catalogue' ? 'shopify' : 'generic';
  it('is read', () => {
    const answer = readAnswer(body, hints({ role, contentType, platform }));
    expect(answer.outcome).toBe('ok');
    check(answer);
  });

  it('damaged in any way, gives an outcome and nothing ill-formed', () => {
    fc.assert(fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (damages) => {
      check(readAnswer(damages.reduce((bytes, one) => one(bytes), body), hints({ role, contentType, platform })));
    }), { numRuns: 150 });
  });

  it('in the middle of another one', () => {
    fc.assert(fc.property(fc.constantFrom(...PAGES), fc.double({ min: 0, max: 1, noNaN: true }), ([, otherRole, other], share) => {
      const at = Math.floor(other.length * share);
      check(readAnswer(Buffer.concat([other.subarray(0, at), body, other.subarray(at)]), hints({ role: otherRole })));
    }), { numRuns: 40 });
  });
});
