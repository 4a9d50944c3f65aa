import type { Command } from 'commander';
import type { ReadingFault } from '../../model/crawl.ts';
import { isUnreachable, OUTCOME_CLASS, OUTCOMES } from '../../model/outcome.ts';
import { crawlsByIds } from '../../storage/crawls.ts';
import { archiveSize } from '../../storage/archive.ts';
import type { CrawlDocument, TargetDocument } from '../../storage/documents.ts';
import { matchesOfSkus } from '../../storage/matches.ts';
import { allTargets } from '../../storage/targets.ts';
import { channelLines, channelStands } from '../channel-stands.ts';
import { openConfig, withStore } from '../context.ts';
import { crawlDoubts } from '../crawl-doubts.ts';
import { deliveryLines, deliveryTroubles } from '../delivery-troubles.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { counted, localTime, paint, print, sizeText, table } from '../output.ts';
import { workLines, workStands } from '../work-stands.ts';
import { selectorTroubles, type SelectorTrouble } from '../../workers/selectors.ts';

/** `status`: every target with its last crawl and its next run, whether anything is worked on at all, and what was not delivered. */
export function addStatus(program: Command, io: Io): void {
  program.command('status').description('every target: last crawl, verdict, next run, whether it is broken, blocked or unreachable; whether a process runs; what was not delivered')
    .addHelpText('after', '\nExamples:\n  rivalwatch status\n  rivalwatch status --json | jq ".targets[] | select(.verdict != \\"good\\")"')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { config } = await openConfig(io, options);
      await withStore(io, config, async (store) => {
        const stored = (await allTargets(store)).filter((state) => config.targets.has(state._id));
        const crawls = new Map((await crawlsByIds(store, stored.flatMap(({ lastCrawlId }) => lastCrawlId ?? []))).map((crawl) => [crawl._id, crawl]));
        const states = stored.map((state) => ({ state, last: state.lastCrawlId && crawls.get(state.lastCrawlId) }));
        const never = [...config.targets.keys()].filter((id) => !states.some(({ state }) => state._id === id));
        const archive = await archiveSize(store);
        const deliveries = await deliveryTroubles(store, io.clock());
        const channels = await channelStands(store, config);
        const work = await workStands(store, config, io.clock());
        const proposed = (await matchesOfSkus(store, [...config.products.keys()])).filter(({ state }) => state === 'proposed').length;
        const data = { work, targets: states.map(({ state, last }) => statusOf(state, last)), neverPlanned: never, channels, deliveries, proposedMatches: proposed, archive };
        const time = (at: Date | undefined | null): string => (at ? localTime(at, config.timezone).slice(0, 16) : '–');
        print(io, options, data, () => [
          table(io, ['target', 'last crawl', 'verdict', 'listings', 'pages', 'next run', 'state'], data.targets.map((one) => [
            one.target, time(one.finishedAt), one.verdict ?? '–', String(one.listings ?? '–'), outcomesText(one.outcomes), one.enabled ? time(one.nextDueAt) : 'off', stateText(io, one, time),
          ])),
          ...states.flatMap(({ last }) => (last ? crawlDoubts(io, last) : [])),
          ...(never.length > 0 ? [`Not planned yet: ${never.join(', ')}. "rivalwatch run" does it.`] : []),
          ...workLines(io, work),
          ...channelLines(io, channels, config),
          ...deliveryLines(io, deliveries, config),
          ...(proposed > 0 ? [`Proposed, and waiting for your word: ${proposed === 1 ? '1 match' : `${proposed} matches`}. "rivalwatch matches" shows them.`] : []),
          `Archive: ${counted(archive.answers, 'answer')}, ${sizeText(archive.storedBytes)}.`,
        ].filter(Boolean).join('\n'));
      });
    });
}

interface Status {
  readonly target: string;
  readonly source: string;
  readonly enabled: boolean;
  readonly nextDueAt: Date;
  readonly crawlId?: string;
  readonly finishedAt?: Date;
  readonly verdict?: string;
  readonly listings?: number;
  readonly outcomes?: CrawlDocument['tally']['outcomes'];
  readonly brokenSince?: Date;
  readonly blockedSince?: Date;
  readonly state: Stand;
  /** Why reading is broken: what is missing, or read in another way. */
  readonly fault?: ReadingFault;
  /** Own selectors of the source that were not used on some pages of the last crawl. */
  readonly selectors?: readonly SelectorTrouble[];
}

type Stand = 'fine' | 'waiting' | 'broken' | 'blocked' | 'unreachable' | 'gone';

function statusOf(state: TargetDocument, last: CrawlDocument | undefined): Status {
  const { lastFinishedAt, lastVerdict, brokenSince, blockedSince } = state;
  const status = {
    target: state._id, source: state.sourceId, enabled: state.enabled, nextDueAt: state.nextDueAt,
    ...(last && { crawlId: last._id, listings: last.tally.listings, outcomes: last.tally.outcomes, selectors: selectorTroubles(last.tally) }),
    ...(last?.fault && { fault: last.fault }),
    ...(lastFinishedAt && { finishedAt: lastFinishedAt }), ...(lastVerdict && { verdict: lastVerdict }),
    ...(brokenSince && { brokenSince }), ...(blockedSince && { blockedSince }),
  };
  return { ...status, state: standOf(status) };
}

/** How a target stands. `unreachable`: its crawls were blocked because the host did not answer, not because it refused. `gone`: the host said that there is no such page. */
function standOf({ brokenSince, blockedSince, finishedAt, outcomes }: Omit<Status, 'state'>): Stand {
  if (blockedSince) return OUTCOMES.every((outcome) => (outcomes?.[outcome] ?? 0) === 0 || isUnreachable(outcome)) ? 'unreachable' : 'blocked';
  if (brokenSince) return 'broken';
  if (!finishedAt) return 'waiting';
  const seen = OUTCOMES.filter((outcome) => (outcomes?.[outcome] ?? 0) > 0);
  return seen.length > 0 && seen.every((outcome) => OUTCOME_CLASS[outcome] === 'absence') ? 'gone' : 'fine';
}

function stateText(io: Io, { state, brokenSince, blockedSince }: Status, time: (at: Date | undefined) => string): string {
  switch (state) {
    case 'fine': return paint(io, 'green', 'fine');
    case 'gone': return paint(io, 'yellow', 'the page is gone');
    case 'waiting': return 'not crawled yet';
    case 'broken': return paint(io, 'yellow', `reading broken since ${time(brokenSince)}`);
    case 'blocked': return paint(io, 'red', `blocked since ${time(blockedSince)}`);
    case 'unreachable': return paint(io, 'yellow', `not reachable since ${time(blockedSince)}`);
    default: return state satisfies never;
  }
}

/** `12 ok, 1 timeout`. */
export function outcomesText(outcomes: CrawlDocument['tally']['outcomes'] | undefined): string {
  return Object.entries(outcomes ?? {}).map(([outcome, count]) => `${count} ${outcome}`).join(', ');
}
