import { describe, expect, it } from 'vitest';
import { plainText } from '../../../alerts/channels/text.ts';
import { messageOf } from '../../../alerts/messages/message.ts';
import { CHANGE_KINDS, type ChangeDetail } from '../../../model/change.ts';
import { money } from '../../../model/money.ts';
import type { Alert, AlertReason } from '../../../model/alert.ts';
import { brand } from '../../../model/ids.ts';
import { at, currency, price } from '../changes/support.ts';
import { change, PRODUCT } from '../rules/support.ts';
import { alertOf, SAMPLES } from './samples.ts';

const usd = (minor: number) => money(minor, currency('USD'));
const fell = { ...SAMPLES.price, from: price(2_490), to: price(1_990), percent: -20.1 };
const fallen = (lowest: number, real: boolean, knownDays: number) => ({ ...fell, discount: { lowest: usd(lowest), real, knownDays } });

/** What one sample of a kind does not show. */
const MORE: Readonly<Record<string, ChangeDetail>> = {
  'price, a real discount': fallen(2_290, true, 30),
  'price, no real discount': fallen(1_990, false, 30),
  'price, judged by the days that are known': fallen(1_950, false, 12),
  'price, judged by one day': fallen(2_490, true, 1),
  'price, raised before the sale': { ...fell, discount: { lowest: usd(1_990), real: false, knownDays: 30, raised: { from: usd(1_990), to: usd(2_490), daysBefore: 9 } } },
  'price, back at one known before': { ...fell, from: price(1_990), to: price(2_490), percent: 25.1, returned: { from: at(-2_000), until: at(-48) } },
  'price with conditions': { ...fell, from: price(2_490, 'conditional'), to: price(1_990, 'conditional') },
  'unit price for one': { kind: 'unit_price', from: { money: usd(30), per: 1, unit: 'wash' }, to: { money: usd(24), per: 1, unit: 'wash' }, percent: -20 },
  'to pay without promotion': { kind: 'to_pay', quantity: 1, from: usd(1_500), to: usd(2_000), percent: 33.3, by: [] },
  'promotion with another code': {
    kind: 'promotion_changed', from: { label: '10% off', mechanic: 'coupon', layer: 'shop', params: { percentOff: 10, code: 'MAY' } }, to: { label: '10% off', mechanic: 'coupon', layer: 'shop', params: { percentOff: 10, code: 'JUNE' } },
  },
  'list price lowered': { kind: 'list_price', from: price(12_000, 'list'), to: price(11_000, 'list') }, 'list price removed': { kind: 'list_price', from: price(12_000, 'list'), to: null },
  'promotion that ends earlier': { kind: 'promotion_extended', promotion: { label: '10% off', mechanic: 'coupon', layer: 'shop', params: { percentOff: 10 }, endsAt: at(24) }, endedAt: at(48) },
  'source that cannot be reached': { kind: 'source_blocked', outcome: 'timeout', examples: [] }, 'reading in another way': { kind: 'reading_recovered', accepted: true },
  'quantity, restocked': { kind: 'quantity', from: 3, to: 1_200, how: 'restocked' },
  'quantity, none': { kind: 'quantity', from: 1, to: 0, how: 'lower' },
  'condition not stated': { kind: 'condition', from: 'Used: very good', to: null },
  'seller, nobody': { kind: 'seller', from: { name: 'Acme' }, to: null, fromPrice: price(1_990) },
  'seller, again': { kind: 'seller', from: null, to: { name: 'Acme' } },
  'shipping dearer': { kind: 'shipping', from: usd(0), to: usd(499) },
  'shipping cheaper': { kind: 'shipping', from: usd(499), to: usd(299) },
  'shipping not stated': { kind: 'shipping', from: usd(499), to: null },
  'listing moved by address': { kind: 'listing_moved', url: { from: 'https://shop.example/a', to: 'https://shop.example/b' } },
  'listing moved to no category': { kind: 'listing_moved', category: { from: ['Lamps'], to: [] } },
  'images, by what they show': { kind: 'images', added: ['https://i.example/b.jpg'], removed: ['https://i.example/a.jpg'], mainChanged: true, seen: true },
  'description, word by word': {
    kind: 'description', from: '', to: '', more: 3,
    edits: [{ before: 'A lamp with', removed: 'a halogen', added: 'an LED', after: 'bulb' }, { before: '', removed: '', added: 'New:', after: 'a long cable' }],
  },
  'one feature': { kind: 'attributes', edits: [{ name: 'Colour', from: 'red', to: 'blue' }], more: 0 },
  'one new review without stars': { kind: 'new_reviews', count: 1 },
  'fewer ads': { kind: 'sponsored_share', places: 12, from: { ads: 3, products: [{ productId: 'x', title: 'X' }] }, to: { ads: 0, products: [] } },
  'page, sentence by sentence': { kind: 'page_text', diff: '-a\n+b', added: 1, removed: 2, sentences: { added: ['The fee is 6%.'], removed: ['The fee is 5%.', 'No fee on books.'] } },
};

