import { describe, expect, it } from 'vitest';
import { toPayOf } from '../../model/to-pay.ts';
import type { ListingFields, PriceKind } from '../../model/listing.ts';
import { currencyCode, decimalOf, moneyFromDecimal } from '../../model/money.ts';
import { evidence } from '../../crawlers/read/candidates.ts';
import { known } from '../../model/reading.ts';
import { parsePromotions } from '../../crawlers/read/text/promotion.ts';
import { hints, listing, page, product, read } from '../crawlers/read/pages.ts';

const FROM = evidence('text', 'test', '');
const CNY = currencyCode('CNY');

function yuan(amount: string, kind: PriceKind): { kind: PriceKind; money: NonNullable<ReturnType<typeof moneyFromDecimal>> } {
  const money = CNY && moneyFromDecimal(amount, CNY);
  if (!money) throw new TypeError(amount);
  return { kind, money };
}

/** A listing with these prices, the first the one that won, and these promotions. */
function fields(prices: readonly (readonly [string, PriceKind])[], labels: readonly string[], list?: string): ListingFields {
  const [first, ...losers] = prices.map(([amount, kind]) => yuan(amount, kind));
  if (!first) throw new TypeError('a price is needed');
  return {
    ...listing(page(product())).fields, price: known(first, FROM, 0.9, losers.map((value) => ({ value, confidence: 0.5, evidence: FROM }))),
    promotions: known(labels.flatMap((label) => parsePromotions(label)), FROM), listPrice: list === undefined ? { state: 'unknown', reason: 'not_found' } : known(yuan(list, 'list'), FROM),
  };
}

describe('what a listing leaves to pay', () => {
  it('starts from the page price, whichever price won, and compares with the one after promotions', () => {
    const promotions = ['优惠券：满400减50', '每满300减30'];
    for (const prices of [[['598.00', 'page'], ['518.00', 'conditional']], [['518.00', 'estimated'], ['598.00', 'page']]] as const) {
      const result = toPayOf(fields(prices, promotions));
      expect([result && decimalOf(result.unit), result?.sums.map(({ money }) => decimalOf(money)), result?.compared]).toMatchObject(['598.00', ['518.00'], { agrees: true, differenceMinor: 0 }]);
    }
  });
  it('shows a disagreement and settles nothing', () => {
    const result = toPayOf(fields([['598.00', 'page'], ['498.00', 'conditional']], ['优惠券：满400减50']));
    expect(result?.compared).toMatchObject({ agrees: false, differenceMinor: -5000, stated: { minor: 49_800 } });
    expect(result?.sums[0]?.money.minor).toBe(54_800);
  });
  it('compares also when no promotion was understood', () => expect(toPayOf(fields([['598.00', 'page'], ['498.00', 'conditional']], ['百亿补贴']))?.compared).toMatchObject({ agrees: false }));
  it.each([
    ['no promotion', fields([['598.00', 'page']], [])], ['no page price', fields([['598.00', 'conditional']], ['立减10元'])], ['nothing taken off', fields([['598.00', 'page']], ['包邮', '12期免息'])],
    ['in the price already', fields([['70.00', 'page']], ['立减30元'], '100.00')],
  ])('nothing to be worked out: %s', (_, given) => expect(toPayOf(given)).toBeUndefined());

  it('reads both from the answer of a platform', () => {
    const body = JSON.stringify({
      pageConfigVO: { skuid: '100012043978' }, wareInfoReadMap: { sku_name: '台灯 护眼', sku_id: '100012043978' },
      price: { p: '598.00', finalPrice: { price: '518.00' } }, preferenceVO: { sharedLabel: [{ labelName: '券400-50' }, { labelName: '每满300减30' }, { labelName: '惊喜活动第5波' }] },
    });
    const answer = read(body, hints({ platform: 'jd', contentType: 'application/json', url: 'https://item.jd.com/100012043978.html', language: 'zh-CN' }));
    if (answer.outcome !== 'ok' || !answer.listings[0]) throw new Error(answer.outcome);
    const { promotions } = answer.listings[0].fields;
    expect(promotions.state === 'known' ? promotions.value.map(({ mechanic }) => mechanic) : []).toEqual(['coupon', 'every_full_reduction', 'unrecognised']);
    expect(toPayOf(answer.listings[0].fields)).toMatchObject({ sums: [{ money: { minor: 51_800 } }], compared: { agrees: true } });
  });
});
