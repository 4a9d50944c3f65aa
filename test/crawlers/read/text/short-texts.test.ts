import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAvailability } from '../../../../crawlers/read/text/availability.ts';
import { parseCount } from '../../../../crawlers/read/text/count.ts';
import { parseDate } from '../../../../crawlers/read/text/date.ts';
import { normaliseGtin } from '../../../../crawlers/read/text/gtin.ts';
import { ratingOfMarkup } from '../../../../crawlers/read/text/rating-markup.ts';
import { parseRating } from '../../../../crawlers/read/text/rating.ts';
import { cpuClock } from '../../../support/cpu.ts';

describe('parseCount', () => {
  it.each([
    ['10万+', 100_000, true], ['已拼: 10万+件', 100_000, true], ['已拼1533件', 1533, false], ['2万+评论', 20_000, true], ['500+', 500, true], ['84 sold', 84, false], ['5,000+ sold', 5000, true],
    ['1.2k', 1200, false], ['2.5 萬', 25_000, false], ['3.4w+', 34_000, true], ['Over 300 sold', 300, true], ['9,079 global ratings', 9079, false], ['5.182 valoraciones', 5182, false], ['16 ratings', 16, false], ['(12)', 12, false], ['1.2M reviews', 1_200_000, false],
    ['4.7 out of 5 stars, 1,234 ratings', 1234, false], ['4,6 von 5 Sternen | 23 Bewertungen', 23, false], ['评论(1.3万)', 13_000, false], ['月销 2000+', 2000, true], ['1億', 100_000_000, false], ['Mehr als 50 verkauft', 50, true], ['No reviews yet', undefined, false],
    ['Be the first to review this product', 0, false], ['12 345 avis', 12_345, false], ['2 mil vendidos', 2000, false], ['100+ bought in past month', 100, true],
    ['+5mil vendidos', 5000, true], ['1.234 Sternebewertungen', 1234, false], ['ขายแล้ว 3.4หมื่น ชิ้น', 34_000, false], ['ขายแล้ว 1.2พัน ชิ้น', 1200, false], ['1.2B değerlendirme', 1200, false],
  ])('%s', (text, value, lowerBound) => expect(parseCount(text)).toEqual(text.startsWith('No reviews') ? { value: 0, lowerBound: false } : { value, lowerBound }));

  it.each(['', 'sold', '4.7 out of 5', '98%', '12 34', 'A4', '$15'])('no count: %s', (text) => expect(parseCount(text)).toBeUndefined());
});

