import { z } from 'zod';
import { TROUBLES, type Change } from '../../model/change.ts';
import { METHODS } from '../../model/reading.ts';
import type { ChangeDocument } from '../../storage/documents.ts';
import { SCHEMA_VERSION } from '../kinds.ts';
import { plain } from './plain.ts';
import { archive, availability, count, evidence, head, money, offer, outcome, price, promotion, rating, review, starMix, time, unitPrice } from './shapes.ts';

const kind = z.literal;
const text = { from: z.string(), to: z.string() };
const moved = z.array(z.strictObject({ field: z.string(), from: z.enum(METHODS), to: z.enum(METHODS), fromPlace: z.string().optional(), toPlace: z.string().optional() }));
const textOrNone = { from: z.string().nullable(), to: z.string().nullable() };
const discount = z.strictObject({
  lowest: money.describe('The lowest price of the 30 days before (Directive 98/6/EC, article 6a).'), real: z.boolean().describe('The new price is below it.'),
  knownDays: z.number().describe('Days of the 30 for which a price is known.'),
  raised: z.strictObject({ from: money, to: money, daysBefore: z.number() }).describe('The price was raised not long before it fell.').optional(),
});
const seller = z.strictObject({ id: z.string().optional(), name: z.string() });
const offers = { offers: z.array(offer), total: z.int().describe('Those that are not carried counted in.') };
const trail = z.array(z.string());
const ads = z.strictObject({ ads: z.int(), products: z.array(z.strictObject({ productId: z.string(), title: z.string() })) });
const sentences = z.strictObject({ added: z.array(z.string()), removed: z.array(z.string()) });
const edit = z.strictObject({ before: z.string(), removed: z.string(), added: z.string(), after: z.string() });
const trouble = { trouble: z.enum(TROUBLES), about: z.string().describe('The source, queue or process.'), since: time };
const figures = { figure: z.number().describe('Crawls in a row, minutes, or jobs that wait.'), example: z.string().optional() };
const detail = z.discriminatedUnion('kind', [
  z.strictObject({ kind: kind('price'), offerSku: z.string().optional(), from: price, to: price, percent: z.number(), discount: discount.describe('Of a fall: what it is worth.').optional(),
    returned: z.strictObject({ from: time, until: time }).describe('The price held before, in this time.').optional() }),
  z.strictObject({ kind: kind('list_price'), from: price.nullable(), to: price.nullable() }),
  z.strictObject({ kind: kind('unit_price'), from: unitPrice, to: unitPrice, percent: z.number() }),
  z.strictObject({
    kind: kind('to_pay'), quantity: z.int(), audience: z.string().describe('For whom, when not for everybody.').optional(), from: money, to: money, percent: z.number(),
    by: z.array(z.string()).describe('Promotions that take part now.'), requiresClaim: z.literal(true).optional(),
  }),
  z.strictObject({ kind: kind('promotion_started'), promotion }),
  z.strictObject({ kind: kind('promotion_ended'), promotion }),
  z.strictObject({ kind: kind('promotion_extended'), promotion, endedAt: time }),
  z.strictObject({ kind: kind('promotion_changed'), from: promotion, to: promotion }),
  z.strictObject({ kind: kind('quantity'), offerSku: z.string().optional(), from: z.number(), to: z.number(), how: z.enum(['lower', 'restocked']) }),
  z.strictObject({ kind: kind('condition'), ...textOrNone }),
  z.strictObject({ kind: kind('seller'), from: seller.nullable(), to: seller.nullable(), fromPrice: price.optional(), toPrice: price.optional() }),
  z.strictObject({ kind: kind('shipping'), from: money.nullable(), to: money.nullable() }),
  z.strictObject({ kind: kind('variant_added'), ...offers }),
  z.strictObject({ kind: kind('variant_removed'), ...offers }),
  z.strictObject({ kind: kind('flapping'), what: z.enum(['price', 'stock']), between: z.array(z.string()).length(2), times: z.int(), since: time }),
  z.strictObject({ kind: kind('stock'), offerSku: z.string().optional(), from: availability, to: availability }),
  z.strictObject({ kind: kind('listing_appeared'), price: price.optional(), availability: availability.optional() }),
  z.strictObject({ kind: kind('listing_disappeared'), lastSeenAt: time, how: z.enum(['gone', 'not_listed']) }),
  z.strictObject({ kind: kind('listing_returned'), missingSince: time, price: price.optional() }),
  z.strictObject({ kind: kind('listing_moved'), url: z.strictObject(text).optional(), category: z.strictObject({ from: trail, to: trail }).optional() }),
  z.strictObject({ kind: kind('title'), ...text }),
  z.strictObject({ kind: kind('brand'), ...textOrNone }),
  z.strictObject({ kind: kind('images'), added: z.array(z.string()), removed: z.array(z.string()), mainChanged: z.boolean(), seen: z.literal(true).describe('The pictures were compared, not their addresses.').optional() }),
  z.strictObject({ kind: kind('description'), ...text, edits: z.array(edit).optional(), more: z.int().optional() }),
  z.strictObject({ kind: kind('attributes'), edits: z.array(z.strictObject({ name: z.string(), ...textOrNone })), more: z.int() }),
  z.strictObject({ kind: kind('rating'), from: rating, to: rating }),
  z.strictObject({ kind: kind('review_count'), from: count, to: count }),
  z.strictObject({ kind: kind('star_mix'), from: starMix, to: starMix }),
  z.strictObject({ kind: kind('negative_reviews'), reviews: z.array(review) }),
  z.strictObject({ kind: kind('new_reviews'), count: z.int(), mean: rating.optional(), stars: z.array(z.int()).describe('How many have one, two, three, four and five stars.').optional() }),
  z.strictObject({ kind: kind('sponsored_share'), places: z.int(), from: ads, to: ads }),
  z.strictObject({
    kind: kind('search_rank'), productId: z.string(), from: z.int().nullable(), to: z.int().nullable(), pagePosition: z.int().nullable(),
    overtakenBy: z.array(z.strictObject({ productId: z.string(), title: z.string(), sponsored: z.boolean() })),
  }),
  z.strictObject({ kind: kind('page_text'), diff: z.string(), added: z.int(), removed: z.int(), sentences: sentences.optional() }),
  z.strictObject({ kind: kind('reading_broken'), fields: z.array(z.string()), moved: moved.optional(), examples: z.array(z.string()) }),
  z.strictObject({ kind: kind('reading_recovered'), accepted: z.literal(true).optional() }),
  z.strictObject({ kind: kind('source_blocked'), outcome, examples: z.array(z.string()) }),
  z.strictObject({ kind: kind('source_recovered') }),
  z.strictObject({ kind: kind('channel_off'), channel: z.string(), why: z.enum(['permanent', 'failing']), failingSince: time, answer: z.string(), fallback: z.string().optional() }),
  z.strictObject({ kind: kind('channel_recovered'), channel: z.string() }),
  z.strictObject({ kind: kind('trouble_began'), ...trouble, ...figures }),
  z.strictObject({ kind: kind('trouble_lasts'), times: z.int(), ...trouble, ...figures }),
  z.strictObject({ kind: kind('trouble_over'), ...trouble }),
]);

