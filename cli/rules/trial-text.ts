import { messageOf } from '../../alerts/messages/message.ts';
import type { Config } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import type { Io } from '../io.ts';
import { localTime, oneLine, paint, sparkline, table } from '../output.ts';
import type { Compared, Trial } from './trial.ts';

/** A trial for people: a line for each rule, with the newest examples below. */
export function trialText(io: Io, config: Config, { rules, alerts }: Trial): string {
  const counts = table(io, ['rule', 'alerts', 'a day', 'busiest day', 'by week'], rules.map((one) => [
    one.rule, String(one.alerts), one.perDay.toFixed(2), String(one.busiestDay), one.alerts === 0 ? 'silent' : `${sparkline(one.perWeek)} ${one.perWeek.slice(-8).join(' ')}`,
  ]));
  const examples = rules.flatMap((one) => one.examples);
  return [counts, ...(examples.length > 0 ? ['', `Examples (the newest ${examples.length} of ${alerts.length}):`, alertTable(io, config, examples)] : [])].join('\n');
}

/** Alerts as lines. */
export function alertTable(io: Io, config: Config, alerts: readonly Alert[]): string {
  return table(io, ['when', 'rule', 'message', 'to'], alerts.map((alert) => [
    localTime(alert.at, config.timezone).slice(0, 16), alert.ruleId, oneLine(messageOf(alert, config).headline, 90), alert.channels.join(', ') || 'nobody',
  ]));
}

/** Differences shown of each rule and side. */
const SHOWN = 3;

/** Two sets of rules side by side, and what one tells that the other does not. */
export function comparedText(io: Io, config: Config, compared: readonly Compared[], names: { readonly before: string; readonly after: string }): string {
  const counts = table(io, ['rule', names.before, names.after, `only ${names.before}`, `only ${names.after}`], compared.map((one) => [
    one.rule, count(one.before), count(one.after), String(one.onlyBefore.length), String(one.onlyAfter.length),
  ]));
  const only = (side: 'onlyBefore' | 'onlyAfter', name: string): readonly string[] => {
    const alerts = compared.flatMap((one) => one[side].slice(-SHOWN));
    return alerts.length === 0 ? [] : ['', paint(io, 'bold', `Told by ${name} alone, e.g.:`), alertTable(io, config, alerts)];
  };
  return [counts, ...only('onlyBefore', names.before), ...only('onlyAfter', names.after)].join('\n');
}

function count(alerts: number | undefined): string {
  return alerts === undefined ? '–' : String(alerts);
}
