import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../model/money.ts';
import { valueOf } from '../../../model/reading.ts';
import { listing, page, product } from './pages.ts';

interface Shown { readonly price?: string; readonly list?: string; readonly currency?: string; readonly kind?: string }

const H1 = '<h1>Cordless drill 18V</h1>';
const BUY = '<button class="add-to-cart">Add to cart</button>';

function shown(html: string, url = 'https://shop.example/p/drill-18'): Shown {
  const { fields } = listing(html, { url });
  const [price, list] = [valueOf(fields.price), valueOf(fields.listPrice)];
  return {
    ...(price ? { price: decimalOf(price.money), currency: price.money.currency, ...(price.kind === 'page' ? {} : { kind: price.kind }) } : {}),
    ...(list ? { list: decimalOf(list.money) } : {}),
  };
}
/** The body alone, without data. */
const seen = (body: string, lang = 'en'): Shown => shown(page(undefined, `${H1}${body}`).replace('lang="en"', `lang="${lang}"`));

describe('pages made to mislead, without data', () => {
  it.each<[string, string, Shown, string?]>([
    ['a shipping threshold above the price', '<p>Free delivery over €50.00</p><div class="price">€119.01</div>', { price: '119.01', currency: 'EUR' }],
    ['Klarna below the price', '<div class="price">€120.00</div><p>Pay in 3 interest-free payments of €40.00 with Klarna</p>', { price: '120.00', currency: 'EUR' }],
    ['Afterpay in spans', '<div class="price">€120.00</div><div class="afterpay"><span>or 4 payments of</span> <b>€30.00</b></div>', { price: '120.00', currency: 'EUR' }],
    ['Affirm by the month', '<div class="price">€120.00</div><p class="affirm">Starting at €11/mo with Affirm</p>', { price: '120.00', currency: 'EUR' }],
    ['12x sem juros', '<div class="preco">R$ 1.199,00</div><p>ou 12x de R$ 99,92 sem juros</p>', { price: '1199.00', currency: 'BRL' }, 'pt-BR'],
    ['花呗分期', '<div class="price">¥1299.00</div><p>花呗分期 ¥108.25×12期</p>', { price: '1299.00', currency: 'CNY' }, 'zh-CN'],
    ['a list price that is struck', '<div class="price"><s>€149.00</s> <b>€119.00</b></div>', { price: '119.00', list: '149.00', currency: 'EUR' }],
    ['a unit price', '<div class="price">€11.90</div><div class="unit">€2.38 / 100 g</div><p>(1 kg = €23.80)</p>', { price: '11.90', currency: 'EUR' }],
    ['a deposit for the bottle', '<div class="price">€11.90</div><p>zzgl. Pfand €0.25</p>', { price: '11.90', currency: 'EUR' }, 'de'],
    ['a saving', '<div class="price">€119.00 <span class="badge">Save €30.00</span></div>', { price: '119.00', currency: 'EUR' }],
    ['cheaper related articles', '<div class="price">€119.00</div><section class="related-products"><div class="price">€9.00</div><div class="price">€8.00</div></section>', { price: '119.00', currency: 'EUR' }],
    ['an unmarked list of cheaper articles', `<div class="price">€119.00</div>${BUY}<h2>You may also like</h2>${[9, 8, 7, 6].map((one) => `<div class="tile"><h3>Hose ${one}</h3><div class="price">€${one}.00</div></div>`).join('')}`, { price: '119.00', currency: 'EUR' }],
    ['a cart drawer', '<div class="cart-drawer"><p>Subtotal</p><span class="price">€0.00</span></div><div class="price">€119.00</div>', { price: '119.00', currency: 'EUR' }],
    ['an empty cart in the header', '<div class="header-cart"><span class="total price">€0.00</span></div><div class="price">€119.00</div>', { price: '119.00', currency: 'EUR' }],
    ['amounts of a gift card beside it', '<div class="price">€119.00</div><div class="giftcard"><p>Add a gift card</p><label>€25.00</label><label>€50.00</label><label>€100.00</label></div>', { price: '119.00', currency: 'EUR' }],
    ['whole and fraction apart', '<span class="price"><span class="symbol">€</span><span class="whole">119<span class="decimal">.</span></span><span class="fraction">01</span></span>', { price: '119.01', currency: 'EUR' }],
    ['the same price twice, once hidden', '<div class="price"><span class="visually-hidden">€119.01</span><span aria-hidden="true">€119.01</span></div>', { price: '119.01', currency: 'EUR' }],
    ['a price for others that is hidden', '<div class="price">€119.00</div><div class="price" style="display:none">€99.00</div>', { price: '119.00', currency: 'EUR' }],
    ['a price with VAT and one without', '<div class="price">€119.00 <small>incl. VAT</small></div><div class="price-net">€100.00 excl. VAT</div>', { price: '119.00', currency: 'EUR' }],
    ['a coupon price', '<div class="price">€119.00</div><div class="coupon">€99.00 with coupon</div>', { price: '119.00', currency: 'EUR' }],
    ['a warranty', '<div class="price">€119.00</div><div class="warranty">Add 3-year warranty for €19.99</div>', { price: '119.00', currency: 'EUR' }],
    ['a price match promise', '<div class="price">€119.00</div><p>Found it cheaper? We give you €10.00</p>', { price: '119.00', currency: 'EUR' }],
    ['an old price in words', '<p>RRP €149.00</p><p>Our price: €119.00</p>', { price: '119.00', list: '149.00', currency: 'EUR' }],
    ['Swiss francs', '<div class="price">CHF 1’299.–</div>', { price: '1299.00', currency: 'CHF' }, 'de-CH'],
    ['yen', '<div class="price">￥12,800（税込）</div>', { price: '12800', currency: 'JPY' }, 'ja'],
    ['trade-in value', '<div class="price">€999.00</div><p>Get up to €400.00 off when you trade in</p>', { price: '999.00', currency: 'EUR' }],
    ['was and now in one text', '<div class="price">€119.00 instead of €149.00</div>', { price: '119.00', list: '149.00', currency: 'EUR' }],
    ['a footnote', '<div class="price">119,00 €*</div><p>* inkl. MwSt. zzgl. Versandkosten 4,90 €</p>', { price: '119.00', currency: 'EUR' }, 'de'],
    ['UVP and a share', '<div><span>UVP 149,00 €</span> <span>-20 %</span> <span class="price">119,00 €</span></div>', { price: '119.00', list: '149.00', currency: 'EUR' }, 'de'],
    ['券后价', '<div class="price">¥129.00</div><div class="coupon-price">券后价 ¥99.00</div>', { price: '129.00', currency: 'CNY' }, 'zh-CN'],
    ['满减', '<div class="price">¥129.00</div><div>满300减50</div><div>运费 ¥10.00</div>', { price: '129.00', currency: 'CNY' }, 'zh-CN'],
    ['a price each of a pack', '<div class="price">19,98 €</div><div>9,99 € / Stück</div>', { price: '19.98', currency: 'EUR' }, 'de'],
    ['a contract beside the price', '<div class="price">£999.00</div><div class="price-monthly">or £27.75 per month for 36 months</div>', { price: '999.00', currency: 'GBP' }],
    ['the lowest price of 30 days', '<div class="price">119,00 zł</div><p>Najniższa cena z 30 dni przed obniżką: 109,00 zł</p>', { price: '119.00', currency: 'PLN' }, 'pl'],
    ['… in German', '<div class="price">119,00 €</div><p>Niedrigster Preis der letzten 30 Tage: 109,00 €</p>', { price: '119.00', currency: 'EUR' }, 'de'],
    ['… in French', '<div class="price">119,00 €</div><p>Prix le plus bas des 30 derniers jours : 109,00 €</p>', { price: '119.00', currency: 'EUR' }, 'fr'],
    ['… in English, higher', '<div class="price">€119.00</div><p>Lowest price in the last 30 days: €125.00</p>', { price: '119.00', currency: 'EUR' }],
    ['… in an element of its own', '<div class="price">119,00 zł</div><p class="omnibus">Najniższa cena z ostatnich 30 dni: <b>109,00 zł</b></p>', { price: '119.00', currency: 'PLN' }, 'pl'],
    ['days to send it back', '<p>30 days to return</p><div class="price">€119.00</div>', { price: '119.00', currency: 'EUR' }],
    ['a table of quantities', '<div class="price">€119.00</div><table class="tier-prices"><tr><td>5+</td><td>€109.00</td></tr><tr><td>10+</td><td>€99.00</td></tr></table>', { price: '119.00', currency: 'EUR' }],
    ['a review that names an amount', '<div class="price">€119.00</div><div class="reviews"><p>I paid €80.00 elsewhere</p></div>', { price: '119.00', currency: 'EUR' }],
    ['a price for members', '<div class="price">€119.00</div><div>Members pay €99.00</div>', { price: '119.00', currency: 'EUR' }],
    ['a price for members, by its name', '<div class="price">€119.00</div><div class="member-price">€99.00</div>', { price: '119.00', currency: 'EUR' }],
    ['a price for members before it', '<div class="club-price"><b>Club</b> <span>€99.00</span></div><div class="price">€119.00</div>', { price: '119.00', currency: 'EUR' }],
    ['a sticky bar', '<div class="price">€119.00</div><p>x</p><div class="sticky-bar"><span>Cordless drill 18V</span><span class="price">€119.00</span></div>', { price: '119.00', currency: 'EUR' }],
    ['an accessory with a box to tick', '<div class="price">€119.00</div><div class="accessories"><label><input type="checkbox"> Charger <b class="price">€29.00</b></label></div>', { price: '119.00', currency: 'EUR' }],
    ['shipping shown first', '<p class="shipping">Shipping €4.90</p><div class="price">€119.00</div>', { price: '119.00', currency: 'EUR' }],
    ['delivery by name', '<div class="price">€119.00</div><div class="delivery-cost"><span>€4.90</span></div>', { price: '119.00', currency: 'EUR' }],
    ['a minimum order', '<div class="price">€119.00</div><p>Minimum order value €20.00</p>', { price: '119.00', currency: 'EUR' }],
    ['frete grátis acima de', '<p>Frete grátis acima de R$ 99,00</p><div class="preco">R$ 119,00</div><p>R$ 113,05 à vista no PIX</p>', { price: '119.00', currency: 'BRL' }, 'pt-BR'],
    ['rubles', '<div class="price">11 990 ₽</div><div class="old">14 990 ₽</div>', { price: '11990.00', list: '14990.00', currency: 'RUB' }, 'ru'],
    ['won', '<div class="price"><strong>30,000</strong>원</div>', { price: '30000', currency: 'KRW' }, 'ko'],
    ['rupees', '<div class="price">₹1,19,900</div><div class="mrp">M.R.P.: <span>₹1,49,900</span></div>', { price: '119900.00', list: '149900.00', currency: 'INR' }, 'en-IN'],
    ['loyalty points in money', '<div class="price">€119.00</div><p>Earn €1.19 back in points</p>', { price: '119.00', currency: 'EUR' }],
  ])('%s', (_, body, wanted, lang) => {
    expect(seen(`${body}${body.includes('add-to-cart') ? '' : BUY}`, lang)).toMatchObject(wanted);
    expect(seen(`${body}${BUY}`, lang).list).toBe(wanted.list);
  });

  it('subscribe and save beside buying once', () => {
    const body = `<fieldset><label><input type="radio" checked>One-time purchase <span class="price">€20.00</span></label><label><input type="radio">Subscribe &amp; save 10% <span class="price subscription-price">€18.00</span></label></fieldset>${BUY}`;
    expect(seen(body).price).toBe('20.00');
  });

  it('several sellers: the box that sells goes first', () => {
    const body = `<div class="buy-box"><span class="price">€119.00</span>${BUY}</div><div class="offers"><h3>Other sellers</h3><p class="offer-price">€109.00</p><p class="offer-price">€129.00</p><p class="offer-price">€139.00</p></div>`;
    expect(seen(body).price).toBe('119.00');
  });

  it('a range over variants is a range, a "from" is no exact price', () => {
    expect(seen(`<div class="price">€19.00 – €29.00</div>${BUY}`)).toMatchObject({ price: '19.00', kind: 'range' });
    expect(seen(`<div class="price">From €19.00</div>${BUY}`)).toMatchObject({ price: '19.00', kind: 'range' });
  });

  it('two amounts that nothing tells apart are never the first', () => {
    const read = listing(page(undefined, `${H1}<p>€19.00 €29.00</p>`)).fields.price;
    expect(read.state).toBe('unknown');
  });
});

