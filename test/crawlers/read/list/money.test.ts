import { describe, expect, it } from 'vitest';
import { hasMoney, isLoneSign, isSigned } from '../../../../crawlers/read/list/money.ts';
import { CURRENCY_FORMS } from '../../../../crawlers/read/text/currencies.ts';
import { decimalOf } from '../../../../model/money.ts';
import { readPage } from './scoring.ts';

const NOWHERE = { currencies: new Set<string>() };
const of = (...codes: string[]): { currencies: Set<string> } => ({ currencies: new Set(codes) });

describe('an amount of money in a list', () => {
  const forms = CURRENCY_FORMS.filter(({ power, weak, codes }) => power === undefined && !weak && codes.length > 0).flatMap((row) => row.forms.map((form) => ({ form, page: of(row.codes[0] ?? '') })));

  it('is seen by every form of a currency on a page of its country', () => {
    expect(forms.filter(({ form, page }) => !hasMoney(`149.00 ${form}`, page) || !isSigned(`149.00 ${form}`, page)).map(({ form }) => form)).toEqual([]);
  });

  it('can have its currency in an element of its own', () => expect(forms.filter(({ form, page }) => !isLoneSign(form, page)).map(({ form }) => form)).toEqual([]));

  it.each(['$12.99', '12,99 €', 'EUR 12', '1 299 руб.', 'Rs. 1,299', '¥59', '59 元', 'kr 199', '199,-€', '1 494 000 сум', '2 500 тенге'])('%s is one on any page', (text) => {
    expect(hasMoney(text, NOWHERE)).toBe(true);
  });

  it.each(['R 1200 GS', 'AMD 5600X', 'TOP 10', '205/55 R16', '5 km', '128GB', 'Pack of 12', '3 won the prize', '12 V 4 L', '4.5 (120)', 'iPhone 15 Pro', '6 sol', '20 br', 'LAK 300'])('%s is none on a page of nowhere', (text) => {
    expect(hasMoney(text, NOWHERE)).toBe(false);
  });

  it('is none as a sum that is spoken of', () => {
    expect(hasMoney('a fund of $4 million', NOWHERE)).toBe(false);
  });
});

const cards = (price: (i: number) => string): string => `<div>${[1, 2, 3].map((i) => `<div class="card"><a href="/p/chair-${i}00${i}00"><img src="x" alt=""></a><h3><a href="/p/chair-${i}00${i}00">Garden chair ${i}</a></h3><p>${price(i)}</p></div>`).join('')}</div>`;

describe('the prices of a list', () => {
  it.each([
    ['za', 'R %49.00', 'ZAR'], ['uz', '%49 000 so\'m', 'UZS'], ['kz', '%49 000 тг', 'KZT'], ['rs', '%49,00 din.', 'RSD'], ['ge', '%49.00 lari', 'GEL'], ['bd', 'Tk %49', 'BDT'], ['ru', '%49 р.', 'RUB'], ['dz', '%49 DA', 'DZD'], ['se', '%49:-', 'SEK'], ['pk', 'Rs %49', 'PKR'], ['mk', '%49 ден', 'MKD'],
  ])('stand in the words of .%s', (country, form, currency) => {
    const { items } = readPage({ name: country, url: `https://www.shop.example.${country}/search?q=x`, html: cards((i) => form.replace('%', String(i))), kind: 'list', items: [] });
    expect(items.map(({ price }) => price && `${price.money.currency} ${Number.parseInt(decimalOf(price.money), 10)}`)).toEqual([1, 2, 3].map((i) => `${currency} ${form.includes('000') ? `${i}49000` : `${i}49`}`));
  });
});
