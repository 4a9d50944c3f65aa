import type { ListingFields } from '../../model/listing.ts';
import type { Reading } from '../../model/reading.ts';
import { SAME, sameWay, settled, type Compare, type Sides } from './compare.ts';
import { sellerChanged, variantChanged } from './offers.ts';
import { normalText, shorten } from './text.ts';

const CLASSES = [
  ['refurbished', /refurbish|renewed|recondition|generalüberholt|wiederaufbereitet|reconditionné|reacondicionado|ricondizionato|翻新|官翻/i],
  ['damaged', /damaged|for parts|defekt|beschädigt|endommagé|故障|残次/i],
  ['used', /\bused\b|pre-?owned|second.?hand|open.?box|gebraucht|occasion|d'occasion|usado|usato|二手|闲置/i],
  ['new', /^(?:brand[ -])?new\b|^neu\b|^neuf|^nuevo|^nuovo|^novo|全新/i],
] as const;

/** New, used, refurbished or damaged, in whose words ever; undefined for other words. */
function classOf(text: string): string | undefined {
  return CLASSES.find(([, words]) => words.test(text))?.[0];
}

/** The shop says another condition of the same offer. New is new in other words too; so is any condition that was read in another way. */
export const compareCondition: Compare = ({ before, after }) => {
  const [old, now] = [settled(before.condition), settled(after.condition)];
  if (!old || !now || sellerChanged({ before, after }) || variantChanged({ before, after })) return SAME;
  const [from, to] = [old.value, now.value];
  if (from === null || to === null ? from === to : !differs(before.condition, after.condition)) return SAME;
  return { differences: [{ detail: { kind: 'condition', from: from === null ? null : shorten(from, 200), to: to === null ? null : shorten(to, 200) }, evidence: now.evidence }] };
};

/** True when both sides say clearly which condition it is in, and it is another one: the price of a used one is not compared with that of a new one. */
export function conditionChanged({ before, after }: Pick<Sides, 'before' | 'after'>): boolean {
  const [from, to] = [before.condition, after.condition].map((reading) => (reading?.state === 'known' ? classOf(normalText(reading.value)) : undefined));
  return from !== undefined && to !== undefined && from !== to;
}

function differs(before: ListingFields['condition'] | undefined, after: Reading<string>): boolean {
  if (before?.state !== 'known' || after.state !== 'known') return false;
  const [from, to] = [normalText(before.value).toLowerCase(), normalText(after.value).toLowerCase()];
  const [old, now] = [classOf(from), classOf(to)];
  if (old !== now && old !== undefined && now !== undefined) return true;
  // "Brand new" is new; of used ones the grade may be meant.
  return from !== to && sameWay(before, after) && !(old === 'new' && now === 'new');
}
