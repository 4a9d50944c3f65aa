import { evaluateDue, closeQuietly } from '../../alerts/rules/handling.ts';
import type { CompiledRule } from '../../alerts/rules/compiled.ts';
import { isExpired } from '../../alerts/rules/evaluate.ts';
import type { Evaluation } from '../../alerts/rules/evaluation.ts';
import type { Alert, Episode } from '../../model/alert.ts';
import { alert as getAlert } from '../../storage/alerts.ts';
import { dueEpisodes } from '../../storage/episodes.ts';
import type { Context } from '../context.ts';
import { moveEpisode } from './move-episode.ts';
import { rulesOf } from './rules.ts';

/** Episodes looked at in one tick. */
const MOST = 200;

/**
 * What is due at episodes by the clock alone: escalations, reminders, the end of a snooze. The due time stands in the episode,
 * so that it survives any restart; of several processes one decides.
 */
export async function moveDue(context: Context): Promise<void> {
  const due = await dueEpisodes(context.store, context.clock(), MOST);
  if (due.length === 0) return;
  const rules = new Map(rulesOf(context.config()).all.map((compiled) => [compiled.rule.id, compiled]));
  for (const episode of due) {
    const last = episode.lastAlertId && await getAlert(context.store, episode.lastAlertId);
    await moveEpisode(context, episode.id, (stored) => decided(rules.get(episode.ruleId), stored, last, context.clock()), episode);
  }
}

function decided(compiled: CompiledRule | undefined, stored: Episode | undefined, last: Alert | undefined, now: Date): Evaluation {
  if (!stored || ![stored.escalateAt, stored.remindAt, stored.snoozedUntil].some((at) => at !== undefined && at <= now)) return {};
  if (!compiled || isExpired(compiled, now)) {
    const closed = closeQuietly(stored, compiled ? 'rule_expired' : 'rule_removed', now);
    return closed ? { episode: closed } : {};
  }
  return evaluateDue({ compiled, episode: stored, now, ...(last?.id === stored.lastAlertId && last ? { last } : {}) });
}
