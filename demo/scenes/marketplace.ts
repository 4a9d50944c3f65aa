import { article } from './acts.ts';
import { told, type Scene } from './scene.ts';
import { OWN_BOTTLE, RIVAL_BOTTLE } from '../shops/bazaar/opening.ts';
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
];
