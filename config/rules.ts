import { z } from 'zod';
import { HOWS, SEVERITIES } from '../model/alert.ts';
import { CHANGE_KINDS } from '../model/change.ts';
import { PRESET_WORDS, PRESETS, type Preset } from './preset-words.ts';
import { amount, confirmation, duration, endTime, name, reference, threshold } from './units.ts';

/** What a preset may be called: its key, or its name in either language, with and without what stands in brackets behind it (竞品售罄（机会）). */
const NAMES: ReadonlyMap<string, Preset> = new Map([
  ...PRESETS.map((preset) => [preset, preset] as const),
  ...PRESETS.flatMap((preset) => Object.values(PRESET_WORDS[preset]).flatMap(({ name }) => [name, name.replace(/ ?[（(].*[）)]$/, '')]).map((name) => [name, preset] as const)),
]);

const preset = z.enum([...NAMES.keys()]).transform((word, context) => {
  const named = NAMES.get(word);
  if (named === undefined) context.addIssue(`there is no preset ${word}`);
  return named ?? z.NEVER;
});

/** States that a rule can be about; every crawl looks at them, whether or not something changed. */
export const STATES = ['out_of_stock', 'in_stock', 'undercut', 'below_map', 'below_floor'] as const;

const clause = z.strictObject({
  fall: threshold.describe('The price fell at least so far, counted from `from`.').optional(),
  rise: threshold.describe('The price rose at least so far, counted from `from`.').optional(),
  move: threshold.describe('The price moved at least so far, either way, counted from `from`.').optional(),
  from: reference.describe('What fall, rise and move are counted from, as in baseline; the baseline of the rule when left out.').optional(),
  below: reference.describe('The price is below this: own_price, map, floor, list_price, lowest 30d, median 14d or an amount such as 19.90 USD.').optional(),
  above: reference.describe('The price is above this.').optional(),
  by: threshold.describe('With below and above: by at least so much.').optional(),
}).refine((c) => [c.fall, c.rise, c.move, c.below, c.above].some((one) => one !== undefined), 'give at least one of fall, rise, move, below and above')
  .refine(({ fall, rise }) => fall === undefined || rise === undefined, 'a price does not fall and rise at once; write move, or two entries')
  .refine(({ below, above }) => below === undefined || JSON.stringify(below) !== JSON.stringify(above), 'a price is not below and above the same at once; write two entries');

/** A rule as the operator writes it: which changes or states matter, to whom, and how they are told. */
export const rule = z.strictObject({
  preset: preset.describe('Start from a ready-made rule; the other keys override it. Its name in English or Chinese is the same rule.').optional(),
  on: z.array(z.enum(CHANGE_KINDS)).min(1).describe('Kinds of change it looks at. Needed without a preset or a state.').optional(),
  state: z.enum(STATES).describe('A state instead of changes: every crawl looks whether it holds, the first one as well.').optional(),
  for: duration.describe('Tell only when it has held for so long, e.g. 3d. For states, and for comparisons with below or above.').optional(),
  direction: z.enum(['up', 'down', 'any']).describe('Which way it must have moved: price, list_price, rating, review_count; star_mix goes up when the share of one and two stars grows; stock goes down when it can no longer be bought; search_rank goes down when the place gets worse.').optional(),
  threshold: threshold.describe('Smallest difference worth an alert: a share such as 5% or an amount such as 2.00 USD.').optional(),
  baseline: reference.describe('What the new value is compared with: previous, last_alerted, own_price, list_price, map, floor, median 14d, lowest 30d, highest 30d, or an amount such as 19.90 USD.').optional(),
  when: z.array(clause).min(1).max(10).describe('Instead of direction, threshold and baseline: the price fits one of these; within one, all keys must hold.').optional(),
  where: z.strictObject({
    sources: z.array(name).describe('Names from sources.'), targets: z.array(name).describe('Names from targets.'), tags: z.array(z.string()).describe('Tags of targets.'), skus: z.array(z.string()).describe('Own products.'),
    titles: z.array(z.string()).describe('Words one of which the title must contain.'),
    sellers: z.array(z.string()).describe('Words one of which the seller\'s name must contain.'),
    own: z.boolean().describe('true: only listings that are matched with an own product. false: only the others.'),
    price: z.strictObject({ from: amount.describe('Lowest price, e.g. 50.00 USD.').optional(), to: amount.describe('Highest price.').optional() }).describe('Only listings whose price is within this band; one in another currency is not.'),
  }).partial().describe('Only changes that fit all of these.').optional(),
  match: z.record(z.string(), z.unknown()).describe('A filter as MongoDB writes it, over the fields listed in docs/alert-rules.md, e.g. { price: { $lt: 20 }, seller: { $ne: "Acme" } }.').optional(),
  confirm: confirmation.describe('Fire only after so many crawls in a row agree, e.g. 2; or so many of the last, e.g. 2 of 3.').optional(),
  minCount: z.int().min(1).describe('negative_reviews: fewest new bad reviews.').optional(),
  cooldown: duration.describe('No second alert of one episode within this time.').optional(),
  rearm: z.strictObject({
    distance: threshold.describe('How far the price must be from where it was told last, or back across the line, before the rule can speak again.').optional(),
    after: duration.describe('Say again after this time that it still holds.').optional(),
  }).describe('When it may speak again.').optional(),
  notifyRecovery: z.boolean().describe('Also say when it is over.').optional(),
  severity: z.enum(SEVERITIES).describe('How loud the message is.').optional(),
  channels: z.array(name).describe('Names from channels; all of them when left out.').optional(),
  how: z.enum(HOWS).describe('now: as soon as it is known. digest: with the receiver\'s next digest.').optional(),
  escalate: z.strictObject({ to: z.array(name).min(1).describe('Names from channels.'), after: duration.describe('Time in which somebody must acknowledge.') }).describe('Who is told when nobody acknowledges in time.').optional(),
  until: endTime.describe('The rule ends then: a day (its end) such as 2026-12-31, or a time with its offset.').optional(),
  enabled: z.boolean().default(true).describe('false: kept in the file, never fires.'),
}).refine((r) => r.preset !== undefined || r.on !== undefined || r.state !== undefined, 'a rule needs a preset, on or state');
