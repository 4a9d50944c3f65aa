import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import { suggestion } from '../../config/mistakes.ts';
import { duration } from '../../config/units.ts';
import type { Config, Target } from '../../config/types.ts';
import { brand, type CrawlId, type TargetId } from '../../model/ids.ts';
import type { Change } from '../../model/change.ts';
import type { Suspicion } from '../../model/suspicion.ts';
import { OUTCOME_CLASS, OUTCOMES, type Outcome } from '../../model/outcome.ts';
import { changesOfCrawl } from '../../storage/changes.ts';
import { crawl as getCrawl } from '../../storage/crawls.ts';
import type { CrawlDocument } from '../../storage/documents.ts';
import type { Store } from '../../storage/store.ts';
import { pendingVersions } from '../../storage/settling.ts';
import { chromiumOf, openConfig, withStoreAndRedis } from '../context.ts';
import { crawlDoubts } from '../crawl-doubts.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { logFor } from '../log.ts';
import { crawlOutcomeText } from '../outcome-words.ts';
import { counted, oneLine, print, sizeText, table } from '../output.ts';
import { changeWords } from '../words.ts';
import { outcomesText } from '../target-stands.ts';

/** Everything a crawl goes through, without the schedule: nothing else is started. */
const QUEUES = ['crawl', 'diff', 'alert', 'notify', 'recommend'] as const;
const LOOK_MS = 200;
/** Prices that are held back and shown. */
const MOST_HELD = 5;

interface Options extends GlobalOptions { readonly patience: string }

/** `crawl`: one crawl of one target now, through the whole pipeline. */
export function addCrawl(program: Command, io: Io): void {
  program.command('crawl').description('crawl one target now, compare, tell and advise')
    .argument('<target>', 'name of the target')
    .option('--patience <duration>', 'longest wait for the end', '30m')
    .addHelpText('after', '\nThe page by page progress goes to stderr. The schedule of the target does not change.\n\nExamples:\n  rivalwatch crawl allbirds-all\n  rivalwatch crawl lamp --json')
    .action(async (name: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const patience = duration.safeParse(options.patience);
      if (!patience.success) throw new CliError(EXIT.usage, `--patience "${options.patience}" is no duration; write e.g. 10m.`);
      const { config } = await openConfig(io, options);
      const target = config.targets.get(brand<TargetId>(name));
      if (!target) throw new CliError(EXIT.usage, `There is no target "${name}".${suggestion(name, [...config.targets.keys()])}`);
      const { crawl, changes, held } = await crawlNow(io, config, target, patience.data);
      const data = { crawl: crawl._id, target: target.id, verdict: crawl.verdict, tally: crawl.tally, changes, held };
      const failed = crawl.verdict === 'blocked' || crawl.verdict === 'broken';
      if (!failed || !options.json) print(io, options, data, () => summary(io, config, crawl, changes, held));
      if (failed) throw failure(crawl, data);
    });
}

/** Refused when a wall or a rule stopped it; failed when the pages did not come or could not be read. */
function failure({ verdict, tally }: CrawlDocument, data: Readonly<Record<string, unknown>>): CliError {
  const count = (outcome: Outcome): number => tally.outcomes[outcome] ?? 0;
  const [first] = OUTCOMES.filter((outcome) => outcome !== 'ok' && count(outcome) > 0).toSorted((a, b) => count(b) - count(a));
  const todo = first === undefined || first === 'ok' ? '' : `\n${crawlOutcomeText(first)}`;
  if (verdict === 'broken') return new CliError(EXIT.failed, `Pages came, but their reading is broken; their values were held back. "rivalwatch read URL" shows what is seen, docs/reading.md what to do.${todo}`, data);
  const refused = OUTCOMES.some((outcome) => count(outcome) > 0 && ['wall', 'refused'].includes(OUTCOME_CLASS[outcome]));
  return new CliError(refused ? EXIT.refused : EXIT.failed, `Nothing was learned: ${outcomesText(tally.outcomes) || 'no page was asked for'}.${todo}`, data);
}

async function crawlNow(io: Io, config: Config, target: Target, patience: number): Promise<{ readonly crawl: CrawlDocument; readonly changes: readonly Change[]; readonly held: readonly Suspicion[] }> {
  // Loaded here: a line of help must not load the workers with all they stand on.
  const [{ startWorkers }, { openAndEnqueue }] = await Promise.all([import('../../workers/main.ts'), import('../../workers/plan.ts')]);
  const source = config.sources.get(target.sourceId);
  return withStoreAndRedis(io, config, async (store, redisUrl) => {
    const chromium = await chromiumOf(io, config, source ? [source] : []);
    const workers = await startWorkers({
      config: () => config, store, redisUrl, log: logFor(io, 'error'), chromium, only: QUEUES, health: false, clock: io.clock,
      onProgress: ({ targetId, outcome, url, detail, listings }) => {
        if (targetId === target.id) io.stderr(`${oneLine(`${outcome.padEnd(12)} ${url} ${outcome === 'ok' ? counted(listings, 'listing') : detail}`, 160)}\n`);
      },
    });
    try {
      const id = await openAndEnqueue(workers.context, target, io.clock());
      const crawl = await finished(io, store, id, patience);
      const { versions } = await pendingVersions(store, id, undefined, MOST_HELD);
      return { crawl, changes: await changesOfCrawl(store, id), held: versions.flatMap(({ suspicion }) => suspicion ?? []) };
    } finally {
      await workers.stop();
    }
  });
}

/** Waits until the crawl has gone through every stage: other processes may work on it, so the database is asked. */
async function finished(io: Io, store: Store, id: CrawlId, patience: number): Promise<CrawlDocument> {
  const signal = AbortSignal.any([io.signal, AbortSignal.timeout(patience)]);
  for (;;) {
    const crawl = await getCrawl(store, id);
    if (crawl?.stage === 'done') return crawl;
    try {
      await pause(LOOK_MS, undefined, { signal });
    } catch {
      const [code, why] = io.signal.aborted ? [EXIT.stopped, 'Stopped'] : [EXIT.failed, 'Not done within --patience'];
      throw new CliError(code, `${why}; the crawl stands at "${crawl?.stage ?? 'crawl'}" and goes on with "rivalwatch run".`, { crawl: id });
    }
  }
}

function summary(io: Io, config: Config, crawl: CrawlDocument, changes: readonly Change[], held: readonly Suspicion[]): string {
  return [
    `verdict ${crawl.verdict ?? '–'}: ${outcomesText(crawl.tally.outcomes) || 'no pages'}; ${counted(crawl.tally.listings, 'listing')}, ${sizeText(crawl.tally.bytes)}`,
    ...crawlDoubts(io, crawl),
    ...held.map(({ why }) => `Held back until it is seen again: ${oneLine(why, 150)}.`),
    changes.length === 0 ? 'Nothing changed.' : table(io, ['what', 'title'], changes.map((change) => [oneLine(changeWords(change, config).text, 100), oneLine(change.title, 60)])),
  ].join('\n');
}
