import { backtest } from '../../../alerts/backtest/run.ts';
import { Recording } from '../../../alerts/backtest/recording.ts';
import type { BacktestReport, ChangeRow, ValueRow } from '../../../alerts/backtest/report.ts';
import { RULE_PRESETS } from '../../../config/presets.ts';
import type { Rule } from '../../../config/types.ts';
import { judgeRecorded } from '../../../cli/judge-recorded.ts';
import { brand, type RuleId } from '../../../model/ids.ts';
import type { History, TrueMove } from './histories.ts';

/** So many of so many. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** What is asked of a backtest. */
export const ASKED = ['errorsTold', 'shiftsReported', 'salesAtOnce', 'largeAtOnce', 'rises', 'falls', 'poorNamed', 'goodNamed', 'goneWrongly', 'goneBack'] as const;
/**
 * errorsTold: spikes and dips that alerted, when they came or when they went. rises, falls: found, of the true ones. poorNamed: failed and partial crawls
 * among the crawl events; goodNamed: others. goneWrongly: said to be gone by a poor crawl or the one after it; goneBack: seen again within three good crawls.
 */
export type Measured = Readonly<Record<(typeof ASKED)[number], Share>>;

/** The sum over several histories. */
export function together(all: readonly Measured[]): Measured {
  const sum = (what: keyof Measured): Share => ({ part: all.reduce((part, one) => part + one[what].part, 0), of: all.reduce((of, one) => of + one[what].of, 0) });
  return {
    errorsTold: sum('errorsTold'), shiftsReported: sum('shiftsReported'), salesAtOnce: sum('salesAtOnce'), largeAtOnce: sum('largeAtOnce'), rises: sum('rises'), falls: sum('falls'),
    poorNamed: sum('poorNamed'), goodNamed: sum('goodNamed'), goneWrongly: sum('goneWrongly'), goneBack: sum('goneBack'),
  };
}

export function shareOf({ part, of }: Share): number {
  return of === 0 ? 0 : part / of;
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
  const way = (up: boolean): Share => ({
    part: prices.filter((change) => (amount(change.to) > amount(change.from)) === up).length, of: history.moves.filter(({ from, to }) => (to > from) === up).length,
  });
  const gone = report.changes.filter(({ kind }) => kind === 'listing_disappeared');
  const named = [...new Set(report.crawlEvents.map(({ crawl }) => crawl))];
  const share = <T>(all: readonly T[], test: (one: T) => boolean): Share => ({ part: all.filter(test).length, of: all.length });
  const isAfterPoor = (crawl: string): boolean => history.poor.has(history.order[history.order.indexOf(crawl) - 1] ?? '');
  const told = new Set(toldErrors(history, report));
  return {
    errorsTold: share(history.errors, (error) => told.has(error)),
    shiftsReported: share(shifts, (move) => found(move, move.crawl) || found(move, move.next)),
    salesAtOnce: share(sales, (move) => found(move, move.crawl)), largeAtOnce: share(large, (move) => found(move, move.crawl)), rises: way(true), falls: way(false),
    poorNamed: share([...history.poor], (crawl) => named.includes(crawl)), goodNamed: share(history.order.filter((crawl) => !history.poor.has(crawl)), (crawl) => named.includes(crawl)),
    goneWrongly: share(gone, ({ crawl }) => history.poor.has(crawl) || isAfterPoor(crawl)), goneBack: share(gone, (change) => isBack(change, history)),
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
