import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export interface Built {
  /** The compiled first of the programs. */
  readonly program: string;
  remove(): Promise<void>;
}

/** Compiles programs and the thread that reads, with everything they stand on as it is, without looking at types, into a folder of their own. */
export async function build(program = 'test/hazards/program.ts', ...others: readonly string[]): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'rivalwatch-built-'));
  const project = join(folder, 'tsconfig.json');
  await writeFile(project, JSON.stringify({
    extends: resolve('tsconfig.build.json'), files: [program, ...others, 'crawlers/read-thread.ts'].map((file) => resolve(file)), include: [],
    compilerOptions: { rootDir: resolve('.'), outDir: folder, incremental: false, tsBuildInfoFile: null, noCheck: true },
  }));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await cp('package.json', join(folder, 'package.json'));
  await promisify(execFile)(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', project]);
  return { program: join(folder, program.replace(/\.ts$/, '.js')), remove: () => rm(folder, { recursive: true, force: true }) };
}
