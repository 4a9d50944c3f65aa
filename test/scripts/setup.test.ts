import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
let project: string;

/** A project of one program, whose dependencies a stand-in for npm "installs" by linking the compiler that is here. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'rw-setup-'));
  mkdirSync(join(project, 'demo'));
  cpSync(join(ROOT, 'scripts'), join(project, 'scripts'), { recursive: true });
  write('package.json', '{"type":"module"}');
  write('package-lock.json', '{"packages":{"":{},"node_modules/typescript":{"version":"1"},"node_modules/left-out":{"version":"1","optional":true}}}');
  write('tsconfig.json', '{"compilerOptions":{"target":"es2023","module":"nodenext","outDir":"dist","rootDir":".","types":[]},"include":["**/*.ts"],"exclude":["node_modules","dist"]}');
  write('tsconfig.build.json', '{"extends":"./tsconfig.json"}');
  write('demo/main.ts', "declare const process: any; declare const console: any;\nconsole.log('demo ' + process.argv.slice(2).join(','));\nprocess.exitCode = 7;\n");
  write('demo/shop.json', '{}');
  write('npm.js', `
    const fs = require('fs');
    console.log('npm ' + process.argv[2] + ' ' + process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD);
    if (fs.existsSync('offline')) process.exit(1);
    fs.mkdirSync('node_modules');
    fs.symlinkSync(${JSON.stringify(join(ROOT, 'node_modules/typescript'))}, 'node_modules/typescript');
    fs.symlinkSync(${JSON.stringify(join(ROOT, 'node_modules/@typescript'))}, 'node_modules/@typescript');
    fs.writeFileSync('node_modules/.package-lock.json', '{"packages":{"node_modules/typescript":{"version":"1"}}}');`.replaceAll('require(', 'process.getBuiltinModule('));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(path: string, text: string): void {
  writeFileSync(join(project, path), text);
}
function setup(...args: string[]): { code: number | null; out: string; err: string } {
  return setupIn({}, ...args);
}
function setupIn(env: NodeJS.ProcessEnv, ...args: string[]): { code: number | null; out: string; err: string } {
  const ran = spawnSync(process.execPath, ['scripts/setup.mjs', ...args], { cwd: project, encoding: 'utf8', env: { ...process.env, npm_execpath: join(project, 'npm.js'), ...env } });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

describe('setup', () => {
  test('installs, builds and runs on a fresh clone, saying so; the second time it only runs', () => {
    const first = setup('demo', '--keep', 'x');
    expect(first).toMatchObject({ code: 7, out: 'npm ci 1\ndemo --keep,x\n' });
    expect(first.err).toMatch(/installing the locked dependencies[\s\S]*building/);
    expect(existsSync(join(project, 'dist/demo/shop.json'))).toBe(true);
    expect(setup('demo')).toEqual({ code: 7, out: 'demo \n', err: '' });
  });

  test('builds again when a source changed, and drops what was built from a source that is gone', () => {
    write('demo/old.ts', 'export {};');
    setup('demo');
    expect(existsSync(join(project, 'dist/demo/old.js'))).toBe(true);
    rmSync(join(project, 'demo/old.ts'));
    expect(setup('demo').err).toBe('setup: building\n');
    expect(existsSync(join(project, 'dist/demo/old.js'))).toBe(false);
    utimesSync(join(project, 'demo/main.ts'), new Date(0), new Date(0));
    expect(setup('build')).toMatchObject({ code: 0, err: 'setup: building\n' });
  });

  test('installs again when the lockfile changed, but not over what already fits it', () => {
    setup('build');
    write('package-lock.json', '{"packages":{"":{},"node_modules/typescript":{"version":"1"}},"changed":true}');
    expect(setup('build').out).toBe('');
    rmSync(join(project, 'node_modules'), { recursive: true });
    write('package-lock.json', '{"packages":{"":{},"node_modules/typescript":{"version":"1"}},"changed":2}');
    expect(setup('build').out).toBe('npm ci 1\n');
  });

  test('a registry that is away gives advice and no stack trace', () => {
    write('offline', '');
    const ran = setup('test');
    expect(ran).toMatchObject({ code: 1, out: 'npm ci 1\n0 passed, 1 failed\n' });
    expect(ran.err).toMatch(/npm ci failed \(code 1\), see above\. Is the package registry reachable/);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  test('an npm that ends with a code of the system, such as 228 for no room, is no signal', () => {
    write('npm.js', 'process.exit(228);');
    expect(setup('test')).toMatchObject({ code: 1, out: '0 passed, 1 failed\n', err: expect.stringContaining('npm ci failed (code 228)') });
  });

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is said in one line', () => {
    chmodSync(project, 0o555);
    try {
      expect(setup('demo')).toMatchObject({ code: 1, out: '', err: `setup: ${project} cannot be written by this user. Give the right to write there, or clone into a folder of your own.\n` });
    } finally {
      chmodSync(project, 0o755);
    }
  });

  test('a folder for temporary files that is not there is said before anything is done', () => {
    expect(setupIn({ TMPDIR: join(project, 'nowhere') }, 'test')).toMatchObject({ code: 1, out: '0 passed, 1 failed\n', err: expect.stringMatching(/^setup: the folder for temporary files, .*nowhere, cannot be written by this user\. .* TMPDIR\.\n$/) });
  });

  test('what the machine refuses amid the work is said in one line', () => {
    mkdirSync(join(project, 'dist/demo/shop.json'), { recursive: true });
    expect(setup('demo')).toMatchObject({ code: 1, err: expect.stringMatching(/building\nsetup: .*shop\.json'\. Make room, or give the right to write there/) });
  });

  test('a source that does not compile stops it before the program runs, and is looked at again the next time', () => {
    write('demo/broken.ts', "export const n: number = 'text';");
    for (const ran of [setup('demo'), setup('demo')]) {
      expect(ran).toMatchObject({ code: 1 });
      expect(ran.out).toContain('broken.ts');
      expect(ran.out).not.toContain('demo \n');
      expect(ran.err).toContain('the build failed');
    }
  });

  test('an unknown verb shows the usage', () => {
    expect(setup('dmeo').err).toBe('setup: usage: node scripts/setup.mjs build|demo|drill|bench|test [arguments]\n');
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s reaches the program once, and its exit code comes back', async (name) => {
    write('demo/main.ts', `declare const process: any; declare const setInterval: any; declare const setTimeout: any; declare const console: any;
      let times = 0;
      process.on('${name}', () => { times += 1; setTimeout(() => process.exit(40 + times), 300); });
      setInterval(() => undefined, 1000);
      console.log('ready');`);
    setup('build');
    const child = spawn(process.execPath, ['scripts/setup.mjs', 'demo'], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    for await (const chunk of child.stdout) {
      if (String(chunk).includes('ready')) child.kill(name);
    }
    expect(await ended).toBe(41);
  });

  test('a shell of npm that ends takes the program with it', async () => {
    write('demo/main.ts', `declare const process: any; declare const setInterval: any; declare const console: any;
      process.on('SIGTERM', () => { console.log('ended in order'); process.exit(0); });
      setInterval(() => undefined, 1000);
      console.log('ready');`);
    setup('build');
    // `true` afterwards keeps every shell from making way for the program.
    const shell = spawn('/bin/sh', ['-c', '"$0" scripts/setup.mjs demo; true', process.execPath], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, npm_lifecycle_event: 'demo' } });
    let out = '';
    for await (const chunk of shell.stdout) {
      out += String(chunk);
      if (out === 'ready\n') shell.kill('SIGTERM');
    }
    expect(out).toBe('ready\nended in order\n');
  });
});

test('the summary counts tests, broken files and unhandled errors of all projects', () => {
  mkdirSync(join(project, 'test/support'), { recursive: true });
  cpSync(join(ROOT, 'test/support/summary-reporter.ts'), join(project, 'test/support/summary-reporter.ts'));
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  write('vitest.config.ts', `export default { test: { reporters: ['./test/support/summary-reporter.ts'], projects: ['a', 'b'].map((name) => ({ test: { name, include: ['test/' + name + '*.test.ts'] } })) } };`);
  const head = "import { expect, test } from 'vitest';\n";
  write('test/a.test.ts', `${head}test('one', () => {}); test('two', () => { expect(1).toBe(2); }); test.skip('three', () => {});`);
  write('test/a2.test.ts', `${head}import './nowhere.ts'; test('never', () => {});`);
  write('test/b.test.ts', `${head}test('same', () => {}); test('same', () => {});`);
  // Inside `npm test` the counts would go to its file.
  const { RIVALWATCH_SUMMARY: _, ...env } = process.env;
  const ran = spawnSync(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run'], { cwd: project, encoding: 'utf8', env });
  expect(ran.stdout.trimEnd().split('\n').at(-1)).toBe('3 passed, 3 failed, 1 skipped');
  expect(ran.stderr).toContain('b.test.ts: two tests are named "same"');
  expect(ran.status).toBe(1);
});
