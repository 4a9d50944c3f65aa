import type { Readable, Writable } from 'node:stream';

/** What a verb may use of the world around it, so that tests can run it in their own process. */
export interface Io {
  readonly stdout: (text: string) => void;
  /** The same as `stdout`, for output of any length: a slow reader slows the writer down. */
  readonly stream: Writable;
  /** Standard input, opened when it is asked for. */
  readonly stdin: () => Readable;
  readonly stderr: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Whether stdout is a terminal, for colours. */
  readonly isTty: boolean;
  /** Columns of that terminal; unknown elsewhere. */
  readonly columns?: number;
  readonly clock: () => Date;
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
}

/** What every verb knows from the command line. */
export interface GlobalOptions {
  readonly config: string;
  readonly json?: boolean;
}
