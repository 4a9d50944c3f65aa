import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountToPay, type Buyer, compareWithStated, type LeftOut, quantitiesOfInterest, type ToPay } from '../../model/pay.ts';
import { parsePromotions } from '../../crawlers/read/text/promotion.ts';
import { decimalOf, type Money, moneyFromDecimal } from '../../model/money.ts';
import type { Promotion } from '../../model/promotion.ts';
import { code } from '../crawlers/read/text/promotion/support.ts';

function price(text: string, currency = 'CNY'): Money {
  const amount = moneyFromDecimal(text, code(currency));
  if (!amount) throw new TypeError(`no money: ${text}`);
  return amount;
}

const read = (labels: readonly string[], currency = 'CNY', now?: Date): Promotion[] => labels.flatMap((label) => parsePromotions(label, { currency: code(currency), ...(now && { now }) }));
const toPay = (unit: string, quantity: number, labels: readonly string[], buyer: Buyer = {}, currency = 'CNY'): ToPay => amountToPay(price(unit, currency), quantity, read(labels, currency), buyer);
const sum = (...args: Parameters<typeof toPay>): string => decimalOf(toPay(...args).money);
const whys = (result: ToPay): readonly LeftOut[] => result.leftOut.map(({ why }) => why);

describe('worked out by hand', () => {
  it.each([
    // 598: coupon 400-50 in the shop layer, then floor(598 / 300) times 30.
    ['598.00', 1, ['优惠券：满400减50', '满减：每满300减30'], '518.00'],
    // Every 300: 2 times in 650.
    ['650.00', 1, ['每满300减30'], '590.00'], ['299.99', 1, ['每满300减30'], '299.99'], ['300.00', 1, ['每满300减30'], '270.00'], ['150.00', 4, ['跨店每满300减50'], '500.00'],
    // A cap on "every": 10 times 15 would be 150.
    ['1000.00', 1, ['每满100减15，最高减120'], '880.00'],
    // Thresholds look at what the product layer left: 2 × 160 × 0.9 = 288 is below 300.
    ['160.00', 2, ['满2件9折', '满300减50'], '288.00'], ['170.00', 2, ['满2件9折', '满300减50'], '256.00'],
    // Best tier of one layer only.
    ['500.00', 1, ['满200-20/满400-60'], '440.00'], ['390.00', 1, ['满200-20/满400-60'], '370.00'], ['100.00', 3, ['满2件打8折', '满3件打7折'], '210.00'], ['99.00', 1, ['满2件打8折'], '99.00'],
    // Shop coupon or shop reduction, not both.
    ['300.00', 1, ['店铺券满300减30', '店铺满300减40'], '260.00'],
    // Shop, then platform, each on what is left; the platform's threshold still looks at the base.
    ['300.00', 1, ['店铺券满300减30', '平台券满300减20'], '250.00'],
    ['100.00', 2, ['第二件半价'], '150.00'], ['100.00', 5, ['第二件半价'], '400.00'], ['100.00', 3, ['第2件半价 第3件免单'], '150.00'], ['100.00', 4, ['第2件半价 第3件免单'], '250.00'], ['99.99', 2, ['第二件半价'], '149.99'],
    ['100.00', 2, ['第二件1元'], '101.00'], ['30.00', 4, ['任选3件50元'], '80.00'], ['30.00', 6, ['任选3件50元'], '100.00'], ['10.00', 3, ['任选3件50元'], '30.00'],
    ['10.00', 7, ['买3付2'], '50.00'], ['10.00', 6, ['买2送1'], '40.00'], ['10.00', 2, ['买2送1'], '20.00'], ['10.00', 2, ['拍一发二'], '10.00'],
    ['100.00', 3, ['每满2件减10'], '290.00'], ['100.00', 4, ['每满2件减10'], '380.00'], ['100.00', 4, ['买2减10元'], '390.00'],
    // 85 % of 9.99 is 8.4915: a share below a fen is not given.
    ['9.99', 1, ['全场8.5折'], '8.50'], ['0.01', 1, ['全场1折'], '0.01'],
    // Off each piece, never more than it costs.
    ['50.00', 1, ['立减80元'], '0.00'], ['50.00', 3, ['立减20元'], '90.00'], ['1999.00', 1, ['百亿补贴立减200元'], '1799.00'],
    // Deposit 100 counts as 300, 50 off the rest; and the sum the label gives itself.
    ['1699.00', 1, ['定金100抵300，付尾款立减50'], '1449.00'], ['1699.00', 1, ['订金100元抵300元，支付尾款立减50元，预售到手价1399元'], '1399.00'], ['20.00', 1, ['定金50元抵100元'], '20.00'],
    // A gift, a limit, instalments, cash back and free shipping take nothing off.
    ['100.00', 2, ['赠运动水杯', '每人限购2件', '12期免息', '晒单返5元', '包邮', '满99加5元换购', '套餐价150元'], '200.00'],
  ] as const)('%s × %i with %j = %s', (unit, quantity, labels, want) => expect(sum(unit, quantity, labels)).toBe(want));

  it.each([
    ['10.00', 3, ['Buy 2 get 1 free'], '20.00', 'USD'], ['10.00', 2, ['Buy one, get one 50% off'], '15.00', 'USD'], ['10.00', 3, ['3 for 2'], '20.00', 'USD'], ['3.00', 5, ['2 for $5'], '13.00', 'USD'],
    ['60.00', 1, ['Spend $50, save $10'], '50.00', 'USD'], ['20.00', 1, ['Buy 1 get 1 free', '3 for $30'], '20.00', 'USD'], ['12.00', 3, ['Buy 1 get 1 free', '3 for $30'], '24.00', 'USD'],
    ['1000', 6, ['5,000円以上で500円OFF'], '5500', 'JPY'], ['999', 1, ['20%OFF'], '800', 'JPY'], ['1.234', 1, ['10% off'], '1.111', 'KWD'],
  ] as const)('%s × %i with %j = %s %s', (unit, quantity, labels, want, currency) => expect(sum(unit, quantity, labels, {}, currency)).toBe(want));
});

