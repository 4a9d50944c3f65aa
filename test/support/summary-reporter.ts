import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the run with the plain line `N passed, N failed`, over all projects. A file that cannot be loaded, a broken suite and
 * an unhandled error count as failed. Under scripts/setup.mjs the counts go to the file named by RIVALWATCH_SUMMARY instead,
 * which adds its own checks and prints the line. Tests that passed only when they were tried again are named.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      counts.failed += module.errors().length + reportDuplicates(module);
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === 'pending' ? 'failed' : state] += 1;
        if (test.diagnostic()?.flaky) process.stderr.write(`${module.relativeModuleId}: passed at the second try: ${test.fullName}\n`);
      }
    }
    const file = process.env['RIVALWATCH_SUMMARY'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
    else process.once('exit', () => process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`));
  }
}

/** Tests of one file with one name would share a database (test/support/fixtures.ts): says so and answers how many there are. */
function reportDuplicates(module: TestModule): number {
  const names = [...module.children.allTests()].map((test) => test.fullName);
  const twice = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  for (const name of twice) process.stderr.write(`${module.relativeModuleId}: two tests are named "${name}"\n`);
  if (twice.size > 0) process.exitCode = 1;
  return twice.size;
}
