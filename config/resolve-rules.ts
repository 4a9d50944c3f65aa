import { brand, type ChannelId, type RuleId, type Sku } from '../model/ids.ts';
import type { Product } from '../model/advice.ts';
import type { TargetKind } from '../model/crawl.ts';
import { checkMatch } from './match.ts';
import { suggestion } from './mistakes.ts';
import type { Notes } from './notes.ts';
import { RULE_DEFAULTS, RULE_PRESETS, type RuleBody } from './presets.ts';
import { warnIfSilent, warnOfIdleKeys } from './rule-warnings.ts';
import { endOf } from './schedule.ts';
import type { ConfigFile, RuleFile, State } from './schema.ts';
import type { Clause, Rule, RuleWhere, Target } from './types.ts';

/** What rules are checked against. */
export interface RuleInputs {
  readonly settings: ConfigFile;
  readonly targets: Iterable<Target>;
  readonly products: ReadonlyMap<Sku, Product>;
  readonly notes: Notes;
}

/** The rules that are enabled, presets filled in and names checked. */
export function resolveRules(inputs: RuleInputs): readonly Rule[] {
  const { settings, notes } = inputs;
  const facts = { kinds: new Set<TargetKind>(), tags: new Set<string>(), skus: new Set<string>(inputs.products.keys()) };
  for (const target of inputs.targets) {
    facts.kinds.add(target.kind);
    for (const tag of target.tags) facts.tags.add(tag);
    if (target.sku !== undefined) facts.skus.add(target.sku);
  }
  for (const name of notes.names('rules')) checkNames(name, facts, notes);
  return Object.entries(settings.rules).flatMap(([name, file]) => {
    checkKeys(name, file, notes);
    const rule = fillIn(name, file, settings);
    if (!file.enabled) return [];
    warnIfSilent(rule, facts.kinds, inputs);
    warnOfIdleKeys(rule, file, notes);
    return [rule];
  });
}

/** What a state is made of. */
const STATE_BODIES: Readonly<Record<State, Pick<RuleBody, 'on' | 'direction' | 'baseline' | 'state'>>> = {
  out_of_stock: { state: 'out_of_stock', on: ['stock'], direction: 'down', baseline: { kind: 'previous' } },
  in_stock: { state: 'in_stock', on: ['stock'], direction: 'up', baseline: { kind: 'previous' } },
  undercut: { state: 'undercut', on: ['price'], direction: 'down', baseline: { kind: 'own_price' } },
  below_map: { state: 'below_map', on: ['price'], direction: 'down', baseline: { kind: 'map' } },
  below_floor: { state: 'below_floor', on: ['price'], direction: 'down', baseline: { kind: 'floor' } },
};

function fillIn(name: string, file: RuleFile, settings: ConfigFile): Rule {
  const preset: RuleBody = file.preset === undefined ? { ...RULE_DEFAULTS, on: [] } : RULE_PRESETS[file.preset];
  const ready = file.state === undefined ? withoutState(preset, file) : { ...preset, ...STATE_BODIES[file.state] };
  const threshold = file.threshold ?? ready.threshold;
  const until = file.until === undefined ? undefined : endOf(file.until, settings.timezone);
  const channels = (names: readonly string[]): readonly ChannelId[] => names.map((channel) => brand<ChannelId>(channel));
  return {
    id: brand<RuleId>(name), on: file.on ?? ready.on, direction: file.direction ?? ready.direction, ...(threshold && { threshold }),
    baseline: file.baseline ?? ready.baseline, where: whereOf(file, ready), confirm: file.confirm ?? ready.confirm, minCount: file.minCount ?? ready.minCount,
    cooldown: file.cooldown ?? ready.cooldown, rearm: rearmOf(file, ready), notifyRecovery: file.notifyRecovery ?? ready.notifyRecovery, severity: file.severity ?? ready.severity,
    holdFor: file.for ?? ready.holdFor, how: file.how ?? ready.how, channels: channels(file.channels ?? Object.keys(settings.channels)),
    ...(file.preset !== undefined && { preset: file.preset }), ...(ready.state !== undefined && { state: ready.state }), ...(file.match && { match: file.match }),
    ...(file.when && { when: file.when.map((clause) => clauseOf(clause, file.baseline ?? { kind: 'previous' })) }),
    ...(file.escalate && { escalate: { to: channels(file.escalate.to), after: file.escalate.after } }), ...(until && { until }),
  };
}

