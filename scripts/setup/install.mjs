// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SetupError, checkWritable, hash, read, say } from './project.mjs';
import { bySignal, node, run } from './run.mjs';

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

/** Installs the locked dependencies when they are others than what is there. */
export async function install() {
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
