import type { AlertRow } from '../../../alerts/backtest/report.ts';
import { Recording } from '../../../alerts/backtest/recording.ts';
import { backtest } from '../../../alerts/backtest/run.ts';
import { judgeRecorded } from '../../../cli/judge-recorded.ts';
import type { Rule } from '../../../config/types.ts';

const HOUR = 3_600_000;
const OTHERS = [1, 2, 3, 4, 5, 6];

/**
 * What rules tell of a lamp that crawls find with these fields, among others that stay as they are; null: the crawl failed. Each alert with the number of its crawl.
 * Judged as a backtest judges: prices that wait for a second look, what goes to and fro, what was not read.
 */
export function alertsOf(rules: readonly Rule[], crawls: readonly (object | null)[], hours = 24): readonly (AlertRow & { readonly no: number })[] {
  const recording = new Recording();
  for (const [no, fields] of crawls.entries()) {
    const at = new Date(Date.UTC(2026, 0, 5) + no * hours * HOUR).toISOString();
    const seen = (productId: string, title: string, of: object): void => recording.add(JSON.stringify({ crawl: String(no), source: 'mart', productId, observedAt: at, title, fields: of }));
    recording.add(JSON.stringify({ crawl: String(no), source: 'mart', startedAt: at, ...(fields ? { finishedAt: at } : {}) }));
    if (!fields) continue;
    for (const other of OTHERS) seen(`other ${other}`, 'Other', { price: { amount: 10 + other, currency: 'EUR' }, availability: 'in_stock' });
    seen('lamp', 'Lamp', fields);
  }
  const alerts = backtest(recording, rules.map((rule) => ({ ...rule, where: { ...rule.where, titles: ['lamp'] } })), judgeRecorded).alerts;
  return alerts.map((alert) => ({ ...alert, no: Number(alert.crawl) }));
}
