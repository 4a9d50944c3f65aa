// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './project.mjs';

/** The compiler, for {@link node}. */
export const TSC = ['node_modules/typescript/bin/tsc'];

/**
 * Runs a command to its end; Ctrl-C and SIGTERM reach it once. Answers its exit code, 128 + n when signal n ended it.
 * @param {string} file @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<number>}
 */
export function run(file, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: ROOT, env, stdio: 'inherit' });
    /** @param {NodeJS.Signals} name */
    const pass = (name) => {
      // A terminal sends Ctrl-C to the whole group: passing it on would make it two.
      if (name !== 'SIGINT' || !process.stdin.isTTY) child.kill(name);
    };
    const names = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const name of names) process.on(name, pass);
    const orphaned = whenOrphaned(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('close', (code, name) => {
      for (const each of names) process.off(each, pass);
      clearInterval(orphaned);
      resolve(code ?? 128 + (name ? constants.signals[name] : 0));
    });
  });
}

/**
 * npm passes a signal on to the shell between it and this script, and that shell ends without a word: the program must not outlive them.
 * Only under npm: who starts this script with `&` from a shell of their own may leave that shell.
 * @param {() => void} end @returns {NodeJS.Timeout | undefined}
 */
function whenOrphaned(end) {
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] === undefined) return undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 250);
  return watch.unref();
}

/** @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
export const node = (args, env) => run(process.execPath, args, env);

/** Whether a signal ended it. Above them are npm's own codes for errors of the system: 243 for no permission, 228 for no room. @param {number} code */
export const bySignal = (code) => code > 128 && code < 160;
