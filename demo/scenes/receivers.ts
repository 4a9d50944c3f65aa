import { faults, same, variant } from './acts.ts';
import { SILENCE, told, type Scene } from './scene.ts';

const EVERYBODY = { slack: 1, bot: 1, email: 1, hook: 1, feishu: 1, dingtalk: 1, wecom: 1, telegram: 1, teams: 1, discord: 1 } as const;
const BAZAAR = ['bazaar-bottle', 'bazaar-flask', 'bazaar-mug', 'bazaar-powder', 'bazaar-rules'] as const;

/** Who is told, when, and what becomes of it until the next morning. */
export const RECEIVER_SCENES: readonly Scene[] = [
  {
    name: 'map-violation', title: 'A seller is below the lowest price that we allow: told on every kind of channel', titleZh: '跌破控价：所有渠道都收到提醒',
    act: (world) => variant(world, 'ridgeline-insulated-bottle', { price: '23.99' }),
    targets: ['rival-flask'],
    expect: [
      { fact: 'change', kind: 'price', from: '27.99 USD', to: '23.99 USD' }, { fact: 'alert', rule: 'map-violation', moment: 'fired' }, { fact: 'alert', rule: 'price-drop' }, told({ ...EVERYBODY, slack: 2 }),
      { fact: 'message', channel: 'hook', words: ['Ridgeline Insulated Bottle', '$23.99'] }, { fact: 'message', channel: 'feishu', words: ['控价', '23.99'] }, { fact: 'message', channel: 'teams', words: ['$23.99'] },
    ],
    forbid: [{ fact: 'alert', rule: 'new-low' }],
  },
  {
    name: 'map-kept', title: 'The price is right again: whoever was told hears it, and the bot rounds off its thread', titleZh: '价格恢复：收到过提醒的都会得知，机器人更新原消息',
    later: '1h', act: (world) => variant(world, 'ridgeline-insulated-bottle', { price: '27.99' }),
    targets: ['rival-flask'],
    expect: [
      { fact: 'change', kind: 'price', from: '23.99 USD', to: '27.99 USD' }, { fact: 'alert', rule: 'map-violation', moment: 'recovered' }, { fact: 'alert', rule: 'price-rise' }, 
      // What is over is no emergency: 钉钉 hears it with its digest. Where a message can be changed, the first one is.
      told({ ...EVERYBODY, slack: 2, bot: 2, telegram: 2, discord: 2, dingtalk: 0 }),
      { fact: 'message', channel: 'bot', words: ['(below the first message)'] }, { fact: 'message', channel: 'bot', words: ['(in place of the first message)'] },
    ],
    forbid: [],
  },
  {
    name: 'nobody-answers', title: 'Nobody acknowledges that we are undercut: the boss is told', titleZh: '被低价的提醒无人确认：升级通知负责人',
    later: '2h', act: same, targets: [],
    expect: [{ fact: 'alert', rule: 'undercut', moment: 'fired' }, told({ telegram: 1 }), { fact: 'message', channel: 'telegram', words: ['Summit Trekking Poles', 'Nobody has acknowledged'] }],
    forbid: [],
  },
  {
    name: 'acknowledged', title: 'Somebody presses the button: no reminder comes any more', titleZh: '有人点了确认：不再催促',
    press: { rule: 'undercut', button: 'acknowledge' }, later: '7h', act: same, targets: [],
    expect: [SILENCE],
    forbid: [{ fact: 'alert', rule: 'undercut' }],
  },
  {
    name: 'undercut-over', title: 'The rival climbs above us: the boss hears it, too', titleZh: '对手涨回我方之上：负责人同样得知',
    act: (world) => variant(world, 'summit-trekking-poles', { price: '79.99' }),
    targets: ['rival-poles'],
    expect: [
      { fact: 'change', kind: 'price', from: '73.00 USD', to: '79.99 USD' }, { fact: 'alert', rule: 'undercut', moment: 'recovered' }, { fact: 'alert', rule: 'price-rise' },
      told({ slack: 2, email: 1, telegram: 2 }),
    ],
    forbid: [],
  },
  {
    name: 'night', title: 'At eleven two rivals are sold out: the group with quiet hours sleeps', titleZh: '夜里十一点两家竞品售罄：设了免打扰的群不响',
    later: '3h', act: (world) => variant(variant(world, 'cedar-cook-set', { available: false }), 'fjord-water-filter', { available: false }),
    targets: ['rival-cookset', 'rival-filter-2'],
    expect: [{ fact: 'change', kind: 'stock', to: 'out_of_stock', count: 2 }, { fact: 'alert', rule: 'sold-out', count: 2 }, { fact: 'alert', rule: 'rival-sold-out', count: 2 }, told({ slack: 2 })],
    forbid: [],
  },
  {
    name: 'before-morning', title: 'Before anybody wakes one of them is back', titleZh: '天亮之前其中一家恢复有货',
    later: '4h', act: (world) => variant(world, 'cedar-cook-set', { available: true }),
    targets: ['rival-cookset'],
    expect: [{ fact: 'change', kind: 'stock', to: 'in_stock' }, { fact: 'alert', rule: 'back-in-stock' }, { fact: 'alert', rule: 'rival-sold-out', moment: 'recovered' }, told({ slack: 1 })],
    forbid: [],
  },
  {
    name: 'source-dark', title: 'A whole marketplace goes dark: one alert, not one for each page, and at night', titleZh: '整个平台抓不到：只提醒一次，紧急情况夜里也响',
    act: (world) => faults(world, 'bazaar', { id: 'items', path: '/item', what: 'captcha' }, { id: 'rules', path: '/policies', what: 'captcha' }),
    targets: BAZAAR, rounds: 2,
    expect: [
      { fact: 'change', kind: 'source_blocked', count: BAZAAR.length }, { fact: 'alert', rule: 'source-blind', moment: 'fired' }, told({ slack: 1, feishu: 1 }),
      { fact: 'crawl', target: 'bazaar-powder', verdict: 'blocked', outcome: 'challenge' },
    ],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'stock' }, { fact: 'change', kind: 'listing_disappeared' }],
  },
  {
    name: 'morning', title: 'Morning: what still holds is told together, the rest is named as past; and rivalwatch says that it sees nothing there', titleZh: '早晨：仍成立的合并告知，已过去的注明；并报告该来源持续抓取失败',
    later: '7h', act: same, targets: [],
    expect: [
      { fact: 'change', kind: 'trouble_began', words: 'crawls_fail bazaar' }, { fact: 'alert', rule: 'operations', moment: 'fired' }, told({ slack: 1, feishu: 1, dingtalk: 1 }),
      { fact: 'message', channel: 'feishu', words: ['Fjord Water Filter', '已失效', 'Cedar Cook Set'] }, { fact: 'message', channel: 'dingtalk', words: ['Ridgeline Water Filter', 'Fjord Water Filter'] },
    ],
    forbid: [],
  },
  {
    name: 'source-lit', title: 'The marketplace answers again: said once, to those who were told', titleZh: '平台恢复：只告知收到过提醒的人，一次',
    act: (world) => faults(world, 'bazaar'),
    targets: BAZAAR,
    expect: [{ fact: 'alert', rule: 'source-blind', moment: 'recovered' }, told({ slack: 1, feishu: 1 })],
    forbid: [{ fact: 'change', kind: 'price' }, { fact: 'change', kind: 'listing_returned' }],
    // The last two targets may recover at the same moment.
    allow: { changes: ['source_recovered'] },
  },
  {
    name: 'all-well', title: 'Its crawls succeed again: that is said, too', titleZh: '抓取恢复正常：同样告知',
    later: '1h', act: same, targets: [],
    expect: [{ fact: 'change', kind: 'trouble_over' }, { fact: 'alert', rule: 'operations', moment: 'recovered' }, told({ slack: 1 })],
    forbid: [],
  },
  {
    name: 'snoozed', title: 'The lost search place was snoozed for a day: it still holds, and is said again', titleZh: '排名下降曾设为稍后提醒：一天后仍未恢复，再次提醒',
    press: { rule: 'rank-lost', button: 'snooze-1d' }, later: '25h', act: same, targets: [],
    expect: [{ fact: 'alert', rule: 'rank-lost', moment: 'fired' }, told({ slack: 1 }), { fact: 'message', channel: 'slack', words: ['Still: Search place lost', 'The snooze is over'] }],
    forbid: [],
  },
];
