import type { CompiledRule } from '../../alerts/rules/compiled.ts';
import { confirms, type Sighted } from '../../alerts/rules/confirms.ts';
import { evaluate } from '../../alerts/rules/evaluate.ts';
import { waitNoLonger } from '../../alerts/rules/handling.ts';
import type { Evaluation } from '../../alerts/rules/evaluation.ts';
import type { Config } from '../../config/types.ts';
import type { Episode } from '../../model/episode.ts';
import type { Change } from '../../model/change.ts';
import type { EpisodeId } from '../../model/ids.ts';
import { changesByIds } from '../../storage/changes.ts';
import type { CrawlDocument } from '../../storage/documents.ts';
import { waitingEpisodes } from '../../storage/episodes.ts';
import type { Context } from '../context.ts';
import { unreadAt } from './accepted.ts';
import { knownOf, surroundingsOf, type Surroundings } from './known.ts';
import { moveEpisode } from './move-episode.ts';
import { rulesOf } from './rules.ts';

const PAGE = 500;

/** Looks again at the changes of the crawl's target that wait for confirmation or for the end of a cooldown, and lets go of those that wait in vain. */
export async function lookAgain(context: Context, config: Config, crawl: CrawlDocument, signal: AbortSignal): Promise<void> {
  let after: EpisodeId | undefined;
  for (;;) {
    signal.throwIfAborted();
    const episodes: readonly Episode[] = await waitingEpisodes(context.store, crawl.targetId, after, PAGE);
    await lookAt(context, config, crawl, episodes);
    after = episodes.at(-1)?.id;
    if (episodes.length < PAGE) return;
  }
}

async function lookAt(context: Context, config: Config, crawl: CrawlDocument, episodes: readonly Episode[]): Promise<void> {
  const { store } = context;
  const rules = new Map(rulesOf(config).all.map((compiled) => [compiled.rule.id, compiled]));
  const changes = new Map((await changesByIds(store, episodes.flatMap(({ waiting }) => waiting?.changeId ?? []))).map((change) => [change.id, change]));
  const surroundings = await surroundingsOf(store, config, [...changes.values()]);
  const looking = { ...crawl, crawlId: crawl._id };
  for (const episode of episodes) {
    const compiled = rules.get(episode.ruleId);
    const change = episode.waiting && changes.get(episode.waiting.changeId);
    // A state that waits is looked at with the listings themselves.
    if (compiled && episode.waiting?.standing) continue;
    if (!compiled || !change) await moveEpisode(context, episode.id, (stored) => letGo(context, episode, stored), episode);
    else if (change.crawlId !== crawl._id && confirms(looking, change, sighted(change, surroundings))) {
      const known = knownOf(config, change, surroundings);
      await moveEpisode(context, episode.id, (stored) => confirmed(context, { compiled, change, known, crawl }, stored), episode);
    }
  }
}

function sighted({ listingId, targetId }: Change, { listings }: Surroundings): Sighted | undefined {
  const listing = listingId && listings.get(listingId);
  return listing && { ...listing, unread: unreadAt(listing, targetId) };
}

interface Confirming {
  readonly compiled: CompiledRule;
  readonly change: Change;
  readonly known: ReturnType<typeof knownOf>;
  readonly crawl: CrawlDocument;
}

/** The change that waits, seen by one crawl more. A crawl that runs twice counts once. */
function confirmed(context: Context, { compiled, change, known, crawl }: Confirming, stored: Episode | undefined): Evaluation {
  if (stored?.waiting?.changeId !== change.id || stored.confirmedIn === crawl._id) return {};
  const result = evaluate({ compiled, change, context: { ...known, confirmedBy: Math.max(1, stored.seen) + 1 }, now: context.clock(), episode: stored });
  return result.episode ? { ...result, episode: { ...result.episode, confirmedIn: crawl._id } } : letGo(context, stored, stored);
}

/** Ends the waiting of a change that its rule no longer asks for, or whose rule or record is gone: nobody can ever be told. */
function letGo({ clock }: Context, seen: Episode, stored: Episode | undefined): Evaluation {
  if (stored?.waiting?.changeId !== seen.waiting?.changeId || !stored) return {};
  return { episode: waitNoLonger(stored, clock()) };
}
