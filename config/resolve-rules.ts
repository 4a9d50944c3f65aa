import { brand, type ChannelId, type RuleId, type Sku } from '../model/ids.ts';
import type { Product } from '../model/advice.ts';
import type { TargetKind } from '../model/crawl.ts';
import type { ChangeKind } from '../model/change.ts';
import { suggestion } from './mistakes.ts';
import type { Notes } from './notes.ts';
import { RULE_DEFAULTS, RULE_PRESETS } from './presets.ts';
import type { ConfigFile, RuleFile } from './schema.ts';
import type { Channel, Rule, Target } from './types.ts';

/** The channels, each with the language its messages are in. */
export function resolveChannels(settings: ConfigFile): ReadonlyMap<ChannelId, Channel> {
  return new Map(Object.entries(settings.channels).map(([name, channel]) => {
    const id = brand<ChannelId>(name);
    return [id, { id, language: channel.language ?? settings.language, settings: channel }];
  }));
}

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
  if (Object.keys(settings.rules).length > 0 && notes.names('channels').length === 0) notes.warn('There are no channels: alerts are kept, and nobody is told.');
  return Object.entries(settings.rules).flatMap(([name, file]) => {
    const rule = fillIn(name, file, settings);
    if (!file.enabled) return [];
    warnIfSilent(rule, facts.kinds, inputs);
    return [rule];
  });
}

function fillIn(name: string, file: RuleFile, settings: ConfigFile): Rule {
  const ready = file.preset === undefined ? { ...RULE_DEFAULTS, on: [] } : RULE_PRESETS[file.preset];
  const threshold = file.threshold ?? ready.threshold;
  const where = Object.fromEntries(Object.entries(file.where ?? {}).filter(([, names]) => names !== undefined && names.length > 0));
  return {
    id: brand<RuleId>(name), on: file.on ?? ready.on, direction: file.direction ?? ready.direction, ...(threshold && { threshold }),
    baseline: file.baseline ?? ready.baseline, where, confirm: file.confirm ?? ready.confirm, minCount: file.minCount ?? ready.minCount,
    cooldown: file.cooldown ?? ready.cooldown, notifyRecovery: file.notifyRecovery ?? ready.notifyRecovery, severity: file.severity ?? ready.severity,
    channels: (file.channels ?? Object.keys(settings.channels)).map((channel) => brand<ChannelId>(channel)),
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
  must('sources', [...path, 'where', 'sources']);
  must('targets', [...path, 'where', 'targets']);
  for (const tag of notes.texts([...path, 'where', 'tags'])) if (!facts.tags.has(tag)) notes.warn(`${notes.placeOf(path)}: no target has the tag "${tag}" that rule "${name}" picks by.`);
  for (const sku of notes.texts([...path, 'where', 'skus'])) if (!facts.skus.has(sku)) notes.warn(`${notes.placeOf(path)}: there is no product and no target with the SKU "${sku}" that rule "${name}" picks by.`);
}

/** Kinds of change that only some kinds of target bring. */
const NEEDS: Partial<Record<ChangeKind, readonly TargetKind[]>> = {
  search_rank: ['search'], page_text: ['page'], listing_appeared: ['catalogue'],
};

function warnIfSilent(rule: Rule, kinds: ReadonlySet<TargetKind>, { products, notes }: RuleInputs): void {
  const place = notes.placeOf(['rules', rule.id]);
  if (rule.channels.length === 0 && notes.names('channels').length > 0) notes.warn(`${place}: rule "${rule.id}" has no channel: its alerts are kept, and nobody is told.`);
  if (rule.baseline === 'own_price' && products.size === 0) notes.warn(`${place}: rule "${rule.id}" compares with your own prices, and there is no products file.`);
  const needed = rule.on.map((kind) => NEEDS[kind]);
  if (kinds.size > 0 && needed.every((some) => some && !some.some((kind) => kinds.has(kind)))) notes.warn(`${place}: rule "${rule.id}" can never fire: it needs a target of kind ${[...new Set(needed.flat())].join(' or ')}.`);
}
