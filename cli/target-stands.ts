import type { Config } from '../config/types.ts';
import type { ReadingFault } from '../model/crawl.ts';
import { isUnreachable, OUTCOME_CLASS, OUTCOMES } from '../model/outcome.ts';
import type { CrawlDocument, TargetDocument } from '../storage/documents.ts';
import { selectorTroubles, type SelectorTrouble } from '../workers/selectors.ts';
import type { Io } from './io.ts';
import { localTime, paint, table } from './output.ts';

/** How a target stands: its last crawl and its next run. */
export interface TargetStand {
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
  readonly state: 'fine' | 'waiting' | 'broken' | 'blocked' | 'unreachable' | 'gone';
  /** Why reading is broken: what is missing, or read in another way. */
  readonly fault?: ReadingFault;
  /** Own selectors of the source that were not used on some pages of the last crawl. */
  readonly selectors?: readonly SelectorTrouble[];
}

/** How the target stands by what is stored of it and of its last crawl. */
export function targetStand(state: TargetDocument, last: CrawlDocument | undefined): TargetStand {
  const { lastFinishedAt, lastVerdict, brokenSince, blockedSince } = state;
  const stand = {
    target: state._id, source: state.sourceId, enabled: state.enabled, nextDueAt: state.nextDueAt,
    ...(last && { crawlId: last._id, listings: last.tally.listings, outcomes: last.tally.outcomes, selectors: selectorTroubles(last.tally) }),
    ...(last?.fault && { fault: last.fault }),
    ...(lastFinishedAt && { finishedAt: lastFinishedAt }), ...(lastVerdict && { verdict: lastVerdict }),
    ...(brokenSince && { brokenSince }), ...(blockedSince && { blockedSince }),
  };
  return { ...stand, state: stateOf(stand) };
}

/** `unreachable`: its crawls were blocked because the host did not answer, not because it refused. `gone`: the host said that there is no such page. */
function stateOf({ brokenSince, blockedSince, finishedAt, outcomes }: Omit<TargetStand, 'state'>): TargetStand['state'] {
  if (blockedSince) return OUTCOMES.every((outcome) => (outcomes?.[outcome] ?? 0) === 0 || isUnreachable(outcome)) ? 'unreachable' : 'blocked';
  if (brokenSince) return 'broken';
  if (!finishedAt) return 'waiting';
  const seen = OUTCOMES.filter((outcome) => (outcomes?.[outcome] ?? 0) > 0);
  return seen.length > 0 && seen.every((outcome) => OUTCOME_CLASS[outcome] === 'absence') ? 'gone' : 'fine';
}

/** A line for each target. */
export function targetTable(io: Io, stands: readonly TargetStand[], { timezone }: Pick<Config, 'timezone'>): string {
  const time = (at: Date | undefined): string => (at ? localTime(at, timezone).slice(0, 16) : '–');
  return table(io, ['target', 'last crawl', 'verdict', 'listings', 'pages', 'next run', 'state'], stands.map((one) => [
    one.target, time(one.finishedAt), one.verdict ?? '–', String(one.listings ?? '–'), outcomesText(one.outcomes), one.enabled ? time(one.nextDueAt) : 'off', stateText(io, one, time),
  ]));
}

function stateText(io: Io, { state, brokenSince, blockedSince }: TargetStand, time: (at: Date | undefined) => string): string {
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
