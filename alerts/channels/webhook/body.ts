import { z } from 'zod';
import { REFERENCE_KINDS, SEVERITIES } from '../../../model/alert.ts';
import { TROUBLES } from '../../../model/change.ts';
import { AVAILABILITIES, PRICE_KINDS, UNITS } from '../../../model/listing.ts';
import { OUTCOMES } from '../../../model/outcome.ts';
import { LAYERS, MECHANICS } from '../../../model/promotion.ts';
import { METHODS } from '../../../model/reading.ts';

/*
 * The body of a webhook: a contract, version 1. Fields may be added within a version, never removed or given another meaning.
 * body.schema.json beside this file is generated from it (`z.toJSONSchema`); a test compares the two.
 */
const at = z.iso.datetime().describe('UTC.');
const money = z.object({
  amount: z.string().describe('Exact decimal text, e.g. 119.01.'), currency: z.string().describe('ISO 4217.'),
  minor: z.int().describe('The amount in minor units.'), exponent: z.int().describe('Digits of the minor unit.'),
});
const price = z.object({ kind: z.enum(PRICE_KINDS), money, max: money.describe('Only with kind range: the high end.').optional() });
const count = z.object({ value: z.number(), lowerBound: z.boolean().describe('True for "100+": at least so many.') });
const rating = z.object({ value: z.number(), scale: z.number() });
const starMix = z.object({ stars: z.array(z.number()).length(5).describe('For one, two, three, four and five stars.'), unit: z.enum(['count', 'percent']) });
const promotion = z.object({
  label: z.string(), mechanic: z.enum([...MECHANICS, 'unrecognised']), layer: z.enum(LAYERS), params: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  startsAt: at.optional(), endsAt: at.optional(), audience: z.string().optional(),
});
const review = z.object({ id: z.string(), rating: rating.optional(), text: z.string(), createdAt: at.optional(), skuText: z.string().optional() });
const texts = { from: z.string(), to: z.string() };
const examples = z.array(z.string());
const moved = z.array(z.object({ field: z.string(), from: z.enum(METHODS), to: z.enum(METHODS), fromPlace: z.string().optional(), toPlace: z.string().optional() })).describe('Fields that are read, but in another way than ever.');

const textsOrNone = { from: z.string().nullable(), to: z.string().nullable() };
const unitPrice = z.object({ money, per: z.number().describe('How many of the unit the money is for.'), unit: z.enum(UNITS) });
const discount = z.object({
  lowest: money.describe('The lowest price of the 30 days before.'), real: z.boolean().describe('The new price is below it.'), knownDays: z.number().describe('Days of the 30 for which a price is known.'),
  raised: z.object({ from: money, to: money, daysBefore: z.number() }).describe('The price was raised not long before it fell.').optional(),
});
const seller = z.object({ id: z.string().optional(), name: z.string() });
const offer = z.object({
  sku: z.string(), options: z.record(z.string(), z.string()), price: price.optional(), listPrice: money.optional(), availability: z.enum(AVAILABILITIES).optional(), quantity: z.number().optional(), selected: z.boolean().optional(),
});
const offers = { offers: z.array(offer), total: z.int().describe('Those that are not carried counted in.') };
const ads = z.object({ ads: z.int(), products: z.array(z.object({ productId: z.string(), title: z.string() })) });
const trail = z.array(z.string());

