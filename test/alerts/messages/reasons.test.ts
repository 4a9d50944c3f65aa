import { describe, expect, it } from 'vitest';
import { shortOf } from '../../../alerts/messages/line.ts';
import { messageOf } from '../../../alerts/messages/message.ts';
import type { Alert, AlertReason } from '../../../model/alert.ts';
import { change } from '../rules/support.ts';
import { price } from '../changes/support.ts';
import { alertOf, PRICE_ALERT } from './samples.ts';

const english = { language: 'en', timezone: 'UTC' } as const;
const chinese = { language: 'zh-CN', timezone: 'UTC' } as const;

function alertWith(reason: Partial<AlertReason>, more: Partial<Alert> = {}): Alert {
  return { ...PRICE_ALERT, reason: { baseline: 'own_price', from: price(9_500).money, to: price(8_000).money, percent: -15.8, ...reason }, ...more };
}

describe('against a figure that stands by itself', () => {
  it.each<[Partial<AlertReason>, string, string, string]>([
    [{ baseline: 'map' }, 'Price 15.8% below the lowest allowed price', '$95.00 (lowest allowed)', '价格比控价低 15.8%'], [{ baseline: 'floor' }, 'Price 15.8% below your floor', '$95.00 (your floor)', '价格比我方底价低 15.8%'],
    [{ baseline: 'list_price' }, 'Price 15.8% below the list price', '$95.00 (list price)', '价格比划线价低 15.8%'], [{ baseline: 'median', days: 14 }, 'Price 15.8% below the usual price of 14 days', '$95.00 (usual)', '价格比 14 天常价低 15.8%'],
    [{ baseline: 'lowest', days: 30 }, 'New low: 15.8% below the lowest price of 30 days', '$95.00 (lowest so far)', '新低价：比 30 天最低价低 15.8%'], [{ baseline: 'highest', days: 30, percent: 5 }, 'New high: 5% above the highest price of 30 days', '$95.00 (highest so far)', '新高价：比 30 天最高价高 5%'],
    [{ baseline: 'fixed' }, 'Price 15.8% below $95.00', '$95.00 (your line)', '价格比 US$95.00 低 15.8%'], [{ baseline: 'own_price' }, 'Rival below your price by 15.8%', '$95.00 (yours)', '对手价格低于我方 15.8%'],
  ])('%j', (reason, headline, from, zh) => {
    expect(messageOf(alertWith(reason), english)).toMatchObject({ headline: `${headline}: Desk lamp`, from: { text: from } });
    expect(messageOf(alertWith(reason), chinese).headline).toBe(`${zh}：Desk lamp`);
  });

  it('says that it is over', () => {
    expect(messageOf(alertWith({ baseline: 'map', percent: 3 }, { moment: 'recovered' }), english).headline).toBe('No longer below the lowest allowed price: Desk lamp');
    expect(messageOf(alertWith({ baseline: 'fixed', percent: -3 }, { moment: 'recovered' }), chinese).headline).toBe('价格不再高于 US$95.00：Desk lamp');
  });
});

it('in one line says how the price stands to its line, which it never was', () => {
  expect(shortOf(alertWith({}), english).line).toContain(' · $80.00 (rival) < $95.00 (yours) · ');
  expect(shortOf(alertWith({ baseline: 'map', percent: 3, to: price(9_800).money }, { moment: 'recovered' }), chinese).line).toContain(' · US$98.00 > US$95.00（控价） · ');
});

describe('what is told again, or was so already', () => {
  it('names the price of now where it moved on while the alert waited', () => {
    const moved = { ...PRICE_ALERT, byNow: price(9_900).money };
    expect([messageOf(moved, english).lines[0], messageOf(moved, chinese).lines[0]]).toEqual(['By now: $99.00', '目前：US$99.00']);
    expect(shortOf(moved, english).line).toContain('$100.00 → $80.00 · By now: $99.00 · ');
  });

  it.each<[Partial<AlertReason>, RegExp, RegExp]>([
    [{ already: 'first_sight' }, /^Already: Rival below.*\nIt was so already when this rule first looked/, /^现状：.*\n规则首次查看时就已如此/], [{ already: 'meanwhile' }, /^Rival below.*\nNo single change led to it/, /\n并非由某一次变动引起/],
    [{ again: 'unacknowledged' }, /^Still: .*\nNobody has acknowledged this/, /^仍然：.*\n至今无人确认/], [{ again: 'snoozed' }, /^Still: .*\nThe snooze is over/, /^仍然：.*\n稍后提醒时间已到/], [{ again: 'still' }, /^Still: .*\nTold before/, /^仍然：.*\n此前已提醒/],
    [{ heldFor: 3 * 86_400_000 }, /\nIt has held for 3 days\./, /\n已持续 3 天。/], [{ heldFor: 5 * 3_600_000 }, /\nIt has held for 5 hours\./, /\n已持续 5 小时。/],
  ])('%j', (reason, inEnglish, inChinese) => {
    for (const [reader, words] of [[english, inEnglish], [chinese, inChinese]] as const) {
      const { headline, lines } = messageOf(alertWith(reason), reader);
      expect(`${headline}\n${lines.join('\n')}`).toMatch(words);
    }
  });

  it('a stock that was so already shows no movement that never was', () => {
    const { headline, from, to } = messageOf({ ...PRICE_ALERT, change: change(1, { kind: 'stock', from: 'out_of_stock', to: 'out_of_stock' }), reason: { baseline: 'previous', already: 'first_sight' } }, english);
    expect([headline, from?.text ?? '', to?.text]).toEqual(['Already: Sold out: Desk lamp', '', 'out of stock']);
  });
});

it('counts shares of ratings in points, as the threshold of the rule does', () => {
  const alert = alertOf('star_mix', { reason: { baseline: 'previous', percent: 10, threshold: '2%' } });
  expect(messageOf(alert, english).why.text).toBe('Rule price-drop: +10 percentage points against the last value, threshold 2%');
  expect(messageOf(alert, chinese).why.text).toBe('规则 price-drop：与上一次相比 +10 个百分点，阈值 2%');
});