describe('parseAvailability', () => {
  it.each([
    ['https://schema.org/InStock', 'in_stock'], ['http://schema.org/OutOfStock', 'out_of_stock'], ['PreOrder', 'preorder'], ['SoldOut', 'out_of_stock'], ['Discontinued', 'delisted'], ['LimitedAvailability', 'low'], ['BackOrder', 'out_of_stock'], ['in stock', 'in_stock'], ['IN_STOCK', 'in_stock'],
    ['Only 3 left in stock - order soon.', 'low'], ['¡Últimas 2 unidades!', 'low'], ...['Almost sold out', 'Fast ausverkauft', 'Bientôt épuisé', 'Casi agotado', 'Quasi esaurito', 'Quase esgotado', 'Bijna uitverkocht', 'Prawie wyprzedane', 'Nästan slutsåld', 'Почти распродано', '即将售罄', 'まもなく売り切れ', '품절임박', 'Sắp hết hàng'].map((text) => [text, 'low']), ['Ships tomorrow', 'in_stock'], ['Expected back in stock 3 June', 'out_of_stock'], ['In stock from 3 June', 'out_of_stock'], ['库存告急', 'low'], ['入荷予定あり', 'out_of_stock'], ['Binnenkort weer op voorraad', 'out_of_stock'], ['Backorder: ships in 3 weeks', 'out_of_stock'], ['נגמר במלאי', 'out_of_stock'], ['补货通知我', 'out_of_stock'], ['取り扱い終了', 'delisted'], ['Erscheint am 12.05.2026', 'preorder'], ['Releases on May 12', 'preorder'], ['Prenota ora', 'preorder'], ['not sold out', 'in_stock'], ['Noch nicht ausverkauft', 'in_stock'], ['Sold out! Notify me when available', 'out_of_stock'], ['Currently unavailable.', 'out_of_stock'], ['Add to cart', 'in_stock'], ['12 in stock', 'in_stock'], ['0 in stock', 'out_of_stock'],
    ['Ausverkauft', 'out_of_stock'], ['Auf Lager', 'in_stock'], ['Nur noch 2 auf Lager', 'low'], ['Derzeit nicht verfügbar', 'out_of_stock'], ['Rupture de stock', 'out_of_stock'], ['Plus que 3 en stock', 'low'], ['En stock', 'in_stock'], ['Agotado', 'out_of_stock'], ['Disponible', 'in_stock'], ['No disponible', 'out_of_stock'],
    ['Non disponibile', 'out_of_stock'], ['Disponibilità immediata', 'in_stock'], ['Esgotado', 'out_of_stock'], ['Em estoque', 'in_stock'], ['Produkt niedostępny', 'out_of_stock'], ['Dostępny', 'in_stock'], ['Uitverkocht', 'out_of_stock'], ['Op voorraad', 'in_stock'], ['缺货', 'out_of_stock'], ['有货', 'in_stock'],
    ['该商品已下架', 'delisted'], ...['No longer for sale', 'Nicht mehr im Verkauf', 'Ce produit n\'est plus en vente', 'Ya no está a la venta', 'Não está mais à venda', 'Niet meer te koop', 'Produkt nie jest już w sprzedaży', '販売を終了しました', '商品已经下架'].map((text) => [text, 'delisted']), ['Sorry, we\'ve run out', 'out_of_stock'], ['仅剩3件', 'low'], ['预售', 'preorder'], ['在庫あり', 'in_stock'], ['残り2点 ご注文はお早めに', 'low'], ['売り切れ', 'out_of_stock'], ['품절', 'out_of_stock'], ['Нет в наличии', 'out_of_stock'], ['Skladem', 'in_stock'], ['Není skladem', 'out_of_stock'],
    ...['Delivery in 2-4 days', 'Order before 5pm for next day delivery', 'Voorradig', 'Expédié demain', 'Spedizione in 24 ore', 'Kargoya hazır'].map((text) => [text, 'in_stock']), ...['Mało sztuk', 'Kevés darab', 'لم يتبق سوى 2', 'Rajoitetusti saatavilla', '数量有限'].map((text) => [text, 'low']), ['Lista d\'attesa', 'out_of_stock'], ['Nachricht bei Verfügbarkeit', 'out_of_stock'], ['Stoklarımız tükenmiştir', 'out_of_stock'], ['Fin de commercialisation', 'delisted'], ['Produkt wycofany z oferty', 'delisted'],
  ])('%s', (text, want) => expect(parseAvailability(text)).toBe(want));

  it.each([
    ...['Verfügbar ab 15.03.2027', 'Leverbaar vanaf 3 januari', 'Disponible à partir du 4 mai', 'Disponible desde el 3 de abril', 'Dostępny od 12 maja', 'Lieferbar ab KW 12', 'В наличии с 5 июня'].map((text) => [text, 'out_of_stock']),
    ...['Lieferbar ab Lager', 'Lieferbar ab 10 Stück', 'Disponible à partir de 9,90 €', 'Available in 3 colours and in stock'].map((text) => [text, 'in_stock']),
    ...['Yakında stokta', 'Bientôt en stock', 'Binnenkort op voorraad', 'Скоро в наличии', 'Snart på lager', 'नहीं उपलब्ध', 'उपलब्ध नहीं', 'Нема в наявності', 'Stokda yoxdur', 'স্টক শেষ', 'Benachrichtige mich, sobald der Artikel lieferbar ist', 'Sorry, this one\'s sold!', 'Let me know when it\'s back'].map((text) => [text, 'out_of_stock']),
    ...['Färre än 5 i lager', 'Fewer than 10 in stock', 'Weniger als 3 auf Lager', 'Moins de 5 en stock', 'Mniej niż 5 na stanie', 'Менее 3 на складе'].map((text) => [text, 'low']),
    ...['Stock level: 14', 'Quantity available: 25', 'Lagerbestand: 17 Stück', 'Stok: 12 adet', 'Stan magazynowy: 8 szt.', 'Stokda var', 'স্টকে আছে'].map((text) => [text, 'in_stock']),
    ...['Pick up today at Springfield', '翌営業日発送', '출고 가능', 'Готов к отгрузке'].map((text) => [text, 'in_stock']), ...['Laatste exemplaar', 'Προς εξάντληση', 'สต็อกเหลือน้อย'].map((text) => [text, 'low']), ...['無現貨', '暂无现货', 'Sắp về hàng', 'Sign up for restock alerts'].map((text) => [text, 'out_of_stock']),
    ...['Dispatches in 1-3 business days', 'Sofort versandbereit', 'Leveres om 2-4 dage'].map((text) => [text, 'in_stock']), ...['Ultima disponibilità', 'Segera habis'].map((text) => [text, 'low']), ...['Nachschub ist unterwegs', 'Снова в продаже скоро'].map((text) => [text, 'out_of_stock']),
    ...['Stock level: 0', 'Qty available: 0', 'Existencias: 0 unidades'].map((text) => [text, 'out_of_stock']),
  ])('%s: %s', (text, want) => expect(parseAvailability(text)).toBe(want));

  it('is the other way round, or open, for something else than the article', () => {
    for (const thing of ['Price', 'Image', 'Prix', 'Preis', 'Imagen', 'Reviews', 'Цена']) {
      for (const words of ['not available', 'unavailable', 'available', 'nicht verfügbar', 'non disponible', 'no disponible']) expect([`${thing} ${words}`, parseAvailability(`${thing} ${words}`)]).toEqual([`${thing} ${words}`, undefined]);
    }
  });

  it.each(['', 'Great product', 'Blue', 'Free gift available', 'Free shipping', '产品介绍', 'Free delivery within the UK', 'Delivery by courier', 'Alert me about price drops', 'Keine Bewertungen vorhanden', 'Spedizione in Italia', 'Envío en península', 'binnen 30 dagen retour', 'Obsolete browser'])('says nothing: %s', (text) => expect(parseAvailability(text)).toBeUndefined());
});

