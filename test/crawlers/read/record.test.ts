import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page, product } from './pages.ts';

/* What a record must not hold: words of templates and advertisements, other people's stars, thumbnails, the same thing twice. */
const HEAD = '<h1>Cordless drill 18V</h1>';
const BUY = '<button class="btn">Add to cart</button>';
const PRICED = `${HEAD}<p class="price">€119.00</p>${BUY}`;

describe('description', () => {
  it.each([
    ['og:description', '<meta property="og:description" content="Cordless drill 18V for 119,00 €. Order now at Shop">', {}],
    ['og:description with another amount', '<meta property="og:description" content="Cordless drill 18V. Free delivery over €50">', {}],
    ['a short text of the data', '', { description: 'Cordless drill 18V price: €119. Compare prices of all stores.' }],
  ])('is not the line for search engines that names the price: %s', (_, head, more) => {
    expect(valueOf(listing(page(product({}, more), PRICED, head)).fields.description)).toBeUndefined();
  });

  it('keeps a text that describes, whatever numbers it names', () => {
    const description = 'Drills through 119 mm of oak. Comes with a voucher worth €20 and two batteries.';
    expect(valueOf(listing(page(product({}, { description }), PRICED)).fields.description)).toBe(description);
  });

  it('keeps a long text even when it names the price', () => {
    const description = `For €119 you get a drill. ${'It drills through wood, stone and steel. '.repeat(20)}`.trim();
    expect(valueOf(listing(page(product({}, { description }), PRICED)).fields.description)).toBe(description);
  });
});

describe('words of a template that was not filled in', () => {
  it.each(['$metabrand', '${brand}', '{{ product.brand }}', '<%= brand %>', '%%BRAND%%', '[[brand]]'])('%s is no brand and no title', (text) => {
    const { fields } = listing(page(product({}, { brand: text, name: text }), PRICED));
    expect([fields.brand.state, valueOf(fields.title)]).toEqual(['unknown', 'Cordless drill 18V']);
  });

  it('a brand with a dollar sign in it is one', () => {
    expect(valueOf(listing(page(product({}, { brand: 'A$AP Tools' }), PRICED)).fields.brand)).toBe('A$AP Tools');
  });
});

describe('rating', () => {
  const picker = [1, 2, 3, 4, 5].map((n) => `<a class="star" aria-label="${n} of 5 stars"></a>`).join('');
  it.each([
    ['the form for a new review', `<form class="new-opinion">${picker}</form>`],
    ['single reviews', '<div class="reviews"><div class="review"><span title="5 of 5 stars"></span>Good</div></div>'],
    ['the bars of a breakdown', '<ul><li>5 stars</li><li>4 stars</li><li>3 stars</li></ul>'],
  ])('is not taken from %s', (_, html) => {
    expect(listing(page(undefined, `${PRICED}${html}`)).fields.rating.state).toBe('unknown');
  });

  it('is taken from the stars beside the heading, with a form below', () => {
    const html = `${HEAD}<span class="star" aria-label="4.3 of 5 stars"></span><p class="price">€119.00</p>${BUY}${'<p>Words about it.</p>'.repeat(80)}${picker}`;
    expect(valueOf(listing(page(product(), html)).fields.rating)).toEqual({ value: 4.3, scale: 5 });
  });
});

describe('evidence shows what stands on the page', () => {
  it('for availability, condition and attributes', () => {
    const { fields } = listing(page(product({ itemCondition: 'https://schema.org/UsedCondition' }, { color: 'blue' })));
    expect(fields.availability).toMatchObject({ value: 'in_stock', evidence: { raw: 'https://schema.org/InStock' } });
    expect(fields.condition).toMatchObject({ value: 'used', evidence: { raw: 'https://schema.org/UsedCondition' } });
    expect(fields.attributes).toMatchObject({ value: { color: 'blue' }, evidence: { raw: 'color: blue' } });
  });

  it('for offers and shipping, and offers without a number are none', () => {
    const shippingDetails = { '@type': 'OfferShippingDetails', shippingRate: { '@type': 'MonetaryAmount', value: '4.90', currency: 'EUR' } };
    const offer = (more: Record<string, unknown>) => ({ '@type': 'Offer', priceCurrency: 'EUR', availability: 'https://schema.org/InStock', ...more });
    const read = (offers: unknown) => listing(page({ ...product(), offers })).fields;
    expect(read([offer({ sku: 'S', price: '10.00' }), offer({ sku: 'L', price: '12.00' })]).offers).toMatchObject({ state: 'known', evidence: { raw: 'S 10.00, L 12.00' } });
    expect(read(offer({ price: '10.00', shippingDetails })).shippingCost).toMatchObject({ value: { minor: 490 }, evidence: { raw: '4.90 EUR' } });
    expect(read([offer({ price: '10.00' }), offer({ price: '12.00' })]).offers.state).toBe('unknown');
  });

  it('keeps a condition in the shop\'s own words', () => {
    expect(valueOf(listing(page(product({ itemCondition: 'Clean and ready for use.' }))).fields.condition)).toBe('Clean and ready for use.');
  });

  it('has no line breaks in names of elements', () => {
    const { fields } = listing(page(undefined, `${HEAD}<p class="price\n\n   now">£119.01</p>${BUY}`));
    expect(fields.price).toMatchObject({ evidence: { place: expect.stringMatching(/^p\.price now/) } });
  });
});

