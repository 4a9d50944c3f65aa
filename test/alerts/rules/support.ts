import { compileRule, watches } from '../../../alerts/rules/compile.ts';
import type { CompiledRule } from '../../../alerts/rules/compiled.ts';
import { evaluate } from '../../../alerts/rules/evaluate.ts';
import type { EvaluateInput, Evaluation } from '../../../alerts/rules/evaluation.ts';
import { fits, show } from '../../../alerts/rules/filter.ts';
import { RULE_DEFAULTS } from '../../../config/presets.ts';
import type { Rule } from '../../../config/types.ts';
import type { Alert } from '../../../model/alert.ts';
import type { Episode } from '../../../model/episode.ts';
import type { Change, ChangeDetail } from '../../../model/change.ts';
import { brand, factId } from '../../../model/ids.ts';
import type { Availability } from '../../../model/listing.ts';
import { percentChange } from '../../../model/money.ts';
import { at, EVIDENCE, facts, price } from '../changes/support.ts';

export const PRODUCT: NonNullable<Alert['product']> = { sku: brand('LAMP-1'), title: 'Our lamp', price: price(9_500).money };

export function rule(more: Partial<Rule>): Rule {
  return { ...RULE_DEFAULTS, id: brand('my-rule'), on: ['price'], where: {}, channels: [brand('team')], ...more };
}

/** A change at an hour; the id follows from hour and content, as in production it follows from the versions. */
export function change(hour: number, detail: ChangeDetail): Change {
  return { ...facts(hour), id: factId('change', detail.kind, hour, JSON.stringify(detail)), evidence: EVIDENCE, archive: brand('ab'.repeat(32)), detail };
}

export function moved(hour: number, from: number, to: number, kind: 'page' | 'conditional' = 'page'): Change {
  const [a, b] = [price(from, kind), price(to, kind)];
  return change(hour, { kind: 'price', from: a, to: b, percent: percentChange(a.money, b.money) ?? 100 });
}

export function stock(hour: number, from: Availability, to: Availability): Change {
  return change(hour, { kind: 'stock', from, to });
}

/** One change under one rule. */
export function evaluated({ rule: of, ...input }: Omit<EvaluateInput, 'compiled'> & { readonly rule: Rule }): Evaluation {
  return evaluate({ ...input, compiled: compileRule(of) });
}

/** True when the rule would look at the change at all. */
export function cares(compiled: CompiledRule, one: Change, context: EvaluateInput['context']): boolean {
  return watches(compiled, one.detail.kind) && fits(compiled, show(one, context));
}

/** One delivery of a change to the rule. `hour` = when it is evaluated; the change's own hour when left out. */
export interface Evaluated {
  readonly change: Change;
  readonly hour?: number;
  readonly confirmedBy?: number;
  /** The episode is not written: the worker died between alert and episode. */
  readonly crash?: boolean;
}

export interface Run {
  readonly alerts: readonly Alert[];
  readonly episode: Episode | undefined;
}

/** Evaluates in order as the alert worker does: alerts are inserted once by id, then the episode is written. */
export function run(of: Rule, steps: readonly Evaluated[], product: Alert['product'] = PRODUCT): Run {
  const alerts = new Map<string, Alert>();
  let episode: Episode | undefined;
  const compiled = compileRule(of);
  let now = at(0);
  for (const step of steps) {
    // The clock goes on, whatever comes late.
    now = step.hour === undefined ? new Date(Math.max(now.getTime(), step.change.at.getTime())) : at(step.hour);
    const context = { tags: ['lamps'], ...(product ? { product } : {}), ...(step.confirmedBy === undefined ? {} : { confirmedBy: step.confirmedBy }) };
    const result: Evaluation = evaluate({ compiled, change: step.change, context, now, ...(episode ? { episode } : {}) });
    if (result.alert && !alerts.has(result.alert.id)) alerts.set(result.alert.id, result.alert);
    if (result.episode && step.crash !== true) {
      if (result.episode.rev !== (episode?.rev ?? 0) + 1) throw new Error('rev must grow by one with each write');
      episode = result.episode;
    }
  }
  return { alerts: [...alerts.values()], episode };
}

/** What was told, in one word each. */
export function told(result: Run): readonly string[] {
  return result.alerts.map((alert) => `${alert.moment} ${alert.change.at.getUTCHours() - 8}`);
}
