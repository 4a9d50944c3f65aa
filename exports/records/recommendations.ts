import { z } from 'zod';
import type { RecommendationDocument } from '../../storage/documents.ts';
import { SCHEMA_VERSION } from '../kinds.ts';
import { plain } from './plain.ts';
import { head, money, time } from './shapes.ts';

const advice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['lower_price', 'raise_price']), from: money, to: money }),
  z.strictObject({ kind: z.literal('hold_price'), price: money, because: z.string() }).describe('A price that was considered and not advised.'),
  z.strictObject({ kind: z.literal('add_keywords'), keywords: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('add_images'), have: z.int(), rivalsHave: z.int() }),
  z.strictObject({ kind: z.literal('add_attributes'), attributes: z.array(z.string()) }),
]);

/** An action advised for a product. Comes again when its state changes. */
export const recommendationSchema = z.strictObject({
  ...head('recommendation'),
  sku: z.string(), advice, reason: z.string(), createdAt: time, expiresAt: time.describe('Void after this time.'),
  state: z.enum(['open', 'superseded', 'expired', 'accepted', 'dismissed']),
  inputs: z.array(z.strictObject({ name: z.string(), value: z.string(), listingId: z.string().optional(), versionId: z.string().optional(), url: z.string().optional() })),
});
export type RecommendationRecord = z.output<typeof recommendationSchema>;

/** The record of a recommendation. */
export function recommendationRecord(document: RecommendationDocument): RecommendationRecord {
  const { _id, sku, advice: given, reason, inputs, createdAt, expiresAt, state } = document;
  return { schemaVersion: SCHEMA_VERSION, kind: 'recommendation', id: _id, recordedAt: plain(document.recordedAt ?? createdAt), ...plain({ sku, advice: given, reason, inputs, createdAt, expiresAt, state }) };
}
