import { LONGEST_FACT, MATCH_OPERATORS, RULE_FACTS, type MatchOperator, type RuleFactName } from '../model/rule-facts.ts';
import { suggestion } from './mistakes.ts';
import { patternProblem } from './selectors.ts';
import type { Path } from './yaml-file.ts';

/** Notes what is wrong at a path of the file. */
type Wrong = (path: Path, message: string) => void;

const MOST_PARTS = 200;
const MOST_DEPTH = 8;
const LONGEST_PATTERN = 200;

/**
 * Checks a rule's filter: only known fields, known operators, values of the field's type, patterns that are bounded in length and time.
 * What passes can be compiled without a surprise; nothing in it can run code.
 */
export function checkMatch(filter: unknown, path: Path, wrong: Wrong): void {
  const parts = { left: MOST_PARTS };
  checkFilter(filter, { path, wrong, parts, depth: 0 });
  if (parts.left < 0) wrong(path, `has more than ${MOST_PARTS} conditions; make several rules of it.`);
}

interface At {
  readonly path: Path;
  readonly wrong: Wrong;
  readonly parts: { left: number };
  readonly depth: number;
}

function below(at: At, step: string | number): At {
  return { ...at, path: [...at.path, step], depth: at.depth + 1 };
}

function checkFilter(filter: unknown, at: At): void {
  if (!isGroup(filter)) return at.wrong(at.path, 'must be a group of fields, e.g. { price: { $lt: 20 } }.');
  if (at.depth > MOST_DEPTH) return at.wrong(at.path, `is nested deeper than ${MOST_DEPTH} levels.`);
  for (const [name, value] of Object.entries(filter)) {
    at.parts.left -= 1;
    const here = below(at, name);
    if (isLogic(name)) checkFilters(value, here);
    else if (name.startsWith('$')) here.wrong(here.path, noOperator(name, ['$and', '$or', '$nor']));
    else if (isField(name)) checkCondition(value, name, here);
    else here.wrong(here.path, `there is no field "${name}" to filter by.${suggestion(name, FIELDS)}${suggestion(name, FIELDS) === '' ? ` Fields: ${FIELDS.join(', ')}.` : ''}`);
  }
}

function checkFilters(value: unknown, at: At): void {
  if (!Array.isArray(value) || value.length === 0) return at.wrong(at.path, 'must be a list of filters.');
  for (const [index, part] of value.entries()) checkFilter(part, below(at, index));
}

/** What a field is compared with: a value, or operators. */
function checkCondition(value: unknown, field: RuleFactName, at: At): void {
  if (!isGroup(value)) return checkValue(value, field, at);
  const names = Object.keys(value);
  if (names.length === 0) return at.wrong(at.path, 'compares with nothing; write e.g. { $lt: 20 }.');
  if (at.depth > MOST_DEPTH) return at.wrong(at.path, `is nested deeper than ${MOST_DEPTH} levels.`);
  for (const [name, operand] of Object.entries(value)) {
    at.parts.left -= 1;
    const here = below(at, name);
    if (!isOperator(name) || isLogic(name)) here.wrong(here.path, noOperator(name, OPERATORS.filter((one) => !isLogic(one))));
    else checkOperand(name, operand, { field, options: value['$options'], beside: names, at: here });
  }
}

interface Operand {
  readonly field: RuleFactName;
  readonly options: unknown;
  readonly beside: readonly string[];
  readonly at: At;
}

function checkOperand(operator: MatchOperator, value: unknown, { field, options, beside, at }: Operand): void {
  switch (MATCH_OPERATORS[operator]) {
    case 'value': return checkValue(value, field, at);
    case 'values':
      if (!Array.isArray(value)) return at.wrong(at.path, 'must be a list of values.');
      at.parts.left -= value.length;
      for (const [index, one] of value.entries()) checkValue(one, field, below(at, index));
      return;
    case 'boolean': return typeof value === 'boolean' ? undefined : at.wrong(at.path, 'must be true or false.');
    case 'count': return Number.isInteger(value) && RULE_FACTS[field].type === 'texts' ? undefined : at.wrong(at.path, 'must be a whole number, and is only for tags.');
    case 'pattern': return checkPattern(value, field, at);
    case 'options': return options === 'i' && beside.includes('$regex') ? undefined : at.wrong(at.path, 'can only be "i" (upper and lower case are the same), beside $regex.');
    case 'condition': return isGroup(value) ? checkCondition(value, field, at) : at.wrong(at.path, 'must be a group of operators, e.g. { $not: { $regex: "used" } }.');
    case 'filters': return;
    default: return MATCH_OPERATORS[operator] satisfies never;
  }
}

function checkPattern(value: unknown, field: RuleFactName, at: At): void {
  if (typeof value !== 'string' || (RULE_FACTS[field].type !== 'text' && RULE_FACTS[field].type !== 'texts')) return at.wrong(at.path, 'must be a text, and is only for fields that are text.');
  if (value.length > LONGEST_PATTERN) return at.wrong(at.path, `has more than ${LONGEST_PATTERN} characters.`);
  const problem = patternProblem(value, LONGEST_FACT);
  if (problem !== undefined) at.wrong(at.path, problem);
}

const TYPES = { text: 'string', texts: 'string', number: 'number', boolean: 'boolean' } as const;
const NAMES = { text: 'text', texts: 'text', number: 'a number', boolean: 'true or false' } as const;

/** null asks for what is not known. */
function checkValue(value: unknown, field: RuleFactName, at: At): void {
  const fact = RULE_FACTS[field];
  if (value === null) return;
  if (typeof value !== TYPES[fact.type]) return at.wrong(at.path, `"${field}" is ${NAMES[fact.type]}, and this is not.`);
  const values: readonly string[] = 'values' in fact ? fact.values : [];
  if (typeof value === 'string' && values.length > 0 && !values.includes(value)) at.wrong(at.path, `"${field}" is never "${value}".${suggestion(value, values)}`);
}

function noOperator(name: string, words: readonly string[]): string {
  const code = ['$where', '$function', '$expr', '$accumulator'].includes(name) ? ' Nothing that runs code is allowed.' : '';
  return `there is no operator "${name}" here.${code}${code === '' ? suggestion(name, words) : ''}`;
}

const FIELDS = Object.keys(RULE_FACTS);
const OPERATORS = Object.keys(MATCH_OPERATORS);

function isField(name: string): name is RuleFactName {
  return Object.hasOwn(RULE_FACTS, name);
}

function isOperator(name: string): name is MatchOperator {
  return Object.hasOwn(MATCH_OPERATORS, name);
}

function isLogic(name: string): boolean {
  return name === '$and' || name === '$or' || name === '$nor';
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
