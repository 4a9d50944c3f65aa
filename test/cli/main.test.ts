import { execFile, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, type Built } from '../support/built.ts';

let built: Built;
const folders: string[] = [];

/** Runs the built command in a folder of its own; a failure comes as a result. */
async function command(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const cwd = await mkdtemp(join(tmpdir(), 'rivalwatch-cli-'));
  folders.push(cwd);
  return new Promise((done) => {
    execFile(process.execPath, [built.program, ...argv], { cwd, env: { ...process.env, NO_COLOR: '1' } }, (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }));
  });
}

beforeAll(async () => {
  built = await build('cli/main.ts');
  const folder = join(dirname(built.program), '../config');
  for (const file of await readdir('config')) if (/\.(yaml|csv|json)$/.test(file)) await cp(join('config', file), join(folder, file));
});

afterAll(async () => {
  await Promise.all([built.remove(), ...folders.map((folder) => rm(folder, { recursive: true, force: true }))]);
});

test('the built command: exit codes, streams, no stack trace', async () => {
  const [version, init, check, nonsense] = await Promise.all([command('--version'), command('init'), command('check'), command('nonsense')]);
  expect(version).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect(init).toMatchObject({ code: 0, out: expect.stringContaining('Wrote rivalwatch.yaml') });
  expect(check).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^rivalwatch: One mistake in the configuration:\n {2}rivalwatch\.yaml: there is no such file/) });
  expect(nonsense).toMatchObject({ code: 2, out: '' });
});

test.runIf(existsSync('/dev/full'))('output that finds no room is said, and the code tells it', () => {
  const full = openSync('/dev/full', 'w');
  const ran = spawnSync(process.execPath, [built.program, '--help'], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
  closeSync(full);
  expect(ran).toMatchObject({ status: 1, stderr: expect.stringMatching(/^rivalwatch: what is printed cannot be written: ENOSPC[^\n]*\n$/) });
});

/** Ends by itself when it hears that it is to end in order and a line on its input; the code it ended with. */
async function signalled(sameWish: number, atReady: number, atAbort: number): Promise<number | null> {
  const script = `const { stopOnSignals } = await import(${JSON.stringify(pathToFileURL(join(dirname(built.program), 'stop.js')).href)});
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
});
