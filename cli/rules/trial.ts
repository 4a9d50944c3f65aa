import type { CompiledRules } from '../../alerts/rules/compiled.ts';
import { compileRules } from '../../alerts/rules/compile.ts';
import { confirms, type Sighted } from '../../alerts/rules/confirms.ts';
import type { RuleContext } from '../../alerts/rules/context.ts';
import { startRun, type Run } from '../../alerts/rules/run.ts';
import type { Config, Rule } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import type { Change } from '../../model/change.ts';
import type { CrawlDocument } from '../../storage/documents.ts';
import { grouped } from '../../storage/parts.ts';
import { knownAbout, knownOf } from '../../workers/alert/known.ts';
import type { Past } from './past.ts';
import { listingAt, sightedAt, standingAt } from './then.ts';

const DAY_MS = 86_400_000;

/** What a set of rules would have told of stored history. */
export interface Trial {
  readonly alerts: readonly Alert[];
  readonly rules: readonly ToldByRule[];
}

/** What one rule would have told. */
export interface ToldByRule {
  readonly rule: Rule['id'];
  readonly alerts: number;
  /** Alerts a day, over the whole time. */
  readonly perDay: number;
  /** Alerts in each week, the oldest first; weeks begin at the first moment looked at. */
  readonly perWeek: readonly number[];
  /** The most of one day: what a busy day would have been like. */
  readonly busiestDay: number;
  readonly examples: readonly Alert[];
}

const EXAMPLES = 3;

/** A set of rules that is tried on what is stored, a part at a time. Nothing is sent or written. */
export class RuleTrial {
  readonly #config: Config;
  readonly #rules: readonly Rule[];
  readonly #compiled: CompiledRules;
  readonly #alerts: Alert[] = [];

  constructor(config: Config, rules: readonly Rule[]) {
    this.#config = config;
    this.#rules = rules;
    this.#compiled = compileRules(rules);
  }

  /** Shows a part of history to the rules as the alert worker would have: with each crawl its changes, what waited for it, and the listings as it found them. */
  take(past: Past, until: Date): void {
    const run = startRun(this.#compiled);
    // What is due with a crawl knows what it found.
    for (const moment of momentsOf(past)) this.#alerts.push(...run.tick(new Date(moment.at.getTime() - 1)), ...this.#momentOf(run, past, moment), ...run.tick(moment.at));
    this.#alerts.push(...run.tick(until));
  }

  /** What they would have told. */
  result(since: Date, until: Date): Trial {
    const alerts = this.#alerts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    return { alerts, rules: this.#rules.map((rule) => toldOf(rule, alerts.filter((alert) => alert.ruleId === rule.id), since, until)) };
  }

  #momentOf(run: Run, { surroundings, listings }: Past, { at, changes, crawl }: Moment): readonly Alert[] {
    const contextOf = (change: Change): RuleContext => {
      const past = change.listingId && listings.get(change.listingId);
      return knownOf(this.#config, change, past ? { own: surroundings.own, listings: new Map([[past.listing._id, listingAt(past, at)]]) } : surroundings);
    };
    const told = changes.flatMap((change) => run.change(change, contextOf(change), at));
    if (!crawl) return told;
    const looking = { ...crawl, crawlId: crawl._id };
    const sighted = ({ listingId }: Change): Sighted | undefined => {
      const past = listingId && listings.get(listingId);
      return past ? sightedAt(past, crawl) : listingId && surroundings.listings.get(listingId);
    };
    const looked = run.look({ ...looking, contextOf, confirms: (change) => confirms(looking, change, sighted(change)) }, at);
    const read = this.#compiled.looking.length > 0 && (crawl.verdict === 'good' || crawl.verdict === 'partial');
    const stood = (read ? [...listings.values()] : []).flatMap((listing): readonly Alert[] => {
      const found = standingAt(listing, crawl);
      return found ? run.standing(found.standing, knownAbout(this.#config, found.standing, found.history, surroundings), at) : [];
    });
    return [...told, ...looked, ...stood];
  }
}

/** One crawl with the changes it brought; or one change of a crawl that is no longer on record. */
interface Moment {
  readonly at: Date;
  readonly changes: readonly Change[];
  readonly crawl?: CrawlDocument;
}

function momentsOf({ crawls, changes }: Past): readonly Moment[] {
  const known = new Set(crawls.map(({ _id }) => _id));
  const brought = new Map(grouped(changes, ({ crawlId }) => crawlId).map((group) => [group[0]?.crawlId, group]));
  const alone = changes.flatMap((change): Moment[] => (known.has(change.crawlId) ? [] : [{ at: change.at, changes: [change] }]));
  const ofCrawls = crawls.map((crawl): Moment => ({ at: crawl.finishedAt ?? crawl.startedAt, changes: brought.get(crawl._id) ?? [], crawl }));
  return [...alone, ...ofCrawls].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function toldOf(rule: Rule, alerts: readonly Alert[], since: Date, until: Date): ToldByRule {
  const span = Math.max(1, until.getTime() - since.getTime());
  const perWeek = Array.from({ length: Math.max(1, Math.ceil(span / (7 * DAY_MS))) }, () => 0);
  const perDay = new Map<number, number>();
  for (const { at } of alerts) {
    const after = at.getTime() - since.getTime();
    const week = Math.min(perWeek.length - 1, Math.max(0, Math.floor(after / (7 * DAY_MS))));
    perWeek[week] = (perWeek[week] ?? 0) + 1;
    perDay.set(Math.floor(after / DAY_MS), (perDay.get(Math.floor(after / DAY_MS)) ?? 0) + 1);
  }
  return {
    rule: rule.id, alerts: alerts.length, perDay: Math.round((alerts.length * DAY_MS * 100) / Math.max(span, DAY_MS)) / 100, perWeek, busiestDay: Math.max(0, ...perDay.values()),
    examples: alerts.slice(-EXAMPLES),
  };
}

/** One rule in two sets of rules. */
export interface Compared {
  readonly rule: Rule['id'];
  /** Undefined: there is no such rule in that set. */
  readonly before?: number;
  readonly after?: number;
  /** Told by one set alone, of the rules of this name. */
  readonly onlyBefore: readonly Alert[];
  readonly onlyAfter: readonly Alert[];
}

/** Two trials over the same history, rule by rule: what each tells that the other does not. Alerts are the same when rule, moment and change are. */
export function compareTrials(before: Trial, after: Trial): readonly Compared[] {
  const names = [...new Set([...before.rules, ...after.rules].map(({ rule }) => rule))];
  const keysOf = (trial: Trial): ReadonlySet<string> => new Set(trial.alerts.map(keyOf));
  const [had, has] = [keysOf(before), keysOf(after)];
  return names.map((rule) => {
    const [one, other] = [before, after].map((trial) => trial.rules.find((found) => found.rule === rule)?.alerts);
    return {
      rule, ...(one === undefined ? {} : { before: one }), ...(other === undefined ? {} : { after: other }),
      onlyBefore: before.alerts.filter((alert) => alert.ruleId === rule && !has.has(keyOf(alert))), onlyAfter: after.alerts.filter((alert) => alert.ruleId === rule && !had.has(keyOf(alert))),
    };
  });
}

function keyOf({ ruleId, moment, change }: Alert): string {
  return `${ruleId} ${moment} ${change.id}`;
}
