// @ts-check
/**
 * What `npm run demo`, `npm run drill`, `npm test`, `npm run bench` and `npm run build` begin with, on a fresh clone too: checks Node, installs the locked
 * dependencies, builds, each only when something changed, and says so; then runs the program with the remaining arguments.
 * Plain JavaScript without dependencies, because it runs before there are any.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants as access, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = { major: 20, minor: 19 };
const TSC = ['node_modules/typescript/bin/tsc'];
/** Top-level folders that hold no sources of the program. */
const NO_SOURCES = new Set(['node_modules', 'dist', 'test', 'docs', 'scripts', 'coverage']);
/** Files that the program reads at run time beside its code. */
const ASSET = /\.(json|ya?ml|csv|html|txt|xml|css)$/;

/** @param {string} line */
const say = (line) => process.stderr.write(`setup: ${line}\n`);

/** A mistake or a lack that the person at the terminal can mend. */
class SetupError extends Error {}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor)) return;
  throw new SetupError(`Node ${process.versions.node} is too old: ${OLDEST_NODE.major}.${OLDEST_NODE.minor} or newer is needed (https://nodejs.org).`);
}

/** Before something is written here, so that it is said in one line and not once for each file. */
function checkWritable() {
  for (const path of [ROOT, join(ROOT, 'node_modules'), join(ROOT, 'dist')].filter((each) => existsSync(each))) {
    try {
      accessSync(path, access.W_OK);
    } catch {
      throw new SetupError(`${path} cannot be written by this user. Give the right to write there, or clone into a folder of your own.`);
    }
  }
}

/** Before work is done that would be in vain: browsers, servers and tests keep what they need for the moment there. */
function checkTemporary() {
  try {
    accessSync(tmpdir(), access.W_OK);
  } catch {
    throw new SetupError(`the folder for temporary files, ${tmpdir()}, cannot be written by this user. Give the right to write there, or name another one in TMPDIR.`);
  }
}

/** What the machine refused (no room, no right), in words; undefined for anything else. @param {unknown} error */
function refusal(error) {
  return error instanceof Error && 'syscall' in error ? `${error.message}. Make room, or give the right to write there, then start again.` : undefined;
}

/**
 * Runs a command to its end; Ctrl-C and SIGTERM reach it once. Answers its exit code, 128 + n when signal n ended it.
 * @param {string} file @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<number>}
 */
function run(file, args, env = process.env) {
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
const node = (args, env) => run(process.execPath, args, env);

/** Whether a signal ended it. Above them are npm's own codes for errors of the system: 243 for no permission, 228 for no room. @param {number} code */
const bySignal = (code) => code > 128 && code < 160;

/** @param {string} path */
const read = (path) => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '');
/** @param {string} text */
const hash = (text) => createHash('sha256').update(text).digest('hex');

/** Whether what is installed (by whatever means) is what the lockfile says; optional packages may be left out. */
function isInstalled() {
  const there = read('node_modules/.package-lock.json');
  if (there === '') return false;
  /** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */
  /** @type {Packages} */
  const locked = JSON.parse(read('package-lock.json')).packages;
  /** @type {Packages} */
  const installed = JSON.parse(there).packages;
  return Object.entries(locked).every(([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version);
}

async function install() {
  const stamp = 'node_modules/.rivalwatch-installed';
  const wanted = hash(read('package-lock.json'));
  if (read(stamp) === wanted) return;
  checkWritable();
  if (!isInstalled()) {
    say('installing the locked dependencies with npm ci (about 420 MB, a minute or less)');
    const npm = process.env['npm_execpath'];
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', NODE_ENV: 'development' };
    const code = await (npm?.endsWith('.js') ? node([npm, ...args], env) : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, env));
    if (bySignal(code)) process.exit(code);
    if (code !== 0) throw new SetupError(`npm ci failed (code ${code}), see above. Is the package registry reachable (npm ping)? Behind a proxy: npm config set proxy and https-proxy; with a registry of your own: npm config set registry.`);
  }
  writeFileSync(join(ROOT, stamp), wanted);
}

/** Every source and asset of the program, relative to the project. @returns {string[]} */
function sources() {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NO_SOURCES.has(entry.name));
  const files = folders.flatMap((folder) => readdirSync(join(ROOT, folder.name), { recursive: true, encoding: 'utf8' }).map((name) => join(folder.name, name)));
  return files.filter((name) => (name.endsWith('.ts') || ASSET.test(name)) && statSync(join(ROOT, name)).isFile());
}

async function build() {
  const stamp = 'dist/.rivalwatch-built';
  const files = sources();
  const looks = [...files, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) => {
    const { mtimeMs, size } = statSync(join(ROOT, name));
    return `${name} ${mtimeMs} ${size}`;
  });
  const wanted = hash(looks.toSorted().join('\n'));
  if (read(stamp) === wanted) return;
  checkWritable();
  say('building');
  rmSync(join(ROOT, stamp), { force: true });
  removeOrphans();
  const code = await node([...TSC, '-p', 'tsconfig.build.json']);
  if (bySignal(code)) process.exit(code);
  if (code !== 0) throw new SetupError('the build failed, see above.');
  for (const name of files) {
    if (name.endsWith('.ts')) continue;
    mkdirSync(dirname(join(ROOT, 'dist', name)), { recursive: true });
    copyFileSync(join(ROOT, name), join(ROOT, 'dist', name));
  }
  writeFileSync(join(ROOT, stamp), wanted);
}

/** What was built from a file that is gone must not be run by chance. */
function removeOrphans() {
  if (!existsSync(join(ROOT, 'dist'))) return;
  for (const name of readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.js') && !existsSync(join(ROOT, name.replace(/\.js$/, '.ts')))) {
      for (const end of ['', '.map']) rmSync(join(ROOT, 'dist', `${name}${end}`), { force: true });
    }
  }
}

/** Types, lint and unused code; then all tests. With arguments only the tests they name. @param {readonly string[]} args */
async function test(args) {
  const checks = args.length > 0 ? [] : [
    { name: 'types', args: [...TSC, '-p', 'tsconfig.json', '--noEmit'] },
    { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--type-aware'] },
    { name: 'unused code', args: ['node_modules/knip/bin/knip.js'] },
  ];
  const failed = [];
  for (const check of checks) {
    say(`checking ${check.name}`);
    const code = await node(check.args);
    if (bySignal(code)) return code;
    if (code !== 0) failed.push(check.name);
  }
  say('running the tests');
  const folder = mkdtempSync(join(tmpdir(), 'rivalwatch-summary-'));
  const file = join(folder, 'summary.json');
  const code = await node(['node_modules/vitest/vitest.mjs', 'run', ...args], { ...process.env, RIVALWATCH_SUMMARY: file });
  // A run that ended without a summary broke down as a whole: that is a failure of its own.
  const tests = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
  rmSync(folder, { recursive: true, force: true });
  if (failed.length > 0) say(`failed checks, see above: ${failed.join(', ')}`);
  const total = { passed: tests.passed + checks.length - failed.length, failed: tests.failed + failed.length };
  if (code !== 0 && total.failed === 0) total.failed = 1;
  // The last line is for machines and always has this form.
  if (tests.skipped > 0) process.stdout.write(`${tests.skipped} skipped\n`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return code !== 0 ? code : Math.min(failed.length, 1);
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
