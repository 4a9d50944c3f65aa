import type { CompiledRule } from '../../alerts/rules/compiled.ts';
import { wasSeen } from '../../alerts/rules/confirms.ts';
import { show } from '../../alerts/rules/filter.ts';
import { episodeOf } from '../../alerts/rules/kinds.ts';
import { viewOf } from '../../alerts/rules/listing-view.ts';
import { asChange, evaluateStanding, type Standing } from '../../alerts/rules/standing.ts';
import type { Config } from '../../config/types.ts';
import type { Episode } from '../../model/alert.ts';
import type { Change } from '../../model/change.ts';
import { brand, listingSubject, viewSubject, type EpisodeId, type ListingId, type SubjectId, type VersionId } from '../../model/ids.ts';
import type { FieldName, ListingFields } from '../../model/listing.ts';
import { asOf } from '../../model/price-history.ts';
import type { Reading } from '../../model/reading.ts';
import type { Baseline, CrawlDocument, ListingDocument, VersionDocument } from '../../storage/documents.ts';
import { episodesByIds } from '../../storage/episodes.ts';
import { listingsByIds, listingsOfTarget } from '../../storage/listings.ts';
import { matchesOfSkus } from '../../storage/matches.ts';
import { versionsByIds } from '../../storage/versions.ts';
import type { Context } from '../context.ts';
import { around } from './known.ts';
import { moveEpisode } from './move-episode.ts';
import { rulesOf } from './rules.ts';

const PAGE = 200;

/** Shows the listings that a crawl saw, as they stand, to the rules about states: what was so at first sight, what lasts, what no longer holds. */
export async function lookAtListings(context: Context, config: Config, crawl: CrawlDocument, signal: AbortSignal): Promise<void> {
  const tags = config.targets.get(crawl.targetId)?.tags ?? [];
  const looking = rulesOf(config).looking.filter((compiled) => isAbout(compiled, crawl, tags));
  if (looking.length === 0 || (crawl.verdict !== 'good' && crawl.verdict !== 'partial')) return;
  for await (const listings of looking.every(needsOwn) ? ownListings(context, config, crawl) : allListings(context, crawl)) {
    signal.throwIfAborted();
    const seen = listings.filter((listing) => listing.presence === 'present' && wasSeen({ ...crawl, crawlId: crawl._id }, listing));
    await lookAt(context, config, { looking, crawl, listings: seen });
  }
}

/** What the rule says of targets is asked once, not of each listing. */
function isAbout({ rule: { where } }: CompiledRule, crawl: CrawlDocument, tags: readonly string[]): boolean {
  const among = (wanted: readonly string[] | undefined, given: readonly string[]): boolean => !wanted || wanted.length === 0 || given.some((one) => wanted.includes(one));
  return among(where.sources, [crawl.sourceId]) && among(where.targets, [crawl.targetId]) && among(where.tags, tags);
}

/** Such a rule says nothing of a listing that is not matched with an own product. */
function needsOwn({ rule: { where }, clauses, stands }: CompiledRule): boolean {
  const ofOwn = ({ levels }: CompiledRule['clauses'][number]): boolean => levels.some(({ of: { kind } }) => kind === 'own_price' || kind === 'map' || kind === 'floor');
  return where.own === true || (where.skus?.length ?? 0) > 0 || (stands && clauses.every(ofOwn));
}

async function* allListings({ store }: Context, crawl: CrawlDocument): AsyncGenerator<readonly ListingDocument[]> {
  let after: ListingId | undefined;
  for (;;) {
    const page: readonly ListingDocument[] = await listingsOfTarget(store, crawl.targetId, after, PAGE, true);
    yield page;
    after = page.at(-1)?._id;
    if (page.length < PAGE) return;
  }
}

/** Of a catalogue of thousands only those that compete with an own product. */
async function* ownListings({ store }: Context, config: Config, crawl: CrawlDocument): AsyncGenerator<readonly ListingDocument[]> {
  const matches = config.products.size === 0 ? [] : await matchesOfSkus(store, [...config.products.keys()]);
  const ids = [...new Set(matches.flatMap(({ state, listingId }) => (state === 'confirmed' ? [listingId] : [])))];
  for (let start = 0; start < ids.length; start += PAGE) yield (await listingsByIds(store, ids.slice(start, start + PAGE))).filter(({ targetIds }) => targetIds.includes(crawl.targetId));
}

interface Page {
  readonly looking: readonly CompiledRule[];
  readonly crawl: CrawlDocument;
  readonly listings: readonly ListingDocument[];
}

interface Look {
  readonly compiled: CompiledRule;
  readonly change: Change;
  readonly shown: ReturnType<typeof show>;
  readonly id: EpisodeId;
}

