import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurrency } from '../../../../crawlers/read/text/currency.ts';
import { parsePrice } from '../../../../crawlers/read/text/price.ts';
import { show } from './support.ts';
import { cpuClock } from '../../../support/cpu.ts';

describe('parsePrice', () => {
  it.each([
    ['€ 1.299,00', '1299.00 EUR'], ['1 299,00 €', '1299.00 EUR'], ['1\u202f299,00\u00a0€', '1299.00 EUR'], ["CHF 1'299.50", '1299.50 CHF'], ['₹1,23,456.00', '123456.00 INR'],
    ['R$ 51,56', '51.56 BRL'], ['609,00\u00a0zł', '609.00 PLN'], ['12 990 Ft', '12990 HUF'], ['Rp 1.250.000', '1250000 IDR'], ['KD 1.500', '1.500 KWD'], ['1.500 KWD', '1.500 KWD'],
    ['￥１，２９９．００', '1299.00 CNY?JPY'], ['1299元', '1299 CNY'], ['9.9万元', '99000 CNY'], ['1.2亿元', '120000000 CNY'], ['1万2000円', '12000 JPY'], ['3만5천원', '35000 KRW'], ['١٢٫٥٠ ر.س', '12.50 SAR'],
    ['.75 €', '0.75 EUR'], ['5,- €', '5 EUR'], ['5,-- Kč', '5 CZK'], ['€ 610,', '610 EUR'], ['19⁹⁹ €', '19.99 EUR'], ['$119. 95', '119.95 USD?CAD'], ['0.0005 EUR', '0.0005 EUR'], ['$1.2k', '1200 USD?CAD'],
    ['US $15.99', '15.99 USD'], ['AU$ 5', '5 AUD'], ['C$20', '20 CAD'], ['$14.99 CAD', '14.99 CAD'], ['USD 2,179.00', '2179.00 USD'], ['1299 kr', '1299 SEK?NOK'], ['Free!', '0'], ['免费', '0'],
  ])('amount: %s = %s', (text, want) => expect(show(text)).toBe(want));

  it.each([
    ['From $159.00 USD', '159.00 USD from'], ['ab 19,90 €', '19.90 EUR from'], ['à partir de 1540 €', '1540 EUR from'], ['desde 20,00 €', '20.00 EUR from'], ['a partire da 7,32 €', '7.32 EUR from'], ['¥129起', '129 CNY from'],
    ['US $15.99 - US $22.50', '15.99..22.50 USD'], ['EUR 10 bis EUR 20', '10..20 EUR'], ['10–20 €', '10..20 EUR'], ['146-298元', '146..298 CNY'],
    ['€2.95/kg', '2.95 EUR unit'], ['€9.90 (€2.95/kg)', '9.90 EUR'], ['2,99 € (1 kg = 5,98 €)', '2.99 EUR'], ['$3.20 per 100 g', '3.20 USD?CAD unit'], ['22000.00元/台', '22000.00 CNY unit'], ['$30/month USD', '30 USD recurring'], ['9,99 € mtl.', '9.99 EUR recurring'], ['月額980円', '980 JPY recurring'],
    ['Was £120.00 Now £89.99', '89.99 GBP'], ['UVP 499,00 € 389,00 €', '389.00 EUR'], ['statt 49,99 € nur 29,99 €', '29.99 EUR'], ['£89.99 was £120.00', '89.99 GBP'], ['Save £20 £59.99', '59.99 GBP'], ['原价￥299 现价￥199', '199 CNY'],
    ['SAVE $1,100.10 USD', '1100.10 USD saving'], ['定金 ¥100', '100 CNY deposit'], ['券后¥9.9', '9.9 CNY conditional'], ['+EUR 6,99 Versand', '6.99 EUR shipping'], ['RRP: £120', '120 GBP list'], ['4 x €66.99', '66.99 EUR instalment'], ['Free delivery over £50', '50 GBP threshold'],
    ['£24.00 ex VAT £28.80 inc VAT', '28.80 GBP'], ['3 Ausgaben für nur 14,85 EUR', '14.85 EUR'], ['AED 8000 (USD 2179)', '8000 AED'], ['$20.00 USD $20.00 USD', '20.00 USD'],
    ['Up to $50 USD', '50 USD'], ['from €5 to €10', '5..10 EUR from'], ['12€99', '12.99 EUR'], ['MRP ₹2,999 ₹1,299', '1299 INR'], ['Reduced from £50.00 to £35.00', '35.00 GBP'], ['Preis: 19,99 € zzgl. 4,99 € Versand', '19.99 EUR'], ['19,99 € (UVP 24,99 €)', '19.99 EUR'], ['2 x 500g £3.50', '3.50 GBP'], ['1,800円+税', '1800 JPY excluding_tax'],
    ['$ 281.40 $ 265.70', 'ambiguous 281.40 265.70'], ['10 € 20 £', 'ambiguous 10 20'], ['12.99 14.99', 'ambiguous 12.99 14.99'],
  ])('meaning: %s = %s', (text, want) => expect(show(text)).toBe(want));

  it.each(['', 'i', 'Ask for price', '10% off', '16.00 ft', 'July, 2004', '-1.00', 'iPhone15', '4.5 stars', 'Free shipping', '3 pcs', '12:30', 'SKU#12345', '1080p', 'HD 720p'])('no money: %s', (text) => expect(show(text)).toBe('none'));

  it.each([
    ['\u00a35.00', '5.00 GBP'], ['5\u00a0€', '5 EUR'], ['5\u202f000\u00a0€', '5000 EUR'], ['5\u2009000 €', '5000 EUR'], ['5\u2019000 CHF', '5000 CHF'], ['5\u02bc000 CHF', '5000 CHF'], ['\u200e$5.00', '5.00 USD?CAD'], ['$\u200b5.00', '5.00 USD?CAD'], ['$5\u00ad.00', '5.00 USD?CAD'],
  ])('blanks, quotes and marks that nobody sees: %j = %s', (text, want) => expect(show(text)).toBe(want));

  it('decides $ and ¥ by what is known of the page, else names the candidates', () => {
    expect(show('$5', { host: 'shop.example.ca' })).toBe('5 CAD');
    expect(show('$5', { language: 'en-AU' })).toBe('5 AUD');
    expect(show('$5', { currency: 'NZD' })).toBe('5 NZD');
    expect(show('$5', { currency: 'EUR', language: 'en' })).toBe('5 USD?CAD');
    expect(show('¥500', { language: 'ja' })).toBe('500 JPY');
    expect(show('¥500', { language: 'zh-CN' })).toBe('500 CNY');
    expect(show('¥500（税込）')).toBe('500 JPY');
    expect(show('500元', { language: 'zh-TW' })).toBe('500 TWD');
    expect(show('99 руб', { host: 'shop.by' })).toBe('99 BYN');
    expect(show('£5', { currency: 'USD' })).toBe('5 GBP');
    expect(show('5', { currency: 'USD' })).toBe('5 USD');
  });

  it('makes no amount of two that stand side by side', () => {
    const sign = fc.constantFrom('€', '$', '£', '¥', '₹', 'EUR ', 'CHF ', 'Fr. ', 'US$', 'zł ', 'R$ ', '€ ');
    const number = fc.oneof(fc.integer({ min: 1, max: 9_999 }).map(String), fc.integer({ min: 100, max: 999_999 }).map((cents) => (cents / 100).toFixed(2)));
    fc.assert(fc.property(sign, fc.uniqueArray(number, { minLength: 2, maxLength: 3, selector: Number }), (mark, numbers) => {
      expect(parsePrice(numbers.map((one) => mark + one).join(' ')).state).toBe('ambiguous');
    }));
  });

  it('never throws and takes bounded time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => { parsePrice(text); }));
    const alphabet = fc.constantFrom('1', '9', '0', '.', ',', ' ', '-', '€', '$', '¥', '万', '元', 'from ', 'was ', '/', 'kg', '(', ')', "'", '起', 'kr');
    fc.assert(fc.property(fc.array(alphabet, { maxLength: 60 }), (parts) => { parsePrice(parts.join('')); }));
    for (const char of ['1', ' ', '.', '$', '€ ', '1 ', '(', 'a', '省', '-', 'de ', '1万']) {
      const spent = cpuClock();
      parsePrice(char.repeat(1_000_000));
      expect(spent()).toBeLessThan(500);
    }
  });
});

describe('readCurrency', () => {
  it.each([['руб.', 'RUB'], ['Price in €', 'EUR'], ['Cena 298,00 Kč', 'CZK'], ['USD', 'USD'], ['CFA', undefined], ['Price (high to low)', undefined], ['zł', 'PLN']])('%s', (text, want) => {
    expect(readCurrency(text).currency).toBe(want);
  });
});