const trouble = { trouble: z.enum(TROUBLES), about: z.string().describe('The source, queue or process.'), since: at };
const figures = { figure: z.number().describe('Crawls in a row, minutes, or jobs that wait.'), example: z.string().optional() };
const detail = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('price'), offerSku: z.string().optional(), from: price, to: price, percent: z.number(), discount: discount.describe('Of a fall: what it is worth.').optional(),
    returned: z.object({ from: at, until: at }).describe('The price held before, in this time.').optional() }),
  z.object({ kind: z.literal('list_price'), from: price.nullable(), to: price.nullable() }),
  z.object({ kind: z.literal('unit_price'), from: unitPrice, to: unitPrice, percent: z.number() }),
  z.object({
    kind: z.literal('to_pay'), quantity: z.int(), audience: z.string().describe('For whom, when not for everybody.').optional(), from: money, to: money, percent: z.number(),
    by: z.array(z.string()).describe('Promotions that take part now.'), requiresClaim: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('promotion_started'), promotion }),
  z.object({ kind: z.literal('promotion_ended'), promotion }),
  z.object({ kind: z.literal('promotion_extended'), promotion, endedAt: at }),
  z.object({ kind: z.literal('promotion_changed'), from: promotion, to: promotion }),
  z.object({ kind: z.literal('quantity'), offerSku: z.string().optional(), from: z.number(), to: z.number(), how: z.enum(['lower', 'restocked']) }),
  z.object({ kind: z.literal('condition'), ...textsOrNone }),
  z.object({ kind: z.literal('seller'), from: seller.nullable(), to: seller.nullable(), fromPrice: price.optional(), toPrice: price.optional() }),
  z.object({ kind: z.literal('shipping'), from: money.nullable(), to: money.nullable() }),
  z.object({ kind: z.literal('variant_added'), ...offers }),
  z.object({ kind: z.literal('variant_removed'), ...offers }),
  z.object({ kind: z.literal('flapping'), what: z.enum(['price', 'stock']), between: z.array(z.string()).length(2), times: z.int(), since: at }),
  z.object({ kind: z.literal('stock'), offerSku: z.string().optional(), from: z.enum(AVAILABILITIES), to: z.enum(AVAILABILITIES) }),
  z.object({ kind: z.literal('listing_appeared'), price: price.optional(), availability: z.enum(AVAILABILITIES).optional() }),
  z.object({ kind: z.literal('listing_disappeared'), lastSeenAt: at, how: z.enum(['gone', 'not_listed']) }),
  z.object({ kind: z.literal('listing_returned'), missingSince: at, price: price.optional() }),
  z.object({ kind: z.literal('listing_moved'), url: z.object(texts).optional(), category: z.object({ from: trail, to: trail }).optional() }),
  z.object({ kind: z.literal('title'), ...texts }),
  z.object({ kind: z.literal('brand'), ...textsOrNone }),
  z.object({ kind: z.literal('images'), added: z.array(z.string()), removed: z.array(z.string()), mainChanged: z.boolean(), seen: z.literal(true).describe('The pictures were compared, not their addresses.').optional() }),
  z.object({ kind: z.literal('description'), ...texts, edits: z.array(z.object({ before: z.string(), removed: z.string(), added: z.string(), after: z.string() })).optional(), more: z.int().optional() }),
  z.object({ kind: z.literal('attributes'), edits: z.array(z.object({ name: z.string(), ...textsOrNone })), more: z.int() }),
  z.object({ kind: z.literal('rating'), from: rating, to: rating }),
  z.object({ kind: z.literal('review_count'), from: count, to: count }),
  z.object({ kind: z.literal('star_mix'), from: starMix, to: starMix }),
  z.object({ kind: z.literal('negative_reviews'), reviews: z.array(review) }),
  z.object({ kind: z.literal('new_reviews'), count: z.int(), mean: rating.optional(), stars: z.array(z.int()).describe('How many have one, two, three, four and five stars.').optional() }),
  z.object({ kind: z.literal('sponsored_share'), places: z.int(), from: ads, to: ads }),
  z.object({
    kind: z.literal('search_rank'), productId: z.string(), from: z.int().nullable(), to: z.int().nullable(), pagePosition: z.int().nullable(),
    overtakenBy: z.array(z.object({ productId: z.string(), title: z.string(), sponsored: z.boolean() })),
  }),
  z.object({ kind: z.literal('page_text'), diff: z.string(), added: z.int(), removed: z.int(), sentences: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }).optional() }),
  z.object({ kind: z.literal('reading_broken'), fields: z.array(z.string()), moved: moved.optional(), examples }),
  z.object({ kind: z.literal('reading_recovered'), accepted: z.literal(true).describe('Nothing came back: the new way of reading is the usual one now.').optional() }),
  z.object({ kind: z.literal('source_blocked'), outcome: z.enum(OUTCOMES), examples }),
  z.object({ kind: z.literal('source_recovered') }),
  z.object({ kind: z.literal('channel_off'), channel: z.string(), why: z.enum(['permanent', 'failing']), failingSince: at, answer: z.string(), fallback: z.string().optional() }),
  z.object({ kind: z.literal('channel_recovered'), channel: z.string() }),
  z.object({ kind: z.literal('trouble_began'), ...trouble, ...figures }),
  z.object({ kind: z.literal('trouble_lasts'), times: z.int(), ...trouble, ...figures }),
  z.object({ kind: z.literal('trouble_over'), ...trouble }),
]);

