import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { Sku } from '../model/ids.ts';
import type { Product } from '../model/advice.ts';
import { ENV_FILE, withEnvFile, type Environment } from './environment.ts';
import { sortMistakes, suggestion, type Mistake } from './mistakes.ts';
import { takeNotes, type Notes } from './notes.ts';
import { readProducts } from './products.ts';
import { resolveSources, resolveTargets } from './resolve.ts';
import { resolveChannels } from './resolve-channels.ts';
import { resolveRules } from './resolve-rules.ts';
import { databaseName, type ConfigFile } from './schema.ts';
import { checkSelectors } from './selectors.ts';
import type { Config } from './types.ts';
import { validate } from './validate.ts';
import { readWatchList, type WatchRow } from './watchlist.ts';
import { readYaml, type Path } from './yaml-file.ts';

/** `files`: all that was read or looked for, for watching; also when something was wrong. */
export type Loaded =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[]; readonly files: readonly string[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[]; readonly files: readonly string[] };

/**
 * Reads a configuration with its watch lists and products. All mistakes come at once, each with file, line and path; a mistake never shows the
 * value of a variable. `env` is the process environment; `.env` beside the file adds to it. Never throws for what an operator can mend.
 */
export async function loadConfig(path: string, env: Environment): Promise<Loaded> {
  const full = resolve(path);
  const folder = dirname(full);
  const file = basename(full);
  const files = [full, join(folder, ENV_FILE)];
  let text: string;
  try {
    const bytes = await readFile(full);
    const problem = problemOf(bytes);
    if (problem !== undefined) return { ok: false, files, mistakes: [{ file, path: '', message: problem }] };
    text = new TextDecoder().decode(bytes);
  } catch (error) {
    return { ok: false, files, mistakes: [{ file, path: '', message: unreadable(error, folder) }] };
  }
  let variables: Environment;
  try {
    variables = await withEnvFile(folder, env);
  } catch (error) {
    return { ok: false, files, mistakes: [{ file: ENV_FILE, path: '', message: isFolder(error) ? 'is a folder; variables are read from a file of this name.' : cannotBeRead(error) }] };
  }
  const yaml = readYaml(text, file, variables);
  const raw = withoutEmpty(yaml.value);
  const checked = validate(yaml, file, structuredClone(raw));
  const mistakes = [...yaml.mistakes, ...checked.mistakes];
  // What stands behind a place that cannot be read is guesswork: nothing is said of it.
  if (!checked.settings || yaml.brokenAt !== undefined) return { ok: false, files, mistakes: sortMistakes(mistakes) };
  const notes = takeNotes(yaml, file, raw, checked.removed);
  await checkSelectors(checked.settings, notes);
  const tables = await readTables(checked.settings, folder, notes);
  const config = assemble({ ...checked.settings, storage: withServers(checked.settings.storage, variables, notes) }, folder, [...files, ...tables.files], tables, notes);
  mistakes.push(...tables.mistakes, ...notes.mistakes);
  if (mistakes.length > 0) return { ok: false, files: config.files, mistakes: sortMistakes(mistakes) };
  return { ok: true, config, warnings: [...notes.warnings], files: config.files };
}

/** Configurations are some kilobytes; what is long belongs into watch lists. */
const MAX_BYTES = 8_000_000;

/** Why the bytes are no text to be read as YAML; undefined when they are. */
function problemOf(bytes: Buffer): string | undefined {
  if (bytes.length > MAX_BYTES) return `has ${bytes.length} bytes; at most ${MAX_BYTES} are read. Long lists of addresses belong into watch lists (include).`;
  return isUtf8(bytes) && !bytes.includes(0) ? undefined : 'is not UTF-8 text; save it as UTF-8 (most editors: "Save with encoding").';
}

function unreadable(error: unknown, folder: string): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return `there is no such file in ${folder}. "rivalwatch init" writes an example, --config names another.`;
  return isFolder(error) ? 'is a folder; --config names the file in it.' : cannotBeRead(error);
}

function isFolder(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EISDIR';
}

function cannotBeRead(error: unknown): string {
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
}

/**
 * The addresses of the servers, where the file names none, from the variables: those of `.env` count like those of the process. An empty one counts as unset.
 * The database may be named in the address, as drivers take it; `admin` stands there for signing in.
 */
