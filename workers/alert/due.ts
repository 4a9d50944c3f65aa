import { evaluateDue } from '../../alerts/rules/due.ts';
import { closeQuietly } from '../../alerts/rules/handling.ts';
import type { CompiledRule } from '../../alerts/rules/compiled.ts';
import { isExpired } from '../../alerts/rules/evaluate.ts';
import type { Evaluation } from '../../alerts/rules/evaluation.ts';
import type { Present } from '../../alerts/rules/present.ts';
import type { Alert } from '../../model/alert.ts';
import type { Episode } from '../../model/episode.ts';
import { alert as getAlert } from '../../storage/alerts.ts';
import { dueEpisodes } from '../../storage/episodes.ts';
import { listingsByIds } from '../../storage/listings.ts';
import type { Context } from '../context.ts';
import { acceptedOf, firstVersions, standingOf } from './accepted.ts';
import { around, knownAbout } from './known.ts';
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
    const present = last && await presentOf(context, last);
    await moveEpisode(context, episode.id, (stored) => decided({ compiled: rules.get(episode.ruleId), stored, last, present, now: context.clock() }), episode);
  }
}

interface Due {
  readonly compiled: CompiledRule | undefined;
  readonly stored: Episode | undefined;
  readonly last: Alert | undefined;
  readonly present: Present | undefined;
  readonly now: Date;
}

function decided({ compiled, stored, last, present, now }: Due): Evaluation {
  if (!stored || ![stored.escalateAt, stored.remindAt, stored.snoozedUntil].some((at) => at !== undefined && at <= now)) return {};
  if (!compiled || isExpired(compiled, now)) {
    const closed = closeQuietly(stored, compiled ? 'rule_expired' : 'rule_removed', now);
    return closed ? { episode: closed } : {};
  }
  return evaluateDue({ compiled, episode: stored, present, now, ...(last?.id === stored.lastAlertId && last ? { last } : {}) });
}

/** The listing of an alert as it was accepted last; undefined when it is gone, or there is none. */
async function presentOf({ store, config }: Pick<Context, 'store' | 'config'>, { change: { listingId, targetId } }: Alert): Promise<Present | undefined> {
  const [listing] = listingId ? await listingsByIds(store, [listingId]) : [];
  const accepted = listing?.presence === 'present' ? acceptedOf(listing, { targetId }, await firstVersions(store, [listing])) : undefined;
  if (!listing || !accepted) return undefined;
  const standing = standingOf(listing, { _id: listing.lastSeenCrawlId, targetId, startedAt: listing.lastSeenAt }, accepted);
  return { standing, context: knownAbout(config(), standing, accepted.history?.page, await around(store, config(), [listing])) };
}
