import { z } from 'zod';
import { MECHANICS, LAYERS, SCOPES } from '../../model/promotion.ts';
import { AVAILABILITIES, PRICE_KINDS, UNITS } from '../../model/listing.ts';
import { METHODS } from '../../model/reading.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { SCHEMA_VERSION } from '../kinds.ts';

/** The parts that records are made of. Every description ends up in the JSON Schemas and is read by whoever writes a downstream tool. */
export const time = z.iso.datetime().describe('ISO 8601 in UTC.');
export const money = z.strictObject({
  amount: z.string().regex(/^-?\d+(\.\d+)?$/).describe('Exact decimal with the digits of the currency, e.g. 119.01 or 1200.'),
  currency: z.string().describe('ISO 4217 code.'),
  minor: z.int().describe('The same amount in minor units.'),
});
export const price = z.strictObject({
  kind: z.enum(PRICE_KINDS).describe('Compare only prices of one kind.'), money, max: money.describe('Kind range: the high end.').optional(),
});
export const unitPrice = z.strictObject({
  money, per: z.number().describe('How many of the unit the money is for.'), unit: z.enum(UNITS).describe('jin: 斤, 500 g; wash: one load of laundry; dose: a serving.'),
});
export const evidence = z.strictObject({ method: z.enum(METHODS), place: z.string().describe('Path in the data or selector.'), raw: z.string().describe('The text as it stood there.') });
export const archive = z.string().nullable().describe('SHA-256 of the archived answer it was read from; null when none was kept. Old answers are removed by retention.');
export const count = z.strictObject({ value: z.number(), lowerBound: z.boolean().describe('True when it is at least so many ("10k+").') });
export const rating = z.strictObject({ value: z.number(), scale: z.number().describe('The best possible value.') });
export const starMix = z.strictObject({ stars: z.array(z.number()).length(5).describe('For one, two, three, four and five stars.'), unit: z.enum(['count', 'percent']).describe('Ratings, or per cent of all of them.') });
export const availability = z.enum(AVAILABILITIES);
export const outcome = z.enum(OUTCOMES);
export const review = z.strictObject({ id: z.string(), rating: rating.optional(), text: z.string(), createdAt: time.optional(), skuText: z.string().optional() });
const whole = z.number().optional();
export const promotion = z.strictObject({
  label: z.string().describe('The words of the page.'), mechanic: z.enum([...MECHANICS, 'unrecognised']), layer: z.enum(LAYERS),
  params: z.strictObject({
    thresholdMinor: whole, offMinor: whole, payRatio: whole, percentOff: whole, minQty: whole, maxQty: whole, nth: whole, priceMinor: whole, totalMinor: whole, qty: whole,
    buy: whole, pay: whole, get: whole, freeQty: whole, addMinor: whole, depositMinor: whole, depositWorthMinor: whole, tailOffMinor: whole, finalMinor: whole, points: whole,
    periods: whole, amountMinor: whole, capMinor: whole, quota: whole, unit: z.string().optional(), code: z.string().optional(), member: z.string().optional(), upTo: z.boolean().optional(), repeat: z.boolean().optional(), condition: z.string().optional(),
  }).describe('Money in minor units of the listing\'s currency, ratios as the share that is paid.'),
  startsAt: time.optional(), endsAt: time.optional(), audience: z.string().optional(),
  scope: z.enum(SCOPES).describe('Some variants only, the goods of the shop together, or those of several shops.').optional(),
  requiresClaim: z.boolean().describe('True: to be claimed, clipped or entered first. False: the label says that it applies by itself.').optional(),
  beganAs: z.string().describe('Of one that goes on with other numbers: what it was known by when it began. The same for all changes of one promotion.').optional(),
});
export const offer = z.strictObject({
  sku: z.string(), options: z.record(z.string(), z.string()), price: price.optional(), listPrice: money.optional(), availability: availability.optional(), quantity: z.number().optional(), selected: z.boolean().optional(),
});

/** What every record begins with. */
export function head<K extends string>(kind: K): { schemaVersion: z.ZodLiteral<typeof SCHEMA_VERSION>; kind: z.ZodLiteral<K>; id: z.ZodString; recordedAt: typeof time } {
  return { schemaVersion: z.literal(SCHEMA_VERSION), kind: z.literal(kind), id: z.string().describe('Stable: a record with a known id replaces the one before.'), recordedAt: time.describe('When this state of the record was written; records come in this order.') };
}
