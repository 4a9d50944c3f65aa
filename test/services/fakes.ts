import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A machine of its own: an empty folder to work in and a PATH with only what the test puts there. */
export interface Machine {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** What was said to the operator. */
  readonly lines: string[];
  readonly say: (line: string) => void;
  /** Puts a shell script on the PATH and answers its path. */
  script(name: string, body: string): Promise<string>;
  remove(): Promise<void>;
}

/** A machine without MongoDB, Redis, Chromium or Python, and with a download address where nobody answers. */
export async function bareMachine(): Promise<Machine> {
  const root = await mkdtemp(join(tmpdir(), 'rw-machine-'));
  const bin = join(root, 'bin');
  const folder = join(root, 'shop');
  await mkdir(bin);
  await mkdir(folder);
  const lines: string[] = [];
  const env = { PATH: bin, HOME: root, MONGOMS_DOWNLOAD_DIR: join(root, 'binaries'), MONGOMS_DOWNLOAD_MIRROR: 'http://127.0.0.1:1', MONGOMS_USE_HTTP: 'true', PLAYWRIGHT_BROWSERS_PATH: join(root, 'browsers') };
  return {
    folder, env, lines,
    say: (line) => void lines.push(line),
    script: async (name, body) => {
      const path = join(bin, name);
      await writeFile(path, `#!/bin/sh\n${body}\n`);
      await chmod(path, 0o755);
      return path;
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Puts a real program on the PATH of a machine. */
export async function borrow(machine: Machine, name: string, path: string): Promise<void> {
  await symlink(path, join(machine.env['PATH'] ?? '', name));
}
