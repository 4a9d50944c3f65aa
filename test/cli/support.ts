import { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Io } from '../../cli/io.ts';
import { runCli } from '../../cli/program.ts';
import { folderWith } from '../config/support.ts';
import type { Space } from '../support/fixtures.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** stdout as JSON. */
  json(): unknown;
}

export interface Shell {
  readonly folder: string;
  readonly run: (...argv: readonly string[]) => Promise<Ran>;
}

export interface ShellOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly isTty?: boolean;
  readonly clock?: () => Date;
  readonly signal?: AbortSignal;
  /** Standard input, piece by piece. */
  readonly stdin?: Iterable<string | Uint8Array>;
  /** Told of every piece on stderr as it comes. */
  readonly onErr?: (text: string) => void;
}

/** A world in which nothing is read and all that is printed is lost, but for what is given. */
export function ioWith(given: Partial<Io> = {}): Io {
  return { stdout: () => undefined, stream: new Writable(), stdin: () => Readable.from([]), stderr: () => undefined, env: {}, cwd: '/', isTty: false, clock: () => new Date(0), signal: new AbortController().signal, ...given };
}

/** How a configuration begins that works in this space. */
export function headOf({ mongoUri, redisUrl, prefix }: Space): string {
  return `version: 1\ncontact: test@example.com\nstorage: { mongodb: "${mongoUri}", redis: "${redisUrl}", database: ${prefix}, prefix: ${prefix} }\n`;
}

/** A folder with these files and the command in it. */
export async function shell(files: Readonly<Record<string, string | Uint8Array>>, options: ShellOptions = {}): Promise<Shell> {
  const folder = await folderWith(files);
  const end = new AbortController();
  onTestFinished(() => end.abort());
  return {
    folder,
    run: async (...argv) => {
      let out = '';
      let err = '';
      const stream = new Writable({
        write: (piece, _encoding, done) => {
          out += String(piece);
          done();
        },
      });
      const code = await runCli(argv, {
        stream, stdin: () => Readable.from(options.stdin ?? []), stdout: (text) => void (out += text), stderr: (text) => {
          err += text;
          options.onErr?.(text);
        },
        env: options.env ?? {}, cwd: folder, isTty: options.isTty ?? false, clock: options.clock ?? (() => new Date()), signal: options.signal ?? end.signal,
      });
      return { code, out, err, json: (): unknown => JSON.parse(out) };
    },
  };
}