async function lookAt(context: Context, config: Config, { looking, crawl, listings }: Page): Promise<void> {
  const { store } = context;
  const surroundings = await around(store, config, listings);
  const firsts = await firstVersions(context, listings);
  const looks = listings.flatMap((listing): readonly Look[] => {
    const accepted = acceptedOf(listing, crawl, firsts);
    if (!accepted) return [];
    const standing = standingOf(listing, crawl, accepted);
    const page = accepted.history?.page;
    const known = { tags: config.targets.get(crawl.targetId)?.tags ?? [], ...surroundings.own.get(listing._id), listing: standing.listing, ...(page ? { history: asOf(page, standing.facts.at) } : {}) };
    return looking.flatMap((compiled) => {
      const change = asChange(standing, compiled);
      const shown = change && show(change, known);
      return change && shown && compiled.fits(shown) ? [{ compiled, change, shown, id: episodeOf(compiled, change).id }] : [];
    });
  });
  const episodes = new Map((await episodesByIds(store, looks.map(({ id }) => id))).map((episode) => [episode.id, episode]));
  for (const look of looks) await moveEpisode(context, look.id, (stored) => decided(context, crawl, look, stored), episodes.get(look.id) ?? null);
}

/** A crawl that runs twice counts once. */
function decided(context: Context, crawl: CrawlDocument, { compiled, change, shown }: Look, stored: Episode | undefined): ReturnType<typeof evaluateStanding> {
  if (stored?.waiting?.standing && stored.confirmedIn === crawl._id) return {};
  const result = evaluateStanding({ compiled, change, shown, context: shown.context, now: context.clock(), ...(stored ? { episode: stored } : {}) });
  return result.episode ? { ...result, episode: { ...result.episode, confirmedIn: crawl._id } } : result;
}

/** What was accepted of a listing: price, stock and the rest, each as it was read last, whichever target showed it. */
type Accepted = Pick<Baseline, 'fields' | 'versionId' | 'history'>;

/** One view of a listing with when its fields were read. */
interface View extends Accepted {
  readonly timeOf: (field: FieldName) => number;
}

/** Of several targets that show a listing, the one that read a field last knows it: else two that differ would take turns. */
function acceptedOf(listing: ListingDocument, crawl: CrawlDocument, firsts: ReadonlyMap<VersionId, VersionDocument>): Accepted | undefined {
  const views = new Map(Object.entries(listing.views).flatMap(([subject, { versionId }]): [string, View][] => {
    const view = viewOfBaseline(listing.baselines?.[brand<SubjectId>(subject)]) ?? viewOfFirst(firsts.get(versionId));
    return view ? [[subject, view]] : [];
  }));
  const all = [...views.values()];
  const own = views.get(viewSubject(listing._id, crawl.targetId)) ?? all[0];
  const newest = (field: FieldName): View | undefined => all.filter(({ fields }) => fields[field]?.state === 'known').toSorted((a, b) => b.timeOf(field) - a.timeOf(field))[0];
  const priced = newest('price') ?? own;
  if (!own || !priced) return undefined;
  const [price, listPrice] = [newest('price')?.fields.price, newest('listPrice')?.fields.listPrice];
  const [availability, seller] = [newest('availability')?.fields.availability, newest('seller')?.fields.seller];
  const fields: Partial<ListingFields> = { ...own.fields, ...(price ? { price } : {}), ...(listPrice ? { listPrice } : {}), ...(availability ? { availability } : {}), ...(seller ? { seller } : {}) };
  return { fields, versionId: priced.versionId, ...(priced.history ? { history: priced.history } : {}) };
}

function viewOfBaseline(baseline: Baseline | undefined): View | undefined {
  return baseline && { ...baseline, timeOf: (field) => baseline.fieldTimes?.[field]?.getTime() ?? 0 };
}

/** A view that never changed has no baseline yet: what was accepted is its first version, once that is settled. */
function viewOfFirst(first: VersionDocument | undefined): View | undefined {
  return first?.content.kind === 'listing' && first.diff === 'done' ? { fields: first.content.fields, versionId: first._id, timeOf: () => first.firstSeenAt.getTime() } : undefined;
}

async function firstVersions({ store }: Context, listings: readonly ListingDocument[]): Promise<ReadonlyMap<VersionId, VersionDocument>> {
  const ids = listings.flatMap(({ baselines, views }) => Object.entries(views).flatMap(([subject, { versionId }]) => (baselines?.[brand<SubjectId>(subject)] ? [] : [versionId])));
  return new Map((ids.length === 0 ? [] : await versionsByIds(store, ids)).map((version) => [version._id, version]));
}

function standingOf(listing: ListingDocument, crawl: CrawlDocument, { fields, versionId }: Accepted): Standing {
  return {
    facts: {
      sourceId: listing.sourceId, targetId: crawl.targetId, subjectId: listingSubject(listing._id), listingId: listing._id, crawlId: crawl._id, at: crawl.finishedAt ?? crawl.startedAt,
      toVersion: versionId, title: listing.title, url: listing.url,
    },
    listing: viewOf(fields), evidence: { ...evidenceOf('price', fields.price), ...evidenceOf('availability', fields.availability) },
  };
}

function evidenceOf(name: 'price' | 'availability', reading: Reading<unknown> | undefined): NonNullable<Standing['evidence']> {
  return reading && 'evidence' in reading ? { [name]: reading.evidence } : {};
}
