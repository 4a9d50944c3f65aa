import type { Availability } from '../../../model/listing.ts';
import { ALMOST_AFTER, ALMOST_BEFORE, CODES, NEGATION_BEFORE, NOT_BEFORE, PHRASES, TOLD_THEN, WHEN_BEFORE } from './availability-words.ts';
import { normalise } from './normal.ts';
import { remembered } from './remembered.ts';

/** Scripts that write words without blanks between them, and Korean, whose words go on behind their stem. */
const UNSPACED = /[\u0e00-\u0e7f\u3000-\u9fff\uac00-\ud7af]/;
const ORDER: readonly Availability[] = ['delisted', 'preorder', 'out_of_stock', 'low', 'in_stock'];
const PATTERNS: readonly { readonly state: Availability; readonly pattern: RegExp }[] = ORDER.map((state) => {
  const phrases = PHRASES.filter((row) => row.state === state).flatMap((row) => row.phrases);
  const words = phrases.filter((phrase) => !UNSPACED.test(phrase));
  const signs = phrases.filter((phrase) => !words.includes(phrase));
  return { state, pattern: new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}])|${signs.join('|')}`, 'giu') };
});
/** Nobody writes more about stock; keeps the work bounded. */
const MAX_LENGTH = 600;

/**
 * Whether something can be bought, from a schema.org value or from words in any of the languages known here. The more
 * definite state wins; a negation before the words ("not sold out") takes them back, "almost" makes them low, and turns those that say in stock into their contrary. Undefined when the text says nothing of it.
 */
export const parseAvailability = remembered((text): Availability | undefined => {
  // The small letter of İ is an i and a dot of its own.
  const normal = normalise(text.slice(0, MAX_LENGTH)).toLowerCase().replaceAll('\u0307', '');
  const code = CODES[normal.replace(/^https?:\/\/(?:www\.)?schema\.org\//, '').replace(/[\s_-]/g, '')] ?? quantity(normal);
  if (code) return code;
  let takenBack = false;
  for (const { state, pattern } of PATTERNS) {
    for (const match of normal.matchAll(pattern)) {
      const before = state === 'in_stock' ? normal.slice(Math.max(0, match.index - 60), match.index) : '';
      if (NOT_BEFORE.test(before)) return 'out_of_stock';
      if (WHEN_BEFORE.test(before)) {
        if (TOLD_THEN.test(normal)) return 'out_of_stock';
        continue;
      }
      if (state === 'out_of_stock' && isAlmost(normal, match)) return 'low';
      if (state === 'in_stock' || !NEGATION_BEFORE.test(normal.slice(Math.max(0, match.index - 24), match.index))) return state;
      takenBack = true;
    }
  }
  return takenBack ? 'in_stock' : undefined;
});

function isAlmost(text: string, { 0: words, index }: RegExpExecArray): boolean {
  return ALMOST_BEFORE.test(text.slice(Math.max(0, index - 12), index)) || ALMOST_AFTER.test(text.slice(index + words.length, index + words.length + 8));
}

/** `12 in stock`, `auf Lager: 12`, `库存 12 件`: the number decides. */
function quantity(text: string): Availability | undefined {
  const match = /^(\d{1,6}) (?:pcs |items? |stück |pièces )?(?:in stock|available|auf lager|en stock|disponibles?|disponibili|em estoque|w magazynie|op voorraad|skladem)$/.exec(text) ?? /^(?:in stock|stock|auf lager|库存|庫存|在庫数?|stan|voorraad):? ?(\d{1,6}) ?(?:pcs|items?|stück|件|点|個|szt\.?|ks)?$/.exec(text);
  if (!match) return undefined;
  return Number(match[1]) === 0 ? 'out_of_stock' : 'in_stock';
}
