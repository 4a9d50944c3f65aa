import { evaluate } from '../../alerts/rules/evaluate.ts';
import type { RuleContext } from '../../alerts/rules/filter.ts';
import { episodeOf } from '../../alerts/rules/kinds.ts';
import type { Rule } from '../../config/types.ts';
import type { Alert, Episode } from '../../model/alert.ts';
import type { Change } from '../../model/change.ts';
import { insertAlert } from '../../storage/alerts.ts';
import { deliveryId, insertDeliveries } from '../../storage/deliveries.ts';
import type { CrawlDocument } from '../../storage/documents.ts';
import { episode as getEpisode, saveEpisode } from '../../storage/episodes.ts';
import type { Context } from '../context.ts';

/** Another worker may write the same episode in between this often before the job is tried again. */
const ROUNDS = 8;

export interface Application {
  readonly rule: Rule;
  readonly change: Change;
  readonly known: RuleContext;
  /** The crawl that confirms a waiting change. */
  readonly confirming?: CrawlDocument;
}

/**
 * Moves one episode by one change. The decided alert is written into the episode first, in one guarded update, and from there
 * into alerts and deliveries: a crash in between loses nothing, and of two workers only one decides.
 */
export async function apply(context: Context, { rule, change, known, confirming }: Application): Promise<void> {
  const { store } = context;
  const { id } = episodeOf(rule, change);
  for (let round = 0; round < ROUNDS; round += 1) {
    const stored = await getEpisode(store, id);
    if (stored?.outbox) {
      await empty(context, stored, stored.outbox);
      continue;
    }
    if (confirming && (stored?.waiting?.changeId !== change.id || stored.confirmedIn === confirming._id)) return;
    const confirmedBy = confirming ? Math.max(1, stored?.seen ?? 1) + 1 : 1;
    const result = evaluate({ rule, change, context: { ...known, confirmedBy }, now: context.clock(), ...(stored ? { episode: stored } : {}) });
    if (!result.episode && confirming && stored) return await letGo(context, stored);
    if (!result.episode) return;
    const next: Episode = { ...result.episode, ...(result.alert ? { outbox: result.alert } : {}), ...(confirming ? { confirmedIn: confirming._id } : {}) };
    if (!await saveEpisode(store, next, stored?.rev ?? null)) continue;
    if (result.alert) await empty(context, next, result.alert);
    return;
  }
  throw new Error(`episode ${id} of rule ${rule.id} was written by other workers ${ROUNDS} times in a row; trying again helps`);
}

/** Ends the waiting of a change that its rule no longer asks for, or whose rule or record is gone: nobody can ever be told. */
export async function letGo({ store, clock }: Context, episode: Episode): Promise<void> {
  const { waiting: _, ...rest } = episode;
  await saveEpisode(store, { ...rest, state: rest.state === 'pending' ? 'recovered' : rest.state, rev: rest.rev + 1, updatedAt: clock() }, rest.rev);
}

/** Writes the alert of an episode's outbox with its deliveries, then takes it out. Doing it again changes nothing. */
async function empty(context: Context, episode: Episode, decided: Alert): Promise<void> {
  const { store, metrics } = context;
  const now = context.clock();
  if (await insertAlert(store, decided, now)) metrics.alert(decided.ruleId);
  await insertDeliveries(store, decided.id, decided.channels, now);
  const { outbox: _, ...rest } = episode;
  await saveEpisode(store, { ...rest, rev: episode.rev + 1 }, episode.rev);
  for (const channel of decided.channels) {
    const id = deliveryId(decided.id, channel);
    await context.enqueue('notify', id, { deliveryId: id });
  }
}
