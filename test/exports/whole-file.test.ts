import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExportError } from '../../exports/errors.ts';
import { writeWhole } from '../../exports/whole-file.ts';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'rw-whole-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the old file stays until the new one is whole, and when it never is', async () => {
  const path = join(folder, 'file');
  await writeFile(path, 'old');
  await expect(writeWhole(path, async (out) => {
    out.write('half');
    throw new Error('amid');
  })).rejects.toThrow('amid');
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await writeWhole(path, async (out) => out.write('new') && 7)).toBe(7);
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['file']);
});

test.skipIf(process.platform === 'win32')('a pipe, or a device, is written to where it is and stays what it was', async () => {
  const pipe = join(folder, 'pipe');
  await promisify(execFile)('mkfifo', [pipe]);
  const [read] = await Promise.all([readFile(pipe, 'utf8'), writeWhole(pipe, async (out) => out.write('a record'))]);
  expect(read).toBe('a record');
  expect((await stat(pipe)).isFIFO()).toBe(true);
});

test('a place that is none is said in words', async () => {
  await mkdir(join(folder, 'there'));
  for (const [path, words] of [['no/such/file', /its folder is not there/], ['there', /something else is in its place/]] as const) {
    const error: unknown = await writeWhole(join(folder, path), async () => undefined).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ExportError);
    expect(error).toMatchObject({ message: expect.stringMatching(words) });
  }
});
