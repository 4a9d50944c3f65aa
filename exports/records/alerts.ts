import { z } from 'zod';
import { HOWS, REFERENCE_KINDS, SEVERITIES } from '../../model/alert.ts';
import type { AlertDocument } from '../../storage/documents.ts';
import { SCHEMA_VERSION } from '../kinds.ts';
import { changeFacts, changeFactsOf } from './changes.ts';
import { plain } from './plain.ts';
import { head, money, time } from './shapes.ts';

/** A message-worthy moment, with the whole change it speaks of. */
export const alertSchema = z.strictObject({
  ...head('alert'),
  episodeId: z.string(), ruleId: z.string(), severity: z.enum(SEVERITIES), moment: z.enum(['fired', 'recovered']), at: time, channels: z.array(z.string()), how: z.enum(HOWS).describe('At once, or with the next digest.'),
  reason: z.strictObject({
    baseline: z.enum(REFERENCE_KINDS), from: money.optional(), to: money.optional(), percent: z.number().optional(),
    threshold: z.string().describe('As the operator wrote it.').optional(), replaced: z.int().describe('Earlier changes that were held back and are not told one by one.').optional(),
    days: z.int().describe('With median, lowest and highest: of so many days.').optional(),
    already: z.enum(['first_sight', 'meanwhile']).describe('No change of the listing led to it: it was so when the rule first looked, or an own figure changed.').optional(),
    heldFor: z.number().describe('It had held for so long. Milliseconds.').optional(),
    side: z.enum(['below', 'above']).describe('With what is over: on which side of its line the price was told of.').optional(),
    again: z.enum(['unacknowledged', 'snoozed', 'still']).describe('Told before: why it is told again.').optional(),
  }),
  product: z.strictObject({
    sku: z.string(), title: z.string(), price: money,
    packRatio: z.strictObject({ ours: z.int(), theirs: z.int() }).describe('So many of the own product are as much as so many of the listing\'s. Left out where one is one.').optional(),
  }).nullable().describe('The own product it concerns, with the price it had then.'),
  offer: z.strictObject({ seller: z.string().optional(), sku: z.string().optional(), confidence: z.number().optional() }).nullable().describe('Whose offer it is, which article, and how sure the reading of what changed is, 0 to 1.'),
  change: changeFacts,
});
export type AlertRecord = z.output<typeof alertSchema>;

/** The record of an alert. */
export function alertRecord(alert: AlertDocument): AlertRecord {
  const { _id, episodeId, ruleId, severity, moment, at, channels, reason, how = 'now' } = alert;
  return {
    schemaVersion: SCHEMA_VERSION, kind: 'alert', id: _id, recordedAt: plain(alert.recordedAt ?? at), ...plain({ episodeId, ruleId, severity, moment, at, channels, how, reason }),
    product: alert.product === undefined ? null : plain(alert.product), offer: alert.offer ?? null, change: changeFactsOf(alert.change),
  };
}