function withServers(storage: ConfigFile['storage'], variables: Environment, notes: Notes): Config['storage'] {
  const mongodb = storage.mongodb ?? variables['MONGODB_URI']?.trim();
  const redis = storage.redis ?? variables['REDIS_URL']?.trim();
  const named = /^[\w+]+:\/\/[^/?]*\/([^?]+)/.exec(mongodb ?? '')?.[1];
  const database = storage.database ?? (named === 'admin' ? undefined : named) ?? 'rivalwatch';
  if (!databaseName.safeParse(database).success) notes.wrong(['storage'], `"${database}" in the address of MongoDB is no name of a database: letters, digits, "_" and "-", at most 60. Or set storage.database.`);
  return { ...storage, database, ...(mongodb && { mongodb }), ...(redis && { redis }) };
}

/** A key at the top with nothing behind it is as good as left out. */
function withoutEmpty(value: unknown): unknown {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
}

interface Tables {
  readonly files: readonly string[];
  readonly rows: readonly WatchRow[];
  readonly products: ReadonlyMap<Sku, Product>;
  readonly mistakes: readonly Mistake[];
}

async function readTables(settings: ConfigFile, folder: string, notes: Notes): Promise<Tables> {
  const there = await namesThere(settings, folder, notes);
  const lists = await Promise.all([...new Set(settings.include)].filter((name) => there.has(name)).map((name) => readWatchList(resolve(folder, name), name)));
  const own = settings.products === undefined || !there.has(settings.products) ? undefined : await readProducts(resolve(folder, settings.products), settings.products);
  settings.include.forEach((name, index) => {
    if (settings.include.indexOf(name) !== index) notes.wrong(['include', index], `"${name}" is listed twice.`);
  });
  return {
    files: [...settings.include, ...(settings.products === undefined ? [] : [settings.products])].map((name) => resolve(folder, name)),
    rows: lists.flatMap((list) => list.rows), products: own?.products ?? new Map(), mistakes: [...lists.flatMap((list) => list.mistakes), ...(own?.mistakes ?? [])],
  };
}

/** The tables that are files; of the others it is said, at the line that names them, what else may have been meant. */
async function namesThere(settings: ConfigFile, folder: string, notes: Notes): Promise<ReadonlySet<string>> {
  const named: [Path, string][] = settings.include.map((name, index) => [['include', index], name]);
  if (settings.products !== undefined) named.push([['products'], settings.products]);
  const there = new Set<string>();
  for (const [path, name] of named) {
    const found = await stat(resolve(folder, name)).catch(() => undefined);
    if (found?.isFile()) {
      there.add(name);
      continue;
    }
    const beside = await readdir(dirname(resolve(folder, name))).catch(() => []);
    const tables = beside.filter((other) => /\.(?:csv|tsv|txt)$/i.test(other)).map((other) => join(dirname(name), other));
    notes.wrong(path, found ? `"${name}" is no file.` : `there is no such file: "${name}"; the path is relative to this file.${suggestion(name, tables)}`);
  }
  return there;
}

function assemble(settings: ConfigFile & Pick<Config, 'storage'>, folder: string, files: readonly string[], { rows, products }: Tables, notes: Notes): Config {
  const { contact, timezone, language, storage, politeness, advice, retention, exports, health, links } = settings;
  const sources = resolveSources(settings, notes);
  const targets = resolveTargets({ settings, sources, products, rows, notes });
  if (Object.keys(settings.rules).length > 0 && notes.names('channels').length === 0) notes.warn('There are no channels: alerts are kept, and nobody is told.');
  const rules = resolveRules({ settings, targets: targets.values(), products, notes });
  if (targets.size === 0 && Object.keys(settings.targets).length === 0) notes.warn('There are no targets yet: "rivalwatch add URL" adds one.');
  for (const source of sources.keys()) if (targets.size > 0 && ![...targets.values()].some((target) => target.sourceId === source)) notes.warn(`No target is on source "${source}".`);
  return {
    folder, files: [...new Set(files)], contact, timezone, language, storage, politeness, sources, targets, products, rules, channels: resolveChannels(settings, notes), advice, retention, health,
    ...(links && { links }),
    ...(exports && { exports: { ...exports, folder: isAbsolute(exports.folder) ? exports.folder : join(folder, exports.folder) } }),
  };
}
