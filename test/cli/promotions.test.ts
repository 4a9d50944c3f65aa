import { describe, expect, test } from 'vitest';
import { promotionWords } from '../../cli/promotion-words.ts';
import { parsePromotions } from '../../crawlers/read/text/promotion.ts';
import { currencyCode } from '../../model/money.ts';
import { shell } from './support.ts';

function words(label: string, currency = /[\u4e00-\u9fff]/.test(label) ? 'CNY' : 'USD'): string {
  const code = currencyCode(currency);
  return parsePromotions(label, { language: 'en', now: new Date('2025-11-10T08:00:00Z'), ...(code && { currency: code }) }).map((promotion) => promotionWords(promotion, code)).join(' | ');
}

describe('a promotion in plain words', () => {
  test.each([
    ['满300减50', '50.00 CNY off from 300.00 CNY'], ['跨店每满300减50', '50.00 CNY off for every 300.00 CNY, several shops together'], ['每满100减15，最高减120', '15.00 CNY off for every 100.00 CNY, at most 120.00 CNY'],
    ['满199享9折', '10 % off from 199.00 CNY'], ['满2件8折', '20 % off from 2 pieces'], ['第二件半价', 'piece 2 at 50 % of its price'], ['第3件免单', 'piece 3 free'], ['第二件1元', 'piece 2 for 1.00 CNY'], ['领券满98减5', 'coupon 5.00 CNY off from 98.00 CNY, to be claimed'],
    ['定金100抵300，付尾款立减50', 'deposit of 100.00 CNY, counts as 300.00 CNY, 50.00 CNY off the rest'], ['国补15%，最高减2000元', 'subsidy of the state 15 % off, at most 2000.00 CNY'], ['前100名立减50元', '50.00 CNY off, for the first 100'], ['新人立减5元', 'for new customers 5.00 CNY off'],
    ['最高立减300元', 'at most 300.00 CNY off'], ['部分商品立减20元', '20.00 CNY off, some variants only'], ['每人限购2件', 'at most 2 pieces'], ['可得62积分', '62 points'], ['12期免息', '12 instalments'], ['百亿补贴', 'subsidy of the platform'], ['+99换购', 'another article for 99.00 CNY'],
    ['晒单返5元', '5.00 CNY given back later'], ['任选3件100元', '3 pieces for 100.00 CNY'], ['满99包邮', 'free shipping from 99.00 CNY'], ['每满2件减10', '10.00 CNY off for every 2 pieces'], ['满2件送帆布袋', 'gift from 2 pieces'],
    ['Buy 2 get 1 free', 'buy 2, get 1 free'], ['Buy 1, get 1 50% off', 'buy 1, get 1 at 50 % off'], ['3 for 2', '3 for the price of 2'], ['10% off with code SAVE10', 'coupon 10 % off with code SAVE10, to be claimed'], ['Members pay $4.99', 'price 4.99 USD, only members'], ['Meal deal $3.90', 'bundle for 3.90 USD'],
    ['Subscribe & Save 15%', 'as a subscription 15 % off'], ['4 x $66.99 with no interest', '4 instalments of 66.99 USD'], ['20% off, ends 30 Nov', '20 % off, until 2025-11-30 23:59 UTC'], ['Get $100 off when you trade in your old phone', '100.00 USD off, trade-in'], ['Lightning deal', 'sale for a short time'],
  ])('%s: %s', (label, want) => expect(words(label)).toBe(want));
  test('without a currency', () => expect(parsePromotions('$10 off').map((one) => promotionWords(one, undefined))).toEqual(['1000 minor units off']));
});

function page(body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><title>台灯 护眼 – 灯店</title><link rel="canonical" href="https://shop.example/products/lamp">
<script type="application/ld+json">{"@type":"Product","name":"台灯 护眼","offers":{"@type":"Offer","price":"598.00","priceCurrency":"CNY","availability":"https://schema.org/InStock"}}</script></head>
<body><main><h1>台灯 护眼</h1><div class="price">¥598.00</div>${body}<button>加入购物车</button></main></body></html>`;
}

describe('what is to be paid, on a page', () => {
  test('stands below the fields, with what took part and what did not', async () => {
    const { run } = await shell({ 'lamp.html': page('<p class="coupon">优惠券：满400减50</p><p class="promo">每满300减30</p><p class="promo">新人立减5元</p><p class="promo">第二件半价</p>') });
    const { code, out } = await run('read', 'lamp.html');
    expect(code).toBe(0);
    expect(out).toContain('优惠券：满400减50 [coupon 50.00 CNY off');
    expect(out).toMatch(/^1 +518\.00 CNY +优惠券：满400减50 \+ 每满300减30 +after claiming$/m);
    // Two pieces: 598 + 299 = 897, then 50, then 2 times 30.
    expect(out).toMatch(/^2 +787\.00 CNY +第二件半价 \+ 优惠券：满400减50 \+ 每满300减30/m);
    expect(out).toContain('left out: 新人立减5元 (not for everybody)');
  });
  test('is given to programs, too', async () => {
    const { run } = await shell({ 'lamp.html': page('<p class="promo">每满300减30</p>') });
    const { out } = await run('read', 'lamp.html', '--json');
    expect(JSON.parse(out)).toMatchObject({ listings: [{ toPay: { unit: { minor: 59_800 }, sums: [{ quantity: 1, money: { minor: 56_800, currency: 'CNY' }, inferred: true, requiresClaim: false }] } }] });
  });
  test('is not told when nothing is to be worked out', async () => {
    const { run } = await shell({ 'lamp.html': page('<p class="promo">满99包邮</p>') });
    expect((await run('read', 'lamp.html')).out).not.toContain('to pay');
  });
});