const OFFERED = { seller: 'Beta Shop', sku: 'L-100', confidence: 0.97 } as const;
const ADVISED = { advice: { kind: 'lower_price', from: usd(9_500), to: usd(8_000) }, reason: 'The lowest comparable rival asks $80.00.', language: 'en' } as const;
const own = (reason: Partial<AlertReason>, more: Partial<Alert> = {}): Alert => alertOf('price', {
  ruleId: brand('rival-cheaper'), reason: { baseline: 'own_price', from: usd(9_500), to: usd(8_000), percent: -15.8, ...reason }, product: PRODUCT, offer: OFFERED, ...more,
});
const stood = (detail: ChangeDetail, reason: Partial<AlertReason>): Alert => alertOf(detail.kind, { ruleId: brand('rival-out'), change: change(2, detail), reason: { baseline: 'previous', ...reason }, offer: OFFERED });
const out: ChangeDetail = { kind: 'stock', from: 'out_of_stock', to: 'out_of_stock' };

/** Why a rule spoke, in all its ways. */
const REASONS: Readonly<Record<string, Alert>> = {
  'against the own price, with advice': own({}, { advice: ADVISED }),
  'against the own price, so from the start': own({ already: 'first_sight' }),
  'against the own price, nobody acknowledged': own({ again: 'unacknowledged' }, { severity: 'critical' }),
  'against the own price, over': own({ percent: 2.1, to: usd(9_700) }, { moment: 'recovered', severity: 'info' }),
  'against the own price, over by the own figures': own({ percent: 2.1, to: usd(9_700), already: 'meanwhile' }, { moment: 'recovered', severity: 'info' }),
  'against the lowest allowed price': own({ baseline: 'map', threshold: '1%' }), 'against the own floor': own({ baseline: 'floor' }), 'against the list price': own({ baseline: 'list_price' }),
  'against the usual price': own({ baseline: 'median', days: 14 }), 'a new low': own({ baseline: 'lowest', days: 30 }), 'far below the highest': own({ baseline: 'highest', days: 30 }), 'against an amount': own({ baseline: 'fixed' }),
  'counted from the last alert': own({ baseline: 'last_alerted', from: usd(16_000), percent: -50, threshold: '5%', replaced: 2 }),
  'sold out from the start': stood(out, { already: 'first_sight' }), 'sold out for days': stood(out, { heldFor: 3 * 86_400_000 }), 'sold out, said again': stood(out, { again: 'still' }), 'sold out, after a snooze': stood(out, { again: 'snoozed' }),
  'back in stock': { ...stood({ kind: 'stock', from: 'out_of_stock', to: 'low' }, {}), moment: 'recovered', severity: 'info' },
  'told by rivalwatch itself': alertOf('channel_off', { ruleId: brand('rivalwatch') }),
  'search place regained': { ...stood({ kind: 'search_rank', productId: 'own', from: 3, to: 1, pagePosition: 1, overtakenBy: [] }, {}), moment: 'recovered', severity: 'info' },
};

const ALERTS = [
  ...CHANGE_KINDS.map((kind) => [kind, alertOf(kind)] as const),
  ...Object.entries(MORE).map(([name, detail]) => [name, alertOf(detail.kind, { change: change(2, detail) })] as const),
  ...Object.entries(REASONS),
];

describe('every message', () => {
  it.each([['en', 'Europe/Berlin'], ['zh-CN', 'Asia/Shanghai']] as const)('reads in %s as its golden file has it', async (language, timezone) => {
    const texts = ALERTS.map(([name, alert]) => `## ${name}\n\n${plainText(messageOf(alert, { language, timezone }))}\n`);
    await expect(texts.join('\n')).toMatchFileSnapshot(`golden/${language}.txt`);
  });

  it.each(ALERTS)('%s never says that something is nothing', (_, alert) => {
    for (const [language, timezone] of [['en', 'Europe/Berlin'], ['zh-CN', 'Asia/Shanghai']] as const) {
      expect(plainText(messageOf(alert, { language, timezone }))).not.toMatch(/undefined|\bnull\b|NaN|N\/A|\[object|Invalid|Infinity/);
    }
  });
});
