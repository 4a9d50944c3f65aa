import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
