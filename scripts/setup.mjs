// @ts-check
/**
 * What `npm run demo`, `npm run drill`, `npm test`, `npm run bench` and `npm run build` begin with, on a fresh clone too: checks Node, installs the locked
 * dependencies, builds, each only when something changed, and says so; then runs the program with the remaining arguments.
 * Plain JavaScript without dependencies, because it runs before there are any.
 */
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { build } from './setup/build.mjs';
import { install } from './setup/install.mjs';
import { SetupError, say } from './setup/project.mjs';
import { node } from './setup/run.mjs';
import { test } from './setup/test.mjs';

const OLDEST_NODE = { major: 20, minor: 19 };

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor)) return;
  throw new SetupError(`Node ${process.versions.node} is too old: ${OLDEST_NODE.major}.${OLDEST_NODE.minor} or newer is needed (https://nodejs.org).`);
}

/** Before work is done that would be in vain: browsers, servers and tests keep what they need for the moment there. */
function checkTemporary() {
  try {
    accessSync(tmpdir(), constants.W_OK);
  } catch {
    throw new SetupError(`the folder for temporary files, ${tmpdir()}, cannot be written by this user. Give the right to write there, or name another one in TMPDIR.`);
  }
}

/** What the machine refused (no room, no right), in words; undefined for anything else. @param {unknown} error */
function refusal(error) {
  return error instanceof Error && 'syscall' in error ? `${error.message}. Make room, or give the right to write there, then start again.` : undefined;
}

/** @type {Record<string, (args: readonly string[]) => Promise<number>>} */
const VERBS = {
  build: async () => 0,
  demo: (args) => node(['--enable-source-maps', 'dist/demo/main.js', ...args]),
  drill: (args) => node(['--enable-source-maps', 'dist/drill/main.js', ...args]),
  bench: (args) => node(['--enable-source-maps', '--expose-gc', 'dist/bench/main.js', ...args]),
  test,
};

const [verb = '', ...args] = process.argv.slice(2);
try {
  const start = VERBS[verb];
  if (!start) throw new SetupError(`usage: node scripts/setup.mjs ${Object.keys(VERBS).join('|')} [arguments]`);
  checkNode();
  if (verb !== 'build') checkTemporary();
  await install();
  await build();
  process.exitCode = await start(args);
} catch (error) {
  const message = error instanceof SetupError ? error.message : refusal(error);
  if (message === undefined) throw error;
  say(message);
  process.exitCode = 1;
  if (verb === 'test') process.stdout.write('0 passed, 1 failed\n');
}
