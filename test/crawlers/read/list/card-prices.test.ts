import { describe, expect, it } from 'vitest';
import { readList } from '../../../../crawlers/read/list/index.ts';
import { decimalOf } from '../../../../model/money.ts';

const p = (text: string): string => `<p>${text}</p>`;

/** What stands in the second of four cards, and `price|list price` of it. */
const CARDS: readonly (readonly [what: string, language: string, host: string, inner: (n: number) => string, expected: string])[] = [
  ['2 for', 'en-GB', 'co.uk', (n) => p(`£${n}.50`) + p('2 for £4'), '2.5|'],
  ['any 3 for', 'en-GB', 'co.uk', (n) => p('Any 3 for £6') + p(`£${n}.50`), '2.5|'],
  ['nl voor', 'nl', 'nl', (n) => p('2 voor 5,00') + p(`€ ${n},79`), '2.79|'],
  ['de fuer', 'de', 'de', (n) => p('2 für 5 €') + p(`${n},79 €`), '2.79|'],
  ['fr les 2', 'fr', 'fr', (n) => p(`${n},79 €`) + p('Les 2 : 4,50 €') + p('Le 2ème à -50%'), '2.79|'],
  ['es 2a', 'es', 'es', (n) => p(`${n},79 €`) + p('2ª unidad al 50%') + p('3x2'), '2.79|'],
  ['it', 'it', 'it', (n) => p(`${n},79 €`) + p('al kg 13,95 €'), '2.79|'],
  ['nectar', 'en-GB', 'co.uk', (n) => p(`£${n}.50`) + p('£1.20 with Nectar'), '2.5|'],
  ['clubcard', 'en-GB', 'co.uk', (n) => p('£1.20 Clubcard Price') + p(`£${n}.50`) + p('£0.30/100g'), '2.5|'],
  ['lidl plus', 'de', 'de', (n) => p('mit Lidl Plus 1,19 €') + p(`${n},79 €`), '2.79|'],
  ['payback', 'de', 'de', (n) => p(`${n},79 €`) + p('1 kg = 5,58 €') + p('UVP 3,99 €'), '2.79|3.99'],
  ['walmart a11y', 'en-US', 'com', (n) => `<div><div>Now $${n}<sup>98</sup></div><span>current price Now $${n}.98, Was $9.99</span><span>Was $9.99</span></div>`, '2.98|9.99'],
  ['walmart2', 'en-US', 'com', (n) => `<div aria-hidden="true"><span>$</span><span>${n}</span><span>98</span></div><span>current price $${n}.98</span><span>12.5 ¢/oz</span>`, '2.98|'],
  ['target', 'en-US', 'com', (n) => p(`$${n}.99`) + p('reg $9.99') + p('Sale') + p('($0.25/ounce)'), '2.99|9.99'],
  ['options', 'en-US', 'com', (n) => p(`Options from $${n}.99 – $24.99`), '2.99|'],
  ['starting', 'en-US', 'com', (n) => p(`Starting at $${n}9.99`), '29.99|'],
  ['rrp', 'en-GB', 'co.uk', (n) => p(`£${n}5.00`) + p('RRP £40.00') + p('Save £15'), '25|40'],
  ['was now', 'en-GB', 'co.uk', (n) => p('Was £40') + p(`Now £${n}5`), '25|40'],
  ['was now one', 'en-GB', 'co.uk', (n) => p(`Was £40.00, now £${n}5.00`), '25|40'],
  ['save up', 'en-US', 'com', (n) => p(`$${n}5.00 $40.00 (38% off)`), '25|40'],
  ['typical', 'en-US', 'com', (n) => p(`$${n}5.00`) + p('Typical: $40.00'), '25|40'],
  ['list', 'en-US', 'com', (n) => p(`$${n}5.00`) + p('List: $40.00') + p('Ships to Germany $7.50 shipping'), '25|40'],
  ['vb', 'de', 'de', (n) => p(`${n}20 € VB`) + p('Versand ab 5,49 €'), '220|'],
  ['ob', 'de', 'de', (n) => p(`ab ${n}20,00 €`) + p('inkl. MwSt. zzgl. Versand 4,95 €'), '220|'],
  ['tiefpreis', 'de', 'de', (n) => p(`${n}20,00 €`) + p('30-Tage-Bestpreis: 199,00 €'), '220|'],
  ['statt', 'de', 'de', (n) => p(`statt 340,00 € nur ${n}20,00 €`), '220|340'],
  ['au lieu', 'fr', 'fr', (n) => p(`${n}20,00 € au lieu de 340,00 €`), '220|340'],
  ['eco', 'fr', 'fr', (n) => p(`${n}20€99`) + p("dont 1,20 € d'éco-part."), '220.99|'],
  ['pvp', 'es', 'es', (n) => p(`${n}20,00 €`) + p('PVPR 340,00 €'), '220|340'],
  ['antes', 'es-MX', 'com.mx', (n) => p(`$${n},299.00`) + p('Antes $3,499.00') + p('12 MSI de $191.58'), '2299|3499'],
  ['por', 'pt-BR', 'com.br', (n) => p('De: R$ 349,90') + p(`Por: R$ ${n}29,90`) + p('10x de R$ 22,99 sem juros') + p('R$ 206,91 à vista no Pix'), '229.9|349.9'],
  ['rub', 'ru', 'ru', (n) => p(`${n} 299 ₽`) + p('3 499 ₽') + p('-34%') + p('575 ₽ × 4 платежа'), '2299|3499'],
  ['rub card', 'ru', 'ru', (n) => p(`${n} 299 ₽ с картой`) + p('2 399 ₽ без карты'), '2399|'],
  ['pl omnibus', 'pl', 'pl', (n) => p(`${n}29,00 zł`) + p('Najniższa cena z 30 dni: 199,00 zł') + p('Cena regularna: 349,00 zł'), '229|349'],
  ['cz', 'cs', 'cz', (n) => p(`${n} 299 Kč`) + p('1 900 Kč bez DPH') + p('Ušetříte 500 Kč'), '2299|'],
  ['sk', 'sk', 'sk', (n) => p(`${n}29,90 €`) + p('bez DPH 190,00 €'), '229.9|'],
  ['hu', 'hu', 'hu', (n) => p(`${n}2 990 Ft`) + p('br. 2 990 Ft/db').replace('br. 2 990', 'egységár: 299'), '22990|'],
  ['ro', 'ro', 'ro', (n) => p(`PRP: 349,99 Lei`) + p(`${n}29<sup>99</sup> Lei`), '229.99|349.99'],
  ['jp', 'ja', 'jp', (n) => p(`税込 ${n},178円 (本体 1,980円)`), '2178|'],
  ['jp2', 'ja', 'jp', (n) => p(`${n},980円(税込)`) + p('送料 550円') + p('29ポイント'), '2980|'],
  ['jp3', 'ja', 'jp', (n) => p(`¥${n},980 (税込)`) + p('参考価格: ¥5,000'), '2980|5000'],
  ['cn', 'zh-CN', 'cn', (n) => p(`¥${n}99.00`) + p('￥399') + p('月销 1000+'), '299|399'],
  ['cn juan', 'zh-CN', 'cn', (n) => p(`券后价 ¥${n}79`) + p('原价 ¥399'), '279|399'],
  ['cn qi', 'zh-CN', 'cn', (n) => p(`¥${n}99起`) + p('满300减40'), '299|'],
  ['tw', 'zh-TW', 'com.tw', (n) => p(`$${n},990`) + p('市價 $3,990'), '2990|3990'],
  ['kr', 'ko', 'kr', (n) => p('39,900원') + p(`28% ${n}8,720원`) + p('(100g당 1,200원)'), '28720|39900'],
  ['kr coupon', 'ko', 'kr', (n) => p(`${n}8,720원`) + p('쿠폰할인가 25,000원'), '28720|'],
  ['th', 'th', 'th', (n) => p(`฿${n},299`) + p('฿3,499 -34%'), '2299|3499'],
  ['vn', 'vi', 'vn', (n) => p(`${n}.299.000₫`) + p('3.499.000₫') + p('-34%'), '2299000|3499000'],
  ['id', 'id', 'id', (n) => p(`Rp${n}.299.000`) + p('Rp3.499.000') + p('Cashback 5%'), '2299000|3499000'],
  ['in', 'en-IN', 'in', (n) => p(`₹${n},299`) + p('M.R.P: ₹3,499') + p('(34% off)') + p('Save extra with No Cost EMI'), '2299|3499'],
  ['in2', 'en-IN', 'in', (n) => p(`Rs. ${n}299`) + p('Rs. 3499') + p('(34% OFF)'), '2299|3499'],
  ['se', 'sv', 'se', (n) => p(`${n} 299:-`) + p('Ord. pris 3 499:-') + p('Jfr-pris 22:90/kg'), '2299|3499'],
  ['no', 'nb', 'no', (n) => p(`${n} 299,-`) + p('Før 3 499,-') + p('kr 22,90/kg'), '2299|3499'],
  ['dk', 'da', 'dk', (n) => p(`${n}.299,-`) + p('Førpris 3.499,-') + p('22,90 kr./kg.'), '2299|3499'],
  ['fi', 'fi', 'fi', (n) => p(`${n},49 €`) + p('4,98 €/kg') + p('Norm. 3,29 €'), '2.49|3.29'],
  ['gr', 'el', 'gr', (n) => p(`${n},49 €`) + p('Τιμή κιλού 4,98 €'), '2.49|'],
  ['il', 'he', 'co.il', (n) => p(`₪${n}9.90`) + p('₪39.90'), '29.9|39.9'],
  ['ae', 'ar', 'ae', (n) => p(`${n}29 درهم`) + p('349 درهم'), '229|349'],
  ['sa', 'ar', 'sa', (n) => p(`${n}29.00 ر.س`) + p('بدلاً من 349.00 ر.س'), '229|349'],
  ['ir', 'fa', 'ir', (n) => p(`${n}۲۹٬۰۰۰ تومان`), '2290000|'],
  ['ch', 'de-CH', 'ch', (n) => p(`${n}29.–`) + p('statt 349.–'), '229|349'],
  ['ch2', 'de-CH', 'ch', (n) => p(`CHF ${n}.95`) + p('1.98/100g'), '2.95|'],
  ['au', 'en-AU', 'com.au', (n) => p(`$${n}.50`) + p('$0.55 per 100g') + p('Was $3.90') + p('Save $1.40'), '2.5|3.9'],
  ['ca', 'en-CA', 'ca', (n) => p(`$${n}.50`) + p('$0.55/100g') + p('or 2 for $4.00'), '2.5|'],
  ['za', 'en-ZA', 'co.za', (n) => p(`R ${n}299`) + p('R 3499'), '2299|3499'],
  ['pk', 'en-PK', 'pk', (n) => p(`Rs.${n},299`) + p('Rs.3,499'), '2299|3499'],
  ['ng', 'en', 'com.ng', (n) => p(`₦ ${n}2,990`) + p('₦ 34,990'), '22990|34990'],
  ['ke', 'en', 'co.ke', (n) => p(`KSh ${n},299`) + p('KSh 3,499'), '2299|3499'],
  ['eg', 'ar', 'eg', (n) => p(`${n},299 جنيه`) + p('3,499 جنيه'), '2299|3499'],
  ['ph', 'en', 'ph', (n) => p(`₱${n},299`) + p('₱3,499'), '2299|3499'],
  ['ua', 'uk', 'ua', (n) => p(`3 499 ₴`) + p(`${n} 299 ₴`) + p('від 230 ₴/міс'), '2299|3499'],
  ['kz', 'ru', 'kz', (n) => p(`${n}2 990 ₸`) + p('1 915 ₸ x12'), '22990|'],
  ['ar', 'es-AR', 'com.ar', (n) => p(`$${n}2.990`) + p('Precio sin impuestos nacionales: $19.000') + p('6 cuotas sin interés de $3.831'), '22990|'],
  ['cl', 'es-CL', 'cl', (n) => p(`$${n}2.990`) + p('Normal: $34.990') + p('$19.990 con tarjeta'), '22990|34990'],
  ['pe', 'es-PE', 'pe', (n) => p(`S/ ${n}29.90`) + p('S/ 349.90') + p('-34%'), '229.9|349.9'],
  ['us cents split', 'en-US', 'com', (n) => `<div><span>$</span><b>${n}</b><sup>49</sup></div><p>Reg. $3.99</p>`, '2.49|3.99'],
  ['names of styles', 'en-US', 'com', (n) => `<div class="flex w-full"><h4 class="text-lg md:text-base">$${n}8</h4><p class="opacity-40 line-through">$30</p><span>$2 OFF</span></div>`, '28|30'],
  ['subscribe', 'en-US', 'com', (n) => p(`$${n}9.99`) + p('$26.99 with Subscribe & Save'), '29.99|'],
  ['prime', 'en-US', 'com', (n) => p(`$${n}9.99`) + p('Prime members: $24.99'), '29.99|'],
  ['gift', 'en-US', 'com', (n) => p(`$${n}9.99`) + p('Get a $5 gift card when you spend $30'), '29.99|'],
  ['free ship', 'en-US', 'com', (n) => p(`$${n}9.99`) + p('Free shipping on orders over $35'), '29.99|'],
  ['used', 'en-US', 'com', (n) => p(`$${n}9.99`) + p('More Buying Choices $20.00 (5 used & new offers)'), '29.99|'],
  ['bid', 'en-GB', 'co.uk', (n) => p(`£${n}9.99`) + p('3 bids') + p('or Best Offer') + p('+ £3.49 postage'), '29.99|'],
];

describe('of the amounts of a card in the words of its country', () => {
  it.each(CARDS)('%s (%s): the price and what it was', (_what, language, host, inner, expected) => {
    const cards = [1, 2, 3, 4].map((n) => `<div class="c1"><a href="/p/chair-${n}00${n}00"><img src="x" alt=""></a><h3><a href="/p/chair-${n}00${n}00">Garden chair ${n}</a></h3>${inner(n)}</div>`).join('');
    const url = `https://www.shop.example.${host}/search?q=x`;
    const { items } = readList(`<html lang="${language}"><body><div>${cards}</div></body></html>`, { url, requestUrl: url, status: 200, role: 'search', platform: 'generic' });
    const [, item] = items;
    expect(items.length).toBe(4);
    expect(`${item?.price ? Number(decimalOf(item.price.money)) : '-'}|${item?.listPrice ? Number(decimalOf(item.listPrice.money)) : ''}`).toBe(expected);
  });
});
