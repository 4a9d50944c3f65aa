import type { Mistake } from './mistakes.ts';
import { keysAt, valueAt } from './plain.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** Collects what is wrong or doubtful in a file that has already been read, and answers what stood in it. */
export interface Notes {
  /** A mistake at the value of the path, or at the key below it. */
  wrong(path: Path, message: string, key?: string): void;
  /** A mistake in another file than the configuration. */
  wrongIn(file: string, line: number, path: string, message: string): void;
  /** Something doubtful; said once. */
  warn(message: string): void;
  /** True when the operator wrote something at the path, right or wrong. */
  written(path: Path): boolean;
  /** Names of a section as written, also of entries that are wrong in themselves. */
  names(section: string): readonly string[];
  /** True when the hosts of some source could not be made out, so that one without a source is no news. */
  readonly hostsUnknown: boolean;
  /** The texts of a list as written; empty when it is none. */
  texts(path: Path): readonly string[];
  /** `rivalwatch.yaml:12`. */
  placeOf(path: Path): string;
  readonly mistakes: readonly Mistake[];
  readonly warnings: ReadonlySet<string>;
}

/** Notes about one file. `raw` are its values as written, `removed` the paths that were wrong in themselves. */
export function takeNotes(yaml: YamlFile, file: string, raw: unknown, removed: readonly Path[]): Notes {
  const mistakes: Mistake[] = [];
  const warnings = new Set<string>();
  return {
    mistakes, warnings,
    wrong: (path, message, key) => void mistakes.push({ file, ...yaml.at(path, key), path: [...path, ...(key === undefined ? [] : [key])].join('.'), message: yaml.hideSecrets(path, message) }),
    wrongIn: (other, line, path, message) => void mistakes.push({ file: other, line, path, message }),
    warn: (message) => void warnings.add(message),
    written: (path) => (valueAt(raw, path) ?? undefined) !== undefined,
    names: (section) => keysAt(raw, [section]),
    hostsUnknown: removed.some(([section, , key, ...rest]) => section === 'sources' && (key === undefined || ((key === 'url' || key === 'allowedHosts') && rest.length < 2))),
    texts: (path) => {
      const list = valueAt(raw, path);
      return Array.isArray(list) ? list.map((text) => String(text)) : [];
    },
    placeOf: (path) => `${file}:${yaml.at(path.slice(0, -1), String(path.at(-1))).line}`,
  };
}
