import type { Alert } from '../../model/alert.ts';
import type { Episode } from '../../model/episode.ts';
import type { Change } from '../../model/change.ts';
import type { CrawlId, TargetId } from '../../model/ids.ts';
import type { CompiledRule, CompiledRules } from './compiled.ts';
import { evaluateDue } from './due.ts';
import { evaluate, isExpired } from './evaluate.ts';
import { waitNoLonger } from './handling.ts';
import type { Evaluation } from './evaluation.ts';
import type { RuleContext } from './context.ts';
import { show } from './filter.ts';
import { aspectFor, standingAspect } from './kinds.ts';
import type { Present } from './present.ts';
import { asChange, evaluateStanding, type Standing } from './standing.ts';

/** A crawl that looks again. */
export interface Look {
  readonly crawlId: CrawlId;
  readonly targetId: TargetId;
  /** Whether the crawl saw what the change is about, so that it still stands (confirms.ts). */
  readonly confirms: (change: Change) => boolean;
  readonly contextOf: (change: Change) => RuleContext;
}

/**
 * Rules over any amount of history, in memory: what the alert worker does with the database, the backtest and `rivalwatch rules test` do with this. Pure:
 * the time comes in as an argument, nothing is written. Show it, in the order of time, for each crawl: its changes ({@link Run.change}), the crawl itself
 * ({@link Run.look}: what waits is confirmed), the listings it saw ({@link Run.standing}: states), and, when the clock matters, {@link Run.tick}.
 *
 * ```ts
 * const run = startRun(compileRules(config.rules));   // each rule is compiled once
 * for (const change of changes) alerts.push(...run.change(change, contextOf(change), change.at));
 * ```
 */
export interface Run {
  /** The alerts that one change makes. The same change twice makes none the second time. */
  readonly change: (change: Change, context: RuleContext, now: Date) => readonly Alert[];
  /** The alerts of changes that waited for this crawl, or for the end of a cooldown. */
  readonly look: (look: Look, now: Date) => readonly Alert[];
  /** The alerts of one listing as the crawl found it. */
  readonly standing: (standing: Standing, context: RuleContext, now: Date) => readonly Alert[];
  /** The alerts that are due by the clock: escalations and reminders. */
  readonly tick: (now: Date) => readonly Alert[];
  /** Every episode as it stands. */
  readonly episodes: () => Iterable<Episode>;
}

/** One rule with its episodes by subject and aspect. */
interface Lane {
  readonly compiled: CompiledRule;
  readonly episodes: Map<string, Episode>;
  /** Changes that wait, by the key of their episode. */
  readonly waiting: Map<string, Change>;
  /** What may be told again: the newest alert of each firing episode that something is due at, and the listing as it was shown since. */
  readonly last: Map<string, { readonly alert: Alert; readonly present?: Present }>;
}

/** Begins without any episode. */
export function startRun(rules: CompiledRules): Run {
  const lanes = rules.all.map((compiled): Lane => ({ compiled, episodes: new Map(), waiting: new Map(), last: new Map() }));
  const byRule = new Map(lanes.map((lane) => [lane.compiled, lane]));
  const atHand = new WeakMap<readonly CompiledRule[], readonly Lane[]>();
  const lanesFor = ({ detail, sourceId }: Change): readonly Lane[] => {
    const compiled = rules.at(detail.kind, sourceId);
    const found = atHand.get(compiled) ?? compiled.flatMap((one) => byRule.get(one) ?? []);
    atHand.set(compiled, found);
    return found;
  };
  const looking = lanes.filter(({ compiled }) => compiled.looks);
  return {
    change: (change, context, now) => {
      const shown = show(change, context);
      const alerts: Alert[] = [];
      const keys: { own_price?: string; stands?: string; change?: string } = {};
      for (const lane of lanesFor(change)) {
        const { compiled } = lane;
        if (!compiled.picks(shown)) continue;
        const asked = compiled.asks(shown);
        // One text for all rules: a map need not work out its hash again.
        const key = (keys[standingAspect(compiled, change.detail) ?? 'change'] ??= keyOf(compiled, change));
        const episode = lane.episodes.get(key);
        if (!asked && !episode) continue;
        keep(lane, key, change, evaluate(episode ? { compiled, change, context, fits: asked, now, episode } : { compiled, change, context, fits: asked, now }), alerts);
        if (change.detail.kind === 'price') note(lane, key, { standing: { facts: change, listing: { price: change.detail.to } }, context });
      }
      return alerts;
    },
    look: (look, now) => lanes.flatMap((lane) => lookAgain(lane, look, now)),
    standing: (standing, context, now) => looking.flatMap((lane) => stand(lane, standing, context, now)),
    tick: (now) => lanes.flatMap((lane) => tickOf(lane, now)),
    episodes: function* () {
      for (const lane of lanes) yield* lane.episodes.values();
    },
  };
}

