import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { Unavailable, type Look } from './chain.ts';
import { lastLines, run } from './find.ts';
import type { Surroundings } from './surroundings.ts';

/** Without a further byte for so long, the download counts as out of reach. */
const STALLED_AFTER = 6_000;
/** A failed download is not tried again for so long, so that a machine without internet starts fast. */
const REMEMBERED_FOR = 86_400_000;
const DOWNLOAD_LIMIT = 1_800_000;

/**
 * Runs in a process of its own, because the library reads its settings (MONGOMS_*) from the environment, writes to the
 * console and cannot be stopped. Prints the path of the mongod that is there, or fetches it.
 */
const HELPER = `
const { MongoBinary, DryMongoBinary } = (await import(process.argv[1])).default;
const options = await DryMongoBinary.generateOptions({});
const fetching = process.argv[2] === 'fetch';
const path = fetching ? await MongoBinary.getPath({}) : await DryMongoBinary.locateBinary(options);
process.stdout.write('\\n' + JSON.stringify({ folder: options.downloadDir, path: path ?? null }));
`;
const NOT_INSTALLED = 'the optional package mongodb-memory-server-core is not installed';
const answerSchema = z.object({ folder: z.string(), path: z.string().nullable() });
const failureSchema = z.object({ at: z.iso.datetime(), why: z.string() });

/** The mongod that mongodb-memory-server keeps: located, or fetched. */
export interface DownloadedMongod {
  look(): Promise<Look>;
  /** Path of the binary. Throws {@link Unavailable} when the download is out of reach or gave no binary. */
  need(): Promise<string>;
}

/** What it is found with: `home` is the project's `.rivalwatch`, `library` the resolved address of the package, undefined when it is not installed. */
export function downloadedMongod({ home, env, say, signal }: Pick<Surroundings, 'home' | 'env' | 'say' | 'signal'>, library: string | undefined = locate('mongodb-memory-server-core')): DownloadedMongod {
  const failures = join(home, 'mongod-download.json');
  /** Where it is or would be put, or in words why it cannot be had. */
  const find = async (): Promise<z.infer<typeof answerSchema> | string> => {
    if (library === undefined) return NOT_INSTALLED;
    const ran = await run(process.execPath, ['--input-type=module', '-e', HELPER, library, 'locate'], { env, timeout: 15_000, signal });
    if (ran.code !== 0) return reasonOf(ran.stderr) || ran.problem;
    return readAnswer(ran.stdout);
  };
  const lastFailure = async (): Promise<string | undefined> => {
    const read = failureSchema.safeParse(await readFile(failures, 'utf8').then(JSON.parse).catch(() => undefined));
    if (!read.success || Date.now() - Date.parse(read.data.at) > REMEMBERED_FOR) return undefined;
    return `${read.data.why} (at ${read.data.at}; tried again a day later, or at once when ${failures} is removed)`;
  };
  return {
    look: async () => {
      const found = await find();
      if (typeof found === 'string') return { usable: 'no', detail: found };
      if (found.path !== null) return { usable: 'yes', detail: found.path };
      const failed = await lastFailure();
      return failed === undefined ? { usable: 'setup', detail: `would be downloaded into ${found.folder}` } : { usable: 'no', detail: failed };
    },
    need: async () => {
      const found = await find();
      if (library === undefined) throw new Unavailable(NOT_INSTALLED);
      if (typeof found === 'string') throw new Unavailable(found);
      if (found.path !== null) return found.path;
      say(`looking for a MongoDB download (about 100 MB into ${found.folder}; gives up after ${STALLED_AFTER / 1_000} s without an answer)`);
      try {
        return await fetchInto(found.folder, library, env, signal);
      } catch (error) {
        if (error instanceof Unavailable) {
          await mkdir(dirname(failures), { recursive: true });
          await writeFile(failures, JSON.stringify({ at: new Date().toISOString(), why: error.message }));
        }
        throw error;
      }
    },
  };
}

/** Address of an installed package, undefined when it is not there. Not by import.meta.resolve, which test runners do not have. */
export function locate(name: string): string | undefined {
  try {
    return pathToFileURL(createRequire(import.meta.url).resolve(name)).href;
  } catch {
    return undefined;
  }
}

/** Fetches and unpacks; ended when the folder stops growing. */
async function fetchInto(folder: string, library: string, env: NodeJS.ProcessEnv, signal: AbortSignal | undefined): Promise<string> {
  const stalled = new AbortController();
  const watch = watchGrowth(folder, () => stalled.abort(new Unavailable(`the download did not answer within ${STALLED_AFTER / 1_000} s`)));
  const either = signal ? AbortSignal.any([stalled.signal, signal]) : stalled.signal;
  const ran = await run(process.execPath, ['--input-type=module', '-e', HELPER, library, 'fetch'], { env: { MONGOMS_MAX_RETRIES: '1', ...env }, timeout: DOWNLOAD_LIMIT, signal: either }).finally(() => clearInterval(watch));
  if (ran.code !== 0) throw new Unavailable(`the download failed: ${reasonOf(ran.stderr) || ran.problem}`);
  const { path } = readAnswer(ran.stdout);
  if (path === null) throw new Unavailable('the download brought no mongod');
  return path;
}

/** Calls `stalled` once the folder kept its size for {@link STALLED_AFTER}. */
function watchGrowth(folder: string, stalled: () => void): NodeJS.Timeout {
  let size = -1;
  let grewAt = Date.now();
  const look = async (): Promise<void> => {
    const now = await bytesIn(folder);
    if (now !== size) [size, grewAt] = [now, Date.now()];
    else if (Date.now() - grewAt > STALLED_AFTER) stalled();
  };
  return setInterval(() => {
    void look();
  }, 250);
}

function readAnswer(stdout: string): z.infer<typeof answerSchema> {
  return answerSchema.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)));
}

/** The message of the error that ended a Node process, without its stack. */
function reasonOf(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) => /^(\[?\w*Error\b|Error:)/.test(line));
  const message = lines[at];
  if (message === undefined) return lastLines(stderr, 2);
  // The library ends its line with "Details:" and says on the next what was wrong.
  const next = lines[at + 1] ?? '';
  return message.endsWith(':') && !next.startsWith('at ') ? `${message} ${next}`.trim() : message;
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).then((found) => found.size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