const facts = {
  sourceId: z.string(), targetId: z.string(), subjectId: z.string(), listingId: z.string().nullable(), crawlId: z.string(), at: time.describe('When the new state was observed.'),
  fromVersion: z.string().nullable(), toVersion: z.string().nullable(), title: z.string(), url: z.string(), evidence: evidence.nullable(), archive, detail,
};
/** A change as part of another record. */
export const changeFacts = z.strictObject({ id: z.string(), ...facts });
/** A typed difference between two versions, or what became of a listing, a source or the reading. Written once, never altered. */
export const changeSchema = z.strictObject({ ...head('change'), ...facts });
export type ChangeRecord = z.output<typeof changeSchema>;

/** The change without the head of a record. */
export function changeFactsOf(change: Change): z.output<typeof changeFacts> {
  const { id, sourceId, targetId, subjectId, crawlId, at, title, url } = change;
  return {
    id, ...plain({ sourceId, targetId, subjectId, crawlId, at, title, url }), listingId: change.listingId ?? null, fromVersion: change.fromVersion ?? null, toVersion: change.toVersion ?? null,
    evidence: change.evidence === undefined ? null : plain(change.evidence), archive: change.archive ?? null, detail: plain(change.detail),
  };
}

/** The record of a change. */
export function changeRecord({ _id, recordedAt, ...change }: ChangeDocument): ChangeRecord {
  return { schemaVersion: SCHEMA_VERSION, kind: 'change', recordedAt: plain(recordedAt ?? change.at), ...changeFactsOf({ ...change, id: _id }) };
}
