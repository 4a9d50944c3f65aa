import { expect, it } from 'vitest';
import { holdsOne, needsWords, smallOf } from '../../../../../crawlers/read/text/promotion/needs-words.ts';

it.each([
  ['Save {offMinor}', ['save ']], ['saves?', ['save']], ['save+', ['save']], ['x{0,3}save', ['save']], ['ab{2}cd', ['ab']], ['(?:buy|get) {minQty}', ['buy', 'get']], ['(?:buy|get)?{minQty}', undefined],
  ['(?:buy|{minQty})', undefined], ['buy|take {minQty}', ['buy', 'take ']], ['(?!not )(?<!no )(?=.*yes)off', ['off']], ['(?<code>with code)', ['with code']], ['[a-z\\]]{3} off', [' off']], ['\\p{L}{2}\\d{1,2} ?%', ['%']],
  ['a.bcd', ['bcd']], ['a\\.bcd', ['bcd']], ['1\\+1 free', ['1+1 free']], ['für zwei', ['r zwei']], ['满{thresholdMinor}减', ['满']], ['(?:a|)b?', undefined], ['(?:(?:one|two) of|three)', [' of', 'three']], ['(?:(?:four|five) x|three)', ['four', 'five', 'three']], ['\\u0001', undefined],
  ['', undefined], ['(', undefined], ['[', undefined], ['\\', undefined], [')save', undefined],
])('%s: %j', (pattern, words) => {
  expect(needsWords(pattern)).toEqual(words);
});

it('finds words in texts of any case, letters that only look different among them', () => {
  expect(['SAVE', 'ſave', 'Take'].map((text) => holdsOne(['save'], smallOf(text)))).toEqual([true, true, false]);
  expect(holdsOne(undefined, '')).toBe(true);
});
