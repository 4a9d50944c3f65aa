import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PRESET_WORDS, PRESETS } from '../../config/preset-words.ts';
import { MATCH_OPERATORS, RULE_FACTS } from '../../model/rule-facts.ts';
import { load } from './support.ts';

const page = await readFile(new URL('../../docs/alert-rules.md', import.meta.url), 'utf8');

test('docs/alert-rules.md says of every preset and every field what the code says', () => {
  const presets = PRESETS.map((preset) => [preset, PRESET_WORDS[preset].en, PRESET_WORDS[preset]['zh-CN']] as const);
  for (const [preset, en, zh] of presets) expect(page).toContain(`| \`${preset}\` | ${en.name}<br>${zh.name} | ${en.tells}<br>${zh.tells} | ${en.advice}<br>${zh.advice} |`);
  for (const [name, { type, what }] of Object.entries(RULE_FACTS)) expect(page).toContain(`| \`${name}\` | ${type} | ${what} |`);
  for (const operator of Object.keys(MATCH_OPERATORS)) expect(page).toContain(operator);
});

test('every example of docs/alert-rules.md is a configuration that loads', async () => {
  const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  expect(examples.length).toBeGreaterThan(8);
  for (const example of examples) {
    const rules = /^ {2}\S/.test(example) ? `rules:\n${example}` : example;
    const channels = ['team', 'boss', 'brand-protection'].map((name) => `  ${name}: { type: webhook, url: "https://x.example/" }\n`).join('');
    const text = `version: 1\ncontact: me@example.com\nsources:\n  shop: { url: "https://shop.example/" }\nchannels:\n${channels}${rules}`;
    const loaded = await load({ 'rivalwatch.yaml': text }, { LINK_SECRET: 'a-secret-of-sixteen' });
    expect(loaded.ok ? [] : [loaded.mistakes, text]).toEqual([]);
  }
});