describe('what is left out, and why', () => {
  it.each([
    ['最高立减30元', 'upper_bound'], ['部分商品立减20元', 'some_variants'], ['新人立减5元', 'audience'], ['白条立减50', 'payment_or_region'], ['国补15%', 'payment_or_region'], ['淘金币抵5元', 'payment_or_region'],
    ['前100名立减50元', 'quota'], ['以旧换新最高抵800元', 'upper_bound'], ['满300减50', 'not_reached'], ['第二件半价', 'not_reached'], ['买2送1', 'not_reached'], ['赠运动水杯', 'no_reduction'],
  ] as const)('%s: %s', (label, why) => {
    const result = toPay('100.00', 1, [label]);
    expect([decimalOf(result.money), whys(result)]).toEqual(['100.00', [why]]);
  });

  it('counts an audience, a payment and a region in for who asks for them, and says so', () => {
    const result = toPay('100.00', 1, ['新人立减5元', '白条立减10', '国补15%'], { audiences: ['new customers'], include: ['payment_reduction', 'gov_subsidy'] });
    // 100 − 5 = 95, − 10 = 85, − 15 % of 85 = 12.75.
    expect([decimalOf(result.money), result.audiences, result.applied.map(({ layer }) => layer)]).toEqual(['72.25', ['new customers'], ['shop', 'payment', 'subsidy']]);
  });
  it('caps a subsidy', () => expect(sum('9999.00', 1, ['国补15%，最高减500元'], { include: ['gov_subsidy'] })).toBe('9499.00'));
  it('knows what has to be claimed', () => expect([toPay('100.00', 1, ['领券减10元']).requiresClaim, toPay('100.00', 1, ['立减10元']).requiresClaim]).toEqual([true, false]));
  it('does not take off again what the price is already below the list price', () => {
    const listPrice = price('100.00', 'USD');
    expect([sum('70.00', 1, ['$30 off'], { listPrice }, 'USD'), sum('70.00', 1, ['30% off'], { listPrice }, 'USD'), sum('70.00', 1, ['10% off'], { listPrice }, 'USD')]).toEqual(['70.00', '70.00', '63.00']);
  });
  it.each(['Save 20% (Price Includes Saving)', '20% off, already applied', 'Save 20% - discount included in the price', '20% Rabatt bereits abgezogen', '-20 % déjà déduits', 'ya aplicado 20% de descuento', '立减20元（已含优惠）'])('does not take off what its words say the price has: %s', (label) => {
    const promotion = { label, mechanic: 'direct_reduction', layer: 'product', params: { percentOff: 20 } } as const;
    expect(whys(amountToPay(price('136.00'), 1, [promotion]))).toEqual(['in_the_price']);
  });
  it.each(['Save 20%', '20% off already applied at checkout', 'Save 20%, discount applied in basket', 'Price drop 20%'])('takes off what is still to come off: %s', (label) => {
    expect(decimalOf(amountToPay(price('100.00'), 1, [{ label, mechanic: 'direct_reduction', layer: 'product', params: { percentOff: 20 } }]).money)).toBe('80.00');
  });
  it('counts a benefit once that a price label and a coupon both tell', () => {
    const result = toPay('500.00', 1, ['立减50元', '优惠券：满400减50']);
    expect([decimalOf(result.money), whys(result)]).toEqual(['450.00', ['same_benefit']]);
  });
  it('leaves out what has not begun or is over', () => {
    const now = new Date('2025-11-10T00:00:00Z');
    const promotions = read(['11月20日-11月22日 立减20元', '立减10元'], 'CNY', now);
    expect(['2025-11-10', '2025-11-21', '2025-11-25'].map((day) => decimalOf(amountToPay(price('100.00'), 1, promotions, { at: new Date(`${day}T00:00:00Z`) }).money))).toEqual(['90.00', '80.00', '90.00']);
  });
  it('says which of two offers of one layer was worse', () => expect(whys(toPay('400.00', 1, ['店铺券满300减30', '店铺满300减40']))).toEqual(['better_one']));
  it('leaves out what was not understood', () => expect(whys(amountToPay(price('1.00'), 1, [{ label: 'Deal 5%', mechanic: 'unrecognised', layer: 'product', params: {} }]))).toEqual(['not_understood']));
  it.each([0, -1, 0.5, Number.NaN, Infinity])('refuses %s pieces', (quantity) => expect(() => amountToPay(price('1.00'), quantity, [])).toThrow(RangeError));
  it('refuses a sum that is too large to be exact', () => expect(() => amountToPay(price('999999999999.00'), 1_000_000, [])).toThrow(RangeError));
});

