import { CommanderError } from 'commander';
import { mistakeText, type Mistake } from '../config/mistakes.ts';
import { ServiceError } from '../services/index.ts';
import { StorageError } from '../storage/errors.ts';
import { HealthError } from '../workers/health.ts';

/** What the command ends with; documented in docs/cli.md and in the help. */
export const EXIT = {
  ok: 0,
  /** The thing asked for was tried and failed. */
  failed: 1,
  /** A wrong argument or a mistake in the configuration. */
  usage: 2,
  /** MongoDB, Redis or Chromium cannot be had, or the database is not migrated. */
  unavailable: 3,
  /** Not done because it must not be: robots.txt, a wall, a private address, an existing file. */
  refused: 4,
  /** Ended by Ctrl-C or SIGTERM before it was done. */
  stopped: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An end that is not a fault of the program: said in words, without a stack trace. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;
  /** For --json, beside the message. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(exitCode: ExitCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.exitCode = exitCode;
    this.details = details;
  }
}

/** The end of a configuration with mistakes: all of them, one a line. */
export function configError(mistakes: readonly Mistake[]): CliError {
  const count = mistakes.length === 1 ? 'One mistake' : `${mistakes.length} mistakes`;
  return new CliError(EXIT.usage, `${count} in the configuration:\n${mistakes.map((mistake) => `  ${mistakeText(mistake)}`).join('\n')}`, { mistakes });
}

/** What writing to a file that is open may be refused with: no room, a disk that is broken. Such an error names no path. */
const OF_DISKS: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO']);

/** What the file system refused: rights, room, something else in the place. An operator's matter, not a fault of the program. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error && ('path' in error || OF_DISKS.has(error.code));
}

/** What is wrong with a command line; nothing where it only asked for help, which was given. */
function wordsOf({ code, message }: CommanderError): string {
  return code.startsWith('commander.help') || code === 'commander.version' ? '' : message.replace(/^error: /, '');
}

/** Exit code and message of whatever a verb threw. A stack trace only for faults of the program, and only when asked for. */
export function failureOf(error: unknown, debug: boolean): { readonly exitCode: number; readonly message: string; readonly details: Readonly<Record<string, unknown>> } {
  if (error instanceof CliError) return { exitCode: error.exitCode, message: error.message, details: error.details };
  if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? EXIT.ok : EXIT.usage, message: wordsOf(error), details: {} };
  if (error instanceof ServiceError) return { exitCode: EXIT.unavailable, message: `${error.message}\n  "rivalwatch doctor" shows every way that was tried.`, details: {} };
  if (error instanceof StorageError) return { exitCode: EXIT.unavailable, message: error.message, details: {} };
  if (error instanceof HealthError) return { exitCode: EXIT.failed, message: error.message, details: {} };
  const message = error instanceof Error ? error.message : String(error);
  if (isFileError(error)) return { exitCode: EXIT.failed, message: `A file or folder cannot be used: ${message}`, details: {} };
  const stack = debug && error instanceof Error ? `\n${error.stack}` : '\nThis looks like a fault of rivalwatch itself; RIVALWATCH_DEBUG=1 shows where.';
  return { exitCode: EXIT.failed, message: `${message}${stack}`, details: {} };
}
