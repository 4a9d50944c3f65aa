import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { appendEntries } from '../../config/append.ts';

const lamp = { section: 'targets', name: 'lamp', entry: { kind: 'product', url: 'https://shop.example/lamp?a=1#x', tags: ['a: b'] } } as const;

test('everything else stays as it stood, byte for byte', async () => {
  const text = await readFile('config/rivalwatch.example.yaml', 'utf8');
  const added = appendEntries(text, [lamp]);
  const at = added.indexOf('  lamp:\n');
  const block = '  lamp:\n    kind: product\n    url: https://shop.example/lamp?a=1#x\n    tags:\n      - "a: b"\n';
  expect(added.slice(at, at + block.length)).toBe(block);
  expect(added.slice(0, at) + added.slice(at + block.length)).toBe(text);
  expect(parse(added)).toMatchObject({ targets: { lamp: lamp.entry, 'returns-policy': { kind: 'page' } } });
});

test.each([
  ['no section', '# top\nversion: 1\n'], ['no line end', '# top\nversion: 1'], ['an empty one', '# top\nversion: 1\ntargets:\n'], ['an empty map', '# top\nversion: 1\ntargets: {}\nrules: {}\n'],
  ['a flow map', '# top\nversion: 1\ntargets: {old: {kind: page}}\n'], ['the last one, no line end', '# top\nversion: 1\ntargets:\n  old: {kind: page} # mine'], ['deeply indented', '# top\nversion: 1\ntargets:\n      old:\n            kind: page\n\n# after\nrules: {}\n'],
  ['CRLF', '# top\r\nversion: 1\r\ntargets:\r\n  old: {kind: page}\r\nrules: {}\r\n'],
])('%s', (_name, text) => {
  const added = appendEntries(text, [{ section: 'sources', name: 'shop', entry: { url: 'https://shop.example/' } }, lamp]);
  const before: unknown = parse(text);
  expect(parse(added)).toMatchObject({ version: 1, sources: { shop: { url: 'https://shop.example/' } }, targets: { lamp: lamp.entry } });
  expect(added).toContain('# top');
  if (text.includes('old')) expect(parse(added)).toMatchObject({ targets: { old: { kind: 'page' } } });
  expect(before).toMatchObject({ version: 1 });
});

test('a file that cannot be read is refused', () => {
  expect(() => appendEntries('a: [1', [lamp])).toThrow(SyntaxError);
  expect(() => appendEntries('- a', [lamp])).toThrow(SyntaxError);
});
