import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A file as somebody might write it, and whether lint may let it pass. */
const CASES: readonly (readonly [file: string, code: string, allowed: boolean])[] = [
  ['model/a.ts', "export * from '../config/types.ts';", false],
  ['model/b.ts', "export * from './money.ts';", true],
  ['config/a.ts', "export * from '../model/money.ts';", true],
  ['config/b.ts', "export * from '../storage/documents.ts';", false],
  ['storage/a.ts', "export * from 'mongodb';", true],
  ['storage/b.ts', "export * from '../alerts/rules/step.ts';", false],
  ['storage/c.ts', "export * from 'bullmq';", false],
  ['crawlers/a.ts', "export * from '../storage/versions.ts';", true],
  ['crawlers/b.ts', "export * from 'mongodb';", false],
  ['crawlers/c.ts', "export * from '@crawlee/core';", false],
  ['crawlers/d.ts', "export * from '../workers/queues.ts';", false],
  ['crawlers/fetch/a.ts', "export * from '@crawlee/basic'; export * from 'undici'; export * from 'ioredis'; export * from 'playwright';", true],
  ['crawlers/fetch/b.ts', "export * from 'mongodb';", false],
  ['crawlers/read/a.ts', "export * from '../../model/reading.ts';", true],
  ['crawlers/read/b.ts', "export * from 'node:fs';", false],
  ['crawlers/read/c.ts', 'export const now = Date.now();', false],
  ['crawlers/read/d.ts', 'export const wait = (work: () => void): unknown => setTimeout(work, 1);', false],
  ['crawlers/read/e.ts', 'export const dice = Math.random();', false],
  ['crawlers/read/f.ts', "export * from '../../storage/versions.ts';", false],
  ['crawlers/read/g.ts', "import type { VersionContent } from '../../storage/documents.ts';\nexport type Content = VersionContent;", true],
  ['crawlers/read/h.ts', "export * from 'node:fs/promises';", false],
  ['crawlers/read/i.ts', "export * from 'node:perf_hooks';", false],
  ['crawlers/read/j.ts', "export * from 'node:crypto';", true],
  ['crawlers/read/k.ts', "import { hash } from 'crypto';\nexport const one = hash;", false],
  ['crawlers/platforms/x/a.ts', "export * from 'undici';", false],
  ['alerts/rules/a.ts', "export * from '../channels/slack/send.ts';", false],
  ['alerts/rules/b.ts', "export * from '../../recommendations/pricing/recommend.ts';", false],
  ['alerts/rules/c.ts', "export * from '../../config/units.ts';", false],
  ['alerts/changes/a.ts', "export * from 'node:http';", false],
  ['alerts/messages/a.ts', "export * from 'nodemailer';", false],
  ['alerts/channels/slack/a.ts', "export * from 'undici';", true],
  ['alerts/channels/slack/b.ts', "export * from 'nodemailer';", false],
  ['alerts/channels/email/a.ts', "export * from 'nodemailer';", true],
  ['recommendations/pricing/a.ts', 'export const home = process.env;', false],
  ['exports/a.ts', "export * from '../workers/queues.ts';", false],
  ['services/a.ts', "export * from 'mongodb'; export * from 'ioredis';", true],
  ['services/b.ts', "export * from '../workers/queues.ts';", false],
  ['workers/a.ts', "export * from 'bullmq'; export * from '../alerts/rules/step.ts'; export * from '../crawlers/crawl.ts';", true],
  ['workers/b.ts', "export * from 'mongodb';", false],
  ['workers/c.ts', "export * from '../cli/main.ts';", false],
  ['workers/e.ts', "export * from '@crawlee/core';", false],
  ['workers/f.ts', "export * from '../drill/run.ts';", false],
  ['workers/d.ts', "console.log('x');", false],
  ['cli/a.ts', "export * from '../workers/main.ts'; console.log('x');", true],
  ['cli/b.ts', "export * from 'mongodb';", false],
];

describe('lint holds the direction of imports and keeps drivers in their folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rw-lint-'));
  let reported: ReadonlySet<string>;
  beforeAll(() => {
    for (const [file, code] of CASES) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${code}\n`);
    }
    writeFileSync(join(folder, '.oxlintrc.json'), readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8').replace('./node_modules', join(ROOT, 'node_modules')));
    const ran = spawnSync(process.execPath, [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--format=unix'], { cwd: folder, encoding: 'utf8' });
    reported = new Set(ran.stdout.split('\n').filter((line) => /no-restricted|no-console|prefer-node-protocol/.test(line)).map((line) => line.slice(0, line.indexOf('.ts') + 3).replace(`${folder}/`, '')));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(CASES)('%s: %s', (file, _code, allowed) => {
    expect(reported.has(file)).toBe(!allowed);
  });
});

test('pure folders never ask the clock: no new Date() without an argument', () => {
  const pure = ['model', 'crawlers/read', 'crawlers/platforms', 'alerts/changes', 'alerts/rules', 'alerts/messages', 'alerts/receivers', 'recommendations'];
  const found = pure.flatMap((name) => readdirSync(join(ROOT, name), { recursive: true, encoding: 'utf8' }).map((file) => join(name, file)))
    .filter((file) => file.endsWith('.ts') && /\bnew Date\(\s*\)|[^.\w]Date\(\)/.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(found).toEqual([]);
});

test('no switched-off rule goes without a reason', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.mjs'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter((file) => file !== '' && !file.endsWith('architecture/imports.test.ts'));
  const bare = files.flatMap((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').filter((line) => /(oxlint|eslint)-disable|@ts-(ignore|expect-error)/.test(line) && !/ -- \S/.test(line)).map((line) => `${file}: ${line.trim()}`));
  expect(bare).toEqual([]);
});
