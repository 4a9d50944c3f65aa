import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node, type Pair, type Scalar } from 'yaml';
import type { Mistake } from './mistakes.ts';
import { substitute, type Environment } from './environment.ts';
import { plainWords, syntaxProblems, unknownAliases } from './yaml-syntax.ts';

export type Path = readonly (string | number)[];

/** A YAML file with its values, and the way back from a value to its place. */
export interface YamlFile {
  /** Plain data, variables filled in. Undefined for an empty file. */
  readonly value: unknown;
  readonly mistakes: readonly Mistake[];
  /** Line of the first place that is no YAML: what comes after it may have been read wrongly. */
  readonly brokenAt?: number;
  /** True when the value at the place holds a variable that could not be filled in. */
  unfilled(line: number, column: number): boolean;
  /** Place of the value at the path, of its nearest ancestor when there is none; of the key when `key` is given. */
  at(path: Path, key?: string): { readonly line: number; readonly column: number };
  /** The text with the variables' values put back to their names, for a message about the value at the path. */
  hideSecrets(path: Path, text: string): string;
  /** The value at the path as it was written when it may be read as text (`00123` is a number to YAML), or after substitution as a number or boolean. */
  readAs(path: Path, type: 'string' | 'number' | 'boolean'): unknown;
}

const MAX_DEPTH = 30;

/** Reads a YAML text, fills in `${NAME}` from the environment and keeps where everything stood. Never throws; what is wrong is in `mistakes`. */
export function readYaml(text: string, file: string, env: Environment): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const aliases = unknownAliases(document);
  const syntax = [...syntaxProblems(document, text), ...aliases].map(({ offset, message }) => ({ file, ...position(lines, offset), path: '', message }));
  const double = document.errors.filter((error) => error.code === 'DUPLICATE_KEY').map((error) => ({ file, ...position(lines, error.pos[0]), path: keyAt(document, error.pos[0]).join('.'), message: 'this key is there twice; only one may stay.' }));
  const unfilled: Mistake[] = [];
  const used = fillIn(document, env, (node, path, message) => unfilled.push({ file, ...position(lines, node.range?.[0] ?? 0), path: path.join('.'), message }));
  return {
    ...(syntax.length > 0 ? { brokenAt: Math.min(...syntax.map((mistake) => mistake.line)) } : {}),
    // With such an alias there is no value to be had.
    ...(aliases.length > 0 ? { value: undefined, mistakes: [...syntax, ...double, ...unfilled] } : plainValue(document, file, [...syntax, ...double, ...unfilled])),
    unfilled: (line, column) => unfilled.some((mistake) => mistake.line === line && mistake.column === column),
    at: (path, key) => place(document, lines, path, key),
    hideSecrets: (path, message) => (used.get(document.getIn(path, true)) ?? []).reduce((shown, [name, value]) => (value === '' ? shown : shown.replaceAll(value, `\${${name}}`)), message),
    readAs: (path, type) => readAs(document.getIn(path, true), type, used),
  };
}

type Used = Map<unknown, readonly (readonly [name: string, value: string])[]>;

/** Puts the variables' values into the text scalars of the document; returns which scalar got which. */
function fillIn(document: Document, env: Environment, wrong: (node: Scalar, path: Path, message: string) => void): Used {
  const used: Used = new Map();
  visit(document, {
    Scalar(key, node, ancestors) {
      if (key === 'key' && node.value === '__proto__') wrong(node, pathOver([...ancestors, node]), '"__proto__" cannot be a name.');
      if (key === 'key' || typeof node.value !== 'string' || !node.value.includes('$')) return;
      const filled = substitute(node.value, env);
      for (const problem of filled.problems) wrong(node, pathOver([...ancestors, node]), problem);
      node.value = filled.text;
      used.set(node, filled.used);
    },
  });
  return used;
}

/** The path over nodes from the document down, each inside the one before it. */
function pathOver(nodes: readonly unknown[]): Path {
  return nodes.flatMap((node, depth): Path => {
    if (isPair(node)) return isScalar(node.key) ? [String(node.key.value)] : [];
    return isSeq(node) ? [node.items.indexOf(nodes[depth + 1])] : [];
  });
}

/** The path of the key that begins at the offset; empty when none does. */
function keyAt(document: Document, offset: number): Path {
  let path: Path = [];
  visit(document, {
    Pair(_key, pair, ancestors) {
      if (rangeOf(pair.key) !== offset) return undefined;
      path = pathOver([...ancestors, pair]);
      return visit.BREAK;
    },
  });
  return path;
}

function plainValue(document: Document, file: string, mistakes: readonly Mistake[]): { value: unknown; mistakes: readonly Mistake[]; brokenAt?: number } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 1_000 });
    if (depthOf(value) <= MAX_DEPTH) return { value, mistakes };
    return { value: undefined, brokenAt: 0, mistakes: [...mistakes, { file, path: '', message: `nested deeper than ${MAX_DEPTH} levels.` }] };
  } catch (error) {
    return { value: undefined, brokenAt: 0, mistakes: [...mistakes, { file, path: '', message: `not readable as YAML: ${plainWords(error instanceof Error ? error.message : String(error))}` }] };
  }
}

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return depth;
  return Object.values(value).reduce<number>((deepest, part) => Math.max(deepest, depthOf(part, depth + 1)), depth);
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function place(document: Document, lines: LineCounter, path: Path, key: string | undefined): { line: number; column: number } {
  for (let length = path.length; length > 0; length -= 1) {
    const pair = pairAt(document, path.slice(0, length));
    const inside = length === path.length && key !== undefined ? pairAt(document, [...path, key]) : undefined;
    const node = inside?.key ?? (length === path.length ? (document.getIn(path, true) ?? pair?.key) : pair?.key);
    const range = rangeOf(node) ?? rangeOf(pair?.key);
    if (range !== undefined) return position(lines, range);
  }
  const top = key === undefined ? undefined : rangeOf(pairAt(document, [key])?.key);
  return position(lines, top ?? 0);
}

function pairAt(document: Document, path: Path): Pair | undefined {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  return isMap(parent) ? parent.items.find((pair) => (isScalar(pair.key) ? String(pair.key.value) === String(last) : false)) : undefined;
}

function rangeOf(node: unknown): number | undefined {
  return isNodeWithRange(node) ? node.range[0] : undefined;
}

function isNodeWithRange(node: unknown): node is Node & { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function readAs(node: unknown, type: 'string' | 'number' | 'boolean', used: Used): unknown {
  if (!isScalar(node)) return undefined;
  if (type === 'string') return (typeof node.value === 'number' || typeof node.value === 'boolean') && typeof node.source === 'string' ? node.source : undefined;
  if (!used.has(node) || typeof node.value !== 'string') return undefined;
  if (type === 'boolean') return node.value === 'true' ? true : node.value === 'false' ? false : undefined;
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(node.value) ? Number(node.value) : undefined;
}
