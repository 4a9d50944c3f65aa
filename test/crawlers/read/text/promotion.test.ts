import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePromotions } from '../../../../crawlers/read/text/promotion.ts';
import { currencyCode } from '../../../../model/money.ts';
import { cpuClock } from '../../../support/cpu.ts';

/** `mechanic name=value …` for each, joined by ` + `. */
function show(text: string, currency = /[\u4e00-\u9fff]/.test(text) ? 'CNY' : 'USD'): string {
  const code = currencyCode(currency);
  return parsePromotions(text, code ? { currency: code } : {}).map(({ mechanic, params }) => [mechanic, ...Object.entries(params).map(([name, value]) => `${name}=${String(value)}`).toSorted((a, b) => a.localeCompare(b))].join(' ')).join(' + ');
}

describe('parsePromotions: Chinese', () => {
  it.each([
    ['满300减50', 'full_reduction offMinor=5000 thresholdMinor=30000'], ['每满200减20', 'every_full_reduction offMinor=2000 repeat=true thresholdMinor=20000'], ['满199享9折', 'full_discount payRatio=0.9 thresholdMinor=19900'], ['满3件打7.5折', 'qty_discount minQty=3 payRatio=0.75 percentOff=25'], ['2件85折', 'qty_discount minQty=2 payRatio=0.85 percentOff=15'],
    ['买3减10元', 'qty_reduction minQty=3 offMinor=1000'], ['第二件半价', 'nth_discount nth=2 payRatio=0.5'], ['第2件5折', 'nth_discount nth=2 payRatio=0.5'], ['第二件1元', 'nth_price nth=2 priceMinor=100'], ['第3件免单', 'nth_discount nth=3 payRatio=0'], ['券199-20', 'coupon offMinor=2000 thresholdMinor=19900'], ['领券满98减5', 'coupon offMinor=500 thresholdMinor=9800'],
    ['立减30元', 'direct_reduction offMinor=3000'], ['直降100元', 'direct_reduction offMinor=10000'], ['百亿补贴', 'platform_subsidy'], ['国补15%', 'gov_subsidy percentOff=15'], ['买2送1', 'buy_x_get_y buy=2 get=1 percentOff=100'], ['买三付二', 'buy_x_pay_y buy=3 pay=2'], ['+99换购', 'exchange_purchase addMinor=9900'], ['12期免息', 'installment periods=12'],
    ['满99包邮', 'free_shipping thresholdMinor=9900'], ['每人限购2件', 'purchase_limit maxQty=2'], ['任选3件100元', 'multibuy_price qty=3 totalMinor=10000'], ['PLUS会员立减10元', 'member member=PLUS offMinor=1000'], ['新人立减5元', 'new_user offMinor=500'], ['支付宝支付立减20元', 'payment_reduction offMinor=2000'], ['可得62积分', 'points points=62'], ['最高返6京豆', 'points points=6 upTo=true'],
    ['定金50元抵100元，付尾款立减20元', 'presale_deposit depositMinor=5000 depositWorthMinor=10000 tailOffMinor=2000'], ['满 200-25/满 480-60', 'full_reduction offMinor=2500 thresholdMinor=20000 + full_reduction offMinor=6000 thresholdMinor=48000'], ['下单立减20元，再领10元优惠劵', 'direct_reduction offMinor=2000 + coupon offMinor=1000'], ['满３００减５０', 'full_reduction offMinor=5000 thresholdMinor=30000'], ['满1万减800', 'full_reduction offMinor=80000 thresholdMinor=1000000'],
  ])('%s', (text, want) => expect(show(text)).toBe(want));

  it.each(['已拼1533件', '月销10万+', '假一赔十', '热卖榜第5名', '7天无理由退货', '仅剩3件', '券后价', '前n件x折', '每满X减Y', '立即抢购', '正品保障', '两件装', ''])('none: %s', (text) => expect(show(text)).toBe(''));

  it('names the layer the text names, 跨店 before 店', () => {
    expect(['跨店每满300减50', '同店每300减50', '平台券满300减30', '店铺券满100减5', '白条立减5'].map((text) => parsePromotions(text)[0]?.layer)).toEqual(['platform', 'shop', 'platform', 'shop', 'payment']);
  });
});

