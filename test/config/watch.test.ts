import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { mistakeText } from '../../config/mistakes.ts';
import { takenUp } from '../../config/taken-up.ts';
import { watchConfig } from '../../config/watch.ts';
import { configIn, folderWith, load } from './support.ts';

const text = (delay: string, more = ''): string => `version: 1\ncontact: me@example.com\nsources:\n  shop:\n    url: https://shop.example/\npoliteness:\n  delay: ${delay}\n${more}`;

/** Watches the file; what was told is collected as lines: the delay and the number of targets, or the mistakes. */
async function watching(path: string, lookEvery?: number): Promise<string[]> {
  const told: string[] = [];
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  await watchConfig(path, {}, (config) => {
    told.push(`${[...config.sources.values()][0]?.politeness.delay} ms, ${config.targets.size} targets, ${config.contact}`);
  }, (mistakes) => {
    told.push(mistakes.map(mistakeText).join('\n'));
  }, stop.signal, lookEvery);
  return told;
}
const until = (told: readonly string[], expected: readonly unknown[]): Promise<void> => expect.poll(() => told).toEqual(expected);

test('a change is taken up, a wrong one told and the next right one taken up; the same content is no news', async () => {
  const folder = await folderWith({ 'rivalwatch.yaml': text('1s') });
  const path = join(folder, 'rivalwatch.yaml');
  const told = await watching(path);
  await writeFile(path, text('2s'));
  await until(told, ['2000 ms, 0 targets, me@example.com']);
  await writeFile(path, text('2 parsecs'));
  await until(told, [expect.anything(), expect.stringMatching(/rivalwatch\.yaml:7:10 politeness\.delay/)]);
  await writeFile(path, text('2 parsecs'));
  await writeFile(path, text('3s'));
  await until(told, [expect.anything(), expect.anything(), '3000 ms, 0 targets, me@example.com']);
});

test('a file put in the old one\'s place, again and again', async () => {
  const folder = await folderWith({ 'rivalwatch.yaml': text('1s') });
  const path = join(folder, 'rivalwatch.yaml');
  const told = await watching(path);
  for (const [index, delay] of ['2s', '3s', '4s'].entries()) {
    await writeFile(`${path}.new`, text(delay));
    await rename(`${path}.new`, path);
    await expect.poll(() => told).toHaveLength(index + 1);
  }
  expect(told.map((line) => line.slice(0, 7))).toEqual(['2000 ms', '3000 ms', '4000 ms']);
});

test('watch lists that come later, in folders of their own, and .env', async () => {
  const folder = await folderWith({ 'rivalwatch.yaml': text('1s') });
  await mkdir(join(folder, 'lists'));
  const told = await watching(join(folder, 'rivalwatch.yaml'));
  await writeFile(join(folder, 'rivalwatch.yaml'), text('${DELAY:-1s}', 'include: [lists/a.csv]\n'));
  await until(told, [expect.stringMatching(/include\.0: there is no such file: "lists\/a\.csv"/)]);
  await writeFile(join(folder, 'lists/a.csv'), 'url\nhttps://shop.example/1\n');
  await until(told, [expect.anything(), '1000 ms, 1 targets, me@example.com']);
  await writeFile(join(folder, '.env'), 'DELAY=5s\n');
  await until(told, [expect.anything(), expect.anything(), '5000 ms, 1 targets, me@example.com']);
  await rm(join(folder, 'rivalwatch.yaml'));
  await until(told, [expect.anything(), expect.anything(), expect.anything(), expect.stringMatching(/there is no such file/)]);
});

test('a link that is moved to another folder, as deployments do', async () => {
  const folder = await folderWith({});
  for (const [name, delay] of [['v1', '1s'], ['v2', '2s']] as const) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'rivalwatch.yaml'), text(delay));
  }
  await symlink('v1', join(folder, 'data'));
  await symlink('data/rivalwatch.yaml', join(folder, 'rivalwatch.yaml'));
  const told = await watching(join(folder, 'rivalwatch.yaml'));
  await symlink('v2', join(folder, 'data.new'));
  await rename(join(folder, 'data.new'), join(folder, 'data'));
  await until(told, ['2000 ms, 0 targets, me@example.com']);
});

test('a file behind a link that is written anew in its own folder, of which no event is told', async () => {
  const folder = await folderWith({});
  const elsewhere = await folderWith({ 'shared.yaml': text('1s') });
  await symlink(join(elsewhere, 'shared.yaml'), join(folder, 'rivalwatch.yaml'));
  const told = await watching(join(folder, 'rivalwatch.yaml'), 250);
  await writeFile(join(elsewhere, 'shared.yaml'), text('2s'));
  await until(told, ['2000 ms, 0 targets, me@example.com']);
});

test('what a running program has from its start stays and is named, the rest is taken up', async () => {
  const running = configIn(await load({ 'rivalwatch.yaml': text('1s') }));
  const changed = configIn(await load({ 'rivalwatch.yaml': text('2s', 'health: { port: 9000 }\nstorage: { database: other }\n') }));
  const { config, waiting } = takenUp(running, changed);
  expect(waiting).toEqual(['storage', 'health']);
  expect(config).toEqual({ ...changed, storage: running.storage, health: running.health });
  expect(takenUp(running, running).waiting).toEqual([]);
});
