import { compileRules } from '../../alerts/rules/compile.ts';
import type { CompiledRule } from '../../alerts/rules/compiled.ts';
import type { Config, Rule } from '../../config/types.ts';
import type { Change } from '../../model/change.ts';
import { viewSubject, type CrawlId, type ListingId, type SubjectId, type TargetId } from '../../model/ids.ts';
import { changesSince } from '../../storage/changes.ts';
import { finishedCrawls } from '../../storage/crawls.ts';
import type { CrawlDocument, ListingDocument, VersionDocument } from '../../storage/documents.ts';
import { grouped } from '../../storage/parts.ts';
import type { Store } from '../../storage/store.ts';
import { history } from '../../storage/versions.ts';
import { around, surroundingsOf, type Surroundings } from '../../workers/alert/known.ts';
import { isAbout, listingsToLookAt } from '../../workers/alert/listings-to-look-at.ts';
import { acceptedSteps, type AcceptedStep } from '../../workers/replay/changes.ts';

/** A part of what is stored: some listings with all that happened to them, or all that happened elsewhere. Oldest first. */
export interface Past {
  readonly crawls: readonly CrawlDocument[];
  readonly changes: readonly Change[];
  readonly surroundings: Surroundings;
  /** Those that rules about states look at, and what waits is about. */
  readonly listings: ReadonlyMap<ListingId, PastListing>;
}

/** A listing with what was seen and accepted of each of its views over time. */
export interface PastListing {
  readonly listing: ListingDocument;
  readonly views: readonly PastView[];
}

/** What one target saw of it, and what was accepted of that. Oldest first. */
export interface PastView {
  readonly subjectId: SubjectId;
  readonly targetId: TargetId;
  readonly versions: readonly VersionDocument[];
  readonly steps: readonly PastStep[];
}

/** What was accepted, and when: a price that was held, by the crawl that confirmed it. */
interface PastStep extends Pick<AcceptedStep, 'version' | 'baseline'> {
  readonly from: Date;
}

export interface PastQuery {
  readonly since: Date;
  readonly until: Date;
  /** Most changes, the newest. */
  readonly limit: number;
  /** What is shown of listings depends on what these ask for. */
  readonly rules: readonly Rule[];
}

/** As much as a year of hourly crawls of five targets. */
const MOST_CRAWLS = 50_000;
const MOST_OF_ONE = 10_000;
/** What held before the time that is asked for: baselines look back, and of a field that is read seldom the last value counts. */
const BEFORE_MS = 90 * 86_400_000;
/** Listings whose versions are read at once. */
const AT_ONCE = 20;
/** Listings that are looked at together. */
const PART = 200;

/** What is stored of a time, in parts that can be looked at one after another, because no listing is in two of them. */
export async function* pastOf(store: Store, config: Config, query: PastQuery): AsyncGenerator<Past, void> {
  const crawls = await finishedCrawls(store, query.since, query.until, MOST_CRAWLS);
  const changes = (await changesSince(store, query)).toReversed();
  const finished = new Map(crawls.map((crawl) => [crawl._id, endOf(crawl)]));
  const byListing = new Map(grouped(changes, ({ listingId }) => listingId ?? '').map((group) => [group[0]?.listingId, group]));
  const taken = new Set<ListingId>();
  for (const { looking, place } of placesOf(config, query.rules, crawls)) {
    for await (const page of listingsToLookAt(store, config, looking, place)) {
      const fresh = page.filter(({ _id }) => !taken.has(_id));
      for (const { _id } of fresh) taken.add(_id);
      const targets = new Set(fresh.flatMap(({ targetIds }) => targetIds));
      yield {
        crawls: crawls.filter(({ targetId }) => targets.has(targetId)), changes: fresh.flatMap(({ _id }) => byListing.get(_id) ?? []),
        surroundings: await around(store, config, fresh), listings: await pastListings(store, fresh, { ...query, finished }),
      };
    }
  }
  const elsewhere = [...byListing].flatMap(([id, group]) => (id === undefined || id === '' || taken.has(id) ? [] : [group]));
  for (let start = 0; start < elsewhere.length; start += PART) {
    const part = elsewhere.slice(start, start + PART).flat();
    const surroundings = await surroundingsOf(store, config, part);
    const targets = new Set(part.map(({ targetId }) => targetId));
    const listings = query.rules.some(asksOfThen) ? await pastListings(store, [...surroundings.listings.values()], { ...query, finished }) : new Map<ListingId, PastListing>();
    yield { crawls: crawls.filter(({ targetId }) => targets.has(targetId)), changes: part, surroundings, listings };
  }
  yield { crawls, changes: changes.filter(({ listingId }) => listingId === undefined), surroundings: { own: new Map(), listings: new Map() }, listings: new Map() };
}

/** Whether the rule has to know how a listing was then: it waits for later looks, or picks by what changes of itself. */
function asksOfThen({ confirm, cooldown, holdFor, match, where, baseline, when }: Rule): boolean {
  return confirm.needed > 1 || cooldown > 0 || holdFor > 0 || match !== undefined || where.price !== undefined || where.sellers !== undefined || when !== undefined || baseline.kind !== 'previous';
}

interface PlaceToLook {
  readonly looking: readonly CompiledRule[];
  readonly place: CrawlDocument;
}

/** The targets that were crawled and that some rule about states is about, each as one of its crawls. */
function placesOf(config: Config, rules: readonly Rule[], crawls: readonly CrawlDocument[]): readonly PlaceToLook[] {
  const { looking } = compileRules(rules);
  return [...new Map(crawls.map((crawl) => [crawl.targetId, crawl])).values()].flatMap((place): readonly PlaceToLook[] => {
    const about = looking.filter((compiled) => isAbout(compiled, place, config.targets.get(place.targetId)?.tags ?? []));
    return about.length === 0 ? [] : [{ looking: about, place }];
  });
}

/** With when each crawl ended. */
type ListingQuery = Pick<PastQuery, 'since' | 'until'> & { readonly finished: ReadonlyMap<CrawlId, Date> };

async function pastListings(store: Store, listings: readonly ListingDocument[], query: ListingQuery): Promise<Past['listings']> {
  const past: PastListing[] = [];
  for (let start = 0; start < listings.length; start += AT_ONCE) past.push(...await Promise.all(listings.slice(start, start + AT_ONCE).map((listing) => pastListing(store, listing, query))));
  return new Map(past.map((one) => [one.listing._id, one]));
}

async function pastListing(store: Store, listing: ListingDocument, { since, until, finished }: ListingQuery): Promise<PastListing> {
  const views = await Promise.all(listing.targetIds.map(async (targetId): Promise<PastView> => {
    const subjectId = viewSubject(listing._id, targetId);
    const versions = await history(store, subjectId, new Date(since.getTime() - BEFORE_MS), until, MOST_OF_ONE);
    const steps = [...acceptedSteps({ versions, listing })].map(({ version, baseline }): PastStep => ({ version, baseline, from: (version.confirmedBy && finished.get(version.confirmedBy)) ?? version.firstSeenAt }));
    return { subjectId, targetId, versions, steps };
  }));
  return { listing, views };
}

/** When the crawl was over. */
export function endOf({ finishedAt, startedAt }: CrawlDocument): Date {
  return finishedAt ?? startedAt;
}
