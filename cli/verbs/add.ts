import { readFile, realpath, stat } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { appendEntries, type Addition } from '../../config/append.ts';
import { duration } from '../../config/units.ts';
import type { Config } from '../../config/types.ts';
import { TARGET_KINDS, type TargetKind } from '../../model/crawl.ts';
import { valueOf } from '../../model/reading.ts';
import { brand, type TargetId } from '../../model/ids.ts';
import { configName, configPath, openConfig } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import { sourceFor } from '../fetch-page.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { outcomeText } from '../outcome-words.ts';
import { print } from '../output.ts';
import { replaceFile } from '../replace-file.ts';
import { readLive, readText, type LiveRead } from './read.ts';

interface Options extends GlobalOptions { readonly as: TargetKind; readonly name?: string; readonly every?: string; readonly tags?: string; readonly sku?: string }

/** `add`: reads a page, shows what it sees and puts a target for it into the configuration. */
export function addAdd(program: Command, io: Io): void {
  program.command('add').description('read a page, show what is seen, add a target for it to the configuration')
    .argument('<url>', 'address of the page')
    .addOption(new Option('--as <kind>', 'what to watch').choices(TARGET_KINDS).default('product'))
    .option('--name <name>', 'name of the target; made from the address when left out')
    .option('--every <duration>', 'how often, e.g. 6h; the general schedule when left out')
    .option('--tags <tags>', 'tags, separated by commas')
    .option('--sku <sku>', 'the own product it competes with')
    .addHelpText('after', '\nNothing is added when the page cannot be read.\n\nExamples:\n  rivalwatch add https://shop.example.com/products/lamp --every 2h --tags lamps\n  rivalwatch add https://shop.example.com/products.json --as catalogue')
    .action(async (text: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) throw new CliError(EXIT.usage, `"${text}" is no http:// or https:// address.`);
      if (options.every !== undefined && !duration.safeParse(options.every).success) throw new CliError(EXIT.usage, `--every "${options.every}" is no duration; write e.g. 30m, 6h or 1d.`);
      const url = new URL(text).href;
      const { config } = await openConfig(io, options);
      const same = [...config.targets.values()].find((target) => target.url === url && target.kind === options.as);
      if (same) throw new CliError(EXIT.refused, `${url} is already watched as "${same.id}" (${same.definedAt}).`, { target: same.id });
      const live = await readLive(io, config, url, options).catch((error: unknown) => {
        throw error instanceof CliError ? new CliError(error.exitCode, `Not added. ${error.message}`, error.details) : error;
      });
      if (live.read.outcome !== 'ok') throw new CliError(EXIT.failed, `Not added. ${outcomeText(url, live.read.outcome, live.read.detail)}`, { url, ...live.read });
      const additions = additionsFor(config, url, options, live);
      await write(configPath(io, options), additions, options, io);
      const { read } = live;
      print(io, options, { added: additions, file: configName(io, options), read }, () => `${readText(io, read)}\nAdded to ${configName(io, options)}: ${additions.map((one) => `${one.section}.${one.name}`).join(', ')}.`);
    });
}

function additionsFor(config: Config, url: string, options: Options, { read }: LiveRead): readonly Addition[] {
  const known = sourceFor(config, url);
  const sharing = [...config.sources.values()].filter((source) => source.hosts.includes(new URL(url).host));
  const sourceName = known?.id ?? freeName(nameOf(new URL(url).host.replace(/^www\./, '')), (name) => config.sources.has(brand(name)));
  const listing = read.outcome === 'ok' ? read.listings[0] : undefined;
  const currency = listing && (valueOf(listing.fields.price)?.money.currency ?? valueOf(listing.fields.currency));
  const source: Addition = { section: 'sources', name: sourceName, entry: { url: `${new URL(url).origin}/`, ...(currency && { currency }) } };
  const taken = (name: string): boolean => config.targets.has(brand<TargetId>(name));
  if (options.name !== undefined && taken(options.name)) throw new CliError(EXIT.refused, `There is already a target "${options.name}"; choose another --name.`);
  const { pathname } = new URL(url);
  const own = nameOf(pathname.split('/').findLast((part) => part !== '') ?? sourceName);
  const tags = (options.tags ?? '').split(',').map((tag) => tag.trim()).filter((tag) => tag !== '');
  const target: Addition = {
    section: 'targets', name: options.name ?? freeName(own, taken),
    entry: { ...(sharing.length > 1 && { source: sourceName }), kind: options.as, url, ...(options.every !== undefined && { every: options.every }), ...(tags.length > 0 && { tags }), ...(options.sku !== undefined && { sku: options.sku }) },
  };
  return known ? [target] : [source, target];
}

/** A name as the configuration allows it. */
function nameOf(text: string): string {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // Not encoded after all: taken as it is.
  }
  return plain.replace(/\.(html?|php|aspx?|json)$/i, '').toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-').replaceAll(/^[^a-z0-9]+|[-_.]+$/g, '').slice(0, 50) || 'target';
}

function freeName(name: string, taken: (name: string) => boolean): string {
  for (let no = 1; ; no += 1) {
    const candidate = no === 1 ? name : `${name}-${no}`;
    if (!taken(candidate)) return candidate;
  }
}

/** Puts the new text in the file's place in one step, and the old one back when the configuration does not load with it. */
async function write(name: string, additions: readonly Addition[], options: GlobalOptions, io: Io): Promise<void> {
  // The file itself, not a link to it, is replaced.
  const path = await realpath(name);
  const before = await readFile(path, 'utf8');
  const { mode } = await stat(path);
  await replaceFile(path, appendEntries(before, additions), mode);
  try {
    await openConfig(io, options);
  } catch (error) {
    await replaceFile(path, before, mode);
    throw error;
  }
}
