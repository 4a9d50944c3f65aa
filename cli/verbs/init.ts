import { constants } from 'node:fs';
import { access, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Command } from 'commander';
import { configPath } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { print } from '../output.ts';
import { replaceFile } from '../replace-file.ts';

const LISTS = ['watchlist', 'products'] as const;

/** `init`: a commented example configuration with its two tables. Existing files are left alone unless forced. */
export function addInit(program: Command, io: Io): void {
  program.command('init').description('write a commented example configuration, watch list and product table')
    .option('--force', 'overwrite what is there')
    .addHelpText('after', '\nExamples:\n  rivalwatch init\n  rivalwatch init --config shops/eu.yaml')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { force?: boolean }>();
      const path = configPath(io, options);
      const files = await exampleFiles(path);
      const there = (await Promise.all([...files.keys()].map(async (file) => ((await exists(file)) ? [relative(io.cwd, file)] : [])))).flat();
      if (there.length > 0 && !options.force) throw new CliError(EXIT.refused, `${there.join(', ')} is already there and was left alone. --force overwrites it.`, { existing: there });
      await mkdir(dirname(path), { recursive: true });
      for (const [file, text] of files) await replaceFile(file, text);
      const written = [...files.keys()].map((file) => relative(io.cwd, file));
      print(io, options, { written }, () => `Wrote ${written.join(', ')}.\nPut your own shops in, set "contact", then: rivalwatch check`);
    });
}

/** The example under the names it has with the operator. */
async function exampleFiles(path: string): Promise<ReadonlyMap<string, string>> {
  const text = (await example('rivalwatch.example.yaml'))
    .replace(/^# yaml-language-server:.*\n#\n/, '')
    .replaceAll(/\b(watchlist|products)\.example\.csv/g, '$1.csv')
    .replace('Every key is explained in docs/configuration.md.', 'Every key is explained in docs/configuration.md; "rivalwatch schema" prints a JSON Schema for editors.');
  const lists = await Promise.all(LISTS.map(async (name) => [join(dirname(path), `${name}.csv`), await example(`${name}.example.csv`)] as const));
  return new Map([[path, text], ...lists]);
}

function example(name: string): Promise<string> {
  return readFile(new URL(`../../config/${name}`, import.meta.url), 'utf8');
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(() => true, () => false);
}
