import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Option, type Command } from 'commander';
import { PLATFORMS, type PlatformName } from '../../config/schema.ts';
import { suggestion } from '../../config/mistakes.ts';
import type { Config, Source, Target } from '../../config/types.ts';
import { NO_ADDRESS } from '../../crawlers/read/context.ts';
import { readAnswer } from '../../crawlers/read/index.ts';
import type { PageRead, ReadHints } from '../../crawlers/read/port.ts';
import { FIRST_ROLE } from '../../crawlers/requests.ts';
import { toPayOf } from '../../model/to-pay.ts';
import type { RankedItem, Review } from '../../model/listing.ts';
import { TARGET_KINDS, type TargetKind } from '../../model/crawl.ts';
import { brand, type SourceId } from '../../model/ids.ts';
import { currencyCode } from '../../model/money.ts';
import { OUTCOME_CLASS } from '../../model/outcome.ts';
import { openConfig } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import { fetchPage, sourceFor, strangerSource } from '../fetch-page.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { oneLine, print, table } from '../output.ts';
import { outcomeText } from '../outcome-words.ts';
import { priceText } from '../reading-text.ts';
import { listingView } from '../reading-view.ts';
import { ownAddress, savedPage } from '../saved-page.ts';
import { readBatch } from './read-batch.ts';

const MOST_LISTINGS = 5;

interface Options extends GlobalOptions {
  readonly as?: TargetKind;
  readonly source?: string;
  readonly platform?: PlatformName;
  readonly currency?: string;
  readonly url?: string;
  readonly select?: string;
  readonly batch?: boolean;
}

/** `read`: what is seen on one page: every field, its evidence and the candidates that lost. */
export function addRead(program: Command, io: Io): void {
  program.command('read').description('read one page: every field, where it was read, and the candidates that lost')
    .argument('<page>', 'address, or a saved page; with --batch: page, list, price, promotion, availability or robots')
    .addOption(new Option('--as <kind>', 'what the page is; that of the configured target, else product').choices(TARGET_KINDS))
    .option('--source <name>', 'read it as this source of the configuration: its platform, currency, language and own selectors')
    .addOption(new Option('--platform <name>', 'how it is read; that of its source, else generic').choices(PLATFORMS))
    .option('--currency <code>', 'the currency the prices must be in')
    .option('--select <css>', 'for --as page: the part to read')
    .option('--url <url>', 'for a saved page: the address it was saved from')
    .option('--batch', 'many at once: JSON Lines from stdin, one line out for each (docs/batch.md)')
    .addHelpText('after', '\nAn address is fetched as the workers do it: robots.txt, budgets, no private addresses.\n\nExamples:\n  rivalwatch read https://shop.example.com/products/lamp\n  rivalwatch read saved.html --url https://shop.example.com/products/lamp\n  rivalwatch read --source acme saved.html\n  rivalwatch read \'https://shop.example.com/search?q=lamp\' --as search --json\n  rivalwatch read price --batch < prices.jsonl')
    .action(async (page: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      if (options.batch) return await readBatch(io, page);
      const { read, url } = /^https?:\/\//i.test(page) ? await readAddress(io, options, page) : await readSaved(io, options, page);
      if (read.outcome !== 'ok') {
        const refused = OUTCOME_CLASS[read.outcome] === 'wall';
        throw new CliError(refused ? EXIT.refused : EXIT.failed, outcomeText(url, read.outcome, read.detail), { url, ...read });
      }
      print(io, options, { url, ...forPrograms(read, io.clock()) }, () => readText(io, read));
    });
}

/** For programs: with each listing what its promotions leave to pay, where that can be worked out; without the id and address of a saved page that names none. */
function forPrograms(read: Extract<PageRead, { outcome: 'ok' }>, at: Date): object {
  return { ...read, listings: read.listings.map(({ productId, url, ...listing }) => ({ ...(url === NO_ADDRESS ? {} : { productId, url }), ...listing, toPay: toPayOf(listing.fields, at) })) };
}

/** Reads a saved page; nothing is fetched, and a configuration is needed for --source alone. */
async function readSaved(io: Io, options: Options, name: string): Promise<{ read: PageRead; url: string }> {
  const path = resolve(io.cwd, name);
  const body = await savedPage(path, `${name} is neither an address (https://…) nor a file that can be read`);
  if (options.url !== undefined && !URL.canParse(options.url)) throw new CliError(EXIT.usage, `--url "${options.url}" is no address.`);
  const url = options.url ?? ownAddress(body) ?? pathToFileURL(path).href;
  const config = options.source === undefined ? undefined : (await openConfig(io, options)).config;
  const source = config && options.source !== undefined ? namedSource(config, options.source) : undefined;
  return { read: readAnswer(body, { ...hintsFrom(options, url, url, 200, source, config && targetAt(config, url)), fetchedAt: io.clock() }), url };
}