describe('parseRating', () => {
  it.each([
    ['4.7 out of 5 stars', 4.7, 5], ['5,0 de 5 estrellas', 5, 5], ['4,6 von 5 Sternen', 4.6, 5], ['5つ星のうち4.3', 4.3, 5], ['98,8%', 98.8, 100], ['★★★★☆', 4, 5], ['4,6', 4.6, 5], ['8/10', 8, 10], ['4.97', 4.97, 5], ['Rated 3.5 stars', 3.5, 5], ['4.6 (1,234)', 4.6, 5], ['好评率 97%', 97, 100], ['评分 9.1', 9.1, 10], ['4.8分', 4.8, 5],
  ])('%s', (text, value, scale) => expect(parseRating(text)).toEqual({ value, scale }));

  it.each(['', '6 out of 5', '1,234 reviews', '$4.50', 'no rating', '120%', '17'])('no rating: %s', (text) => expect(parseRating(text)).toBeUndefined());

  it.each([
    ['<span aria-label="4.5 out of 5 stars"><i></i></span>', 4.5], ['<div class="rating-box"><div class="rating" style="width:80%"></div></div>', 4], ['<i class="a-icon a-star-4-5"></i>', 4.5],
    ['<i class="star full"></i><i class="star full"></i><i class="star empty"></i><i class="star empty"></i><i class="star empty"></i>', 2], ['<i class="s star gold"></i><i class="s star gold"></i><i class="s star gold"></i><i class="s star"></i><i class="s star"></i>', 3],
    ['<meta itemprop="ratingValue" content="4.2">', 4.2], ['<i class="star"></i><i class="star"></i><i class="star"></i><i class="star"></i><i class="star"></i>', undefined],
  ])('markup %s', (html, value) => expect(ratingOfMarkup(html)?.value).toBe(value));
});

