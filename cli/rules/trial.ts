import type { Alert } from '../../model/alert.ts';
import type { Change } from '../../model/change.ts';
import { compileRules } from '../../alerts/rules/compile.ts';
import { startRun } from '../../alerts/rules/run.ts';
import type { Config, Rule } from '../../config/types.ts';
import { knownOf, type Surroundings } from '../../workers/alert/known.ts';

const DAY_MS = 86_400_000;

/** What a set of rules would have told of stored history. */
export interface Trial {
  readonly alerts: readonly Alert[];
  readonly rules: readonly RuleTrial[];
}

/** What one rule would have told. */
export interface RuleTrial {
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

export interface TrialInput {
  readonly config: Config;
  readonly rules: readonly Rule[];
  /** Oldest first. */
  readonly changes: readonly Change[];
  readonly surroundings: Surroundings;
  readonly since: Date;
  readonly until: Date;
}

const EXAMPLES = 3;

/** Runs the rules over the changes. Every change counts as confirmed by as many crawls as its rule asks for, and as held for long enough. Pure. */
export function tryRules({ config, rules, changes, surroundings, since, until }: TrialInput): Trial {
  const run = startRun(compileRules(rules.map((rule) => ({ ...rule, confirm: { needed: 1, of: 1 }, holdFor: 0 }))));
  const alerts = changes.flatMap((change) => [...run.tick(change.at), ...run.change(change, knownOf(config, change, surroundings), change.at)]);
  return { alerts, rules: rules.map((rule) => trialOf(rule, alerts.filter((alert) => alert.ruleId === rule.id), since, until)) };
}

function trialOf(rule: Rule, alerts: readonly Alert[], since: Date, until: Date): RuleTrial {
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
