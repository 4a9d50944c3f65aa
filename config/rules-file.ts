import { basename, dirname } from 'node:path';
import { readFile } from 'node:fs/promises';
import { withEnvFile, type Environment } from './environment.ts';
import { sortMistakes, type Mistake } from './mistakes.ts';
import { takeNotes } from './notes.ts';
import { keysAt, valueAt } from './plain.ts';
import { resolveRules } from './resolve-rules.ts';
import type { Rule } from './types.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export type LoadedRules =
  | { readonly ok: true; readonly rules: readonly Rule[]; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * Reads the `rules` of a YAML file, checked as in a configuration; it may also be a whole configuration. Names of sources, targets and channels need not
 * be defined: a recording has sources of its own; and what else stands in a configuration (a channel's secret that is not set here) is not looked at. Variables
 * of rules come from `env` and from `.env` beside the file. Never throws for what an operator can mend.
 */
export async function loadRules(path: string, env: Environment): Promise<LoadedRules> {
  const file = basename(path);
  let yaml: YamlFile;
  try {
    yaml = readYaml(await readFile(path, 'utf8'), file, await withEnvFile(dirname(path), env));
  } catch (error) {
    return { ok: false, mistakes: [{ file, path: '', message: `cannot be read: ${error instanceof Error ? error.message : String(error)}.` }] };
  }
  const ofRules = yaml.mistakes.filter((mistake) => mistake.path === '' || mistake.path === 'rules' || mistake.path.startsWith('rules.'));
  const own = valueAt(yaml.value, ['rules']);
  if (typeof own !== 'object' || own === null) return { ok: false, mistakes: [...ofRules, { file, path: 'rules', message: 'there is no "rules" section, as in a configuration: rules: { NAME: { preset: price-drop } }.' }] };
  const raw = withNames(yaml.value, own);
  const checked = validate(yaml, file, structuredClone(raw));
  const mistakes = [...ofRules, ...checked.mistakes];
  if (!checked.settings || yaml.brokenAt !== undefined) return { ok: false, mistakes: sortMistakes(mistakes) };
  const notes = takeNotes(yaml, file, raw, checked.removed);
  const rules = resolveRules({ settings: checked.settings, targets: [], products: new Map(), notes });
  mistakes.push(...notes.mistakes);
  return mistakes.length > 0 ? { ok: false, mistakes: sortMistakes(mistakes) } : { ok: true, rules, warnings: [...notes.warnings] };
}

/** A configuration of these rules alone, in which every name they use is there. */
function withNames(value: unknown, rules: object): Record<string, unknown> {
  const used = (...places: readonly (readonly string[])[]): readonly string[] => Object.keys(rules).flatMap((name) => places.flatMap((place) => texts(valueAt(rules, [name, ...place]))));
  const named = (section: string, names: readonly string[], entry: (name: string) => object): Record<string, object> => Object.fromEntries([...new Set([...keysAt(value, [section]), ...names])].map((name) => [name, entry(name)]));
  const url = 'https://shop.example/';
  return {
    version: 1, contact: 'backtest', rules, links: { url, secret: 'nobody follows any' },
    sources: named('sources', [...used(['where', 'sources']), 'recorded'], () => ({ url })),
    targets: named('targets', used(['where', 'targets']), () => ({ kind: 'catalogue', source: 'recorded', url })),
    channels: named('channels', used(['channels'], ['escalate', 'to']), () => ({ type: 'webhook', url })),
  };
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
