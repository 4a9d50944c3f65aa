import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { WordSearch } from '../../../../crawlers/read/text/word-search.ts';

const LISTS = { short: ['habis', 'nelze ', 'épuisé'], long: ['sold out', 'out of stock', 'back in stock', 'line-through'] };
const search = new WordSearch([['short', LISTS.short], ['long', LISTS.long]] as const);
const standsIn = (text: string, from?: number, to?: number): boolean[] => [search.in(text).standsIn('short', from, to), search.in(text).standsIn('long', from, to)];

it.each([0, 65_530])('finds a word wherever it begins, at the start, the end and between two pieces: %i letters before', (far) => {
  for (const word of [...LISTS.short, ...LISTS.long]) {
    for (let before = far; before < far + 8; before += 1) {
      for (let behind = 0; behind < 5; behind += 1) {
        const isShort = LISTS.short.includes(word);
        expect(standsIn(`${'x'.repeat(before)}${word.toUpperCase()}${'y'.repeat(behind)}`), `${before} ${word} ${behind}`).toEqual([isShort, !isShort]);
      }
    }
  }
});

it('says what looking for each of them says, of any text and part of it', () => {
  const pieces = fc.constantFrom('sold', ' Out', 'out', ' of ', 'stock', 'back in ', 'HAB', 'is', 'nelz', 'e ', 'épuis', 'é', 'É', 'line', '-through', '\u0173', '–', ' ', 'x', '售');
  fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')), fc.nat(60), fc.nat(60), (text, from, length) => {
    const begins = (word: string): boolean => { const at = text.toLowerCase().indexOf(word, from); return at >= 0 && at < from + length; };
    expect(standsIn(text, from, from + length)).toEqual([LISTS.short.some(begins), LISTS.long.some(begins)]);
  }), { numRuns: 500 });
});

it('says that a word may stand anywhere where it stands too often to keep all places', () => {
  expect(standsIn('habis'.repeat(11_000), 1_000_000)).toEqual([true, false]);
});

it('takes no word that is too short to be found', () => { expect(() => new WordSearch([['any', ['<del']]])).toThrow('"<del" is too short'); });