describe('images', () => {
  const images = (image: unknown, head = ''): readonly string[] | undefined => valueOf(listing(page(product({}, { image }), PRICED, head)).fields.images);

  it.each([
    [['https://cdn.example/a-w50-h60/drill.jpg', 'https://cdn.example/a-w1200-h1200/drill.jpg'], ['https://cdn.example/a-w1200-h1200/drill.jpg']],
    [['https://cdn.example/drill_1024x1024.jpg?v=1', 'https://cdn.example/drill_compact.jpg?v=1', 'https://cdn.example/box_small.jpg?v=1'], ['https://cdn.example/drill_1024x1024.jpg?v=1', 'https://cdn.example/box_small.jpg?v=1']],
    [['https://cdn.example/img/380/374/resize/drill.png', 'https://cdn.example/img/1024/1024/resize/drill.png'], ['https://cdn.example/img/1024/1024/resize/drill.png']],
    [['https://cdn.example/drill.jpg?width=80', 'https://cdn.example/drill.jpg'], ['https://cdn.example/drill.jpg']],
  ])('gives each picture once, in its largest size: %j', (given, kept) => {
    expect(images(given)).toEqual(kept);
  });

  it('takes the larger size from another place on the page', () => {
    expect(images('https://cdn.example/drill.jpg?width=80&hash=1', '<meta property="og:image" content="https://cdn.example/drill.jpg?width=450&hash=2">')).toEqual(['https://cdn.example/drill.jpg?width=450&hash=2']);
  });

  it('tells pictures apart that only a parameter or a number names', () => {
    const all = ['https://cdn.example/image?id=1&w=100', 'https://cdn.example/image?id=2&w=100', 'https://cdn.example/p/drill-1.jpg', 'https://cdn.example/p/drill-2.jpg'];
    expect(images(all)).toEqual(all);
  });

  it('takes the pictures beside the heading when the data name none', () => {
    const gallery = '<a rel="gallery" href="/img/1.jpg"><img src="/img/1.jpg?width=80" alt=""></a><img itemprop="image" src="/img/2.jpg"><img src="/img/3.jpg" alt="Cordless drill 18V, from behind">';
    const others = '<img src="/logo.png" alt="Shop"><div class="related-products"><img src="/img/9.jpg" alt="Cordless drill 18V with bag"></div>';
    const { fields } = listing(page(undefined, `${PRICED}${gallery}${others}`));
    expect(valueOf(fields.images)).toEqual(['https://shop.example/img/1.jpg', 'https://shop.example/img/2.jpg', 'https://shop.example/img/3.jpg']);
  });

  it('leaves out pixels, favicons and drawings that say there is none', () => {
    expect(images(['https://cdn.example/assets/android-icon-192x192', 'https://cdn.example/no-image.png', 'https://cdn.example/spacer.gif'])).toBeUndefined();
  });
});

describe('title', () => {
  it.each([
    ['Acme Cordless drill 18V', {}, 'Acme Cordless drill 18V'],
    ['Cordless drill 18V – blue', { color: 'Blue' }, 'Cordless drill 18V – blue'],
    ['Cordless drill 18V best price in town', {}, 'Cordless drill 18V'],
  ])('of data and the heading "%s"', (heading, more, title) => {
    // The price that is struck has the page looked at.
    const html = page(product({}, more), `<h1>${heading}</h1><p class="price">€119.00</p><del>€150.00</del>${BUY}`);
    expect(valueOf(listing(html).fields.title)).toBe(title);
  });
});

describe('a title', () => {
  it('is the same whether the page had to be looked at or not', () => {
    const titles = ['', '<del>€150.00</del>'].map((more) => valueOf(listing(page(product(), `<h1><b>Acme</b> Cordless drill 18V</h1><p class="price">€119.00</p>${BUY}${more}`)).fields.title));
    expect(titles).toEqual(['Acme Cordless drill 18V', 'Acme Cordless drill 18V']);
  });
});

describe('promotions', () => {
  it('are read where the data answer everything else, each once', () => {
    const html = page(product(), `${HEAD}<p class="price">€119.00</p><section class="special-offers"><a><p class="offer promo">Save 20% with code DRILL20</p></a></section>${BUY}`);
    const promotions = valueOf(listing(html).fields.promotions);
    expect(promotions).toHaveLength(1);
    expect(promotions?.[0]).toMatchObject({ label: 'Save 20% with code DRILL20', params: { percentOff: 20, code: 'DRILL20' } });
  });
});

