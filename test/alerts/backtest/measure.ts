import { backtest } from '../../../alerts/backtest/run.ts';
import { Recording } from '../../../alerts/backtest/recording.ts';
import type { BacktestReport, ChangeRow, ValueRow } from '../../../alerts/backtest/report.ts';
import { RULE_PRESETS } from '../../../config/presets.ts';
import type { Rule } from '../../../config/types.ts';
import { judgeRecorded } from '../../../cli/judge-recorded.ts';
import { brand, type RuleId } from '../../../model/ids.ts';
import type { History, TrueMove } from './histories.ts';

/** What is asked of a backtest, as shares from 0 to 1 and counts. */
export interface Measured {
  /** Spikes and dips that alerted, when they came or when they went. */
  readonly errorsTold: number;
  readonly shiftsReported: number;
  readonly salesAtOnce: number;
  readonly largeAtOnce: number;
  /** Found over true: 1 is right. */
  readonly rises: number;
  readonly falls: number;
  readonly poorUnnamed: number;
  readonly goodNamed: number;
  readonly goneWrongly: number;
  readonly gone: number;
  readonly goneBack: number;
}

function rule(name: 'price-drop' | 'price-rise' | 'sold-out' | 'listing-removed'): Rule {
  return { ...RULE_PRESETS[name], id: brand<RuleId>(name), where: {}, channels: [] };
}
export const RULES: readonly Rule[] = [rule('price-drop'), rule('price-rise'), rule('sold-out'), rule('listing-removed')];

export function reportOf({ lines }: Pick<History, 'lines'>): BacktestReport {
  const recording = new Recording();
  for (const line of lines) recording.add(line);
  return backtest(recording, RULES, judgeRecorded);
}

export function measure(history: History, report = reportOf(history)): Measured {
  const prices = report.changes.filter(({ kind }) => kind === 'price');
  const at = new Map<string, ChangeRow[]>();
  for (const change of prices) at.set(key(change), [...at.get(key(change)) ?? [], change]);
  const found = ({ productId, to }: TrueMove, crawl: string | undefined): boolean => crawl !== undefined && (at.get(`${productId}|${crawl}`) ?? []).some((change) => amount(change.to) === to);
  const shifts = history.moves.filter(({ why }) => why === 'shift');
  const sales = history.moves.filter(({ why, from, to }) => why === 'sale' && to < from);
  const large = history.moves.filter(({ from, to }) => Math.abs(to / from - 1) >= 0.25);
  const way = (up: boolean): number => prices.filter((change) => (amount(change.to) > amount(change.from)) === up).length / history.moves.filter(({ from, to }) => (to > from) === up).length;
  const gone = report.changes.filter(({ kind }) => kind === 'listing_disappeared');
  const named = new Set(report.crawlEvents.map(({ crawl }) => crawl));
  return {
    errorsTold: share(toldErrors(history, report).length, history.errors.length),
    shiftsReported: share(shifts.filter((move) => found(move, move.crawl) || found(move, move.next)).length, shifts.length),
    salesAtOnce: share(sales.filter((move) => found(move, move.crawl)).length, sales.length),
    largeAtOnce: share(large.filter((move) => found(move, move.crawl)).length, large.length),
    rises: way(true), falls: way(false),
    poorUnnamed: [...history.poor].filter((crawl) => !named.has(crawl)).length, goodNamed: [...named].filter((crawl) => !history.poor.has(crawl)).length,
    goneWrongly: gone.filter(({ crawl }) => history.poor.has(crawl) || history.poor.has(history.order[history.order.indexOf(crawl) - 1] ?? '')).length,
    gone: gone.length, goneBack: share(gone.filter((change) => isBack(change, history)).length, gone.length),
  };
}

/** Errors with an alert of theirs: the wrong value came, or went again. */
export function toldErrors({ errors, moves }: History, { alerts }: BacktestReport): History['errors'] {
  const told = new Map<string, number>();
  for (const alert of alerts) told.set(`${alert.productId}|${alert.crawl}`, (told.get(`${alert.productId}|${alert.crawl}`) ?? 0) + 1);
  const moved = new Set(moves.map((move) => `${move.productId}|${move.crawl}`));
  return errors.filter(({ productId, crawl, next }) => told.has(`${productId}|${crawl}`) || (next !== undefined && told.has(`${productId}|${next}`) && !moved.has(`${productId}|${next}`)));
}

function isBack({ productId, crawl }: ChangeRow, { order, poor, seen }: History): boolean {
  const later = order.slice(order.indexOf(crawl) + 1).filter((one) => !poor.has(one)).slice(0, 3);
  return later.some((one) => seen.get(productId ?? '')?.has(one));
}

function key({ productId, crawl }: Pick<ChangeRow, 'productId' | 'crawl'>): string {
  return `${productId}|${crawl}`;
}

export function amount(value: ValueRow): number {
  return typeof value === 'object' && value !== null ? value.amount : Number.NaN;
}

function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}
