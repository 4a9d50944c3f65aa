import { same, variant } from './acts.ts';
import { told, type Scene } from './scene.ts';

/** The program looks after itself; and a group that wants one message an hour, and none on days off. */
export const OFFICE_SCENES: readonly Scene[] = [
  {
    name: 'schedule-stops', title: 'No process works the schedule any more: another one notices and says so', titleZh: '没有进程再负责定时任务：其他进程发现并告警',
    act: same, targets: [], schedule: 'stops',
    expect: [
      { fact: 'change', kind: 'trouble_began', words: 'schedule_stopped schedule' }, { fact: 'alert', rule: 'operations', moment: 'fired' }, told({ slack: 1 }), { fact: 'message', channel: 'slack', words: ['The schedule has stopped', 'Nothing is lost'] },
    ],
    forbid: [],
  },
  {
    name: 'schedule-goes-on', title: 'It works again: what was due is crawled, and that is said', titleZh: '定时任务恢复：补上到期的抓取，并告知',
    act: same, targets: [], schedule: 'goes on',
    expect: [{ fact: 'change', kind: 'trouble_over' }, { fact: 'alert', rule: 'operations', moment: 'recovered' }, told({ slack: 1 })],
    forbid: [{ fact: 'change', kind: 'price' }],
  },
  {
    name: 'limit', title: 'A price falls: told to a group that wants one message an hour', titleZh: '竞品降价：每小时最多收一条的群收到提醒',
    act: (world) => variant(world, 'ridgeline-trekking-poles', { price: '87.99' }),
    targets: ['northwind-desk-1'],
    expect: [{ fact: 'change', kind: 'price', from: '92.99 USD', to: '87.99 USD' }, { fact: 'alert', rule: 'desk' }, { fact: 'alert', rule: 'price-drop' }, told({ slack: 1, bot: 1 })],
    forbid: [],
  },
  {
    name: 'limit-full', title: 'Two more within the hour: they wait', titleZh: '一小时内又有两条：暂缓',
    act: (world) => variant(variant(world, 'fjord-trekking-poles', { price: '97.99' }), 'granite-cook-set', { price: '72.99' }),
    targets: ['northwind-desk-2', 'northwind-desk-3'],
    expect: [{ fact: 'change', kind: 'price', count: 2 }, { fact: 'alert', rule: 'desk', count: 2 }, { fact: 'alert', rule: 'price-drop', count: 2 }, told({ slack: 2 })],
    forbid: [],
  },
  {
    name: 'limit-over', title: 'The hour is over: both come as one message', titleZh: '一小时过后：两条合并成一条发出',
    later: '1h', act: same, targets: [],
    expect: [told({ bot: 1 }), { fact: 'message', channel: 'bot', words: ['Fjord Trekking Poles', 'Granite Cook Set'] }],
    forbid: [{ fact: 'alert', rule: 'desk' }],
  },
  {
    name: 'day-off', title: 'On Sunday another price falls: the group has its day off', titleZh: '周日再有降价：群里休息，不打扰',
    later: '46h', act: (world) => variant(world, 'summit-insulated-bottle', { price: '21.99' }),
    targets: ['northwind-desk-4'],
    expect: [{ fact: 'change', kind: 'price', from: '23.99 USD', to: '21.99 USD' }, { fact: 'alert', rule: 'desk' }, { fact: 'alert', rule: 'price-drop' }, told({ slack: 1 })],
    forbid: [],
  },
  {
    name: 'working-day', title: 'On Monday it is told', titleZh: '周一再告知',
    later: '24h', act: same, targets: [],
    expect: [told({ bot: 1 }), { fact: 'message', channel: 'bot', words: ['Summit Insulated Bottle', '$21.99'] }],
    forbid: [{ fact: 'alert', rule: 'desk' }],
  },
];
