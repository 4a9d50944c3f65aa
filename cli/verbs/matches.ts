import type { Command } from 'commander';
import type { Config } from '../../config/types.ts';
import { MATCH_STATES, type Match, type MatchEvidence } from '../../model/advice.ts';
import { packRatioFrom, packRatioText, type PackRatio } from '../../model/pack.ts';
import type { ListingDocument } from '../../storage/documents.ts';
import { listingsByIds } from '../../storage/listings.ts';
import { decideMatch, matchesOfSkus, type Decision } from '../../storage/matches.ts';
import type { Store } from '../../storage/store.ts';
import { takeBackMatches } from '../../workers/match.ts';
import { adviseOnSkus } from '../../workers/recommend.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { logFor } from '../log.ts';
import { eachNamed, type Naming } from '../named.ts';
import { oneLine, paint, print } from '../output.ts';
import { skusNamed } from '../skus.ts';
import { namesBelow } from '../subcommands.ts';

interface ListOptions extends GlobalOptions { readonly all?: boolean }
interface ConfirmOptions extends GlobalOptions { readonly pack?: string }

/** `matches`: which listings are the same article as an own product; `matches confirm` and `matches reject`: the operator's word about it. */
export function addMatches(program: Command, io: Io): void {
  const matches = program.command('matches').description('which listings are the same article as one of your products, and why; proposed ones wait for your word')
    .argument('[skus...]', 'only of these products').option('--all', 'rejected ones as well')
    .addHelpText('after', '\nExamples:\n  rivalwatch matches\n  rivalwatch matches confirm mat_1f4a --pack 6\n  rivalwatch matches reject mat_90cd')
    .action(async (typed: readonly string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const { config } = await openConfig(io, options);
      const skus = skusNamed(config, typed, namesBelow(command));
      await withStore(io, config, async (store) => {
        await takeBackMatches({ config: () => config, store, log: logFor(io, 'error') });
        const found = await withListings(store, (await matchesOfSkus(store, skus)).filter(({ state }) => options.all || state !== 'rejected'));
        print(io, options, { matches: found.map(dataOf) }, () => (found.length === 0 ? nothing(config) : found.map((one) => shown(io, config, one)).join('\n\n')));
      });
    });
  matches.command('confirm').description('they are the same article: the listing is followed and told of. With --pack, how many of yours one of theirs is')
    .argument('<ids...>', 'ids from "rivalwatch matches", or the beginning of one').option('--pack <ratio>', 'so many of yours are one of theirs: 6; 1/6 when six of theirs are one of yours')
    .addHelpText('after', '\nExamples:\n  rivalwatch matches confirm mat_1f4a mat_22b0\n  rivalwatch matches confirm mat_1f4a --pack 6')
    .action(async (ids: readonly string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ConfirmOptions>();
      const packRatio = options.pack === undefined ? undefined : packOf(options.pack);
      await decide(io, options, ids, { state: 'confirmed', ...(packRatio ? { packRatio } : {}) });
    });
  matches.command('reject').description('they are not the same article: it is not followed, and never proposed again')
    .argument('<ids...>', 'ids from "rivalwatch matches", or the beginning of one')
    .addHelpText('after', '\nExample:\n  rivalwatch matches reject mat_1f4a')
    .action(async (ids: readonly string[], _options: unknown, command: Command) => decide(io, command.optsWithGlobals<GlobalOptions>(), ids, { state: 'rejected' }));
}

const MATCHES: Naming = { prefix: 'mat', one: 'match', several: 'matches', shown: '"rivalwatch matches --all"' };

/** Writes the operator's word about all of them or, when one is named wrongly, about none, and advises anew: what was followed must not be any more. */
async function decide(io: Io, options: GlobalOptions, typed: readonly string[], decision: Decision): Promise<void> {
  const { config } = await openConfig(io, options);
  await withStore(io, config, async (store) => {
    const meant = eachNamed(typed, await matchesOfSkus(store, [...config.products.keys()]), MATCHES);
    const decided = (await Promise.all(meant.map(({ id }) => decideMatch(store, id, decision, io.clock())))).filter((match) => match !== undefined);
    await adviseOnSkus({ config: () => config, store, clock: io.clock, log: logFor(io, 'error') }, decided.map(({ sku }) => sku));
    const found = await withListings(store, decided);
    print(io, options, { matches: found.map(dataOf) }, () => found.map((one) => shown(io, config, one)).join('\n\n'));
  });
}

interface Found {
  readonly match: Match;
  readonly listing: ListingDocument | undefined;
}

/** The matches with their listings; what waits for the operator first. */
async function withListings(store: Store, matches: readonly Match[]): Promise<readonly Found[]> {
  const listings = new Map((await listingsByIds(store, matches.map(({ listingId }) => listingId))).map((listing) => [listing._id, listing]));
  const place = ({ state, sku, id }: Match): string => `${MATCH_STATES.indexOf(state)} ${sku} ${id}`;
  return matches.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).map((match) => ({ match, listing: listings.get(match.listingId) }));
}

function dataOf({ match: { id, state, sku, listingId, why, packRatio, decidedAt }, listing }: Found): object {
  return { id, state, sku, listingId, title: listing?.title ?? null, url: listing?.url ?? null, why, packRatio, decidedAt: decidedAt ?? null };
}

function shown(io: Io, config: Config, { match: { id, state, sku, why, packRatio, decidedAt }, listing }: Found): string {
  const word = decidedAt ? `${state} by you` : state;
  return [
    `${paint(io, 'bold', id)}  ${paint(io, COLOURS[state], word)}  ${sku}  ${oneLine(config.products.get(sku)?.title ?? '', 60)}`,
    `  ${oneLine(listing?.title ?? 'a listing that is not known any more', 96)}`, ...(listing ? [`  ${oneLine(listing.url, 200)}`] : []),
    paint(io, 'dim', `  ${WHY[why]}; pack ratio ${packRatioText(packRatio)}: ${packRatio.theirs} of theirs = ${packRatio.ours} of yours`),
  ].join('\n');
}

const COLOURS = { proposed: 'yellow', confirmed: 'green', rejected: 'dim' } as const satisfies Record<Match['state'], 'yellow' | 'green' | 'dim'>;
const WHY: Readonly<Record<MatchEvidence, string>> = {
  rival_url: 'its address is in the product\'s rival urls', target_sku: 'its target names the SKU', gtin: 'the GTINs are equal', brand_and_mpn: 'brand and maker\'s number are equal',
};

function nothing(config: Config): string {
  return config.products.size === 0 ? 'No matches: the configuration names no own products (products: products.csv).'
    : 'No matches: give the product a rival url or its GTIN (attributes: gtin=…), or the target a sku, and crawl.';
}

function packOf(text: string): PackRatio {
  const packRatio = packRatioFrom(text);
  if (!packRatio) throw new CliError(EXIT.usage, `--pack "${text}" is no pack ratio; write how many of yours one of theirs is, 6 or 1/6, of whole numbers up to 10000.`);
  return packRatio;
}
