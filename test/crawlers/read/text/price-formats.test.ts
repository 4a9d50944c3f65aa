import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../../../crawlers/read/text/currencies.ts';
import { parsePrice, type PriceText } from '../../../../crawlers/read/text/price.ts';
import { currencyCode } from '../../../../model/money.ts';

/* What a standard library writes must be read back: every currency in the way of every language. */
const LOCALES = ('en-US en-GB en-CA en-AU en-IN en-ZA en-SG de-DE de-AT de-CH fr-FR fr-CA fr-CH es-ES es-MX es-AR es-CL es-CO es-PE it-IT it-CH pt-BR pt-PT nl-NL nl-BE pl-PL cs-CZ sk-SK hu-HU ro-RO bg-BG hr-HR sr-RS '
  + 'sl-SI el-GR tr-TR ru-RU uk-UA sv-SE nb-NO da-DK fi-FI is-IS et-EE lv-LV lt-LT ja-JP zh-CN zh-TW zh-HK ko-KR vi-VN th-TH id-ID ms-MY fil-PH hi-IN bn-BD ta-IN ur-PK fa-IR ar-SA ar-EG ar-AE ar-MA he-IL kk-KZ ka-GE sw-KE').split(' ');
/** Behind a number an L is litres, a K a thousand, an rb a thousand rupiah; FR alone is the Swiss franc. */
const OTHERWISE: readonly RegExp[] = [/\p{Nd}[\s\p{Cf}]+(?:L|K|rb|FR)\p{Cf}*$/u];
const locale = fc.constantFrom(...LOCALES);
const code = fc.constantFrom(...CODES);
const whole = fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1_000, max: 99_999_999 }));
const cents = fc.integer({ min: 0, max: 99 });

function amountOf(read: PriceText): number | undefined {
  return read.state === 'known' ? Number(read.amount) : undefined;
}

describe('what Intl.NumberFormat writes', () => {
  it('is read back with its currency, in symbols where the page names the currency, and in codes alone', () => {
    fc.assert(fc.property(locale, code, fc.constantFrom('symbol' as const, 'narrowSymbol' as const, 'code' as const), whole, cents, (language, currency, currencyDisplay, units, parts) => {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay });
      const value = units + parts / 100;
      const text = format.format(value);
      fc.pre(!OTHERWISE.some((pattern) => pattern.test(text)));
      const hint = currencyDisplay === 'code' ? undefined : currencyCode(currency);
      const read = parsePrice(text, { language, ...(hint ? { currency: hint } : {}) });
      expect({ text, amount: amountOf(read), currency: read.state === 'known' ? read.currency : undefined })
        .toEqual({ text, amount: Number(value.toFixed(format.resolvedOptions().maximumFractionDigits ?? 2)), currency });
    }), { numRuns: 3_000 });
  });

  it('is the same number without any currency', () => {
    fc.assert(fc.property(locale, whole, cents, (language, units, parts) => {
      const text = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(units + parts / 100);
      expect({ text, amount: amountOf(parsePrice(text, { language })) }).toEqual({ text, amount: Number(`${units}.${String(parts).padStart(2, '0')}`) });
    }), { numRuns: 1_000 });
  });

  it('is a range with both ends', () => {
    fc.assert(fc.property(locale, fc.constantFrom('EUR', 'GBP', 'PLN', 'BRL', 'INR', 'CHF'), fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), (language, currency, low, more) => {
      const text = new Intl.NumberFormat(language, { style: 'currency', currency }).formatRange(low, low + more);
      const read = parsePrice(text, { language });
      expect({ text, low: amountOf(read), high: read.state === 'known' ? Number(read.max) : undefined, currency: read.state === 'known' ? read.currency : undefined }).toEqual({ text, low, high: low + more, currency });
    }), { numRuns: 600 });
  });

  it('is read among the words of a label as well', () => {
    const label = fc.constantFrom('Price: ', 'Preis: ', 'Prix : ', 'Precio ', '价格：', '価格: ', 'ab ', 'Jetzt nur ', 'Now ', 'Цена: ', '');
    const tail = fc.constantFrom('', '*', ' inkl. MwSt.', ' incl. VAT', ' TTC', ' & free shipping', ' (12)', ' / Stück');
    fc.assert(fc.property(label, tail, fc.constantFrom('de-DE', 'en-GB', 'fr-FR', 'pl-PL', 'de-CH'), whole, cents, (before, after, language, units, parts) => {
      const text = `${before}${new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(units + parts / 100)}${after}`;
      expect({ text, amount: amountOf(parsePrice(text)) }).toEqual({ text, amount: Number(`${units}.${String(parts).padStart(2, '0')}`) });
    }), { numRuns: 600 });
  });
});