describe('data made to mislead', () => {
  const ld = (data: unknown, body: string): Shown => shown(page(data, `${H1}${body}`));

  it.each<[string, unknown, string, Shown]>([
    ['a related product first', [{ ...product({ price: '5.00' }), name: 'Garden hose', sku: 'H-1', url: 'https://shop.example/p/hose' }, product()], '<p class="price">€119.00</p>', { price: '119.00' }],
    ['a related product alone', { ...product({ price: '5.00' }), name: 'Garden hose', sku: 'H-1', url: 'https://shop.example/p/hose' }, `<p class="price">€119.00</p>${BUY}`, { price: '119.00' }],
    ['a stale price above a sale', product({ price: '149.00' }), '<div class="price"><del>€149.00</del> <ins>€119.00</ins></div>', { price: '119.00', list: '149.00' }],
    ['a price of 0', product({ price: 0 }), '<p class="price">€119.00</p>', { price: '119.00' }],
    ['a price of "0.00"', product({ price: '0.00' }), '<p class="price">€119.00</p>', { price: '119.00' }],
    ['an organisation alone', { '@type': 'Organization', name: 'Shop', makesOffer: { '@type': 'Offer', price: '1.00', priceCurrency: 'EUR' } }, `<p class="price">€119.00</p>${BUY}`, { price: '119.00' }],
    ['reviews alone', { '@type': 'Product', name: 'Cordless drill 18V', aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.5, reviewCount: 12 } }, `<p class="price">€119.00</p>${BUY}`, { price: '119.00' }],
    ['a lowPrice alone', product({ '@type': 'AggregateOffer', price: undefined, lowPrice: '119.00' }), '', { price: '119.00', kind: 'range' }],
    ['offers in a graph', { '@graph': [{ '@type': 'WebPage', '@id': '#page' }, { ...product(), '@id': '#product', offers: { '@id': '#offer' } }, { '@type': 'Offer', '@id': '#offer', price: '119.00', priceCurrency: 'EUR', availability: 'InStock', sku: 'CD-18' }] }, '', { price: '119.00' }],
    ['a group whose variant the page is', { '@type': 'ProductGroup', name: 'Cordless drill 18V', productGroupID: 'CD', hasVariant: [{ ...product({ price: '99.00', url: 'https://shop.example/p/drill-18?variant=1' }), sku: 'A' }, { ...product({ url: 'https://shop.example/p/drill-18?variant=2' }), sku: 'B' }] }, '', { price: '119.00' }],
    ['the price as text with thousands', product({ price: '1.119,00' }), '', { price: '1119.00' }],
    ['a shipping price in the specification', product({ price: undefined, priceSpecification: [{ '@type': 'DeliveryChargeSpecification', price: 4.9, priceCurrency: 'EUR' }, { '@type': 'UnitPriceSpecification', price: 119, priceCurrency: 'EUR' }] }), '', { price: '119.00' }],
  ])('%s', (_, data, body, wanted) => {
    const url = JSON.stringify(data).includes('variant=2') ? 'https://shop.example/p/drill-18?variant=2' : undefined;
    expect(shown(page(data, `${H1}${body}`), url)).toMatchObject(wanted);
  });

  it('a price in cents in the state of a script gives way to the shown one', () => {
    const script = '<script>window.__STATE__ = {"product":{"id":"12345","name":"Cordless drill 18V","price":11900,"sku":"CD-18"},"x":"...................."};</script>';
    expect(ld(undefined, `<p class="price">€119.00</p>${BUY}${script}`)).toMatchObject({ price: '119.00' });
  });

  it('a table of currencies in a script does not change the shown one', () => {
    const script = `<script>window.PRICES = ${JSON.stringify({ product: { id: '12345', name: 'Cordless drill 18V', prices: ['USD', 'GBP', 'JPY', 'CAD'].map((currency, index) => ({ currency, price: 100 + index })) } })};</script>`;
    expect(ld(undefined, `<p class="price">€119.00</p>${BUY}${script}`)).toMatchObject({ price: '119.00', currency: 'EUR' });
  });

  it('microdata with content attributes beats its own text', () => {
    const body = '<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Cordless drill 18V</h1><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><span itemprop="price" content="1119.01">1 119,01</span></div></div>';
    expect(shown(page(undefined, body))).toMatchObject({ price: '1119.01' });
  });

  it('og:price with decimal comma', () => {
    expect(shown(page(undefined, H1, '<meta property="og:price:amount" content="1.119,01"><meta property="og:price:currency" content="EUR">'))).toMatchObject({ price: '1119.01' });
  });

  it('a member price in the data is no price for everybody', () => {
    const data = product({ price: '119.00', priceSpecification: [{ '@type': 'UnitPriceSpecification', price: 99, priceCurrency: 'EUR', validForMemberTier: { '@type': 'MemberProgramTier', name: 'Gold' } }] });
    expect(ld(data, '')).toMatchObject({ price: '119.00' });
  });
});
