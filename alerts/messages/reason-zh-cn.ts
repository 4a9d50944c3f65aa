import type { Alert, AlertReason } from '../../model/alert.ts';
import type { ReasonWords } from './catalogue.ts';
import type { Formats } from './formats.ts';
import { SELF } from './shared.ts';

/** 与什么相比。 */
function lineName({ baseline, days = 0, from }: AlertReason, f: Formats): string {
  switch (baseline) {
    case 'previous': return '上一次';
    case 'last_alerted': return '上次提醒';
    case 'own_price': return '我方价格';
    case 'list_price': return '划线价';
    case 'map': return '控价';
    case 'floor': return '我方底价';
    case 'median': return `${days} 天常价`;
    case 'lowest': return `${days} 天最低价`;
    case 'highest': return `${days} 天最高价`;
    case 'fixed': return from ? f.money(from) : '固定金额';
    default: return baseline satisfies never;
  }
}

const MARKS: Readonly<Partial<Record<AlertReason['baseline'], string>>> = { own_price: '我方', list_price: '划线价', map: '控价', floor: '底价', median: '常价', lowest: '此前最低', highest: '此前最高', fixed: '设定值' };

function headline({ reason, moment }: Alert, f: Formats): string {
  const percent = reason.percent ?? 0;
  const own = reason.baseline === 'own_price';
  const line = own ? '我方' : spaced(lineName(reason, f));
  const was = reason.side ?? (percent >= 0 ? 'below' : 'above');
  if (moment === 'recovered') return `${own ? '对手价格' : '价格'}不再${was === 'below' ? '低于' : '高于'}${line}`;
  if (own) return `对手价格${percent < 0 ? '低于' : '高于'}我方 ${f.percent(percent)}`;
  const than = `比${spacedAfter(line)}${percent < 0 ? '低' : '高'} ${f.percent(percent)}`;
  if (reason.baseline === 'lowest' && percent < 0) return `新低价：${than}`;
  return reason.baseline === 'highest' && percent > 0 ? `新高价：${than}` : `价格${than}`;
}

/** 西文与数字前空一格。 */
function spaced(text: string): string {
  return /^[\w$]/.test(text) ? ` ${text}` : text;
}

/** 西文与数字后空一格。 */
function spacedAfter(text: string): string {
  return /[\w%]$/.test(text) ? `${text} ` : text;
}

function span(ms: number, f: Formats): string {
  const [count, unit] = ms >= 172_800_000 ? [ms / 86_400_000, '天'] : ms >= 7_200_000 ? [ms / 3_600_000, '小时'] : [ms / 60_000, '分钟'];
  return `${f.number(Math.floor(count))} ${unit}`;
}

function rule({ ruleId }: Pick<Alert, 'ruleId'>): string {
  return ruleId === SELF ? 'rivalwatch 自身提醒' : `规则 ${ruleId}`;
}

/** Simplified Chinese words for why a rule spoke. */
export const reasonZhCn: ReasonWords = {
  against: (alert, f) => ({
    headline: headline(alert, f), compared: true,
    ...(alert.reason.from ? { from: `${f.money(alert.reason.from)}（${MARKS[alert.reason.baseline] ?? '此前'}）` } : {}), ...(alert.reason.to ? { to: `${f.money(alert.reason.to)}${alert.reason.baseline === 'own_price' ? '（对手）' : ''}` } : {}),
  }),
  prefix: ({ already, again }) => (again ? '仍然：' : already === 'first_sight' ? '现状：' : ''),
  circumstances: ({ already, again, heldFor }, f) => [
    ...(already === 'first_sight' ? ['规则首次查看时就已如此，并非刚刚变动。'] : []),
    ...(already === 'meanwhile' ? ['并非由某一次变动引起：变的是我方数据、规则或统计的天数，或是反复变动后稳定下来。'] : []),
    ...(heldFor === undefined ? [] : [`已持续 ${span(heldFor, f)}。`]),
    ...(again === 'unacknowledged' ? ['至今无人确认。'] : again === 'snoozed' ? ['稍后提醒时间已到，情况依旧。'] : again === 'still' ? ['此前已提醒，情况依旧。'] : []),
  ],
  byNow: (price) => `目前：${price}`,
  rule,
  why: ({ ruleId, reason, change: { detail } }, f) => {
    const far = (percent: number): string => (detail.kind === 'star_mix' ? `${f.number(Math.abs(percent))} 个百分点` : f.percent(percent));
    const parts = [
      reason.percent === undefined ? '' : `与${spacedAfter(spaced(lineName(reason, f)))}相比 ${reason.percent < 0 ? '−' : '+'}${far(reason.percent)}`,
      reason.threshold ? `阈值 ${reason.threshold}` : '', reason.replaced ? `合并了此前 ${reason.replaced} 次变动` : '',
    ];
    return [rule({ ruleId }), parts.filter(Boolean).join('，')].filter(Boolean).join('：');
  },
  actions: { acknowledge: '确认', snoozeDay: '1 天后再提醒', snoozeWeek: '1 周后再提醒' },
};