async function readAddress(io: Io, options: Options, text: string): Promise<{ read: PageRead; url: string }> {
  if (!URL.canParse(text)) throw new CliError(EXIT.usage, `"${text}" is no address.`);
  const url = new URL(text).href;
  const { config } = await openConfig(io, options);
  return { read: (await readLive(io, config, url, options)).read, url };
}

/** What a page that was fetched for looking at gave, and the source it was fetched for. */
export interface LiveRead {
  readonly read: PageRead;
  readonly source: Source;
}

/** Fetches a page and reads it as its source says; an address of no configured source is read with the defaults. */
export async function readLive(io: Io, config: Config, url: string, options: HintOptions & Pick<Options, 'source'>): Promise<LiveRead> {
  const named = options.source === undefined ? undefined : namedSource(config, options.source);
  const { host } = new URL(url);
  if (named && !named.hosts.includes(host)) throw new CliError(EXIT.usage, `${url} is not of source "${named.id}", which has ${named.hosts.join(', ')}. Leave --source out, or add the host to its allowedHosts.`);
  const source = named ?? sourceFor(config, url) ?? strangerSource(config, url, options.platform);
  const target = targetAt(config, url);
  const page = await fetchPage(io, config, source, url);
  const contentType = page.headers['content-type'];
  const hints = hintsFrom(options, page.url, url, page.status, source, target);
  return { source, read: readAnswer(page.body, { ...hints, fetchedAt: page.fetchedAt, ...(contentType !== undefined && { contentType }) }) };
}

function targetAt(config: Config, url: string): Target | undefined {
  return [...config.targets.values()].find((one) => one.url === url);
}

function namedSource(config: Config, name: string): Source {
  const source = config.sources.get(brand<SourceId>(name));
  if (!source) throw new CliError(EXIT.usage, `There is no source "${name}" in the configuration.${suggestion(name, [...config.sources.keys()])}`);
  return source;
}

type HintOptions = Pick<Options, 'as' | 'platform' | 'currency' | 'select'>;

function hintsFrom(options: HintOptions, url: string, requestUrl: string, status: number, source?: Source, target?: Target): ReadHints {
  const currency = options.currency === undefined ? source?.currency : currencyCode(options.currency);
  if (options.currency !== undefined && currency === undefined) throw new CliError(EXIT.usage, `--currency "${options.currency}" is no ISO 4217 code such as USD.`);
  const select = options.select ?? target?.select;
  return {
    url, requestUrl, status, role: FIRST_ROLE[options.as ?? target?.kind ?? 'product'], platform: options.platform ?? source?.platform ?? 'generic',
    ...(currency && { currency }), ...(source?.language !== undefined && { language: source.language }), ...(source && { fields: source.fields }), ...(select !== undefined && { select }),
  };
}

/** A read page for people. */
export function readText(io: Io, read: Extract<PageRead, { outcome: 'ok' }>): string {
  const more = read.listings.length - MOST_LISTINGS;
  const hints = [
    ...(more > 0 ? [`… and ${more} more listings; --json shows all.`] : []),
    ...(read.empty ? ['The page says that nothing was found.'] : []),
    ...(read.total === undefined ? [] : [`${read.total} items in all, as the page says.`]),
    ...(read.next === undefined ? [] : [`next page: ${read.next}`]),
  ];
  return [
    ...read.listings.slice(0, MOST_LISTINGS).map((listing) => listingView(io, listing)),
    itemsTable(io, read.items), hints.join('\n'), reviewsTable(io, read.reviews),
    ...(read.text === undefined ? [] : [read.text.split('\n').map((line) => oneLine(line, 160)).join('\n')]),
  ].filter((part) => part !== '').join('\n\n');
}

function itemsTable(io: Io, items: readonly RankedItem[]): string {
  return table(io, ['place', 'organic', 'product', 'price', 'list price', 'rating', 'title'], items.map((item) => [
    String(item.position), item.sponsored ? 'ad' : String(item.organicPosition ?? ''), oneLine(item.productId, 24), item.price ? priceText(item.price) : '?', item.listPrice ? priceText(item.listPrice) : '',
    item.rating ? `${item.rating.value}/${item.rating.scale}` : '', oneLine(item.title, 60),
  ]));
}

function reviewsTable(io: Io, reviews: readonly Review[]): string {
  if (reviews.length === 0) return '';
  const rows = reviews.map((review) => [review.rating ? `${review.rating.value}/${review.rating.scale}` : '?', review.createdAt?.toISOString().slice(0, 10) ?? '?', oneLine(review.text, 90)]);
  return `${reviews.length} ${reviews.length === 1 ? 'review' : 'reviews'}\n${table(io, ['rating', 'written', 'text'], rows)}`;
}
