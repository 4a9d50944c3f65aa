import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { AnyOf } from '../../../../crawlers/read/text/any-of.ts';

const WORDS = ['habis', 'nelze ', 'épuisé', 'sold out', 'out of stock', 'back in stock'];
const words = new AnyOf(WORDS);
const standsIn = (text: string): boolean => words.standsIn(text, Buffer.from(text, 'latin1'));

it('finds a word wherever it begins, at the start and at the end too', () => {
  for (const word of WORDS) for (let before = 0; before < 5; before += 1) for (let behind = 0; behind < 5; behind += 1) expect(standsIn(`${'x'.repeat(before)}${word}${'y'.repeat(behind)}`)).toBe(true);
});

it('says what looking for each of them says, of any text', () => {
  const pieces = fc.constantFrom('sold', ' out', 'out', ' of ', 'stock', 'back in ', 'hab', 'is', 'nelz', 'e ', 'épuis', 'é', '\u0173', '–', ' ', 'x', '售');
  fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')), (text) => { expect(standsIn(text)).toBe(WORDS.some((word) => text.includes(word))); }), { numRuns: 500 });
});

it('takes no word that is too short to be found', () => { expect(() => new AnyOf(['rrp'])).toThrow('"rrp" is too short'); });