const change = z.object({
  id: z.string(), sourceId: z.string(), targetId: z.string(), subjectId: z.string(), listingId: z.string().optional(), crawlId: z.string(), at,
  fromVersion: z.string().optional(), toVersion: z.string().optional(), title: z.string(), url: z.string(),
  evidence: z.object({ method: z.enum(METHODS), place: z.string(), raw: z.string() }).describe('Where the new value was read.').optional(),
  archive: z.string().describe('SHA-256 of the archived answer.').optional(), detail,
});

const alert = z.object({
  id: z.string().describe('The same alert has the same id for ever.'), episodeId: z.string(), ruleId: z.string(), severity: z.enum(SEVERITIES), moment: z.enum(['fired', 'recovered']), at,
  reason: z.object({
    baseline: z.enum(REFERENCE_KINDS), from: money.optional(), to: money.optional(), percent: z.number().optional(), threshold: z.string().optional(),
    replaced: z.int().describe('Earlier changes that were held back and that this one stands for.').optional(),
      days: z.int().describe('With median, lowest and highest: of so many days.').optional(),
      already: z.enum(['first_sight', 'meanwhile']).describe('No change of the listing led to it: it was so when the rule first looked, or an own figure changed.').optional(),
      heldFor: z.number().describe('It had held for so long. Milliseconds.').optional(),
      side: z.enum(['below', 'above']).describe('With what is over: on which side of its line the price was told of.').optional(),
      again: z.enum(['unacknowledged', 'snoozed', 'still']).describe('Told before: why it is told again.').optional(),
  }),
  product: z.object({
    sku: z.string(), title: z.string(), price: money,
    packRatio: z.object({ ours: z.int(), theirs: z.int() }).describe('So many of the own product are as much as so many of the listing\'s. Left out where one is one.').optional(),
  }).describe('The own product it concerns, with its price then.').optional(),
  offer: z.object({ seller: z.string().optional(), sku: z.string().optional(), confidence: z.number().optional() }).describe('Whose offer it is, which article, and how sure the reading of what changed is, 0 to 1.').optional(),
  advice: z.object({ advice: z.looseObject({ kind: z.string() }), reason: z.string(), language: z.string() }).describe('What was advised for the own product then.').optional(),
  byNow: money.describe('Of an alert that waited: the price by the time it was sent, where that is another.').optional(),
  change,
});
const version = z.literal(1);
const message = z.object({ language: z.string(), headline: z.string(), text: z.string() }).describe('The same for people.');

export const alertBody = z.object({ version, type: z.literal('alert'), alert, message });
export const digestBody = z.object({
  version, type: z.literal('digest'),
  digest: z.object({ severity: z.enum(SEVERITIES), alerts: z.array(alert), superseded: z.string().describe('What was dropped because it no longer holds.').optional() }),
  message,
});

/** What a webhook receives. */
export const webhookBody = z.discriminatedUnion('type', [alertBody, digestBody]).describe('Body of a rivalwatch webhook, version 1.');

export type AlertBody = z.output<typeof alertBody>;
export type DigestBody = z.output<typeof digestBody>;
export type WebhookBody = z.output<typeof webhookBody>;

/** The JSON Schema of the body, as committed in body.schema.json. */
export function webhookBodySchema(): object {
  return z.toJSONSchema(webhookBody, { target: 'draft-2020-12', reused: 'ref' });
}
