import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstMatch } from '../../model/pattern.ts';
import { patternProblem } from '../../config/selectors.ts';
import { configIn, load, mistakesIn } from './support.ts';

const file = (fields: string, more = ''): string => `version: 1\ncontact: ops@example.com\nsources:\n  shop:\n    url: https://shop.example\n    fields:\n${fields.split('\n').map((line) => `      ${line}\n`).join('')}${more}`;
const mistakes = async (fields: string, more = ''): Promise<readonly string[]> => mistakesIn(await load({ 'rivalwatch.yaml': file(fields, more) }));

describe('own selectors', () => {
  test('of all three kinds are taken as they are', async () => {
    const config = configIn(await load({ 'rivalwatch.yaml': file('price: { css: ".buy > .price:not(.old)", attribute: data-amount }\nbrand: { json: "$.product.brand[0].name" }\nsku: { regex: "SKU:\\\\s*([A-Z0-9-]{3,20})" }\nrating: { json: "aggregateRating.@type" }'.replace('.@type', '.ratingValue')) }));
    expect([...config.sources.values()][0]?.fields).toMatchObject({ price: { attribute: 'data-amount' }, brand: { json: '$.product.brand[0].name' } });
  });

  test.each([
    ['price: { css: "div[" }', /^rivalwatch\.yaml:7:\d+ .*sources\.shop\.fields\.price\.css: "div\[" is no CSS selector/],
    ['price: { css: ".a:nosuch(b" }', /is no CSS selector/],
    ['price: { css: ".a", json: b }', /give exactly one of css, json and regex/],
    ['price: { json: b, attribute: c }', /attribute is only for css/],
    ['price: { json: "$..price" }', /sources\.shop\.fields\.price\.json: "\$\.\.price" is no path/],
    ['price: { json: "offers[*].price" }', /is no path/],
    ['price: { json: "offers[?(@.a)].price" }', /is no path/],
    ['price: { regex: "(\\\\d+" }', /sources\.shop\.fields\.price\.regex: is no regular expression: Unterminated group\.$/],
    ['price: { regex: "(a+)+b" }', /would hang on a page/],
    ['price: { regex: ".*.*.*price" }', /would hang on a page/],
    ['price: { regex: "(\\\\w+\\\\s?)+:" }', /would hang on a page/],
    ['offers: { css: ".a" }', /offers/],
    ['prise: { css: ".a" }', /prise.*price/],
  ])('%s is refused with file, line and place', async (fields, message) => expect((await mistakes(fields)).join('\n')).toMatch(message));

  test('all wrong ones are named at once, also the part of a page that is watched', async () => {
    const found = await mistakes('price: { css: "[" }\nsku: { regex: "(" }', 'targets:\n  rules: { kind: page, url: "https://shop.example/rules", select: "main[" }\n');
    expect(found).toHaveLength(3);
    expect(found[2]).toMatch(/^rivalwatch\.yaml:10:.*targets\.rules\.select/);
  });
});

describe('patterns', () => {
  test.each(['price: (\\d+[.,]\\d\\d)', '"price":\\s*"?([\\d.]+)', '<span class="price">([^<]*)</span>', 'data-price="([^"]+)"', '售价[:：]\\s*([\\d.]+)', '\\$\\s*(\\d{1,3}(?:,\\d{3})*(?:\\.\\d\\d)?)', '(?<=Art\\. )\\S+', 'Was.*?Now\\s*£([\\d.]+)', '\\s*(\\d+)\\s*€', '.*price'])('%s is taken', (pattern) => expect(patternProblem(pattern)).toBeUndefined());

  test('repetitions in repetitions are refused whatever they repeat', () => {
    fc.assert(fc.property(fc.constantFrom('a', 'x', '\\d', '\\w', '[^<]', '\\s', '.'), fc.constantFrom('+', '*'), (unit, times) => {
      expect(patternProblem(`(${unit}+)${times}Z~`)).toMatch(/would hang/);
    }), { numRuns: 14 });
  });
});

describe('a pattern', () => {
  test('gives its first group, else all of it', () => {
    expect(['a(b)?c', 'ac', 'z'].map((pattern) => firstMatch(pattern, 'xabc ac', 1_000))).toEqual(['b', 'ac', undefined]);
  });

  test('works again after one that was stopped, and after one that is none', () => {
    expect(() => firstMatch('(a+)+b', 'a'.repeat(60), 50)).toThrow(/timed out/);
    expect(() => firstMatch('(', 'a', 60_000)).toThrow(/Invalid regular expression/);
    expect(firstMatch('\\d+', 'no 7', 60_000)).toBe('7');
  });
});
