import type { Rule } from '../../config/types.ts';
import { compileRules } from '../rules/compile.ts';
import { Fold } from './fold.ts';
import type { JudgeCrawl } from './judge-crawl.ts';
import type { Recording } from './recording.ts';
import type { BacktestReport } from './report.ts';
import { Rows } from './rows.ts';
import { Told } from './told.ts';

/** What rivalwatch would have found and told, had it made the recorded crawls itself. Pure: the same recording gives the same report. */
export function backtest(recording: Recording, rules: readonly Rule[], judge: JudgeCrawl): BacktestReport {
  const fold = new Fold(judge);
  const told = new Told(compileRules(rules), fold);
  const rows = new Rows(fold);
  const crawls = recording.crawls();
  for (const crawl of crawls) {
    const folded = fold.take(crawl);
    rows.take(folded, told.take(folded));
  }
  return {
    version: 1, crawls: crawls.length, observations: crawls.reduce((sum, { observed }) => sum + observed.size, 0),
    changes: rows.changes, suspicious: rows.suspicious(), crawlEvents: rows.crawlEvents, alerts: rows.alerts, errors: recording.errors,
  };
}
