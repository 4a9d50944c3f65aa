import type { Product } from '../model/advice.ts';
import type { ChangeKind } from '../model/change.ts';
import type { TargetKind } from '../model/crawl.ts';
import type { Sku } from '../model/ids.ts';
import type { Notes } from './notes.ts';
import type { RuleFile } from './schema.ts';
import type { Rule } from './types.ts';

/** Kinds of change that only some kinds of target bring. */
const NEEDS: Partial<Record<ChangeKind, readonly TargetKind[]>> = {
  search_rank: ['search'], page_text: ['page'], listing_appeared: ['catalogue'],
};

/** Kinds of change that have a size. */
const SIZED: ReadonlySet<ChangeKind> = new Set(['price', 'list_price', 'unit_price', 'to_pay', 'shipping', 'quantity', 'sponsored_share', 'rating', 'review_count', 'star_mix']);

/** Keys that were written and that none of its kinds of change asks for. */
export function warnOfIdleKeys(rule: Rule, file: RuleFile, notes: Notes): void {
  const place = notes.placeOf(['rules', rule.id]);
  if (file.threshold && !rule.on.some((kind) => SIZED.has(kind))) notes.warn(`${place}: "threshold" of rule "${rule.id}" does nothing: ${rule.on.join(', ')} has no size.`);
  const ofPrices = [file.when && 'when', file.baseline && 'baseline', file.rearm?.distance && 'rearm.distance'].filter((key) => typeof key === 'string');
  if (!rule.on.includes('price')) for (const key of ofPrices) notes.warn(`${place}: "${key}" of rule "${rule.id}" does nothing: it is for price.`);
  if (file.minCount !== undefined && !rule.on.includes('negative_reviews')) notes.warn(`${place}: "minCount" of rule "${rule.id}" does nothing: it is for negative_reviews.`);
}

/** Says what a rule can never tell, as things are configured. */
export function warnIfSilent(rule: Rule, kinds: ReadonlySet<TargetKind>, { products, notes }: { readonly products: ReadonlyMap<Sku, Product>; readonly notes: Notes }): void {
  const place = notes.placeOf(['rules', rule.id]);
  if (rule.channels.length === 0 && notes.names('channels').length > 0) notes.warn(`${place}: rule "${rule.id}" has no channel: its alerts are kept, and nobody is told.`);
  if (rule.escalate && notes.names('links').length === 0) notes.warn(`${place}: rule "${rule.id}" escalates what nobody acknowledges; without "links" that can only be done with "rivalwatch ack".`);
  const references = [rule.baseline, ...(rule.when ?? []).flatMap(({ moves, levels }) => [...moves.map((one) => one.from), ...levels.map((one) => one.of)])].map(({ kind }) => kind);
  if (references.includes('own_price') && products.size === 0) notes.warn(`${place}: rule "${rule.id}" compares with your own prices, and there is no products file.`);
  if (rule.where.own === true && products.size === 0) notes.warn(`${place}: rule "${rule.id}" can never fire: it picks listings that are matched with your products, and there is no products file.`);
  for (const key of ['map', 'floor'] as const) if (references.includes(key) && ![...products.values()].some((product) => product[key])) notes.warn(`${place}: rule "${rule.id}" can never fire: no product of the products file has a value in the column "${key}".`);
  const needed = rule.on.map((kind) => NEEDS[kind]);
  if (kinds.size > 0 && needed.every((some) => some && !some.some((kind) => kinds.has(kind)))) notes.warn(`${place}: rule "${rule.id}" can never fire: it needs a target of kind ${[...new Set(needed.flat())].join(' or ')}.`);
}
