import type { z } from 'zod';
import { schemasAt } from './json-schema.ts';
import { suggestion, type Mistake } from './mistakes.ts';
import { valueAt } from './plain.ts';
import type { Path, YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

/** What the schema found wrong, in the operator's words and at the operator's lines. */
export function mistakesOfIssues(issues: readonly Issue[], yaml: YamlFile, file: string, value: unknown): Mistake[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ file, ...yaml.at(path, key), path: [...path, key].join('.'), message: unknownKey(path, key, value) }));
    const place = issue.code === 'invalid_key' ? yaml.at(path.slice(0, -1), String(path.at(-1))) : yaml.at(path);
    return [{ file, ...place, path: path.join('.'), message: yaml.hideSecrets(path, wordsFor(issue, path, value)) }];
  });
}

/** The path of an issue; symbols cannot come out of YAML. */
export function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
}

function unknownKey(path: Path, key: string, value: unknown): string {
  const schemas = schemasAt(path);
  const type = valueAt(value, [...path, 'type']);
  const fitting = schemas.filter((schema) => schema.properties?.['type']?.const === type);
  const words = (fitting.length > 0 ? fitting : schemas).flatMap((schema) => Object.keys(schema.properties ?? {}).concat(namesOf(schema.propertyNames?.enum)));
  return `there is no key "${key}" here.${suggestion(key, [...new Set(words)])}`;
}

function wordsFor(issue: Issue, path: Path, value: unknown): string {
  const given = valueAt(value, path);
  switch (issue.code) {
    case 'invalid_type':
      return given === undefined || given === null ? `missing; ${expected(issue.expected)} is needed.` : `must be ${expected(issue.expected)}.`;
    case 'invalid_value':
      return choice(given, namesOf(issue.values));
    case 'invalid_union':
      return choice(given, namesOf(schemasAt(path).map((schema) => schema.const)));
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string' ? `must have at least ${issue.minimum} ${issue.origin === 'array' ? (issue.minimum === 1 ? 'entry' : 'entries') : 'characters'}.` : `must be at least ${issue.minimum}.`;
    case 'too_big':
      return `must be at most ${issue.maximum}.`;
    case 'invalid_key':
      return issue.issues.map((inner) => sentence(inner.message)).join(' ');
    default:
      return sentence(issue.message);
  }
}

function sentence(message: string): string {
  return /[.?]$/.test(message) ? message : `${message}.`;
}

/** Up to so many words are all named beside the nearest one. */
const FEW = 3;

function nearestAndAll(given: string, words: readonly string[]): string {
  const all = ` Possible: ${words.join(', ')}.`;
  const near = suggestion(given, words);
  return words.length > FEW || near === all ? near : `${near}${all}`;
}

function choice(given: unknown, words: readonly string[]): string {
  const only = words.length === 1 && words[0] !== undefined;
  if (given === undefined || given === null) return `missing; ${only ? '' : 'one of '}${words.join(', ')} is needed.`;
  return only ? `must be ${words[0]}.` : typeof given === 'string' ? `"${given}" is not possible here.${nearestAndAll(given, words)}` : `must be one of ${words.join(', ')}.`;
}

function namesOf(values: readonly unknown[] | undefined): readonly string[] {
  return (values ?? []).map(String);
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of keys', record: 'a group of named entries',
};

function expected(type: string): string {
  return EXPECTED[type] ?? type;
}