/** A preset about a state is about changes again when the rule says what else to compare. */
function withoutState(preset: RuleBody, file: RuleFile): RuleBody {
  const { state, ...rest } = preset;
  return state === undefined || (file.baseline === undefined && file.direction === undefined && file.when === undefined) ? preset : rest;
}

function rearmOf(file: RuleFile, ready: RuleBody): Rule['rearm'] {
  const { distance, after } = { ...ready.rearm, ...file.rearm };
  return { ...(distance && { distance }), ...(after !== undefined && { after }) };
}

function whereOf(file: RuleFile, ready: RuleBody): RuleWhere {
  const given = { ...ready.where, ...file.where };
  const { sources, targets, tags, skus, titles, sellers, own, price } = given;
  const lists = Object.fromEntries(Object.entries({ sources, targets, tags, skus, titles, sellers }).filter(([, names]) => names !== undefined && names.length > 0));
  const band = price && { ...(price.from && { from: price.from }), ...(price.to && { to: price.to }) };
  return { ...lists, ...(own !== undefined && { own }), ...(band && { price: band }) };
}

function clauseOf(file: NonNullable<RuleFile['when']>[number], baseline: Rule['baseline']): Clause {
  const from = file.from ?? baseline;
  const by = file.by && { by: file.by };
  return {
    moves: [...(file.fall ? [{ way: 'down', by: file.fall, from } as const] : []), ...(file.rise ? [{ way: 'up', by: file.rise, from } as const] : []), ...(file.move ? [{ way: 'any', by: file.move, from } as const] : [])],
    levels: [...(file.below ? [{ side: 'below', of: file.below, ...by } as const] : []), ...(file.above ? [{ side: 'above', of: file.above, ...by } as const] : [])],
  };
}

interface Facts { readonly kinds: ReadonlySet<TargetKind>; readonly tags: ReadonlySet<string>; readonly skus: ReadonlySet<string> }

/** Checks the names a rule uses, as written: a rule that is wrong elsewhere is checked as well. */
function checkNames(name: string, facts: Facts, notes: Notes): void {
  const path = ['rules', name];
  const must = (section: 'channels' | 'sources' | 'targets', place: readonly string[]): void => {
    for (const [index, one] of notes.texts(place).entries()) {
      if (!notes.names(section).includes(one)) notes.wrong([...place, index], `there is no ${section.slice(0, -1)} "${one}".${suggestion(one, notes.names(section))}`);
    }
  };
  must('channels', [...path, 'channels']);
  must('channels', [...path, 'escalate', 'to']);
  must('sources', [...path, 'where', 'sources']);
  must('targets', [...path, 'where', 'targets']);
  for (const tag of notes.texts([...path, 'where', 'tags'])) if (!facts.tags.has(tag)) notes.warn(`${notes.placeOf(path)}: no target has the tag "${tag}" that rule "${name}" picks by.`);
  for (const sku of notes.texts([...path, 'where', 'skus'])) if (!facts.skus.has(sku)) notes.warn(`${notes.placeOf(path)}: there is no product and no target with the SKU "${sku}" that rule "${name}" picks by.`);
}

/** Keys that contradict each other, and the filter. */
function checkKeys(name: string, file: RuleFile, notes: Notes): void {
  const path = ['rules', name];
  for (const key of ['direction', 'threshold'] as const) if (file.when && file[key] !== undefined) notes.wrong(path, `"${key}" and "when" say the same in two ways; move it into "when".`, key);
  if (file.state !== undefined && file.on) notes.wrong(path, 'give either on or state, not both.', 'state');
  if (file.state !== undefined && file.when) notes.wrong(path, 'give either state or when, not both.', 'when');
  for (const [index, { by, below, above, from, fall, rise, move }] of (file.when ?? []).entries()) {
    if (by && !below && !above) notes.wrong([...path, 'when', index], '"by" is only for below and above.', 'by');
    if (from && !fall && !rise && !move) notes.wrong([...path, 'when', index], '"from" is only for fall, rise and move.', 'from');
  }
  const { from, to } = file.where?.price ?? {};
  if (from && to && from.currency !== to.currency) notes.wrong([...path, 'where', 'price'], 'from and to must be in one currency.', 'to');
  else if (from && to && from.minor > to.minor) notes.wrong([...path, 'where', 'price'], 'from is more than to.', 'to');
  if (file.match) checkMatch(file.match, [...path, 'match'], (place, message) => notes.wrong(place, message));
}
