import { execFile, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
let built = '';
const folders: string[] = [];

/** Runs the built command in a folder of its own; a failure comes as a result. */
async function command(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const cwd = await mkdtemp(join(tmpdir(), 'rivalwatch-cli-'));
  folders.push(cwd);
  return new Promise((done) => {
    execFile(process.execPath, [join(built, 'cli/main.js'), ...argv], { cwd, env: { ...process.env, NO_COLOR: '1' } }, (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }));
  });
}

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'rivalwatch-dist-'));
  await run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', built, '--incremental', 'false', '--tsBuildInfoFile', 'null', '--noEmitOnError', 'false']).catch((error: unknown) => {
    // Only what this test runs must be whole.
    if (!(error instanceof Error && 'stdout' in error)) throw error;
  });
  await symlink(resolve('node_modules'), join(built, 'node_modules'));
  await cp('package.json', join(built, 'package.json'));
  for (const file of await readdir('config')) if (/\.(yaml|csv|json)$/.test(file)) await cp(join('config', file), join(built, 'config', file));
}, 120_000);

afterAll(async () => {
  await Promise.all([...folders, built].map((folder) => rm(folder, { recursive: true, force: true })));
});

test('the built command: exit codes, streams, no stack trace', async () => {
  expect(await command('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect(await command('init')).toMatchObject({ code: 0, out: expect.stringContaining('Wrote rivalwatch.yaml') });
  expect(await command('check')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^rivalwatch: One mistake in the configuration:\n {2}rivalwatch\.yaml: there is no such file/) });
  expect(await command('nonsense')).toMatchObject({ code: 2, out: '' });
}, 60_000);

test.runIf(existsSync('/dev/full'))('output that finds no room is said, and the code tells it', () => {
  const full = openSync('/dev/full', 'w');
  const ran = spawnSync(process.execPath, [join(built, 'cli/main.js'), '--help'], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
  closeSync(full);
  expect(ran).toMatchObject({ status: 1, stderr: expect.stringMatching(/^rivalwatch: what is printed cannot be written: ENOSPC[^\n]*\n$/) });
}, 30_000);

/** Ends by itself when it hears that it is to end in order and a line on its input; the code it ended with. */
async function signalled(sameWish: number, atReady: number, atAbort: number): Promise<number | null> {
  const script = `const { stopOnSignals } = await import(${JSON.stringify(pathToFileURL(join(built, 'cli/stop.js')).href)});
    stopOnSignals(${sameWish}).signal.addEventListener('abort', () => console.log('aborted'));
    process.stdin.once('data', () => process.exit(0)); console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((done) => { child.once('exit', done); });
  for await (const chunk of child.stdout) {
    for (let no = 0; no < (String(chunk).includes('ready') ? atReady : atAbort); no += 1) child.kill('SIGINT');
    if (String(chunk).includes('aborted') && atAbort === 0) child.stdin.write('go\n');
  }
  return ended;
}

test('a signal that comes twice at once is one wish to end in order; a later one ends on the spot', async () => {
  expect(await signalled(60_000, 2, 0)).toBe(0);
  expect(await signalled(0, 1, 1)).toBe(130);
}, 30_000);
