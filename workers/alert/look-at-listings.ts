import type { CompiledRule } from '../../alerts/rules/compiled.ts';
import type { RuleContext } from '../../alerts/rules/context.ts';
import { wasSeen } from '../../alerts/rules/confirms.ts';
import { show } from '../../alerts/rules/filter.ts';
import { episodeOf } from '../../alerts/rules/kinds.ts';
import { asChange, evaluateStanding } from '../../alerts/rules/standing.ts';
import type { Config } from '../../config/types.ts';
import type { Episode } from '../../model/episode.ts';
import type { Change } from '../../model/change.ts';
import type { EpisodeId } from '../../model/ids.ts';
import type { CrawlDocument, ListingDocument } from '../../storage/documents.ts';
import { episodesByIds } from '../../storage/episodes.ts';
import type { Context } from '../context.ts';
import { acceptedOf, firstVersions, standingOf } from './accepted.ts';
import { around, knownAbout } from './known.ts';
import { isAbout, listingsToLookAt } from './listings-to-look-at.ts';
import { moveEpisode } from './move-episode.ts';
import { rulesOf } from './rules.ts';

/** Shows the listings that a crawl saw, as they stand, to the rules about states: what was so at first sight, what lasts, what no longer holds. */
export async function lookAtListings(context: Context, config: Config, crawl: CrawlDocument, { advise, signal }: { readonly advise: () => Promise<void>; readonly signal: AbortSignal }): Promise<void> {
  const tags = config.targets.get(crawl.targetId)?.tags ?? [];
  const looking = rulesOf(config).looking.filter((compiled) => isAbout(compiled, crawl, tags));
  if (looking.length === 0 || (crawl.verdict !== 'good' && crawl.verdict !== 'partial')) return;
  for await (const listings of listingsToLookAt(context.store, config, looking, crawl)) {
    signal.throwIfAborted();
    const seen = listings.filter((listing) => listing.presence === 'present' && wasSeen({ ...crawl, crawlId: crawl._id }, listing));
    await lookAt(context, config, { looking, crawl, listings: seen, advise });
  }
}

interface Page {
  readonly looking: readonly CompiledRule[];
  readonly crawl: CrawlDocument;
  readonly listings: readonly ListingDocument[];
  /** Brings the advice up to date, once. */
  readonly advise: () => Promise<void>;
}

interface Look {
  readonly compiled: CompiledRule;
  readonly change: Change;
  readonly context: RuleContext;
  readonly fits: boolean;
  readonly id: EpisodeId;
}

async function lookAt(context: Context, config: Config, { looking, crawl, listings, advise }: Page): Promise<void> {
  const { store } = context;
  const surroundings = await around(store, config, listings);
  const firsts = await firstVersions(store, listings);
  const looks = listings.flatMap((listing): readonly Look[] => {
    const accepted = acceptedOf(listing, crawl, firsts);
    if (!accepted) return [];
    const standing = standingOf(listing, crawl, accepted);
    const known = knownAbout(config, standing, accepted.history?.page, surroundings);
    return looking.flatMap((compiled) => {
      const change = asChange(standing, compiled);
      const shown = change && show(change, known);
      return change && shown && compiled.picks(shown) ? [{ compiled, change, context: known, fits: compiled.asks(shown), id: episodeOf(compiled, change).id }] : [];
    });
  });
  const episodes = new Map((await episodesByIds(store, looks.map(({ id }) => id))).map((episode) => [episode.id, episode]));
  for (const look of looks) {
    // Filters say what begins; what began is followed to its end.
    if (look.fits || episodes.has(look.id)) await moveEpisode(context, look.id, (stored) => decided(context, crawl, look, stored), episodes.get(look.id) ?? null, advise);
  }
}

/** A crawl that runs twice counts once. */
function decided({ clock }: Context, crawl: CrawlDocument, { compiled, change, context, fits }: Look, stored: Episode | undefined): ReturnType<typeof evaluateStanding> {
  if (stored?.waiting?.standing && stored.confirmedIn === crawl._id) return {};
  const result = evaluateStanding({ compiled, change, fits, context, now: clock(), ...(stored ? { episode: stored } : {}) });
  return result.episode ? { ...result, episode: { ...result.episode, confirmedIn: crawl._id } } : result;
}
