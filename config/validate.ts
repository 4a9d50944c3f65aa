import { mistakesOfIssues, pathOf } from './issues.ts';
import type { Mistake } from './mistakes.ts';
import { deleteAt, setAt, valueAt } from './plain.ts';
import { configSchema, type ConfigFile } from './schema.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** The file against its schema. With mistakes, `settings` is what is left when the wrong parts are taken away, so that the rest can be checked as well. */
export interface Validated {
  readonly settings: ConfigFile | undefined;
  readonly mistakes: readonly Mistake[];
  /** Paths that were taken away. */
  readonly removed: readonly Path[];
}

const WRITTEN_AS: ReadonlyMap<string, 'string' | 'number' | 'boolean'> = new Map([['string', 'string'], ['number', 'number'], ['int', 'number'], ['boolean', 'boolean']]);
/** What stands for a missing part that nothing else can be checked without. */
const STAND_INS: ReadonlyMap<unknown, unknown> = new Map<unknown, unknown>([['version', 1], ['contact', 'missing'], ['sources', {}]]);

/** Checks the values of the file; `value` is changed (numbers written where text is meant become text, wrong parts go). */
export function validate(yaml: YamlFile, file: string, value: unknown): Validated {
  for (const issue of configSchema.safeParse(value).error?.issues ?? []) {
    if (issue.code !== 'invalid_type') continue;
    const type = WRITTEN_AS.get(issue.expected);
    if (type === undefined) continue;
    const meant = yaml.readAs(pathOf(issue), type);
    if (meant !== undefined) setAt(value, pathOf(issue), meant);
  }
  const checked = configSchema.safeParse(value);
  if (checked.success) return { settings: checked.data, mistakes: [], removed: [] };
  // What a file that breaks off seems to lack, and what stands behind the break, was perhaps only not read.
  const issues = yaml.brokenAt === undefined ? checked.error.issues : checked.error.issues.filter((issue) => issue.code === 'unrecognized_keys' || valueAt(value, pathOf(issue)) !== undefined);
  const mistakes = mistakesOfIssues(issues, yaml, file, value)
    .filter(({ line, column }) => line === undefined || column === undefined || (line < (yaml.brokenAt ?? Infinity) && !yaml.unfilled(line, column)));
  return { ...prune(value), mistakes };
}

/** Takes wrong parts away, then what was wrong for lack of them, until the rest holds or nothing is left. */
function prune(value: unknown): { settings: ConfigFile | undefined; removed: readonly Path[] } {
  const removed: Path[] = [];
  for (let round = 0; round < 8; round += 1) {
    const checked = configSchema.safeParse(value);
    if (checked.success) return { settings: checked.data, removed };
    // From the end of lists, so that the places of what is still to go stay the same.
    const paths = checked.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...pathOf(issue), key]) : [pathOf(issue)])).toReversed();
    const gone: Path[] = [];
    for (const path of paths) {
      if (gone.some((taken) => taken.every((step, index) => step === path[index]))) continue;
      const taken = takeAway(value, path);
      if (!taken) return { settings: undefined, removed };
      gone.push(taken);
    }
    removed.push(...gone);
  }
  return { settings: undefined, removed };
}

/** Removes the value at the path or its nearest ancestor that is there. Undefined when that would be the whole file. */
function takeAway(value: unknown, path: Path): Path | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const [top] = path;
    if (length === 1 && STAND_INS.has(top)) {
      setAt(value, path.slice(0, 1), structuredClone(STAND_INS.get(top)));
      return path.slice(0, 1);
    }
    if (deleteAt(value, path.slice(0, length))) return path.slice(0, length);
  }
  return undefined;
}
