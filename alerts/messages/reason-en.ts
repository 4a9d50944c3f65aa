import type { Alert, AlertReason } from '../../model/alert.ts';
import type { ReasonWords } from './catalogue.ts';
import type { Formats } from './formats.ts';
import { SELF } from './shared.ts';

/** What an amount is compared with, as the end of "against …" and "below …". */
function lineName({ baseline, days = 0, from }: AlertReason, f: Formats): string {
  switch (baseline) {
    case 'previous': return 'the last value';
    case 'last_alerted': return 'the last alert';
    case 'own_price': return 'your price';
    case 'list_price': return 'the list price';
    case 'map': return 'the lowest allowed price';
    case 'floor': return 'your floor';
    case 'median': return `the usual price of ${days} days`;
    case 'lowest': return `the lowest price of ${days} days`;
    case 'highest': return `the highest price of ${days} days`;
    case 'fixed': return from ? f.money(from) : 'the fixed amount';
    default: return baseline satisfies never;
  }
}

const MARKS: Readonly<Partial<Record<AlertReason['baseline'], string>>> = { own_price: 'yours', list_price: 'list price', map: 'lowest allowed', floor: 'your floor', median: 'usual', lowest: 'lowest so far', highest: 'highest so far', fixed: 'your line' };

function headline({ reason, moment }: Alert, f: Formats): string {
  const percent = reason.percent ?? 0;
  const was = reason.side ?? (percent >= 0 ? 'below' : 'above');
  if (moment === 'recovered') return reason.baseline === 'own_price' && was === 'below' ? 'No longer undercut' : `No longer ${was} ${lineName(reason, f)}`;
  const side = percent < 0 ? 'below' : 'above';
  if (reason.baseline === 'own_price') return `Rival ${side} your price by ${f.percent(percent)}`;
  if (reason.baseline === 'lowest' && percent < 0) return `New low: ${f.percent(percent)} below ${lineName(reason, f)}`;
  if (reason.baseline === 'highest' && percent > 0) return `New high: ${f.percent(percent)} above ${lineName(reason, f)}`;
  return `Price ${f.percent(percent)} ${side} ${lineName(reason, f)}`;
}

/** For how long, in the largest unit that fits. */
function span(ms: number, f: Formats): string {
  const [count, unit] = ms >= 172_800_000 ? [ms / 86_400_000, 'days'] : ms >= 7_200_000 ? [ms / 3_600_000, 'hours'] : [ms / 60_000, 'minutes'];
  return `${f.number(Math.floor(count))} ${unit}`;
}

function rule({ ruleId }: Pick<Alert, 'ruleId'>): string {
  return ruleId === SELF ? 'rivalwatch tells this by itself' : `Rule ${ruleId}`;
}

/** English words for why a rule spoke. */
export const reasonEn: ReasonWords = {
  against: (alert, f) => ({
    headline: headline(alert, f), compared: true,
    ...(alert.reason.from ? { from: `${f.money(alert.reason.from)} (${MARKS[alert.reason.baseline] ?? 'before'})` } : {}), ...(alert.reason.to ? { to: `${f.money(alert.reason.to)}${alert.reason.baseline === 'own_price' ? ' (rival)' : ''}` } : {}),
  }),
  prefix: ({ already, again }) => (again ? 'Still: ' : already === 'first_sight' ? 'Already: ' : ''),
  circumstances: ({ already, again, heldFor }, f) => [
    ...(already === 'first_sight' ? ['It was so already when this rule first looked; nothing changed just now.'] : []),
    ...(already === 'meanwhile' ? ['No single change led to it: your own figures, the rule or the days that count changed, or it settled after going to and fro.'] : []),
    ...(heldFor === undefined ? [] : [`It has held for ${span(heldFor, f)}.`]),
    ...(again === 'unacknowledged' ? ['Nobody has acknowledged this so far.'] : again === 'snoozed' ? ['The snooze is over, and it still holds.'] : again === 'still' ? ['Told before; it still holds.'] : []),
  ],
  byNow: (price) => `By now: ${price}`,
  rule,
  why: ({ ruleId, reason, change: { detail } }, f) => {
    const far = (percent: number): string => (detail.kind === 'star_mix' ? `${f.number(Math.abs(percent))} percentage points` : f.percent(percent));
    const parts = [
      reason.percent === undefined ? '' : `${reason.percent < 0 ? '−' : '+'}${far(reason.percent)} against ${lineName(reason, f)}`,
      reason.threshold ? `threshold ${reason.threshold}` : '', reason.replaced ? `${reason.replaced} earlier ${reason.replaced === 1 ? 'change' : 'changes'} counted in` : '',
    ];
    return [rule({ ruleId }), parts.filter(Boolean).join(', ')].filter(Boolean).join(': ');
  },
  actions: { acknowledge: 'Acknowledge', snoozeDay: 'Snooze 1 day', snoozeWeek: 'Snooze 1 week' },
};
