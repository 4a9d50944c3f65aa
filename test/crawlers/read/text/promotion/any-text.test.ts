import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePromotions } from '../../../../../crawlers/read/text/promotion.ts';
import { code } from './support.ts';
import { cpuClock } from '../../../../support/cpu.ts';

const NOW = new Date('2025-11-10T08:00:00Z');
const PARTS = [
  'buy ', '2', ' get ', '1', ' free', '10%', ' off', 'spend ', '$50', ' save ', 'up to ', 'code ', 'SAVE10', 'any ', ' for ', 'the ', 'orders over ', '€5', ' extra', 'or more ', ' with ', 'coupon ', 'members ', ', ', ' & ', '+',
  '满', '300', '减', '50', '券', '折', '第', '件', '每', '定金', '抵', '最高', '送', '限购', '，', '元', '万', 'rabatt ', 'ab ', 'dès ', 'de descuento ', '以上', 'で', 'OFF', '円', '.', '\u0001', '11.11 ',
];

describe('any text', () => {
  it('gives rules that can be shown, or none, in bounded time', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 }), fc.array(fc.constantFrom(...PARTS), { maxLength: 120 }).map((parts) => parts.join('')));
    const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'CNY').map(code);
    const language = fc.constantFrom('zh', 'ja', 'en', 'de', 'xx', '');
    // The first text of a language makes its patterns ready; that is not what is measured.
    for (const first of PARTS) for (const tag of ['', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'nl']) parsePromotions(`${first} 10% rabatt 满2件`, { language: tag });
    fc.assert(fc.property(text, currency, language, (label, money, tag) => {
      const spent = cpuClock();
      for (const { params, startsAt, endsAt, mechanic } of parsePromotions(label, { currency: money, language: tag, now: NOW })) {
        expect(mechanic).not.toBe('unrecognised');
        for (const value of Object.values(params)) if (typeof value === 'number') expect(Number.isFinite(value) && value >= 0).toBe(true);
        expect([startsAt, endsAt].every((date) => date === undefined || Number.isFinite(date.getTime()))).toBe(true);
        if (startsAt && endsAt) expect(startsAt.getTime()).toBeLessThanOrEqual(endsAt.getTime());
      }
      expect(spent()).toBeLessThan(3_000);
    }), { numRuns: 150 });
  });

  it('is the same rule in the money of any country', () => {
    const sign = fc.constantFrom('$', '€', '£', '₱', '₦', '₹', '₩', '₫', '₲', '₡', '₸', '৳', 'R', 'RM', 'Rp ', 'KSh ', 'PKR ', 'AED ', 'NT$');
    const whole = fc.integer({ min: 2, max: 999 });
    fc.assert(fc.property(sign, whole, fc.integer({ min: 1, max: 900 }), (mark, off, more) => {
      const [amount, least] = [`${mark}${off}`, `${mark}${off + more}`];
      const money = code('USD');
      const shown = (label: string): string => parsePromotions(label, { currency: money, language: 'en' }).map(({ mechanic, params }) => `${mechanic} ${Object.keys(params).toSorted().join(' ')}`).join(' + ');
      expect(shown(`${amount} off orders over ${least}`)).toBe('full_reduction offMinor thresholdMinor');
      expect(shown(`Spend ${least}, save ${amount}`)).toBe('full_reduction offMinor thresholdMinor');
      expect(shown(`Free shipping over ${least}`)).toBe('free_shipping thresholdMinor');
      expect(shown(`3 for ${amount}`)).toBe('multibuy_price qty totalMinor');
      expect(shown(`${amount} off with coupon`)).toBe('coupon offMinor');
    }), { numRuns: 100 });
  });

  it.each(['buy 2 ', 'buy 2 get ', 'spend $50 ', '10% off ', 'save up to ', 'any 2 for ', 'free ', 'the extra ', 'code SAVE10 ', '满300', '第2件', '每满', '定金10抵', '11.11-', 'ab 50 € ', '2 achetés ', '5,000円以上', 'a b ', '1 1 ', '$', '%', '\u0001'])('100 kB of %j', (part) => {
    parsePromotions(part.repeat(20), { now: NOW });
    const spent = cpuClock();
    const found = parsePromotions(part.repeat(Math.ceil(100_000 / part.length)), { now: NOW });
    expect(spent()).toBeLessThan(3_000);
    expect(found.length).toBeLessThanOrEqual(20);
  });
});
