import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asLine, asLines, cut, cutLines, inBytes, inCharacters } from '../../../alerts/messages/cut.ts';
import { cpuClock } from '../../support/cpu.ts';

/** Texts of words as shops write them, with addresses, signs, Chinese and emoji between. */
const word = fc.oneof(fc.constantFrom('Desk', 'lamp', '€19.99', 'LED-lamp_2', 'https://shop.example/p/1?a=b&c=d', '保温杯', '不锈钢真空保温杯500毫升', '👩‍👩‍👧', 'é', '(red)', 'x'.repeat(200)), fc.string({ unit: 'grapheme', maxLength: 8 }));
const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));
const measures = [['characters', inCharacters], ['bytes', inBytes]] as const;

describe.each(measures)('a text that is cut, counted in %s', (_, measure) => {
  it('fits, begins as the text does, and says that it was cut', () => {
    fc.assert(fc.property(text, fc.nat(300), (whole, limit) => {
      const short = cut(whole, limit, measure);
      expect(measure(short)).toBeLessThanOrEqual(limit);
      if (measure(whole) <= limit) expect(short).toBe(whole);
      else if (limit >= measure('…')) expect([short.endsWith('…'), whole.startsWith(short.slice(0, -1))]).toEqual([true, true]);
    }));
  });

  it('ends with a whole word, and holds no part of an address', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('Desk', 'lamp', '€19.99', 'LED-lamp_2', 'https://shop.example/p/1?a=b&c=d', '(red)'), { maxLength: 30 }), fc.nat(200), (words, limit) => {
      const whole = words.join(' ');
      const kept = cut(whole, limit, measure).replace(/…$/, '').split(' ').filter(Boolean);
      expect(words.slice(0, kept.length)).toEqual(kept);
    }));
  });

  it('of lines keeps whole ones and says how many are left out', () => {
    fc.assert(fc.property(fc.array(text, { maxLength: 12 }), fc.integer({ min: 20, max: 900 }), (lines, limit) => {
      const kept = cutLines(lines, limit, measure);
      expect(measure(kept.map((line) => `${line}\n`).join(''))).toBeLessThanOrEqual(limit);
      const left = Number(/^… \+(\d+)$/.exec(kept.at(-1) ?? '')?.[1] ?? 0);
      if (left > 0 && kept.length > 2) expect([kept.slice(0, -1), left]).toEqual([lines.slice(0, kept.length - 1), lines.length - kept.length + 1]);
    }));
  });
});

describe('examples', () => {
  it('Chinese is cut between words, a hash between characters, nothing between the parts of an emoji', () => {
    expect(cut('不锈钢真空保温杯', 6)).toBe('不锈钢真空…');
    expect(cut('a'.repeat(100), 10)).toBe(`${'a'.repeat(9)}…`);
    expect(cut('👩‍👩‍👧👩‍👩‍👧', 12)).toBe('…');
    expect(cut('see https://shop.example/a/long/address now', 20)).toBe('see…');
    expect(cut('word', 0)).toBe('');
  });

  it('a line has no breaks, control characters or marks that turn it round', () => {
    expect(asLine('  Lamp\r\nBcc: x\u0000\u202Egnp.exe\u2028end ')).toBe('Lamp Bcc: x gnp.exe end');
    for (const invisible of ['', ' \u200B\uFEFF', '\u2066\u2069', '\u3164 \u2800']) expect(asLine(invisible)).toBe('');
    expect(asLine('half \uD83D of 😀')).toBe('half \uFFFD of 😀');
    expect(asLines('a\r\n\tb\u0007c\u202E\n\n')).toEqual(['a', '\tb c']);
  });

  it('is done soon with a megabyte', () => {
    const spent = cpuClock();
    for (const long of ['x'.repeat(1e6), '保'.repeat(1e6), ' '.repeat(1e6), 'a '.repeat(5e5), 'https://'.repeat(1e5)]) expect(cut(long, 1_000).length).toBeLessThanOrEqual(1_000);
    expect(spent()).toBeLessThan(2_000);
  });
});
