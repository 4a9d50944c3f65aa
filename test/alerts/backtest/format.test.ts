import { expect, test } from 'vitest';
import { recordedLine, recordedLineSchema } from '../../../alerts/backtest/format.ts';
import { reportJsonSchema, reportSchema } from '../../../alerts/backtest/report-schema.ts';
import { historyOf, WEEKLY } from './histories.ts';
import { reportOf } from './measure.ts';

// When one of these is stale: npx vitest run test/alerts/backtest/format.test.ts -u

test('docs/backtest.line.schema.json is what the code reads', async () => {
  await expect(`${JSON.stringify(recordedLineSchema(), null, 2)}\n`).toMatchFileSnapshot('../../../docs/backtest.line.schema.json');
});

test('docs/backtest.report.schema.json is what the code writes', async () => {
  await expect(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../../docs/backtest.report.schema.json');
});

test('made histories and their reports are of these shapes', () => {
  const history = historyOf({ ...WEEKLY, listings: 40, crawls: 30, seed: 3 });
  for (const line of history.lines) expect(recordedLine.safeParse(JSON.parse(line)).error).toBeUndefined();
  const report = reportOf(history);
  expect([report.changes.length, report.alerts.length, report.suspicious.length].every((count) => count > 0)).toBe(true);
  expect(reportSchema.safeParse(JSON.parse(JSON.stringify(report))).error).toBeUndefined();
});
