import { z } from 'zod';
import { AVAILABILITIES, PRICE_KINDS, UNITS } from '../../model/listing.ts';

/*
 * Recorded observations as JSON Lines: a line for each crawl and one for each listing it saw. Kept stable: new members may come within a version, and
 * those that are not known are passed over. In `fields` a member that is left out is unknown, null is absent.
 */
export const FORMAT_VERSION = 1;

const time = z.string().refine((text) => !Number.isNaN(timeOf(text).getTime()), 'not a time such as 2026-03-29T08:05:00Z').describe('ISO 8601; UTC when it names no offset.');
const id = z.union([z.string().min(1), z.number()], { error: 'expected a text or a number that is not empty' }).transform(String);
const amount = z.union([z.number(), z.string().regex(/^-?\d{1,15}(\.\d+)?$/, 'not a plain decimal number')]).describe('As a number or a plain decimal text: 1.99 or "1.99".');
const money = z.union([z.looseObject({ amount, currency: z.string().describe('ISO 4217 code.').optional() }), amount]);

export const crawlLine = z.looseObject({
  crawl: id.describe('Id of the crawl, unique in the file.'),
  source: z.string().min(1).describe('The shop or marketplace.'),
  kind: z.string().min(1).describe('What was crawled: product, catalogue, search, reviews or page. Crawls of one source and kind are compared with each other.').default('catalogue'),
  startedAt: time,
  finishedAt: time.nullable().describe('null or left out: it never came to its end.').optional(),
  listed: z.union([z.number().int().min(0), z.array(id)]).nullable().describe('How many listings the list itself spoke of, or their product ids.').optional(),
});

/** A value that is of another shape than this says nothing; the line stays. */
function lenient<T extends z.ZodType>(schema: T, description?: string): z.ZodCatch<z.ZodOptional<z.ZodNullable<T>>> {
  const made = schema.nullable().optional().catch(undefined);
  return description === undefined ? made : made.describe(description);
}

const text = lenient(z.string());
const count = z.number().min(0);
const BEST = 5;
const rating = z.number().min(0).max(BEST);
const stars = z.array(z.number().min(0)).length(5);
const fields = z.looseObject({
  price: z.union([z.looseObject({ amount, currency: z.string().optional(), kind: z.string().describe(`${PRICE_KINDS.join(', ')}; page when left out or none of these.`).optional() }), amount]).nullable().optional(),
  listPrice: lenient(money, 'The struck-through price; in the currency of price when it names none.'),
  unitPrice: lenient(z.union([z.looseObject({ amount, currency: z.string().optional(), per: z.number().positive().optional(), unit: z.enum(UNITS).optional().catch(undefined) }), amount])),
  availability: lenient(z.union([z.enum(AVAILABILITIES), z.boolean(), z.string()]), `${AVAILABILITIES.join(', ')}; true and false mean the first and the third.`),
  quantity: lenient(count),
  rating: lenient(z.union([rating, z.looseObject({ value: z.number().min(0), scale: z.number().positive().optional() }).refine(({ value, scale = BEST }) => value <= scale)]), 'Of 5 when no scale is given.'),
  reviewCount: lenient(z.union([count, z.looseObject({ value: count, lowerBound: z.boolean().optional() })])),
  starMix: lenient(z.union([stars, z.looseObject({ stars, unit: z.enum(['count', 'percent']).optional() })]), 'How many ratings have one, two, three, four and five stars; with unit percent their shares.'),
  promotions: lenient(z.array(z.union([z.string(), z.looseObject({ label: z.string().optional() })])), 'Their words. [] and null: the page shows none.'),
  seller: lenient(z.union([z.string(), z.looseObject({ id: z.string().optional(), name: z.string() })])),
  title: text, brand: text, sku: text, condition: text, description: text,
  images: lenient(z.array(z.string())),
});

export const observationLine = z.looseObject({
  crawl: id.describe('Id of the crawl that saw it.'),
  source: z.string().min(1),
  productId: id.describe('The platform\'s own product id.'),
  observedAt: time,
  title: text, url: text,
  fields,
});

export const recordedLine = z.union([observationLine, crawlLine]);
export type CrawlLine = z.output<typeof crawlLine>;
export type ObservationLine = z.output<typeof observationLine>;
export type FieldsLine = z.output<typeof fields>;

const ISO_TIME = /^(\d{4}-\d{2}-)(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The moment that a text names; an invalid date when it names none: words, and days that a month has not, are none. Without an offset it is UTC. */
export function timeOf(text: string): Date {
  const [, month, day, clock = '00:00', offset = 'Z'] = ISO_TIME.exec(text) ?? [];
  if (month === undefined || day === undefined || new Date(`${month}${day}T00:00Z`).getUTCDate() !== Number(day)) return new Date(Number.NaN);
  return new Date(`${month}${day}T${clock}${offset.toUpperCase()}`);
}

/** The JSON Schema (draft 2020-12) of one line, kept in docs/backtest.line.schema.json. */
export function recordedLineSchema(): z.core.JSONSchema.BaseSchema {
  return { title: `rivalwatch recorded observations, a line; version ${FORMAT_VERSION}`, ...z.toJSONSchema(recordedLine, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' }) };
}
