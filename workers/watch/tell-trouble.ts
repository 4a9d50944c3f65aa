import { SELF } from '../../alerts/messages/shared.ts';
import type { Change, ChangeDetail, Trouble } from '../../model/change.ts';
import { brand, factId, type DeliveryId, type SourceId, type TargetId } from '../../model/ids.ts';
import { insertChanges } from '../../storage/changes.ts';
import type { TroubleDocument } from '../../storage/documents.ts';
import { beginTrouble, endTrouble, noteTold, troubles } from '../../storage/troubles.ts';
import { rulesOf } from '../alert/rules.ts';
import { showChanges } from '../alert/show-changes.ts';
import type { Context } from '../context.ts';
import { notify } from '../notify.ts';
import type { Enqueue } from '../queues.ts';
import { againAt } from './again.ts';
import type { Facts, Sign } from './facts.ts';

/**
 * Brings what is on record as wrong in line with what was wrong at the time of the look, and tells the difference by the operator's rules: what began, what
 * lasts (again at growing distances), what is over. Messages are sent from here at once, without a queue: a queue may be what hangs.
 * Of troubles that are not among the `judged` (all when absent) nobody can say that they are over.
 */
export async function tellTroubles(context: Context, { now }: Pick<Facts, 'now'>, signs: readonly Sign[], signal: AbortSignal, judged?: ReadonlySet<Trouble>): Promise<void> {
  const { store } = context;
  const wrong = new Map(signs.map((sign) => [keyOf(sign), sign]));
  for (const [id, sign] of wrong) {
    const { trouble, about, since } = sign;
    const known = await beginTrouble(store, { _id: id, trouble, about, since, times: 0, nextAt: now });
    if (known.nextAt > now) continue;
    const facts = { ...sign, since: known.since };
    await tell(context, known, known.times === 0 ? { kind: 'trouble_began', ...facts } : { kind: 'trouble_lasts', times: known.times, ...facts }, signal);
    await noteTold(store, known, againAt(now, known.times));
  }
  for (const known of await troubles(store)) {
    if (wrong.has(known._id) || judged?.has(known.trouble) === false) continue;
    const { trouble, about, since } = known;
    if (known.times > 0) await tell(context, known, { kind: 'trouble_over', trouble, about, since }, signal);
    await endTrouble(store, known._id);
  }
}

/** Under which a trouble is remembered. */
export function keyOf({ trouble, about }: Pick<Sign, 'trouble' | 'about'>): string {
  return `${trouble}|${about}`;
}

/** The id comes from the trouble and how often it was told: who tells the same again after a crash tells nothing new. */
async function tell(context: Context, { _id, since, times }: TroubleDocument, detail: Extract<ChangeDetail, { kind: 'trouble_began' | 'trouble_lasts' | 'trouble_over' }>, signal: AbortSignal): Promise<void> {
  const now = context.clock();
  const config = context.config();
  const facts = [_id, since.toISOString(), detail.kind === 'trouble_over' ? 'over' : times] as const;
  const sourceId = [...config.sources.keys()].find((source) => detail.trouble === 'crawls_fail' && source === detail.about) ?? brand<SourceId>(SELF);
  const change: Change = {
    id: factId('change', 'trouble', ...facts), sourceId, targetId: brand<TargetId>(SELF), subjectId: factId('subject', 'trouble', _id), crawlId: factId('crawl', 'trouble', ...facts),
    at: now, title: detail.about, url: '', detail,
  };
  await insertChanges(context.store, [change], now);
  context.log[detail.kind === 'trouble_over' ? 'info' : 'error']({ trouble: detail.trouble, about: detail.about, since }, detail.kind === 'trouble_over' ? 'trouble is over' : 'trouble');
  await withoutQueues(context, (direct) => showChanges(direct, config, rulesOf(config), [change], signal), signal);
}

/** Does work whose messages are sent by this process itself. Whatever is to come later is found by the sweep. */
async function withoutQueues(context: Context, work: (direct: Context) => Promise<void>, signal: AbortSignal): Promise<void> {
  const waiting: DeliveryId[] = [];
  const enqueue: Enqueue = async (_queue, _id, payload, delayMs) => {
    if ('deliveryId' in payload && delayMs === undefined) waiting.push(payload.deliveryId);
  };
  const direct: Context = { ...context, enqueue };
  await work(direct);
  for (const deliveryId of waiting.splice(0)) await notify(direct, { deliveryId }, { id: deliveryId, signal, ending: signal });
}
