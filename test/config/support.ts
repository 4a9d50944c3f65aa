import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { loadConfig, type Loaded } from '../../config/load.ts';
import { mistakeText } from '../../config/mistakes.ts';
import type { Environment } from '../../config/environment.ts';

const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A folder of its own with these files, gone when the tests end; returns its path. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rivalwatch-config-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

/** Loads `rivalwatch.yaml` from these files. */
export async function load(files: Readonly<Record<string, string | Uint8Array>>, env: Environment = {}): Promise<Loaded> {
  return loadConfig(join(await folderWith(files), 'rivalwatch.yaml'), env);
}

/** The mistakes as lines; fails when there are none. */
export function mistakesIn(loaded: Loaded): readonly string[] {
  if (loaded.ok) throw new Error('expected mistakes, and the configuration loaded');
  return loaded.mistakes.map(mistakeText);
}

/** The configuration; fails with the mistakes when it did not load. */
export function configIn(loaded: Loaded): Extract<Loaded, { ok: true }>['config'] {
  if (!loaded.ok) throw new Error(loaded.mistakes.map(mistakeText).join('\n'));
  return loaded.config;
}