describe("beside the platform's own sum", () => {
  it.each([['518.00', true, 0], ['518.01', true, 1], ['498.00', false, -2000]] as const)('%s', (stated, agrees, differenceMinor) => {
    expect(compareWithStated(toPay('598.00', 1, ['优惠券：满400减50', '每满300减30']), price(stated))).toEqual({ stated: price(stated), agrees, differenceMinor });
  });
  it('does not compare currencies', () => expect(compareWithStated(toPay('1.00', 1, []), price('1.00', 'USD'))).toBeUndefined());
  it('looks at the numbers of pieces where something begins, up to the limit', () => {
    expect([quantitiesOfInterest(read(['满3件7折', '第二件半价'])), quantitiesOfInterest(read(['买2送1', '每人限购2件'])), quantitiesOfInterest([])]).toEqual([[1, 2, 3], [1], [1]]);
  });
});

const LABELS = ['满100减20', '每满50减5', '第二件半价', '第3件1元', '2件8折', '券30-5', '立减10%', '立减3元', '买2送1', '买3付2', '任选2件15元', '定金10抵30', '新人立减5元', '白条立减5', '国补15%', '百亿补贴', '平台券满80减9', '满2件减6元', '会员价9元', '每满100减15，最高减30'];
/** Their sum never falls when a piece is added: no threshold, no price for a group. */
const MONOTONE = ['立减10%', '立减3元', '第二件半价', '第3件1元', '买2送1', '买3付2', '全场8折'];

describe('any basket', () => {
  const basket = fc.record({ minor: fc.integer({ min: 0, max: 200_000 }), quantity: fc.integer({ min: 1, max: 60 }) });
  const everything: Buyer = { audiences: ['new customers', 'members', '会员'], include: ['payment_reduction', 'gov_subsidy', 'points'] };

  it('is never negative, never above the plain sum, and accounts for every promotion once', () => {
    fc.assert(fc.property(basket, fc.array(fc.constantFrom(...LABELS), { maxLength: 6 }), fc.boolean(), ({ minor, quantity }, labels, all) => {
      const promotions = read([...new Set(labels)]);
      const result = amountToPay({ ...price('1.00'), minor }, quantity, promotions, all ? everything : {});
      expect(result.money.minor).toBeGreaterThanOrEqual(0);
      expect(result.money.minor).toBeLessThanOrEqual(minor * quantity);
      expect(Number.isSafeInteger(result.money.minor)).toBe(true);
      expect(result.applied.length + result.leftOut.length).toBe(promotions.length);
    }), { numRuns: 150 });
  });
  it('costs no less with a piece more, for rules without a threshold', () => {
    fc.assert(fc.property(basket, fc.constantFrom(...MONOTONE), ({ minor, quantity }, label) => {
      const [one, more] = [quantity, quantity + 1].map((pieces) => amountToPay({ ...price('1.00'), minor }, pieces, read([label])).money.minor);
      expect(more).toBeGreaterThanOrEqual(one ?? 0);
    }), { numRuns: 100 });
  });
  it('is no dearer with one promotion more', () => {
    fc.assert(fc.property(basket, fc.constantFrom(...LABELS), ({ minor, quantity }, label) => {
      const unit = { ...price('1.00'), minor };
      expect(amountToPay(unit, quantity, read([label]), everything).money.minor).toBeLessThanOrEqual(amountToPay(unit, quantity, [], everything).money.minor);
    }), { numRuns: 60 });
  });
});
