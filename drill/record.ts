import { changeLine } from '../demo/facts.ts';
import type { Alert } from '../model/alert.ts';
import type { Delivery } from '../model/delivery.ts';
import { sourceSubject } from '../model/ids.ts';
import { fromDocument } from '../storage/document-ids.ts';
import type { Stage } from './stage.ts';

/** What arrived on one channel, and what is on record as sent there. */
export interface ChannelRecord {
  readonly channel: string;
  readonly sent: number;
  readonly arrived: number;
  /** Messages that differ: a message that was seen twice is one of them. */
  readonly distinct: number;
}

/** What a run came to. */
export interface RunRecord {
  /** One line for each alert, in words that do not depend on the run. */
  readonly alerts: readonly string[];
  readonly channels: readonly ChannelRecord[];
  /** Deliveries that are not on record as sent. */
  readonly unsent: readonly string[];
  /** Attempts of which nobody knows how they ended, by the time at which they were begun. */
  readonly unheard: readonly Date[];
  /** Things that must not happen, whatever is killed. */
  readonly faults: readonly string[];
}

/** Reads the database and the sinks of a run that has come to rest. */
export async function recordOf(stage: Stage): Promise<RunRecord> {
  const [alerts, deliveries] = await Promise.all([stage.store.alerts.find({}), stage.store.deliveries.find({})]);
  const records = deliveries.map(fromDocument);
  const sent = (channel: string): number => records.filter((one) => one.channelId === channel && one.state === 'sent').length;
  const channel = (name: string, keys: readonly string[]): ChannelRecord => ({ channel: name, sent: sent(name), arrived: keys.length, distinct: new Set(keys).size });
  return {
    alerts: alerts.map(alertLine).toSorted((a, b) => (a < b ? -1 : 1)),
    channels: [channel('slack', stage.slack.messages.map((message) => message.words)), channel('email', stage.mail.inbox.map((mail) => mail.messageId)), channel('hook', stage.hook.arrived)],
    unsent: records.filter((one) => one.state !== 'sent').map((one) => `${one.channelId}: ${one.state}, ${one.attempts.at(-1)?.answer ?? 'no attempt'}`),
    unheard: records.flatMap(unheardOf),
    faults: [...stage.crew.ended, ...stage.slack.refused.map((why) => `the Slack sink refused a message: ${why}`)],
  };
}

function unheardOf({ attempts }: Delivery): readonly Date[] {
  return attempts.flatMap((attempt) => (attempt.result === undefined ? [attempt.startedAt] : []));
}

/** Of a whole source's trouble any of its targets may be the first to tell. */
function alertLine({ ruleId, moment, change }: Pick<Alert, 'ruleId' | 'moment' | 'change'>): string {
  const what = change.subjectId === sourceSubject(change.sourceId) ? `${change.detail.kind} of ${change.sourceId}` : changeLine(change);
  return `${ruleId} ${moment}: ${what}`;
}
