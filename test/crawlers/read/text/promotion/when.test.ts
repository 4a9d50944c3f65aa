import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOf } from '../../../../../crawlers/read/text/promotion/when.ts';
import { cpuClock } from '../../../../support/cpu.ts';

const NOW = new Date('2025-11-10T08:00:00Z');

/** `start .. end` in UTC, `?` where the text names none. */
function show(text: string, language: string, offsetMinutes = 0, now: Date | undefined = NOW): string {
  const { startsAt, endsAt } = periodOf(text, { language, offsetMinutes, ...(now && { now }) });
  return [startsAt, endsAt].map((date) => date?.toISOString().replace('.000Z', 'Z') ?? '?').join(' .. ');
}

describe('the period of a promotion', () => {
  it.each([
    ['11.11 00:00-11.14 23:59 每满300减50', 'zh', 480, '2025-11-10T16:00:00Z .. 2025-11-14T15:59:00Z'],
    ['11月11日20点-11月14日24点 满300减50', 'zh', 480, '2025-11-11T12:00:00Z .. 2025-11-14T16:00:00Z'],
    ['活动时间：2025.11.01-2025.11.12', 'zh', 480, '2025-10-31T16:00:00Z .. 2025-11-12T15:59:59Z'],
    ['18号20点满300减50', 'zh', 480, '2025-11-18T12:00:00Z .. ?'],
    ['满99减10 截止11月30日', 'zh', 480, '? .. 2025-11-30T15:59:59Z'],
    ['仅限今日 立减50元', 'zh', 480, '? .. 2025-11-10T15:59:59Z'],
    ['今天截止', 'zh', 480, '? .. 2025-11-10T15:59:59Z'],
    ['11月11日0点开抢 第二件半价', 'zh', 480, '2025-11-10T16:00:00Z .. ?'],
    ['距结束 02:13:45 秒杀', 'zh', 480, '? .. 2025-11-10T10:13:45Z'],
    ['20% off. Ends 30 Nov', 'en', 0, '? .. 2025-11-30T23:59:59Z'],
    ['20% off until 24/12', 'en-GB', 0, '? .. 2025-12-24T23:59:59Z'],
    ['Extra 15% off | Ends 11/30', 'en-US', 0, '? .. 2025-11-30T23:59:59Z'],
    ['Sale ends January 5', 'en', 0, '? .. 2026-01-05T23:59:59Z'],
    ['Valid through Nov. 28, 2025', 'en', 0, '? .. 2025-11-28T23:59:59Z'],
    ['Ends 11/30 11:59pm PST', 'en-US', 0, '? .. 2025-12-01T07:59:00Z'],
    ['Ends 2025-11-30 23:59 GMT+8', 'en', 0, '? .. 2025-11-30T15:59:00Z'],
    ['Ends in 02:13:45 Flash Deal', 'en', 0, '? .. 2025-11-10T10:13:45Z'],
    ['Ends in 2 days', 'en', 0, '? .. 2025-11-12T08:00:00Z'],
    ['Ends Tomorrow - 20% off', 'en', 0, '? .. 2025-11-11T23:59:59Z'],
    ['Today only: 30% off', 'en', -300, '? .. 2025-11-11T04:59:59Z'],
    ['20% off, ends Sunday', 'en', 0, '? .. 2025-11-16T23:59:59Z'],
    ['20% off, ends Monday', 'en', 0, '? .. 2025-11-10T23:59:59Z'],
    ['Ends Sunday 30 November', 'en', 0, '? .. 2025-11-30T23:59:59Z'],
    ['Until Fri, Nov 28: 20% off', 'en', 0, '? .. 2025-11-28T23:59:59Z'],
    ['Nur bis Samstag: 20 % Rabatt', 'de', 0, '? .. 2025-11-15T23:59:59Z'],
    ['-20 % jusqu\'à dimanche', 'fr', 0, '? .. 2025-11-16T23:59:59Z'],
    ['满300减50 截止周日', 'zh', 480, '? .. 2025-11-16T15:59:59Z'],
    ['Sunday roast for two, 20% off', 'en', 0, '? .. ?'],
    ['20 % Rabatt bis 31.12.', 'de', 0, '? .. 2025-12-31T23:59:59Z'],
    ['vom 1.11. bis 30.11. 15 % Rabatt', 'de', 0, '2025-11-01T00:00:00Z .. 2025-11-30T23:59:59Z'],
    ['Nur heute: 10 % Rabatt', 'de', 0, '? .. 2025-11-10T23:59:59Z'],
    ['-20 % jusqu\'au 30 novembre', 'fr', 0, '? .. 2025-11-30T23:59:59Z'],
    ['20% de descuento hasta el 15 de diciembre', 'es', 0, '? .. 2025-12-15T23:59:59Z'],
    ['sconto 10% fino al 24/12/2025', 'it', 0, '? .. 2025-12-24T23:59:59Z'],
    ['10% korting t/m 30-11-2025', 'nl', 0, '? .. 2025-11-30T23:59:59Z'],
    ['本日限り 20%OFF', 'ja', 540, '? .. 2025-11-10T14:59:59Z'],
  ])('%s', (text, language, offset, want) => expect(show(text, language, offset)).toBe(want));

  it.each(['满300减50', 'Buy 2 get 1 free', '2 for $5', '10% off 2 items', '2件8折', 'Ends soon', '券199-20', '满200-25', '3 x 2', 'Save 5-10%', 'Pay in 4', 'bis 20 %', 'until 99/99'])('none: %s', (text) => expect(show(text, 'fr', 0)).toBe('? .. ?'));
  it('does not guess which is the month', () => expect(periodOf('Ends 3/4', { now: NOW })).toEqual({}));
  it('needs to know the day for a date without a year', () => expect(periodOf('Ends 30 Nov', { language: 'en' })).toEqual({}));
  it('takes bounded time on any text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('11', '.', ' ', '月', 'ends ', '-', '00:00', 'bis ', 'Nov ', '2025', '号', 'to '), { maxLength: 60 }), (parts) => {
      const spent = cpuClock();
      periodOf(parts.join(''), { now: NOW, language: 'en' });
      expect(spent()).toBeLessThan(200);
    }), { numRuns: 60 });
  });
});