function keyOf(compiled: CompiledRule, change: Change): string {
  return `${change.subjectId}|${aspectFor(compiled, change.detail)}`;
}

function keep(lane: Lane, key: string, change: Change, { episode, alert }: Evaluation, alerts: Alert[]): void {
  if (episode) lane.episodes.set(key, episode);
  if (episode?.waiting?.changeId === change.id) lane.waiting.set(key, change);
  else if (episode && !episode.waiting) lane.waiting.delete(key);
  if (!alert) return;
  alerts.push(alert);
  if (alert.id === episode?.lastAlertId && (episode.escalateAt ?? episode.remindAt)) lane.last.set(key, { alert });
}

/** The listing as it is now, where something may be told of it again. */
function note({ last }: Lane, key: string, present: Present): void {
  const due = last.get(key);
  if (due) last.set(key, { ...due, present });
}

function lookAgain(lane: Lane, { crawlId, targetId, confirms, contextOf }: Look, now: Date): readonly Alert[] {
  const alerts: Alert[] = [];
  for (const [key, change] of lane.waiting) {
    const episode = lane.episodes.get(key);
    if (!episode?.waiting || episode.waiting.standing || episode.waiting.targetId !== targetId || episode.confirmedIn === crawlId) continue;
    if (change.crawlId === crawlId || !confirms(change)) continue;
    const result = evaluate({ compiled: lane.compiled, change, episode, context: { ...contextOf(change), confirmedBy: Math.max(1, episode.seen) + 1 }, now });
    keep(lane, key, change, { ...result, episode: result.episode ? { ...result.episode, confirmedIn: crawlId } : waitNoLonger(episode, now) }, alerts);
  }
  return alerts;
}

function stand(lane: Lane, standing: Standing, context: RuleContext, now: Date): readonly Alert[] {
  const { compiled } = lane;
  const change = asChange(standing, compiled);
  if (!change) return [];
  const key = keyOf(compiled, change);
  note(lane, key, { standing, context });
  const episode = lane.episodes.get(key);
  if (episode?.waiting?.standing && episode.confirmedIn === standing.facts.crawlId) return [];
  const alerts: Alert[] = [];
  const result = evaluateStanding({ compiled, change, context, now, ...(episode ? { episode } : {}) });
  keep(lane, key, change, result.episode ? { ...result, episode: { ...result.episode, confirmedIn: standing.facts.crawlId } } : result, alerts);
  return alerts;
}

function tickOf(lane: Lane, now: Date): readonly Alert[] {
  const alerts: Alert[] = [];
  for (const [key, { alert, present }] of lane.last) {
    const episode = lane.episodes.get(key);
    if (!episode || !(episode.escalateAt ?? episode.remindAt) || isExpired(lane.compiled, now)) lane.last.delete(key);
    else if ([episode.escalateAt, episode.remindAt].some((at) => at !== undefined && at <= now)) keep(lane, key, alert.change, evaluateDue({ compiled: lane.compiled, episode, last: alert, present, now }), alerts);
  }
  return alerts;
}
