import type { Episode } from '../../model/episode.ts';
import { withoutPlace, withoutWaiting } from './episode.ts';
import type { EvaluateInput, Evaluation } from './evaluation.ts';

/**
 * Counts movements of each seller's price from his own alone, where the rule names changes of seller as well: those are told as such, and leave the episode of the
 * price as it is. For all other rules the change of seller itself begins anew.
 */
export function ofSeller(input: EvaluateInput, decide: (input: EvaluateInput) => Evaluation): Evaluation {
  const { compiled: { rule, clauses }, change, episode, context: { listing } } = input;
  const seller = change.detail.kind === 'price' && clauses.length > 0 && rule.on.includes('seller') ? listing?.seller : undefined;
  const waited = episode?.waiting?.changeId === change.id;
  if (seller === undefined || waited || (episode?.changedAt !== undefined && episode.changedAt > change.at)) return decide(input);
  const result = decide(episode?.seller === undefined || episode.seller === seller ? input : { ...input, episode: anew(episode) });
  return result.episode ? { ...result, episode: { ...result.episode, seller } } : result;
}

function anew(episode: Episode): Episode {
  return withoutPlace(withoutWaiting(episode));
}
