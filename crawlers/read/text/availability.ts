import type { Availability } from '../../../model/listing.ts';
import {
  ALMOST_AFTER, ALMOST_BEFORE, FROM_DATE_AFTER, NEGATION_BEFORE, NOT_AFTER, NOT_BEFORE, OF_ELSE_BEFORE, SOON_BEFORE, TOLD_THEN, WHEN_BEFORE,
} from './availability/around.ts';
import { CODES } from './availability/codes.ts';
import { counted } from './availability/counted.ts';
import { DELISTED } from './availability/delisted.ts';
import { IN_STOCK } from './availability/in-stock.ts';
import { LOW } from './availability/low.ts';
import { OUT_OF_STOCK } from './availability/out-of-stock.ts';
import { PREORDER } from './availability/preorder.ts';
import type { Said } from './availability/said.ts';
import { normalise } from './normal.ts';
import { remembered } from './remembered.ts';

/** Scripts that write words without blanks between them, and Korean, whose words go on behind their stem. */
const UNSPACED = /[\u0e00-\u0e7f\u3000-\u9fff\uac00-\ud7af]/;
/** In the order they are looked for: the more definite ones win, so that "sold out – notify me when available" is out of stock. */
const ORDER: readonly (readonly [state: Availability, said: readonly Said[]])[] = [['delisted', DELISTED], ['preorder', PREORDER], ['out_of_stock', OUT_OF_STOCK], ['low', LOW], ['in_stock', IN_STOCK]];
const PATTERNS: readonly { readonly state: Availability; readonly pattern: RegExp }[] = ORDER.map(([state, said]) => {
  const phrases = said.flatMap((row) => row.phrases);
  const words = phrases.filter((phrase) => !UNSPACED.test(phrase));
  const signs = phrases.filter((phrase) => !words.includes(phrase));
  return { state, pattern: new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}\\p{M}])|${signs.join('|')}`, 'giu') };
});
/** Nobody writes more about stock; keeps the work bounded. */
const MAX_LENGTH = 600;

/**
 * Whether something can be bought, from a schema.org value or from words in any of the languages known here. The more
 * definite state wins; a negation before the words ("not sold out") takes them back, "almost" makes them low, and what is not there, not yet or only from
 * a day on turns those that say in stock into their contrary. Undefined when the text says nothing of it.
 */
export const parseAvailability = remembered((text): Availability | undefined => {
  // The small letter of İ is an i and a dot of its own.
  const normal = normalise(text.slice(0, MAX_LENGTH)).toLowerCase().replaceAll('\u0307', '');
  const code = CODES[normal.replace(/^https?:\/\/(?:www\.)?schema\.org\//, '').replace(/[\s_-]/g, '')] ?? counted(normal);
  if (code) return code;
  let takenBack = false;
  for (const { state, pattern } of PATTERNS) {
    for (const match of normal.matchAll(pattern)) {
      const read = state === 'in_stock' ? boughtOrNot(normal, match) : state === 'out_of_stock' ? goneOrNot(normal, match) : isNegated(normal, match) ? 'in_stock' : state;
      if (read === 'in_stock' && state !== 'in_stock') takenBack = true;
      else if (read) return read;
    }
  }
  return takenBack ? 'in_stock' : undefined;
});

/** What words that say in stock mean among those around them; undefined when it is nothing. */
function boughtOrNot(text: string, { 0: words, index }: RegExpExecArray): Availability | undefined {
  const before = text.slice(Math.max(0, index - 60), index);
  const after = text.slice(index + words.length, index + words.length + 30);
  const not = NOT_BEFORE.exec(before);
  if (not) return OF_ELSE_BEFORE.test(before.slice(0, not.index)) ? undefined : 'out_of_stock';
  if (NOT_AFTER.test(after)) return 'out_of_stock';
  if (WHEN_BEFORE.test(before)) return TOLD_THEN.test(text) ? 'out_of_stock' : undefined;
  if (SOON_BEFORE.test(before) || FROM_DATE_AFTER.test(after)) return 'out_of_stock';
  return OF_ELSE_BEFORE.test(before) ? undefined : 'in_stock';
}

/** The same of words that say out of stock: "almost" makes them low, and a price that is not available says nothing of the article. */
function goneOrNot(text: string, match: RegExpExecArray): Availability | undefined {
  const before = text.slice(Math.max(0, match.index - 40), match.index);
  if (ALMOST_BEFORE.test(before.slice(-12)) || ALMOST_AFTER.test(text.slice(match.index + match[0].length, match.index + match[0].length + 8))) return 'low';
  if (OF_ELSE_BEFORE.test(before)) return undefined;
  return isNegated(text, match) ? 'in_stock' : 'out_of_stock';
}

function isNegated(text: string, { index }: RegExpExecArray): boolean {
  return NEGATION_BEFORE.test(text.slice(Math.max(0, index - 24), index));
}
