import type { EpisodeId } from '../model/ids.ts';
import { episodesLike } from '../storage/episodes.ts';
import type { Store } from '../storage/store.ts';
import type { Handled } from '../workers/alert/handle.ts';
import { asBeginning, oneNamed, type Naming } from './named.ts';

/** The episodes that people named by their ids or beginnings. Throws a CliError for one that is none, or could be several. */
export async function episodesNamed(store: Store, typed: readonly string[]): Promise<readonly EpisodeId[]> {
  const found: EpisodeId[] = [];
  for (const text of typed) found.push(oneNamed(asBeginning(text, EPISODES), await episodesLike(store, text, 2), EPISODES).id);
  return found;
}

const EPISODES: Naming = { prefix: 'epi', one: 'episode', several: 'episodes', shown: '"rivalwatch episodes --all"' };

/** One episode and what became of it. */
export interface HandledEpisode {
  readonly id: EpisodeId;
  readonly result: Handled['result'];
}

/** What became of it, in one line. */
export function handledText({ id, result }: HandledEpisode, done: string): string {
  switch (result) {
    case 'done': return `${id}: ${done}.`;
    case 'already': return `${id}: that was done before.`;
    case 'over': case 'earlier': return `${id}: it is not firing; there is nothing to do.`;
    case 'unknown': return `${id}: there is no such episode any more.`;
    default: return result satisfies never;
  }
}