describe('normaliseGtin', () => {
  it.each([
    ['4006381333931', '04006381333931'], ['EAN: 4006381333931', '04006381333931'], ['0-306-40615-2', '09780306406157'], ['ISBN 978-0-306-40615-7', '09780306406157'], ['036000291452', '00036000291452'], ['96385074', '00000096385074'], ['10614141000415', '10614141000415'], ['080442957X', '09780804429573'],
  ])('%s', (text, want) => expect(normaliseGtin(text)).toBe(want));
  it.each(['', '4006381333930', '1234', '0000000000000', 'HD978193-INT', '2434-561X', '9771234567898', '400638133393 1 2'])('none: %s', (text) => expect(normaliseGtin(text)).toBeUndefined());
});

describe('parseDate', () => {
  const now = new Date('2026-03-15T12:00:00Z');
  it.each([
    ['2024-08-03T10:20:30+08:00', '2024-08-03T02:20:30Z'], ['2024-08-03', '2024-08-03T00:00:00Z'], ['Revisado en España el 25 de agosto de 2017', '2017-08-25T00:00:00Z'], ['Reviewed in the United States on August 3, 2024', '2024-08-03T00:00:00Z'],
    ['Rezension aus Deutschland vom 3. März 2024', '2024-03-03T00:00:00Z'], ['Commenté en France le 1er août 2023', '2023-08-01T00:00:00Z'], ['2024年8月3日にレビュー済み', '2024-08-03T00:00:00Z'], ['03.08.2024', '2024-08-03T00:00:00Z'], ['13/8/2024', '2024-08-13T00:00:00Z'], ['2024年08月03日 12:30', '2024-08-03T12:30:00Z'],
    ['Aug 3, 2024 12:30 PM PDT', '2024-08-03T19:30:00Z'], ['2024-08-03 12:30 GMT+8', '2024-08-03T04:30:00Z'], ['2024年8月3日 12:30 北京时间', '2024-08-03T04:30:00Z'], ['2024-08-03 12:30 UTC-3:30', '2024-08-03T16:00:00Z'], ['le 3 août 2024 est', '2024-08-03T00:00:00Z'],
    ['3. elokuuta 2024', '2024-08-03T00:00:00Z'], ['2024. augusztus 3.', '2024-08-03T00:00:00Z'], ['3 Αυγούστου 2024', '2024-08-03T00:00:00Z'], ['٣ أغسطس ٢٠٢٤', '2024-08-03T00:00:00Z'], ['ngày 3 tháng 8 năm 2024', '2024-08-03T00:00:00Z'],
    ['2 days ago', '2026-03-13T12:00:00Z'], ['3天前', '2026-03-12T12:00:00Z'], ['昨天', '2026-03-14T12:00:00Z'], ['vor einer Woche', '2026-03-08T12:00:00Z'], ['il y a 2 heures', '2026-03-15T10:00:00Z'], ['12-20', '2025-12-20T00:00:00Z'], ['3月1日', '2026-03-01T00:00:00Z'],
  ])('%s', (text, want) => expect(parseDate(text, { now })).toEqual(new Date(want)));

  it('keeps 3/4 open unless the language says', () => {
    expect(parseDate('3/4/2024')).toBeUndefined();
    expect(parseDate('3/4/2024', { language: 'en-US' })).toEqual(new Date('2024-03-04'));
    expect(parseDate('3/4/2024', { language: 'en-GB' })).toEqual(new Date('2024-04-03'));
  });
  it('counts in the zone of the page', () => expect(parseDate('2024-08-03 08:00', { offsetMinutes: 480 })).toEqual(new Date('2024-08-03T00:00:00Z')));
  it.each(['', '2024-02-31', '99.99.2024', 'soon', '1999€'])('none: %s', (text) => expect(parseDate(text, { now })).toBeUndefined());
});

describe('all of them', () => {
  const parsers = [parseCount, parseAvailability, parseRating, ratingOfMarkup, normaliseGtin, parseDate] as const;
  it('never throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => { expect(() => parsers.map((parse) => parse(text))).not.toThrow(); }));
  });
  it.each(['1', ' ', 'a', '<', '★', '.', '件', 'not ', '<i class="star"', '1 ', 'de '])('take bounded time on a million of %j', (char) => {
    const spent = cpuClock();
    for (const parse of parsers) parse(char.repeat(1_000_000));
    expect(spent()).toBeLessThan(1_500);
  });
});
