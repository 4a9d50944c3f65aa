import type { EpisodeId } from '../model/ids.ts';
import { episodesLike } from '../storage/episodes.ts';
import type { Store } from '../storage/store.ts';
import type { Handled } from '../workers/alert/handle.ts';
import { CliError, EXIT } from './errors.ts';

const SHORTEST = 8;

/** The episodes that people named by their ids or beginnings. Throws a CliError for one that is none, or could be several. */
export async function episodesNamed(store: Store, typed: readonly string[]): Promise<readonly EpisodeId[]> {
  const found: EpisodeId[] = [];
  for (const text of typed) {
    if (!/^epi_[0-9a-f]{0,24}$/.test(text) || text.length < SHORTEST) throw new CliError(EXIT.usage, `"${text}" is no id of an episode; "rivalwatch episodes" shows them. Four digits behind "epi_" are enough when no other begins alike.`);
    const [first, second] = await episodesLike(store, text, 2);
    if (!first) throw new CliError(EXIT.usage, `There is no episode "${text}". "rivalwatch episodes --all" shows those there are.`);
    if (second) throw new CliError(EXIT.usage, `Several episodes begin with "${text}", e.g. ${first.id} and ${second.id}; write more of it.`);
    found.push(first.id);
  }
  return found;
}

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