describe('prices in words', () => {
  const priceOf = (body: string, url = 'https://shop.example/p/drill-18') => valueOf(listing(page(undefined, body), { url }).fields.price);

  it('a number beside a price is not glued to it', () => {
    expect(priceOf(`${HEAD}<div class="price"><span>£200</span><span>2 bids</span></div>${BUY}`)).toMatchObject({ kind: 'page', money: { minor: 20_000 } });
  });

  it('the current bid goes before the price it began with', () => {
    const data = product({ price: '150', priceCurrency: 'USD' });
    const head = '<meta property="product:price:amount" content="200"><meta property="product:price:currency" content="USD">';
    const { fields } = listing(page(data, `${HEAD}<del>$900</del><span class="price">$200</span><span>Starting Price $150</span>`, head));
    expect(valueOf(fields.price)?.money.minor).toBe(20_000);
  });

  it.each(['30,000원~', '30,000원~ 29개 구매'])('%s is the least of several', (text) => {
    expect(priceOf(`${HEAD}<p class="price">${text}</p>${BUY}`, 'https://shop.example.kr/p/drill-18')).toMatchObject({ kind: 'range', money: { minor: 30_000, currency: 'KRW' } });
  });

  it('the amount behind the struck one is the price; delivery and fines in small print are none', () => {
    const body = `${HEAD}<table><tr><td class="t13">建議售價 <del>$3200</del><span class="t13">元</span></td></tr><tr><td class="t13">特價 <b>72</b> 折 <span>2320</span><span class="t13"> 元 </span></td></tr>
      <tr><td class="t13">宅配</td><td class="t13">80 元</td></tr><tr><td class="t13">7-11取貨付款</td><td class="t13">80 元</td></tr></table>
      <li class="law">收件人違反動物傳染病防治條例第34條第3項規定，未將郵遞寄送輸入之應施檢疫物送交輸出入動物檢疫機關銷燬者，處新臺幣3萬元以上15萬元以下罰鍰。</li>`;
    const { fields } = listing(page(undefined, body), { url: 'https://shop.example.tw/p/drill-18' });
    expect(valueOf(fields.price)).toMatchObject({ kind: 'page', money: { minor: 232_000, currency: 'TWD' } });
    expect(valueOf(fields.listPrice)?.money.minor).toBe(320_000);
  });
});

describe('other junk', () => {
  it('a review that stands in the data and in the markup is one', () => {
    const review = { '@type': 'Review', reviewBody: 'Drills well.', datePublished: '2024-05-01', reviewRating: { '@type': 'Rating', ratingValue: 4 } };
    const marked = '<div itemscope itemtype="https://schema.org/Product"><b itemprop="name">Cordless drill 18V</b><div itemprop="review" itemscope itemtype="https://schema.org/Review"><p itemprop="reviewBody">Drills well.</p></div></div>';
    const { reviews } = listing(page(product({}, { review: [review, { ...review, reviewBody: 'Broke at once.' }] }), `${PRICED}<del>€150.00</del>${marked}`));
    expect(reviews.map(({ text }) => text)).toEqual(['Drills well.', 'Broke at once.']);
  });

  it.each(['Delivery available', 'Click & collect, collection available'])('"%s" says nothing of stock', (text) => {
    expect(listing(page(undefined, `${HEAD}<p class="price">€119.00</p><p class="attributes">${text}</p>`)).fields.availability.state).toBe('unknown');
  });

  it('addresses lose the marks of affiliate programmes', () => {
    expect(listing(page(product()), { url: 'https://shop.example/p/drill-18?a_aid=me&a_bid=7&awc=1&size=L' }).url).toBe('https://shop.example/p/drill-18?size=L');
  });

  it('a dialog is no part of the breadcrumbs', () => {
    const crumbs = '<div class="modal-header centerBreadcrumb">Search by image</div><div class="breadcrumb"><a>Tools</a> <a>Drills</a></div>';
    expect(valueOf(listing(page(undefined, `${crumbs}${PRICED}`)).fields.breadcrumbs)).toEqual(['Tools', 'Drills']);
  });

  it('a button inside a disabled one is no button that works, a notice in a dialog is no notice', () => {
    const body = `${HEAD}<p class="price">€119.00</p><button disabled><span class="btn__inner">Add to cart</span></button>`;
    expect(listing(page(undefined, body)).fields.availability).toMatchObject({ value: 'in_stock', confidence: 0.4 });
    const dialog = '<div class="modal-dialog"><div class="modal-content"><form><button class="bt">Notify me when available</button></form></div></div>';
    expect(valueOf(listing(page(product(), `${body}<del>€150.00</del>${dialog}`)).fields.availability)).toBe('in_stock');
  });

  it('"cannot be bought now" contradicts data that say in stock', () => {
    const html = page(product(), `${HEAD}<p class="price">€119.00</p><ul class="availability-box"><li><strong>Momentálne nie je možné produkt kúpiť, ale je možné ho rezervovať</strong></li></ul>`);
    expect(listing(html).fields.availability).toMatchObject({ state: 'unknown', reason: 'conflict' });
  });
});
