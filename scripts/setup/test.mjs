// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './project.mjs';
import { TSC, bySignal, node } from './run.mjs';

/** Types, lint and unused code; then all tests. With arguments only the tests they name. @param {readonly string[]} args */
export async function test(args) {
  const checks = args.length > 0 ? [] : [
    { name: 'types', args: [...TSC, '-p', 'tsconfig.json', '--noEmit'] },
    { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--type-aware'] },
    { name: 'unused code', args: ['node_modules/knip/bin/knip.js'] },
  ];
  const failed = [];
  for (const check of checks) {
    say(`checking ${check.name}`);
    const code = await node(check.args);
    if (bySignal(code)) return code;
    if (code !== 0) failed.push(check.name);
  }
  say('running the tests');
  const folder = mkdtempSync(join(tmpdir(), 'rivalwatch-summary-'));
  const file = join(folder, 'summary.json');
  const code = await node(['node_modules/vitest/vitest.mjs', 'run', ...args], { ...process.env, RIVALWATCH_SUMMARY: file });
  // A run that ended without a summary broke down as a whole: that is a failure of its own.
  const tests = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
  rmSync(folder, { recursive: true, force: true });
  if (failed.length > 0) say(`failed checks, see above: ${failed.join(', ')}`);
  const total = { passed: tests.passed + checks.length - failed.length, failed: tests.failed + failed.length };
  if (code !== 0 && total.failed === 0) total.failed = 1;
  // The last line is for machines and always has this form.
  if (tests.skipped > 0) process.stdout.write(`${tests.skipped} skipped\n`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return code !== 0 ? code : Math.min(failed.length, 1);
}
