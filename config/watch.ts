import { createHash } from 'node:crypto';
import { watch, type FSWatcher } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Environment } from './environment.ts';
import { loadConfig, type Loaded } from './load.ts';
import type { Mistake } from './mistakes.ts';
import type { Config } from './types.ts';

/** Editors write a file in several steps: wait until none has come for this long. */
const QUIET_MS = 200;
/** How often the files are looked at all the same: of what lies behind a link, on a network or outside a virtual machine no change is told. */
const LOOK_EVERY_MS = 15_000;

/**
 * Watches a configuration with its watch lists, products and `.env` until the signal. `onNew` gets each changed configuration that is right,
 * `onWrong` the mistakes of one that is not: the old one stays in force. Both are told at most once per content. Folders are watched, not files, so that editors
 * and deployments that put a new file (or a new link) in the old one's place are seen at once; what no folder tells of, after `lookEvery` milliseconds at the
 * latest. Returns once watching has begun; what changed before is not told.
 */
export async function watchConfig(path: string, env: Environment, onNew: (config: Config, warnings: readonly string[]) => void, onWrong: (mistakes: readonly Mistake[]) => void, signal: AbortSignal, lookEvery = LOOK_EVERY_MS): Promise<void> {
  const watchers = new Map<string, FSWatcher>();
  let { loaded, seen } = await loadWhole(path, env, []);
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const later = (): void => {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(() => (work = work.then(look)), QUIET_MS);
  };
  const look = async (): Promise<void> => {
    if (await fingerprint(loaded.files) === seen || signal.aborted) return;
    ({ loaded, seen } = await loadWhole(path, env, loaded.files));
    watchFolders(loaded.files, watchers, later);
    if (!signal.aborted) tell(loaded, onNew, onWrong);
  };
  const regularly = setInterval(later, lookEvery).unref();
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearInterval(regularly);
    for (const watcher of watchers.values()) watcher.close();
  }, { once: true });
  if (!signal.aborted) watchFolders(loaded.files, watchers, later);
}

const MOST_READS = 5;

/** The configuration with the fingerprint of just what was read: read again when something changed meanwhile, or when it names other files than `files`. */
async function loadWhole(path: string, env: Environment, files: readonly string[]): Promise<{ readonly loaded: Loaded; readonly seen: string }> {
  let named = files;
  for (let reads = 1; ; reads += 1) {
    const before = await fingerprint(named);
    const loaded = await loadConfig(path, env);
    named = loaded.files;
    const after = await fingerprint(named);
    // Of files that never rest the last reading is taken, under a fingerprint that nothing has, so that the next look reads them again.
    if (after === before || reads === MOST_READS) return { loaded, seen: after === before ? after : '' };
  }
}

function tell(loaded: Loaded, onNew: (config: Config, warnings: readonly string[]) => void, onWrong: (mistakes: readonly Mistake[]) => void): void {
  if (loaded.ok) onNew(loaded.config, loaded.warnings);
  else onWrong(loaded.mistakes);
}

/** Watches the folders of the files that are not watched yet. One that is away is tried again with the next change of another. */
function watchFolders(files: readonly string[], watchers: Map<string, FSWatcher>, changed: () => void): void {
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    if (watchers.has(folder)) continue;
    try {
      const watcher = watch(folder, { persistent: false }, changed);
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(folder);
        changed();
      });
      watchers.set(folder, watcher);
    } catch {
      continue;
    }
  }
}

/** A hash over the contents; a file that cannot be read counts as such. */
async function fingerprint(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`\0${file}\0`);
    hash.update(await readFile(file).catch((error: unknown) => `unreadable: ${String(error)}`));
  }
  return hash.digest('hex');
}