describe('parsePromotions: other languages', () => {
  it.each([
    ['$4 off on $35', 'full_reduction offMinor=400 thresholdMinor=3500'], ['Buy 2, save 10%', 'qty_discount minQty=2 payRatio=0.9 percentOff=10'], ['Save 5% with coupon', 'coupon percentOff=5'], ['$50.00 coupon applied at checkout', 'coupon offMinor=5000'], ['10% off with code SAVE10', 'coupon code=SAVE10 percentOff=10'], ['$70 OFF', 'direct_reduction offMinor=7000'], ['Up to 30% off', 'direct_reduction percentOff=30 upTo=true'],
    ['Lightning Deal', 'flash_sale'], ['Buy 2 get 1 free', 'buy_x_get_y buy=2 get=1 percentOff=100'], ['Buy one, get one 50% off', 'buy_x_get_y buy=1 get=1 percentOff=50'], ['3 for 2', 'buy_x_pay_y buy=3 pay=2'], ['2 for $5', 'multibuy_price qty=2 totalMinor=500'], ['Limit 2 per customer', 'purchase_limit maxQty=2'], ['4 x $66.99 with no interest', 'installment amountMinor=6699 periods=4'], ['FREE Shipping', 'free_shipping'],
    ['Join Prime to save $50.00', 'member member=Prime offMinor=5000'], ['Members pay $4.99', 'fixed_price priceMinor=499'], ['Meal deal £3.90', 'bundle_price priceMinor=390'], ['3% off when you use your store card', 'payment_reduction percentOff=3'], ['Second half price', 'nth_discount nth=2 payRatio=0.5'], ['Up to 25% Off + Free Shipping', 'direct_reduction percentOff=25 upTo=true + free_shipping'], ['Spend $50, save $10', 'full_reduction offMinor=1000 thresholdMinor=5000'],
    ['Ab 50 € versandkostenfrei', 'free_shipping thresholdMinor=5000'], ['3 für 2,50 €', 'multibuy_price qty=3 totalMinor=250'], ['Bis 20% sparen mit Multi-Rabatt', 'qty_discount percentOff=20 upTo=true'], ['Livraison gratuite dès 35 €', 'free_shipping thresholdMinor=3500'], ['2e à moitié prix', 'nth_discount nth=2 payRatio=0.5'], ['Envío gratis', 'free_shipping'], ['3x2', 'buy_x_pay_y buy=3 pay=2'], ['Cupón 5%', 'coupon percentOff=5'], ['Spedizione gratuita', 'free_shipping'], ['Leve 3 pague 2', 'buy_x_pay_y buy=3 pay=2'],
    ['em até 10x de R$ 29,90 sem juros', 'installment amountMinor=2990 periods=10'], ['Darmowa dostawa od 100 zł', 'free_shipping thresholdMinor=10000'], ['Gratis verzending', 'free_shipping'], ['2+1 gratis', 'buy_x_get_y buy=2 get=1 percentOff=100'], ['送料無料', 'free_shipping'], ['タイムセール', 'flash_sale'],
  ])('%s', (text, want) => expect(show(text)).toBe(want));

  it('counts yen in yen', () => expect(show('5,000円以上で500円OFF', 'JPY')).toBe('full_reduction offMinor=500 thresholdMinor=5000'));

  it.each(['Best seller', 'Only 3 left in stock', '100+ bought in past month', 'or Best Offer', '+EUR 6,99 Versand', 'R$51,56 de frete', 'From $159.00', '100% cotton', 'Pack of 3 for 2 rooms', 'Save $41 (27%)', 'Free returns', 'Nur noch 2 auf Lager'])('none: %s', (text) => expect(show(text)).toBe(''));
});

describe('parsePromotions: any text', () => {
  it('never throws, and takes bounded time', () => {
    const parts = fc.constantFrom('满', '减', '300', '50', '券', '折', '第', '件', '%', 'off', 'buy ', 'get ', '€', '2', ' for ', 'save ', 'x', '送', ' ', ',', 'prime ', 'code ');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.array(parts, { maxLength: 30 }).map((list) => list.join(''))), (text) => { expect(() => parsePromotions(text)).not.toThrow(); }), { numRuns: 60 });
  });
  it.each(['1', '满', 'a', ' ', '$', '9 ', '满300减50', 'buy '])('a million of %j', (char) => {
    const spent = cpuClock();
    parsePromotions(char.repeat(1_000_000));
    expect(spent()).toBeLessThan(2_000);
  });
});
