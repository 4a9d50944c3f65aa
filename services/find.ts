import { execFile } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** What became of a command that was run to its end. */
export interface Ran {
  /** Exit code; undefined when it could not be started or was ended by a signal or the time limit. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** In words, when the code is not 0: the last lines it wrote, else how it ended. */
  readonly problem: string;
}

/**
 * Runs a command without a shell, at most `timeout` milliseconds and 4 MB of output. Rejects with the reason of the signal alone, once that is aborted: what
 * a Ctrl-C ended is no failure of the command, also when the terminal told the command first.
 */
export function run(file: string, args: readonly string[], options: { readonly env?: NodeJS.ProcessEnv; readonly timeout: number; readonly signal?: AbortSignal | undefined }): Promise<Ran> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { env: options.env, timeout: options.timeout, killSignal: 'SIGKILL', maxBuffer: 4_000_000, ...(options.signal && { signal: options.signal }) }, (error, stdout, stderr) => {
      if (error !== null && options.signal?.aborted) {
        reject(options.signal.reason);
        return;
      }
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : undefined;
      const said = lastLines(`${stdout}\n${stderr}`, 6);
      const ended = error?.killed ? `took longer than ${options.timeout / 1_000} s` : (error?.message ?? '');
      resolve({ code, stdout, stderr, problem: code === 0 ? '' : error?.killed || said === '' ? ended : said });
    });
  });
}

/** The last lines that say something, joined by ` | `. */
export function lastLines(text: string, count: number): string {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(-count).join(' | ');
}

/** Whether the path is a file that may be executed. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** Every executable of one of these names on the PATH of `env`, names first, folders second. */
export async function allOnPath(names: readonly string[], env: NodeJS.ProcessEnv): Promise<string[]> {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found: string[] = [];
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await isExecutable(path)) found.push(path);
    }
  }
  return found;
}

/**
 * The first executable of one of these names on PATH that answers `--version` with code 0, with the first line it says.
 * Otherwise in words why there is none: a shim or a binary without its libraries does not count.
 */
export async function runnableOnPath(names: readonly string[], env: NodeJS.ProcessEnv): Promise<{ readonly path: string; readonly says: string } | string> {
  const reasons: string[] = [];
  for (const path of await allOnPath(names, env)) {
    const ran = await run(path, ['--version'], { env, timeout: 10_000 });
    if (ran.code === 0) return { path, says: ran.stdout.split('\n')[0]?.trim() ?? '' };
    reasons.push(`${path} does not run (${ran.problem})`);
  }
  return reasons.length > 0 ? reasons.join('; ') : `no ${names.join(' or ')} on PATH`;
}
