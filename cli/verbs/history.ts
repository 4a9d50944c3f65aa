import type { Command } from 'commander';
import type { Config } from '../../config/types.ts';
import { brand, viewSubject, type TargetId } from '../../model/ids.ts';
import type { ListingFields, Price } from '../../model/listing.ts';
import { valueOf } from '../../model/reading.ts';
import { believed, standingOf, type Standing } from '../../storage/believed.ts';
import type { ListingDocument, VersionDocument } from '../../storage/documents.ts';
import { listing as findListing } from '../../storage/listings.ts';
import type { Store } from '../../storage/store.ts';
import { history } from '../../storage/versions.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { localTime, oneLine, paint, print, sparkline, table } from '../output.ts';
import { pastTime } from '../period.ts';
import { priceText, valueText } from '../reading-text.ts';

const STEPS = 60;
/** Behind a price that is not believed, or not yet. */
const STANDING_WORDS: Readonly<Record<Standing, string>> = { accepted: '', pending: ' (not compared yet)', held: ' (held back)', dropped: ' (not believed)' };
/** As in messages: enough to find the answer in the archive. */
const SHORT_HASH = 12;

/** `history`: the versions of one listing, with its price as a line. */
export function addHistory(program: Command, io: Io): void {
  program.command('history').description('the history of one listing: a table of its versions and its price as a line')
    .argument('<listing>', 'id (lst_…) or address of the listing, or the target that watches it')
    .option('--since <time>', 'how far back: 24h, 30d, 2026-03-29', '90d')
    .addHelpText('after', '\nExamples:\n  rivalwatch history https://shop.example.com/products/lamp\n  rivalwatch history lst_0123456789abcdef01234567 --since 30d --json')
    .action(async (name: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { since: string }>();
      const { config } = await openConfig(io, options);
      const since = pastTime(options.since, io.clock(), '--since', config.timezone);
      await withStore(io, config, async (store) => {
        const listing = await findListing(store, addressOf(config, name));
        if (!listing) throw new CliError(EXIT.failed, `No listing is known under ${name}. It must have been crawled once; "rivalwatch status" shows the targets.`);
        const views = await viewsOf(store, listing, since, io.clock());
        const { _id: id, sourceId: source, productId, url, title, presence, firstSeenAt, lastSeenAt } = listing;
        print(io, options, { listing: { id, source, productId, url, title, presence, firstSeenAt, lastSeenAt }, views }, () => [
          paint(io, 'bold', oneLine(title)), `${url}\n${id}, ${source}, ${presence} since ${localTime(listing.presenceSince, config.timezone)}`,
          ...views.map((view) => viewText(io, config, view, since)),
        ].join('\n'));
      });
    });
}

/** A product target stands for its listing. */
function addressOf({ targets }: Config, name: string): string {
  const target = targets.get(brand<TargetId>(name));
  return target?.kind === 'product' ? target.url : name;
}

interface View { readonly targetId: TargetId; readonly versions: readonly VersionDocument[] }

/** The listing as each target shows it. */
async function viewsOf(store: Store, listing: ListingDocument, since: Date, now: Date): Promise<readonly View[]> {
  return Promise.all(listing.targetIds.map(async (targetId) => ({ targetId, versions: await history(store, viewSubject(listing._id, targetId), since, now) })));
}

function viewText(io: Io, config: Config, { targetId, versions }: View, since: Date): string {
  const time = (at: Date): string => localTime(at, config.timezone).slice(0, 16);
  const rows = versions.flatMap((version) => (version.content.kind === 'listing' ? [{ version, fields: version.content.fields }] : []));
  const prices = pricesOverTime(rows.map(({ version, fields }) => ({ version, fields: believed(version, fields) })), since);
  return [
    `\n${paint(io, 'bold', `as ${targetId} shows it`)}`,
    ...(prices === undefined ? [] : [`price ${prices.line}  ${prices.low} – ${prices.high}`]),
    table(io, ['from', 'last seen', 'price', 'list price', 'stock', 'promotions', 'title', 'archive'], rows.map(({ version, fields }) => [
      time(version.firstSeenAt), time(version.lastSeenAt), `${valueText(fields.price)}${STANDING_WORDS[standingOf(version)]}`, valueText(fields.listPrice), valueText(fields.availability),
      oneLine((valueOf(fields.promotions) ?? []).map((promotion) => promotion.label).join(' · '), 30), oneLine(valueText(fields.title), 40), version.archive?.slice(0, SHORT_HASH) ?? '',
    ])),
  ].join('\n');
}

/** The price at equal steps of time, of the kind and currency of the newest one: others cannot be compared with it. */
function pricesOverTime(rows: readonly { readonly version: VersionDocument; readonly fields: ListingFields }[], since: Date): { readonly line: string; readonly low: string; readonly high: string } | undefined {
  const newest = rows.map(({ fields }) => valueOf(fields.price)).findLast((price) => price !== undefined);
  const [first] = rows;
  const last = rows.at(-1);
  if (!newest || !first || !last) return undefined;
  const alike = (price: Price | undefined): price is Price => price?.kind === newest.kind && price.money.currency === newest.money.currency;
  const from = Math.max(first.version.firstSeenAt.getTime(), since.getTime());
  const to = Math.max(last.version.lastSeenAt.getTime(), from + 1);
  const values = Array.from({ length: STEPS }, (_, step) => {
    const at = from + ((to - from) * step) / (STEPS - 1);
    const price = valueOf((rows.findLast(({ version }) => version.firstSeenAt.getTime() <= at) ?? first).fields.price);
    return alike(price) ? price.money.minor : undefined;
  });
  const prices = rows.map(({ fields }) => valueOf(fields.price)).filter(alike).toSorted((a, b) => a.money.minor - b.money.minor);
  return { line: sparkline(values), low: priceText(prices[0] ?? newest), high: priceText(prices.at(-1) ?? newest) };
}
