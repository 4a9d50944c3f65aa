import { z } from 'zod';
import { CHANGE_KINDS } from '../../model/change.ts';

/*
 * The report of a backtest as JSON, for whoever reads it by program: the contract that the tests hold `report.ts` against. New members may come within a version.
 */

const money = z.looseObject({ amount: z.number(), currency: z.string(), kind: z.string().optional() });
const value = z.union([money, z.string(), z.number(), z.null()]);
const time = z.iso.datetime();
const place = {
  source: z.string(),
  productId: z.string().nullable().describe('null for what is about the source as a whole.'),
  crawl: z.string().describe('The crawl that made it known.'),
  at: time.describe('When that crawl saw it.'),
};

const change = z.looseObject({
  kind: z.enum(CHANGE_KINDS), ...place, title: z.string(), from: value, to: value,
  percent: z.number().nullable().describe('Of prices: by how much, in per cent of from.'),
  returned: z.literal(true).describe('Back at a price that was known before.').optional(),
  firstSeen: z.looseObject({ crawl: z.string(), at: time }).describe('An earlier crawl saw it first: it waited for a second look.').optional(),
  detail: z.looseObject({ kind: z.string() }).describe('All that the change says, as the webhook and the export write it.'),
});
const suspicious = z.looseObject({
  ...place, field: z.literal('price'), from: money, to: money, why: z.string(),
  became: z.enum(['confirmed', 'dropped', 'open']).describe('open: no later crawl has seen a price of the listing.'), decidedBy: z.string().nullable().describe('The crawl that decided.'),
});
const crawlEvent = z.looseObject({
  crawl: z.string(), source: z.string(), crawlKind: z.string(), at: time, verdict: z.enum(['failed', 'partial', 'broken']).describe('failed: nothing was learnt. partial: may add, never remove. broken: its values were held back.'),
  why: z.string(), listings: z.int(),
});
const alert = z.looseObject({
  rule: z.string(), severity: z.string(), moment: z.string().describe('fired, recovered and the like.'), ...place, change: z.string().describe('The kind of change.'), from: value, to: value, percent: z.number().nullable(), title: z.string(),
});

export const reportSchema = z.looseObject({
  version: z.literal(1), crawls: z.int(), observations: z.int(), changes: z.array(change), suspicious: z.array(suspicious), crawlEvents: z.array(crawlEvent).describe('Crawls that were not good.'), alerts: z.array(alert),
  errors: z.array(z.looseObject({ line: z.int(), message: z.string() })).describe('Lines that could not be used, counted from 1.'),
});

/** The JSON Schema (draft 2020-12) of the report, kept in docs/backtest.report.schema.json: test/alerts/backtest/format.test.ts writes it (with -u). */
export function reportJsonSchema(): z.core.JSONSchema.BaseSchema {
  return { title: 'rivalwatch backtest report, version 1', ...z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }) };
}
