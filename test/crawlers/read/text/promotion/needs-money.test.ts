import { expect, it } from 'vitest';
import { needsMoney } from '../../../../../crawlers/read/text/promotion/needs-money.ts';

it.each([
  ['save {offMinor}', true], ['save (?:{offMinor})', true], ['save {offMinor}?', false], ['save(?: {offMinor})?', false], ['save(?: {offMinor}){0,2}', false], ['save(?: {offMinor})+', true],
  ['save (?:{percentOff} ?%|{offMinor})', false], ['save (?:{thresholdMinor} x|{offMinor})', true], ['save {percentOff}|{offMinor}', false], ['(?=.*{offMinor})save', false], ['(?<!{money} )save', false], ['(?<upTo>up to )?{money}', true],
  ['[{money}]', false], ['\\p{L}{3,9}', false], ['\\({offMinor}\\)', true], ['{minQty} items', false], ['', false], ['(', false], ['[', false], ['\\', false],
])('%s: %s', (pattern, needs) => {
  expect(needsMoney(pattern)).toBe(needs);
});
