import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileRules } from '../../alerts/rules/compile.ts';
import { PRESET_WORDS, PRESETS } from '../../config/preset-words.ts';
import type { Rule } from '../../config/types.ts';
import { RULE_FACTS } from '../../model/rule-facts.ts';
import { loadRules } from '../../config/rules-file.ts';
import { configIn, folderWith, load, mistakesIn } from './support.ts';

const HEAD = 'version: 1\ncontact: me@example.com\ntimezone: Asia/Shanghai\nsources:\n  shop:\n    url: https://shop.example/\nchannels:\n  team: {type: webhook, url: "https://x.example/"}\n  boss: {type: webhook, url: "https://y.example/"}\nrules:\n';
const files = (rules: string): Record<string, string> => ({ 'rivalwatch.yaml': `${HEAD}${rules}` });

async function ruleOf(text: string): Promise<Rule> {
  const [rule] = configIn(await load(files(`  it: ${text}\n`))).rules;
  if (!rule) throw new Error('no rule');
  return rule;
}

async function wrongIn(text: string): Promise<string> {
  return mistakesIn(await load(files(`  it: ${text}\n`))).join('\n');
}

test('the rules of a whole configuration need nothing else of it: no secret of a channel; their own variables stand beside the file', async () => {
  const text = `${HEAD.replace('https://x.example/', '${TEAM_HOOK}')}  it: { preset: price-drop, threshold: "\${LEAST}" }\n`;
  const rules = async (more: Record<string, string>) => loadRules(join(await folderWith({ 'rivalwatch.yaml': text, ...more }), 'rivalwatch.yaml'), {});
  expect(await rules({ '.env': 'LEAST=5%\n' })).toMatchObject({ ok: true, rules: [{ id: 'it', threshold: { kind: 'percent', percent: 5 }, channels: ['team', 'boss'] }] });
  expect(await rules({})).toMatchObject({ ok: false, mistakes: [{ path: 'rules.it.threshold', message: expect.stringContaining('LEAST') }] });
});

test('of rules alone it is said what a recording cannot show, and nothing of channels and links', async () => {
  const text = 'rules:\n  a: { preset: undercut, escalate: { to: [boss], after: 2h } }\n  b: { preset: rival-sold-out, when: [{ fall: 5% }] }\n  c: { preset: sold-out }\n';
  const loaded = await loadRules(join(await folderWith({ 'rules.yaml': text }), 'rules.yaml'), {});
  expect(loaded.ok && loaded.warnings).toEqual([expect.stringContaining('"a" compares with your own prices'), expect.stringContaining('"b" can never fire'), expect.stringContaining('"when" of rule "b" does nothing: it is for price')]);
});

