import type { ChangeDetail } from '../../model/change.ts';
import type { Baseline } from '../../storage/documents.ts';
import { moneyText } from '../../model/money.ts';

type Steps = NonNullable<Baseline['steps']>;
type What = keyof Steps;
type Toggling = Extract<ChangeDetail, { kind: 'price' | 'stock' }>;

/** So many steps to and fro between two values are flapping … */
const STEPS = 4;
/** … when none of the values held longer than this: what holds for days is a price, not a flicker. Milliseconds. */
const LONGEST_STAY = 36 * 3_600_000;
/**
 * Where crawls are rarer, stock that another crawl each finds turned round flaps as well: a stay of a crawl and a half, at most between weekly ones. A price
 * that changes from week to week is told each time: weekly offers do.
 */
const CRAWLS = 1.5;
const RAREST = CRAWLS * 7.5 * 86_400_000;
/** Steps that are remembered. */
const REMEMBERED = 12;

/**
 * What of a change of the shown price or stock is told: itself; that it flaps, with the step that makes it so; nothing while it goes on. A third value, or
 * one that comes after a longer stay, is told again. Variants are told as they are. `sinceLast`: milliseconds since the crawl before, 0 when not known.
 */
export function toldOf(detail: ChangeDetail, steps: Steps, at: Date, sinceLast = 0): ChangeDetail | undefined {
  const step = stepOf(detail);
  if (!step) return detail;
  const { what, from, to } = step;
  const before = steps[what] ?? [];
  const all = [...before, { at, from, to }];
  const longest = longestStay(what, sinceLast);
  if (!isFlapping(all, longest)) return detail;
  if (isFlapping(before, longest)) return undefined;
  return { kind: 'flapping', what, between: [from, to], times: STEPS, since: all.at(-STEPS)?.at ?? at };
}

function longestStay(what: What, sinceLast: number): number {
  return what === 'stock' ? Math.max(LONGEST_STAY, Math.min(CRAWLS * sinceLast, RAREST)) : LONGEST_STAY;
}

/** What goes to and fro at the moment: neither of its two values is how it stands. One that has stayed for longer has settled. */
export function flapsAt(steps: Steps, at: Date): readonly What[] {
  return (['price', 'stock'] as const).filter((what) => {
    const settles = steps[what]?.at(-1)?.settles;
    return settles !== undefined && at <= settles;
  });
}

/** The steps with those of a version, for the next one. */
export function withSteps(steps: Steps, details: readonly ChangeDetail[], at: Date, sinceLast = 0): Steps {
  const next: { -readonly [W in What]?: Steps[W] } = { ...steps };
  for (const detail of details) {
    const step = stepOf(detail);
    if (!step) continue;
    const { what, from, to } = step;
    const [before, longest] = [next[what] ?? [], longestStay(what, sinceLast)];
    const flaps = isFlapping([...before, { at, from, to }], longest);
    next[what] = [...before, { at, from, to, ...(flaps ? { settles: new Date(at.getTime() + longest) } : {}) }].slice(-REMEMBERED);
  }
  return next;
}

function stepOf(detail: ChangeDetail): { readonly what: What; readonly from: string; readonly to: string } | undefined {
  if (!isToggling(detail) || detail.offerSku !== undefined) return undefined;
  if (detail.kind === 'stock') return { what: 'stock', from: detail.from, to: detail.to };
  return detail.to.kind === 'page' ? { what: 'price', from: moneyText(detail.from.money), to: moneyText(detail.to.money) } : undefined;
}

function isToggling(detail: ChangeDetail): detail is Toggling {
  return detail.kind === 'price' || detail.kind === 'stock';
}

/** The last steps lead to and fro between two values, each soon after the other. */
function isFlapping(steps: NonNullable<Steps[What]>, longest: number): boolean {
  const last = steps.slice(-STEPS);
  if (last.length < STEPS) return false;
  return last.every((step, index) => {
    const before = last[index - 1];
    return before === undefined || (step.from === before.to && step.to === before.from && step.at.getTime() - before.at.getTime() <= longest);
  });
}
