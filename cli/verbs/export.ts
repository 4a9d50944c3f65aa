import { resolve } from 'node:path';
import { Argument, Option, type Command } from 'commander';
import { ExportError } from '../../exports/errors.ts';
import { exportToFolder } from '../../exports/export-folder.ts';
import { exportKind, type ExportOptions } from '../../exports/export-kind.ts';
import { EXPORT_FORMATS, EXPORT_KINDS, type ExportFormat, type ExportKind } from '../../exports/kinds.ts';
import { writeWhole } from '../../exports/whole-file.ts';
import type { Store } from '../../storage/store.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { counted } from '../output.ts';
import { limitOf, pastTime, timeOf } from '../period.ts';

const MOST = 999_999;

interface Options extends GlobalOptions { readonly format?: ExportFormat; readonly since?: string; readonly until?: string; readonly cursor?: string; readonly limit?: string; readonly out?: string; readonly folder?: string }

/** `export`: records for other programs, to stdout, a file or a folder. */
export function addExport(program: Command, io: Io): void {
  program.command('export').description('write records as JSON, NDJSON or CSV for other programs')
    .addArgument(new Argument('[kind]', 'what to write; with --folder all kinds when left out').choices(EXPORT_KINDS))
    .addOption(new Option('--format <format>', 'json, ndjson (one record a line), or csv for listings; ndjson when left out, json with --json').choices(EXPORT_FORMATS))
    .option('--since <time>', 'recorded since: 24h, 7d, 2026-03-29')
    .option('--until <time>', 'recorded before: 1h, 2026-03-29')
    .option('--cursor <cursor>', 'go on where the last export ended (its cursor is said on stderr and stands in json)')
    .option('--limit <count>', 'at most so many records')
    .addOption(new Option('--out <file>', 'into a file, which is replaced in one step').conflicts('folder'))
    .option('--folder <folder>', 'everything, one file a kind')
    .addHelpText('after', '\nThe records are described in docs/export.md and exports/schemas.\n\nExamples:\n  rivalwatch export changes --since 24h | jq .\n  rivalwatch export listings --format csv --out listings.csv\n  rivalwatch export changes --cursor eyJ… --format json\n  rivalwatch export --folder exports')
    .action(async (kind: ExportKind | undefined, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      if (kind === undefined && options.folder === undefined) throw new CliError(EXIT.usage, `Say what to export: ${EXPORT_KINDS.join(', ')}; or give --folder.`);
      const { config } = await openConfig(io, options);
      const selection = selectionOf(io, options, config.timezone);
      await withStore(io, config, (store) => asCliError(async () => {
        if (options.folder !== undefined) return await intoFolder(io, store, kind, options, options.folder, selection.format);
        if (kind === undefined) return;
        const { records, cursor } = options.out === undefined ? await exportKind(store, kind, selection, io.stream) : await writeWhole(resolve(io.cwd, options.out), (out) => exportKind(store, kind, selection, out));
        io.stderr(`${recordsOf(kind, records)}${cursor === undefined ? '' : `, cursor ${cursor}`}\n`);
      }));
    });
}

function selectionOf(io: Io, options: Options, timezone: string): ExportOptions {
  const now = io.clock();
  const since = options.since === undefined ? undefined : pastTime(options.since, now, '--since', timezone);
  const until = options.until === undefined ? undefined : timeOf(options.until, now, '--until', timezone);
  if (since && until && until <= since) throw new CliError(EXIT.usage, '--until is not after --since.');
  return {
    format: options.format ?? (options.json ? 'json' : 'ndjson'), now,
    ...(since && { since }), ...(until && { until }),
    ...(options.cursor !== undefined && { cursor: options.cursor }), ...(options.limit !== undefined && { limit: limitOf(options.limit, MOST) }),
  };
}

async function intoFolder(io: Io, store: Store, kind: ExportKind | undefined, options: Options, folder: string, format: ExportFormat): Promise<void> {
  for (const [name, value] of [['since', options.since], ['until', options.until], ['cursor', options.cursor], ['limit', options.limit]] as const) {
    if (value !== undefined) throw new CliError(EXIT.usage, `--folder writes everything; --${name} is for one kind to stdout or --out.`);
  }
  const kinds = kind !== undefined ? [kind] : format === 'csv' ? (['listings'] as const) : EXPORT_KINDS;
  const files = await exportToFolder(store, { folder: resolve(io.cwd, folder), kinds, format, now: io.clock() });
  io.stdout(options.json ? `${JSON.stringify({ files }, null, 2)}\n` : files.map((file) => `${file.path}: ${recordsOf(file.kind, file.records)}\n`).join(''));
}

/** "1 change", "3 changes": every kind is named by its plural. */
function recordsOf(kind: ExportKind, count: number): string {
  return counted(count, kind.replace(/s$/, ''));
}

/** What an operator can mend, in words: a wrong cursor, a full disk, a folder without rights. */
async function asCliError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Without a cause it is a wrong cursor or format, with one the disk.
    if (error instanceof ExportError) throw new CliError(error.cause === undefined ? EXIT.usage : EXIT.failed, error.message);
    throw error;
  }
}