describe('a rule', () => {
  test('of two lines stays one of two lines', async () => {
    expect(await ruleOf('{ preset: price-drop }')).toMatchObject({ on: ['price'], direction: 'down', confirm: { needed: 1, of: 1 }, how: 'now', holdFor: 0, rearm: {}, channels: ['team', 'boss'] });
  });

  test.each([['previous', { kind: 'previous' }], ['own_price', { kind: 'own_price' }], ['map', { kind: 'map' }], ['median 14d', { kind: 'median', days: 14 }], ['lowest 30d', { kind: 'lowest', days: 30 }], ['19.90 USD', { kind: 'fixed', money: { minor: 1_990, currency: 'USD', exponent: 2 } }]])('is compared with %s', async (text, baseline) => {
    expect((await ruleOf(`{ on: [price], baseline: ${text} }`)).baseline).toEqual(baseline);
  });

  test.each([['2', { needed: 2, of: 2 }], ['"2 of 3"', { needed: 2, of: 3 }]])('is confirmed %s', async (text, confirm) => {
    expect((await ruleOf(`{ preset: sold-out, confirm: ${text} }`)).confirm).toEqual(confirm);
  });

  test('may be about a state, for a time, with everything else a rule can say', async () => {
    expect(await ruleOf('{ state: out_of_stock, for: 3d, where: { own: true, sellers: [Acme], price: { from: 5.00 USD, to: 90.00 USD } }, rearm: { distance: 2%, after: 7d }, escalate: { to: [boss], after: 2h }, how: digest, until: 2026-12-31 }')).toMatchObject({
      state: 'out_of_stock', on: ['stock'], direction: 'down', holdFor: 259_200_000, how: 'digest', where: { own: true, sellers: ['Acme'], price: { from: { minor: 500 }, to: { minor: 9_000 } } },
      rearm: { distance: { kind: 'percent', percent: 2 }, after: 604_800_000 }, escalate: { to: ['boss'], after: 7_200_000 }, until: new Date('2026-12-31T16:00:00Z'),
    });
  });

  test('may put clauses together: a list is "or", the keys of one entry are "and"', async () => {
    expect((await ruleOf('{ on: [price], when: [{ fall: 5%, from: median 14d, below: own_price, by: 1% }, { above: 20.00 USD }] }')).when).toEqual([
      { moves: [{ way: 'down', by: { kind: 'percent', percent: 5 }, from: { kind: 'median', days: 14 } }], levels: [{ side: 'below', of: { kind: 'own_price' }, by: { kind: 'percent', percent: 1 } }] },
      { moves: [], levels: [{ side: 'above', of: { kind: 'fixed', money: expect.objectContaining({ minor: 2_000 }) } }] },
    ]);
  });

  test('with a preset about a state and a baseline of its own is about changes again', async () => {
    expect((await ruleOf('{ preset: undercut }')).state).toBe('undercut');
    expect(await ruleOf('{ preset: undercut, baseline: previous }')).not.toHaveProperty('state');
  });

  test.each([
    ['{ on: [price], baseline: own_prise }', /rules\.it\.baseline: "own_prise" is nothing to compare with\. Did you mean "own_price"\?/], ['{ on: [price], baseline: median }', /needs a number of days from 1 to 365, e\.g\. median 30d/],
    ['{ on: [price], baseline: lowest 0d }', /needs a number of days/], ['{ on: [price], baseline: lowest 400d }', /needs a number of days/], ['{ preset: sold-out, confirm: 3 of 2 }', /rules\.it\.confirm/], ['{ preset: sold-out, confirm: 11 }', /rules\.it\.confirm/], ['{ preset: sold-out, confirm: 0 }', /rules\.it\.confirm/],
    ['{ state: out_of_stok }', /"out_of_stok" is not possible here\. Did you mean "out_of_stock"\?/], ['{ state: undercut, on: [price] }', /either on or state/], ['{ state: undercut, when: [{ fall: 1% }] }', /either state or when/],
    ['{ on: [price], threshold: 1%, when: [{ fall: 1% }] }', /"threshold" and "when" say the same/], ['{ on: [price], when: [{ by: 1%, fall: 2% }] }', /"by" is only for below and above/], ['{ on: [price], when: [{ from: map, below: map }] }', /"from" is only for fall, rise and move/],
    ['{ on: [price], when: [{}] }', /at least one of fall/], ['{ preset: price-drop, escalate: { to: [bos], after: 1h } }', /no channel "bos"\. Did you mean "boss"\?/], ['{ preset: price-drop, until: tomorrow }', /neither a day such as/], ['{ preset: price-drop, until: 2026-13-40 }', /neither a day/], ['{ preset: price-drop, until: 2026-02-30 }', /neither a day/],
    ['{ on: [price], when: [{ fall: 5%, rise: 2% }] }', /does not fall and rise at once/], ['{ on: [price], when: [{ below: median 14d, above: median 14d }] }', /not below and above the same/], ['{ on: [price], wher: {} }', /Did you mean "where"/],
    ['{ preset: price-drop, where: { price: { from: 9.00 USD, to: 5.00 USD } } }', /from is more than to/], ['{ preset: price-drop, where: { price: { from: 9.00 USD, to: 15.00 EUR } } }', /one currency/], ['{ preset: price-drop, how: later }', /must be|not possible/],
  ])('%s is refused in words', async (text, expected) => {
    expect(await wrongIn(text)).toMatch(expected);
  });

  test('warns of what can never work', async () => {
    const loaded = await load(files('  a: { preset: map-violation }\n  b: { state: below_floor }\n  c: { preset: sold-out, escalate: { to: [boss], after: 1h } }\n  d: { state: out_of_stock, threshold: 5% }\n  e: { preset: price-drop, minCount: 3 }\n'));
    const warnings = loaded.ok ? loaded.warnings.join('\n') : '';
    expect(warnings).toMatch(/rule "a" can never fire: no product .* column "map"/);
    expect(warnings).toMatch(/rule "b" can never fire: .* column "floor"/);
    expect(warnings).toMatch(/rule "c" escalates .* without "links"/);
    expect(warnings).toMatch(/"threshold" of rule "d" does nothing: stock has no size/);
    expect(warnings).toMatch(/"minCount" of rule "e" does nothing/);
  });
});

