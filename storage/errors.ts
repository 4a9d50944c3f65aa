import { MongoError, MongoNetworkError, MongoNotConnectedError, MongoServerSelectionError, MongoTopologyClosedError } from 'mongodb';

/** What every error of storage says beside its message: whether trying the same again later can help. */
export abstract class StorageError extends Error {
  abstract readonly retryable: boolean;
}

/** MongoDB does not answer. Nothing is lost: what was not acknowledged is done again by the retried job. */
export class StorageUnavailableError extends StorageError {
  override readonly name = 'StorageUnavailableError';
  readonly retryable = true;
}

/** No room left where MongoDB keeps its data. Helps only after somebody made room, but then trying again does. */
export class StorageFullError extends StorageError {
  override readonly name = 'StorageFullError';
  readonly retryable = true;
}

/** The server refuses who asks or what is written. Trying again does not help. */
export class StorageRefusedError extends StorageError {
  override readonly name = 'StorageRefusedError';
  readonly retryable = false;
}

/** Many workers wrote the same thing at once and this one lost every round. */
export class StorageContentionError extends StorageError {
  override readonly name = 'StorageContentionError';
  readonly retryable = true;
}

/** The database lacks indexes or fields that this program needs. */
export class MigrationNeededError extends StorageError {
  override readonly name = 'MigrationNeededError';
  readonly retryable = false;
}

/** An archived answer is not what its hash says. */
export class ArchiveDamagedError extends StorageError {
  override readonly name = 'ArchiveDamagedError';
  readonly retryable = false;
}

const NOT_AUTHORISED: ReadonlySet<number> = new Set([11, 13, 18, 8000]);
const TOO_LARGE: ReadonlySet<number> = new Set([10_334, 17_419, 17_420]);
const AWAY: ReadonlySet<number> = new Set([6, 7, 89, 91, 189, 9001, 10_107, 11_600, 11_602, 13_435, 13_436]);
const OUT_OF_DISK = 14_031;
const VALIDATION = 121;
/** A unique index (the `_id` among them) already holds the value: somebody has done it already. */
export const DUPLICATE = 11_000;

function codeOf(error: MongoError): number {
  return typeof error.code === 'number' ? error.code : -1;
}

function isAway(error: MongoError): boolean {
  return error instanceof MongoNetworkError || error instanceof MongoServerSelectionError || error instanceof MongoNotConnectedError
    || error instanceof MongoTopologyClosedError || error.hasErrorLabel('RetryableWriteError') || AWAY.has(codeOf(error));
}

/**
 * The error as an operator needs it: what happened, to which collection, what to do, and whether trying again helps.
 * Errors that are not MongoDB's come back as they are.
 */
export function storageError(error: unknown, collection: string, server: string): unknown {
  if (!(error instanceof MongoError)) return tooLargeToEncode(error) ? largeError(collection, error) : error;
  const code = codeOf(error);
  if (code === OUT_OF_DISK || /no space left|disk is full|ENOSPC|quota exceeded/i.test(error.message)) {
    return new StorageFullError(`MongoDB at ${server} has no room left (writing ${collection}). Free disk space or lower retention.archiveBytes; the work is tried again.`, { cause: error });
  }
  if (TOO_LARGE.has(code)) return largeError(collection, error);
  if (code === VALIDATION) return new StorageRefusedError(`MongoDB refused a document of ${collection} that lacks required fields. This is a fault of the program or of an older one; run "rivalwatch migrate".`, { cause: error });
  if (NOT_AUTHORISED.has(code)) return new StorageRefusedError(`MongoDB at ${server} refuses access (${error.message}). Check user and password in storage.mongodb.`, { cause: error });
  if (isAway(error)) return new StorageUnavailableError(`MongoDB at ${server} does not answer (${error.message}). Check that it runs and that storage.mongodb is right; the work is tried again.`, { cause: error });
  return error;
}

function largeError(collection: string, cause: unknown): StorageRefusedError {
  return new StorageRefusedError(`A document for ${collection} is larger than the 16 MB MongoDB can hold. It was not written.`, { cause });
}

/** The driver itself gives up with a RangeError when a document outgrows its buffer. */
function tooLargeToEncode(error: unknown): boolean {
  return error instanceof RangeError && /offset|out of range|too large/i.test(error.message);
}
