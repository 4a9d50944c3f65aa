import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { brand, type BlobHash } from '../../model/ids.ts';
import { hashesBeginning, readArchive } from '../../storage/archive.ts';
import { ArchiveDamagedError } from '../../storage/errors.ts';
import type { Store } from '../../storage/store.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { localTime, print } from '../output.ts';

interface Options extends GlobalOptions { readonly out?: string }

/** `evidence`: the archived answer that a message or a version names, as it came. */
export function addEvidence(program: Command, io: Io): void {
  program.command('evidence').description('the answer of a shop that a value was read from, as it came: where, when, and with --out the answer itself')
    .argument('<archive>', 'what a message or "history" shows as archive (0efea94c97e1), or a whole hash from an export')
    .option('--out <file>', 'write the answer to this file')
    .addHelpText('after', '\nExamples:\n  rivalwatch evidence 0efea94c97e1\n  rivalwatch evidence 0efea94c97e1 --out page.html && rivalwatch read page.html')
    .action(async (typed: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { config } = await openConfig(io, options);
      await withStore(io, config, async (store) => {
        const kept = await readArchive(store, await archiveNamed(store, typed)).catch((error: unknown) => {
          throw error instanceof ArchiveDamagedError ? new CliError(EXIT.failed, error.message) : error;
        });
        if (!kept) throw noSuch(typed);
        const { hash, url, contentType, at, lastAt, body } = kept;
        if (options.out !== undefined) await written(resolve(io.cwd, options.out), body);
        const facts = { archive: hash, url, contentType, bytes: body.byteLength, firstAt: at, lastAt, ...(options.out === undefined ? {} : { file: options.out }) };
        print(io, options, facts, () => [
          url, `${contentType}, ${body.byteLength} bytes, SHA-256 ${hash}`, `It came first on ${localTime(at, config.timezone)}, and last on ${localTime(lastAt, config.timezone)}.`,
          options.out === undefined ? '"--out FILE" writes it to a file.' : `Written to ${options.out}; "rivalwatch read ${options.out}" shows how it is read.`,
        ].join('\n'));
      });
    });
}

/** Enough that two answers hardly ever begin alike. */
const SHORTEST = 6;
const WHOLE = 64;

/** The one kept answer whose hash begins so. */
async function archiveNamed(store: Store, typed: string): Promise<BlobHash> {
  if (!/^[0-9a-f]{6,64}$/.test(typed)) throw new CliError(EXIT.usage, `"${typed}" is no hash of an archived answer: ${SHORTEST} to ${WHOLE} digits and letters from a to f, as messages and "rivalwatch history" show them.`);
  if (typed.length === WHOLE) return brand<BlobHash>(typed);
  const [first, second] = await hashesBeginning(store, typed, 2);
  if (!first) throw noSuch(typed);
  if (second) throw new CliError(EXIT.usage, `Several answers begin with "${typed}"; write more of it.`);
  return first;
}

function noSuch(typed: string): CliError {
  return new CliError(EXIT.failed, `No answer "${typed}" is kept: it never was, or is older than retention.archiveDays and retention.archiveBytes allow.`);
}

async function written(path: string, body: Uint8Array): Promise<void> {
  await writeFile(path, body).catch((error: unknown) => {
    throw new CliError(EXIT.failed, `The file cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  });
}
