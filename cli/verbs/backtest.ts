import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { BacktestReport, ValueRow } from '../../alerts/backtest/report.ts';
import { backtest } from '../../alerts/backtest/run.ts';
import { loadRules } from '../../config/rules-file.ts';
import type { Rule } from '../../config/types.ts';
import { judgeRecorded } from '../judge-recorded.ts';
import { configError } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { oneLine, paint, table } from '../output.ts';
import { readRecording } from '../read-recording.ts';

interface Options extends GlobalOptions { readonly observations: string; readonly rules?: string }

/** Rows of each kind that the text for people shows. */
const SHOWN = 10;

/** `backtest`: what recorded observations would have made of changes and alerts. Needs no database and sends nothing. */
export function addBacktest(program: Command, io: Io): void {
  program.command('backtest').description('replay recorded observations; show the changes, suspicions, crawl events and alerts they make')
    .requiredOption('--observations <file>', 'JSON Lines of crawls and observations, - for standard input; docs/backtest.md describes them')
    .option('--rules <file>', 'YAML with a rules section as in the configuration; without it there are no alerts')
    .addHelpText('after', '\nExamples:\n  rivalwatch backtest --observations shop.jsonl --rules rivalwatch.yaml\n  rivalwatch backtest --observations shop.jsonl --rules rules.yaml --json > report.json')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const rules = options.rules === undefined ? [] : await rulesOf(io, options.rules);
      const recording = await readRecording(io, options.observations);
      const report = backtest(recording, rules, judgeRecorded);
      if (options.json) await write(io, report);
      else io.stdout(`${summary(io, report)}\n`);
    });
}

async function rulesOf(io: Io, file: string): Promise<readonly Rule[]> {
  const loaded = await loadRules(resolve(io.cwd, file), io.env);
  if (!loaded.ok) throw configError(loaded.mistakes);
  if (loaded.warnings.length > 0) io.stderr(`${[paint(io, 'yellow', 'A recording has sources and listings, but no targets, tags or products of yours:'), ...loaded.warnings].join('\n')}\n`);
  return loaded.rules;
}

/** A row a line, so that a report of any length is written as it goes. */
async function write(io: Io, { changes, suspicious, crawlEvents, alerts, errors, ...head }: BacktestReport): Promise<void> {
  const put = async (text: string): Promise<void> => {
    if (!io.stream.write(text)) await new Promise((done) => { io.stream.once('drain', done); });
  };
  await put(JSON.stringify(head).slice(0, -1));
  for (const [name, rows] of Object.entries({ changes, suspicious, crawlEvents, alerts, errors })) {
    await put(`,\n"${name}":[`);
    for (const [index, row] of rows.entries()) await put(`${index === 0 ? '' : ','}\n${JSON.stringify(row)}`);
    await put(']');
  }
  await put('}\n');
}

function summary(io: Io, report: BacktestReport): string {
  const kinds = new Map<string, number>();
  for (const { kind } of report.changes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const rules = new Map<string, number>();
  for (const { rule } of report.alerts) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  const became = (what: string): number => report.suspicious.filter((one) => one.became === what).length;
  const last = report.alerts.slice(-SHOWN);
  return [
    `${report.crawls} crawls, ${report.observations} observations: ${report.changes.length} changes, ${report.alerts.length} alerts.`,
    table(io, ['change', 'count'], [...kinds].toSorted(([, a], [, b]) => b - a).map(([kind, count]) => [kind, String(count)])),
    `${report.suspicious.length} suspicious prices waited for a second look: ${became('confirmed')} confirmed, ${became('dropped')} dropped, ${became('open')} open.`,
    table(io, ['crawl', 'source', 'verdict', 'why'], report.crawlEvents.slice(0, SHOWN).map(({ crawl, source, verdict, why }) => [oneLine(crawl, 30), oneLine(source, 30), verdict, oneLine(why, 90)])),
    ...(report.crawlEvents.length > SHOWN ? [`… ${report.crawlEvents.length - SHOWN} more crawls that were not good`] : []),
    table(io, ['rule', 'alerts'], [...rules].toSorted(([, a], [, b]) => b - a).map(([rule, count]) => [rule, String(count)])),
    ...(last.length > 0 ? [paint(io, 'dim', `The last ${last.length}:`)] : []),
    table(io, ['when', 'rule', 'source', 'product', 'change', 'from', 'to'], last.map(({ at, rule, source, productId, change, from, to }) => [
      at.toISOString().slice(0, 16), rule, oneLine(source, 24), oneLine(productId ?? '', 24), change, valueText(from), valueText(to),
    ])),
    ...(report.errors.length > 0 ? [paint(io, 'yellow', `${report.errors.length} mistakes in its lines are named above and in "errors" (--json).`)] : []),
  ].filter(Boolean).join('\n');
}

function valueText(value: ValueRow): string {
  if (value === null) return '';
  return typeof value === 'object' ? `${value.amount} ${value.currency}` : oneLine(String(value), 40);
}
