import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export interface Built {
  /** The compiled test/hazards/program.ts. */
  readonly program: string;
  remove(): Promise<void>;
}

/** Compiles test/hazards/program.ts and the thread that reads, with the whole program as it stands, without looking at types, into a folder of its own. */
export async function build(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'rivalwatch-built-'));
  const project = join(folder, 'tsconfig.json');
  await writeFile(project, JSON.stringify({
    extends: resolve('tsconfig.build.json'), files: [resolve('test/hazards/program.ts'), resolve('crawlers/read-thread.ts')], include: [],
    compilerOptions: { rootDir: resolve('.'), outDir: folder, incremental: false, tsBuildInfoFile: null, noCheck: true },
  }));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await cp('package.json', join(folder, 'package.json'));
  await promisify(execFile)(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', project]);
  return { program: join(folder, 'test/hazards/program.js'), remove: () => rm(folder, { recursive: true, force: true }) };
}