describe('a filter', () => {
  test('that is right is compiled as it stands', async () => {
    const rule = await ruleOf('{ on: [price], match: { price: { $lt: 20 }, seller: { $not: { $regex: "^acme", $options: i } }, $or: [{ tags: { $in: [a, b] } }, { own: true, rank: { $exists: false } }] } }');
    expect(compileRules([rule]).all).toHaveLength(1);
  });

  test('with an unknown field says its line, its path and the nearest word', async () => {
    expect(await wrongIn('\n    on: [price]\n    match:\n      titel: { $regex: lamp }')).toBe('rivalwatch.yaml:14:14 rules.it.match.titel: there is no field "titel" to filter by. Did you mean "title"?');
  });

  test.each([
    ['{ price: { $less: 3 } }', /rules\.it\.match\.price\.\$less: there is no operator "\$less" here/], ['{ price: { $ltt: 3 } }', /Did you mean "\$lte?"\?/], ['{ $where: "this.price < 3" }', /"\$where" here\. Nothing that runs code is allowed/], ['{ price: { $where: "1" } }', /Nothing that runs code/],
    ['{ price: { $gt: cheap } }', /"price" is a number, and this is not/], ['{ title: 3 }', /"title" is text/], ['{ own: "yes" }', /"own" is true or false/], ['{ availability: { $in: [low, sold_out] } }', /"availability" is never "sold_out"\. Possible: in_stock, low/], ['{ kind: { $not: { $eq: prices } } }', /"kind" is never "prices"\. Did you mean "price"/], ['{ seller: { $in: Acme } }', /must be a list of values/], ['{ price: { $regex: "1" } }', /only for fields that are text/],
    ['{ title: { $regex: "(a+)+$" } }', /would hang/], ['{ title: { $regex: "(" } }', /no regular expression/], ['{ title: { $regex: a, $options: x } }', /can only be "i"/], ['{ title: { $options: i } }', /beside \$regex/], ['{ $or: { price: 1 } }', /must be a list of filters/], ['{ $or: [] }', /must be a list of filters/],
    ['{ price: {} }', /compares with nothing/], ['{ price: { $exists: 1 } }', /true or false/], ['{ title: { $size: 2 } }', /only for tags/], ['{ title: { $not: used } }', /group of operators/], [`{ title: { $regex: "${'a'.repeat(201)}" } }`, /more than 200 characters/],
    [`{ $or: [${'{ price: 1 }, '.repeat(210)}] }`, /more than 200 conditions/], [`${'{ $and: [ '.repeat(12)}{ price: 1 }${' ] }'.repeat(12)}`, /nested deeper/], ['[price]', /rules\.it\.match: must be a group/], ['{ __proto__: 1 }', /"__proto__"/], ['{ constructor: 1 }', /no field "constructor"/], ['{ price: { constructor: 1 } }', /no operator "constructor"/],
  ])('%s is refused', async (match, expected) => {
    expect(await wrongIn(`{ on: [price], match: ${match} }`)).toMatch(expected);
  });
});

test('every preset has a name, a line and advice in both languages, and no two are alike', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const names = PRESETS.map((preset) => PRESET_WORDS[preset][language].name);
    expect(new Set(names).size).toBe(PRESETS.length);
    for (const preset of PRESETS) expect(PRESET_WORDS[preset][language].tells).toMatch(language === 'en' ? /^\S.*\.$/ : /。$/);
  }
  expect(Object.keys(RULE_FACTS).length).toBeGreaterThan(20);
});
