import { watches } from '../../alerts/rules/compile.ts';
import type { CompiledRule } from '../../alerts/rules/compiled.ts';
import { isExpired } from '../../alerts/rules/evaluate.ts';
import { isEdited } from '../../alerts/rules/episode.ts';
import { fits, show } from '../../alerts/rules/filter.ts';
import { closeQuietly, rightClock } from '../../alerts/rules/handling.ts';
import { episodeOf } from '../../alerts/rules/kinds.ts';
import type { Config } from '../../config/types.ts';
import type { ClosedWhy, Episode } from '../../model/episode.ts';
import { listingSubject, type EpisodeId, type SubjectId } from '../../model/ids.ts';
import { alert as getAlert } from '../../storage/alerts.ts';
import { episodesInState } from '../../storage/episodes.ts';
import { matchesOfSkus } from '../../storage/matches.ts';
import type { Context } from '../context.ts';
import { knownOf, surroundingsOf } from './known.ts';
import { needsOwn } from './listings-to-look-at.ts';
import { moveEpisode } from './move-episode.ts';
import { rulesOf } from './rules.ts';

const PAGE = 500;
const OPEN = ['pending', 'firing', 'acknowledged'] as const satisfies readonly Episode['state'][];

/**
 * Lets go of episodes whose rule is gone, over its time, or no longer about what they tell of, and of those about a line of an own product that the listing is
 * not matched with any more, which no crawl would end: each gets a closing record, and nobody is told. An episode
 * of a rule that was edited and still is about it keeps its life. What a clock had put off that was ahead is put right. Returns how many were closed.
 */
export async function tidyEpisodes(context: Context): Promise<number> {
  const config = context.config();
  const rules = new Map(rulesOf(config).all.map((compiled) => [compiled.rule.id, compiled]));
  const matches = await matchesOfSkus(context.store, [...config.products.keys()]);
  const matched = new Set(matches.flatMap(({ state, listingId }) => (state === 'confirmed' ? [listingSubject(listingId)] : [])));
  let closed = 0;
  for (const state of OPEN) {
    let after: EpisodeId | undefined;
    for (;;) {
      const page: readonly Episode[] = await episodesInState(context.store, state, after, PAGE);
      for (const episode of page) closed += await tidy({ context, config, matched, compiled: rules.get(episode.ruleId) }, episode);
      after = page.at(-1)?.id;
      if (page.length < PAGE) break;
    }
  }
  return closed;
}

interface Tidying {
  readonly context: Context;
  readonly config: Config;
  readonly compiled: CompiledRule | undefined;
  /** The listings that are own products. */
  readonly matched: ReadonlySet<SubjectId>;
}

async function tidy(tidying: Tidying, episode: Episode): Promise<0 | 1> {
  const { context } = tidying;
  const why = await whyClosed(tidying, episode);
  if (!why && !rightClock(episode, context.clock())) return 0;
  await moveEpisode(context, episode.id, (stored) => {
    const next = stored && (why ? closeQuietly(stored, why, context.clock()) : rightClock(stored, context.clock()));
    return next ? { episode: next } : {};
  }, episode);
  if (!why) return 0;
  context.log.info({ episodeId: episode.id, ruleId: episode.ruleId, why }, 'an episode is closed without a word');
  return 1;
}

async function whyClosed({ context, config, compiled, matched }: Tidying, episode: Episode): Promise<ClosedWhy | undefined> {
  if (!compiled) return 'rule_removed';
  if (isExpired(compiled, context.clock())) return 'rule_expired';
  if (compiled.stands && needsOwn(compiled) && !matched.has(episode.subjectId)) return 'listing_changed';
  const last = isEdited(episode, compiled) && episode.lastAlertId !== undefined ? await getAlert(context.store, episode.lastAlertId) : undefined;
  if (!last) return undefined;
  const { change } = last;
  const known = knownOf(config, change, await surroundingsOf(context.store, config, [change]));
  const still = watches(compiled, change.detail.kind) && episodeOf(compiled, change).id === episode.id && fits(compiled, show(change, known));
  return still ? undefined : 'rule_changed';
}
