import type { CompiledRule, CompiledRules } from '../../alerts/rules/compiled.ts';
import { evaluate } from '../../alerts/rules/evaluate.ts';
import { show, type Shown } from '../../alerts/rules/filter.ts';
import { episodeOf } from '../../alerts/rules/kinds.ts';
import type { Config } from '../../config/types.ts';
import type { Episode } from '../../model/episode.ts';
import type { Change } from '../../model/change.ts';
import type { EpisodeId } from '../../model/ids.ts';
import { episodesByIds } from '../../storage/episodes.ts';
import type { Context } from '../context.ts';
import { knownOf, surroundingsOf } from './known.ts';
import { moveEpisode } from './move-episode.ts';

/** Changes looked at together: what they need is read at once. */
const PART = 100;

interface Pair {
  readonly compiled: CompiledRule;
  readonly shown: Shown;
  readonly fits: boolean;
  readonly id: EpisodeId;
}

/** Shows changes to every rule that may care, in their order; of one that none asks for nothing is looked up. */
export async function showChanges(context: Context, config: Config, rules: CompiledRules, changes: readonly Change[], signal: AbortSignal): Promise<void> {
  const asked = changes.filter(({ detail: { kind }, sourceId }) => rules.at(kind, sourceId).length > 0);
  for (let start = 0; start < asked.length; start += PART) {
    const part = asked.slice(start, start + PART);
    const surroundings = await surroundingsOf(context.store, config, part);
    const pairs = part.flatMap((change) => pairsOf(rules, show(change, knownOf(config, change, surroundings))));
    const episodes = new Map<EpisodeId, Episode>((await episodesByIds(context.store, pairs.map(({ id }) => id))).map((episode) => [episode.id, episode]));
    for (const { compiled, shown, fits, id } of pairs) {
      signal.throwIfAborted();
      const { change } = shown;
      // Filters say what begins; what began is followed to its end.
      if (!fits && !episodes.has(id)) continue;
      const moved = await moveEpisode(context, id, (stored) => evaluate({ compiled, change, fits, context: shown.context, now: context.clock(), ...(stored ? { episode: stored } : {}) }), episodes.get(id) ?? null);
      if (moved) episodes.set(id, moved);
    }
  }
}

function pairsOf(rules: CompiledRules, shown: Shown): readonly Pair[] {
  return rules.at(shown.change.detail.kind, shown.change.sourceId).filter((compiled) => compiled.picks(shown)).map((compiled) => ({ compiled, shown, fits: compiled.asks(shown), id: episodeOf(compiled, shown.change).id }));
}
