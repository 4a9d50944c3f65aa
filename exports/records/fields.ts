import { z } from 'zod';
import { FIELD_NAMES, type FieldName, type ListingFields } from '../../model/listing.ts';
import type { Reading, UnknownReason } from '../../model/reading.ts';
import { plain } from './plain.ts';
import { availability, count, evidence, money, offer, price, promotion, rating, starMix, unitPrice } from './shapes.ts';

const REASONS = ['not_found', 'unreadable', 'ambiguous', 'conflict', 'not_read', 'held_back'] as const satisfies readonly UnknownReason[];
const unknownReading = z.strictObject({ state: z.literal('unknown'), reason: z.enum(REASONS), detail: z.string().optional() });
const absentReading = z.strictObject({ state: z.literal('absent'), evidence }).describe('The page says that there is none.');

function reading(value: z.ZodType): z.ZodType {
  return z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('known'), value, confidence: z.number().min(0).max(1).describe('Share of such readings that are right.'), evidence }),
    absentReading, unknownReading,
  ]);
}

const VALUES: Readonly<Record<FieldName, z.ZodType>> = {
  title: z.string(), brand: z.string(), sku: z.string(), mpn: z.string(), gtin: z.string(), price, listPrice: price, unitPrice, currency: z.string(), availability,
  quantity: z.number(), condition: z.string(), seller: z.strictObject({ id: z.string().optional(), name: z.string() }), shippingCost: money, rating, reviewCount: count, starMix,
  sales: count, images: z.array(z.string()), breadcrumbs: z.array(z.string()), description: z.string(), attributes: z.record(z.string(), z.string()),
  offers: z.array(offer), promotions: z.array(promotion),
};

/** All fields of a listing as read: known with value and evidence, absent, or unknown with the reason. */
export const fields = z.strictObject(Object.fromEntries(FIELD_NAMES.map((name) => [name, reading(VALUES[name])])));

/** The readings as exports show them; the losing candidates stay in the database. */
export function fieldsRecord(read: ListingFields): z.output<typeof fields> {
  return Object.fromEntries(FIELD_NAMES.map((name) => [name, readingRecord(read[name])]));
}

function readingRecord(read: Reading<unknown>): object {
  if (read.state === 'absent') return { state: read.state, evidence: plain(read.evidence) };
  if (read.state === 'unknown') return { state: read.state, reason: read.reason, ...(read.detail === undefined ? {} : { detail: read.detail }) };
  return { state: read.state, value: plain(read.value), confidence: read.confidence, evidence: plain(read.evidence) };
}
