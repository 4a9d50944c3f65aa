import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Unavailable, type Link } from './chain.ts';
import { isExecutable, run, runnableOnPath } from './find.ts';
import { withLock } from './lock.ts';
import { locate } from './mongod-download.ts';
import type { Surroundings } from './surroundings.ts';
import type { ChromiumService } from './types.ts';

export const CHROMIUM_WAYS_OUT = [
  'give the path of a Chromium or Chrome: storage.chromium in the configuration',
  'install one so that chromium, chromium-browser or google-chrome is on PATH',
  'let Playwright download its own: npx playwright install chromium',
  'install the optional package @sparticuz/chromium (npm install without --omit=optional; Linux on x64)',
];

type Where = Pick<Surroundings, 'home' | 'env' | 'say' | 'signal'>;
/** Workers have no display and no graphics card. */
const ARGS = ['--disable-gpu'];
const packageSchema = z.object({ version: z.string() });

/** The ways to a Chromium, in order of preference. */
export function chromiumLinks(path: string | undefined, s: Where): Link<ChromiumService>[] {
  if (path !== undefined) return [atPath('the configured Chromium', async () => path, s, true)];
  return [onPath(s), atPath("Playwright's own download", playwrightPath, s), carried(s)];
}

function onPath(s: Where): Link<ChromiumService> {
  const find = () => runnableOnPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], s.env);
  return {
    name: 'chromium on PATH',
    look: async () => {
      const found = await find();
      return typeof found === 'string' ? { usable: 'no', detail: found } : { usable: 'yes', detail: `${found.path} (${found.says})` };
    },
    take: async () => {
      const found = await find();
      if (typeof found === 'string') throw new Unavailable(found);
      return { path: found.path, args: ARGS, version: found.says, link: `on PATH, ${found.path}` };
    },
  };
}

function atPath(name: string, where: () => Promise<string>, s: Where, explicit = false): Link<ChromiumService> {
  const find = async (): Promise<{ readonly path: string; readonly version: string } | string> => {
    const path = await where();
    if (!(await isExecutable(path))) return `${path} is not there or cannot be executed`;
    const version = await versionOf(path, s.env);
    return version.runs ? { path, version: version.says } : `${path} does not run (${version.says})`;
  };
  return {
    name, explicit,
    look: async () => {
      const found = await find();
      return typeof found === 'string' ? { usable: 'no', detail: found } : { usable: 'yes', detail: `${found.path} (${found.version})` };
    },
    take: async () => {
      const found = await find();
      if (typeof found === 'string') throw new Unavailable(found);
      return { ...found, args: ARGS, link: `${name}, ${found.path}` };
    },
  };
}

async function playwrightPath(): Promise<string> {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

async function versionOf(path: string, env: NodeJS.ProcessEnv): Promise<{ readonly runs: boolean; readonly says: string }> {
  const ran = await run(path, ['--version'], { env, timeout: 15_000 });
  return ran.code === 0 ? { runs: true, says: ran.stdout.trim() } : { runs: false, says: ran.problem };
}

/**
 * The browser that the npm package carries. The package unpacks into the temporary folder under fixed names, where two
 * starts would trip over each other, so it runs in a process with a temporary folder of its own, which is then moved into
 * place whole. Its launch arguments are left out: they make one process of it (the second page crashes) and turn web security off.
 */
function carried(s: Where): Link<ChromiumService> {
  const name = '@sparticuz/chromium';
  const library = locate(name);
  return {
    name: `npm's ${name}`,
    look: async () => {
      if (library === undefined) return { usable: 'no', detail: `the optional package ${name} is not installed` };
      const folder = await carriedFolder(library, s.home);
      return (await isExecutable(join(folder, 'chromium'))) ? { usable: 'yes', detail: folder } : { usable: 'setup', detail: `would be unpacked into ${folder}` };
    },
    take: async () => {
      if (library === undefined) throw new Unavailable(`the optional package ${name} is not installed`);
      const folder = await carriedFolder(library, s.home);
      const path = join(folder, 'chromium');
      if (!(await isExecutable(path))) await withLock(`${folder}.lock`, s.say, () => unpack(library, folder, s), { signal: s.signal });
      const plain = await versionOf(path, s.env);
      if (plain.runs) return { path, args: ARGS, version: plain.says, link: `npm's ${name}, ${path}` };
      if (!plain.says.includes('shared libraries')) throw new Unavailable(`${path} does not run (${plain.says})`);
      const helped = await withItsLibraries(folder);
      const version = await versionOf(helped, s.env);
      if (!version.runs) throw new Unavailable(`${path} does not run (${plain.says}), nor with the libraries it carries (${version.says})`);
      return { path: helped, args: ARGS, version: version.says, link: `npm's ${name} with its libraries, ${helped}` };
    },
  };
}

/** A script beside the browser that runs it with the libraries that came along (NSS), for machines that have none. */
async function withItsLibraries(folder: string): Promise<string> {
  const path = join(folder, 'chromium-with-libraries');
  const own = `${path}.${process.pid}`;
  await writeFile(own, '#!/bin/sh\nhere=${0%/*}\nexport LD_LIBRARY_PATH="$here/al2023/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"\nexec "$here/chromium" "$@"\n', { mode: 0o755 });
  await rename(own, path);
  return path;
}

/** One folder per version of the package. */
async function carriedFolder(library: string, home: string): Promise<string> {
  const root = fileURLToPath(library).split('/build/')[0] ?? '';
  const { version } = packageSchema.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  return join(home, `chromium-${version}`);
}

/** AWS_LAMBDA_JS_RUNTIME makes the package unpack its libraries too. */
async function unpack(library: string, folder: string, s: Where): Promise<void> {
  if (await isExecutable(join(folder, 'chromium'))) return;
  s.say(`unpacking Chromium into ${folder}`);
  await mkdir(s.home, { recursive: true });
  const own = await mkdtemp(`${folder}.new-`);
  try {
    const ran = await run(process.execPath, ['--input-type=module', '-e', 'const { default: found } = await import(process.argv[1]); await (found.default ?? found).executablePath()', library], { env: { ...s.env, TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }, timeout: 120_000, signal: s.signal });
    if (ran.code !== 0) throw new Unavailable(`unpacking failed: ${ran.problem}`);
    await rm(folder, { recursive: true, force: true });
    await rename(own, folder);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
