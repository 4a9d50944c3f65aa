import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';

const read = async (name: string): Promise<string> => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');

test('the image leaves out what a machine without servers and browser needs, and nothing that belongs to other packages', async () => {
  const [, build = ''] = /^RUN node scripts\/setup\.mjs build && (.*)$/m.exec(await read('Dockerfile')) ?? [];
  const { optionalDependencies } = z.object({ optionalDependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(await read('package.json')));
  expect(build).toMatch(/^npm prune --omit=dev /);
  // Native parts of packages are optional packages of the lockfile: without them sharp and resvg cannot be loaded, and "run" does not start.
  expect(build).not.toContain('--omit=optional');
  expect(new Set(Array.from(build.matchAll(/node_modules\/(\S+)/g), ([, name]) => name))).toEqual(new Set(Object.keys(optionalDependencies)));
});

test('compose leaves .env to rivalwatch: an env_file would fill in variables where a password has a "$"', async () => {
  expect(await read('compose.yaml')).not.toMatch(/^\s*env_file:/m);
});
