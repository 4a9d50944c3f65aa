import { article, bazaarItem } from './acts.ts';
import { told, type Scene } from './scene.ts';
import { OWN_BOTTLE, POWDER, ratedBy, RIVAL_BOTTLE } from '../shops/bazaar/opening.ts';
import { complaints, THERMOS } from '../shops/hongyun/catalogue.ts';
import type { World } from '../shops/world.ts';

/** The rival buys the first place, and the own bottle falls from third to fifth among the results that are not paid for. */
function rivalBuysPlace(world: World): World {
  const { bazaar } = world;
  const rest = bazaar.organic.filter((id) => id !== OWN_BOTTLE);
  return { ...world, bazaar: { ...bazaar, organic: [...rest.slice(0, 4), OWN_BOTTLE, ...rest.slice(4)], sponsored: [RIVAL_BOTTLE, ...bazaar.sponsored] } };
}

function newFee(world: World): World {
  const rules = world.bazaar.rules.map((part) => ({ ...part, clauses: part.clauses.map((clause) => clause.replace('referral fee of 12%', 'referral fee of 14.5%')) }));
  return { ...world, bazaar: { ...world.bazaar, rules } };
}

/** Reviews, places in a search, rules of a platform. */
export const MARKETPLACE_SCENES: readonly Scene[] = [
  {
    name: 'bad-reviews', title: 'Five bad reviews in a burst', titleZh: '短时间内出现五条差评',
    act: (world) => article(world, THERMOS, (item) => ({ reviews: [...complaints(THERMOS, 5), ...item.reviews] })),
    targets: ['hongyun-reviews'],
    expect: [
      { fact: 'change', kind: 'negative_reviews', to: '5' }, { fact: 'change', kind: 'new_reviews', to: '5' }, { fact: 'alert', rule: 'bad-reviews' }, told({ email: 1 }),
      { fact: 'message', channel: 'email', words: ['用了两天就漏水'] },
    ],
    forbid: [{ fact: 'change', kind: 'price' }],
    allow: { changes: ['review_count'] },
  },
  {
    name: 'rank-lost', title: 'A search place is lost to a sponsored rival', titleZh: '搜索排名被付费竞品挤掉',
    act: rivalBuysPlace,
    targets: ['bazaar-search'],
    expect: [
      { fact: 'change', kind: 'search_rank', from: '3', to: '5', words: `${RIVAL_BOTTLE}*` }, { fact: 'change', kind: 'sponsored_share', from: '3', to: '4', words: RIVAL_BOTTLE },
      { fact: 'alert', rule: 'rank-lost', moment: 'fired' }, told({ slack: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'listing_disappeared' }],
  },
  {
    name: 'rules-edited', title: 'The platform edits its seller rules', titleZh: '平台修改商家规则',
    act: newFee,
    targets: ['bazaar-rules'],
    expect: [
      { fact: 'change', kind: 'page_text', at: '/policies/seller-rules', words: 'referral fee of 14.5%' }, { fact: 'alert', rule: 'page-changed' }, told({ email: 1 }),
    ],
    forbid: [{ fact: 'change', kind: 'title' }],
  },
  {
    name: 'buy-box', title: 'Another seller takes the buy box: told with both prices, which are not compared', titleZh: '购买按钮易主：告知两家价格，但不作比较',
    act: (world) => bazaarItem(world, 'BZ10407', { seller: 'GadgetBay', cents: 2_699 }),
    targets: ['bazaar-flask'],
    expect: [{ fact: 'change', kind: 'seller', at: '/item/BZ10407', to: 'GadgetBay' }, { fact: 'alert', rule: 'buy-box' }, told({ slack: 1 }), { fact: 'message', channel: 'slack', words: ['GadgetBay', '$26.99'] }],
    forbid: [{ fact: 'change', kind: 'price' }],
  },
  {
    name: 'small-print', title: 'Shipping is no longer free, and what is sold is refurbished', titleZh: '不再包邮，且变为翻新品',
    act: (world) => bazaarItem(world, 'BZ10408', { shippingCents: 499, condition: 'Refurbished' }),
    targets: ['bazaar-mug'],
    expect: [
      { fact: 'change', kind: 'shipping', at: '/item/BZ10408', from: '0.00 USD', to: '4.99 USD' }, { fact: 'change', kind: 'condition', at: '/item/BZ10408' },
      { fact: 'alert', rule: 'small-print', count: 2 }, told({ slack: 2 }),
    ],
    forbid: [{ fact: 'change', kind: 'price' }],
  },
  {
    name: 'stars-sink', title: 'The share of bad ratings grows, and the mean sinks', titleZh: '差评占比上升，评分下滑',
    act: (world) => bazaarItem(world, POWDER, ratedBy([24, 16, 22, 58, 146])),
    targets: ['bazaar-powder'],
    expect: [
      { fact: 'change', kind: 'star_mix', at: `/item/${POWDER}`, from: '4 6 18 52 140', to: '24 16 22 58 146' }, { fact: 'change', kind: 'rating', from: '4.4', to: '4.1' },
      { fact: 'alert', rule: 'bad-share' }, { fact: 'alert', rule: 'rating-slide' }, told({ email: 2 }), { fact: 'message', channel: 'email', words: ['差评占比'] },
    ],
    forbid: [{ fact: 'change', kind: 'price' }],
    allow: { changes: ['review_count'] },
  },
];
