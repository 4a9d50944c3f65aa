import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Recording } from '../alerts/backtest/recording.ts';
import { CliError, EXIT } from './errors.ts';
import type { Io } from './io.ts';

/** Bad lines that are named on stderr. */
const SHOWN = 10;

/**
 * Reads recorded observations line by line, from a file (unpacked where its name ends in .gz) or (`-`) standard input; lines that cannot be used are named on stderr. Throws a CliError when the file
 * cannot be read, or no line of it can be used.
 */
export async function readRecording(io: Io, file: string): Promise<Recording> {
  const recording = new Recording();
  const input = file === '-' ? io.stdin() : opened(resolve(io.cwd, file));
  const failed = new Promise<never>((_, reject) => {
    input.once('error', (error: Error) => reject(new CliError(EXIT.usage, `${file} cannot be read: ${error.message}`)));
  });
  const read = async (): Promise<void> => {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) recording.add(line);
  };
  await Promise.race([read(), failed]);
  io.signal.throwIfAborted();
  for (const { line, message } of recording.errors.slice(0, SHOWN)) io.stderr(`${file}:${line}: ${message}\n`);
  if (recording.errors.length > SHOWN) io.stderr(`… and ${recording.errors.length - SHOWN} more lines that cannot be used\n`);
  if (recording.crawls().length === 0) throw new CliError(EXIT.usage, `${file} has no line that can be used. docs/backtest.md shows the format.`, { errors: recording.errors });
  return recording;
}

/** The bytes of a file. What goes wrong with it is an error of the stream. */
function opened(path: string): Readable {
  const raw = createReadStream(path);
  return path.endsWith('.gz') ? pipeline(raw, createGunzip(), () => undefined) : raw;
}
