import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { PRESET_WORDS, PRESETS } from '../../config/preset-words.ts';
import { brand, type RuleId, type SourceId, type TargetId } from '../../model/ids.ts';
import { configIn, folderWith, load, mistakesIn } from './support.ts';

const HEAD = 'version: 1\ncontact: me@example.com\n';
const SHOP = 'sources:\n  shop:\n    url: https://shop.example/\n';
const yaml = (text: string): Record<string, string> => ({ 'rivalwatch.yaml': text });
const target = (name: string): TargetId => brand<TargetId>(name);

describe('a right file', () => {
  test('finds the source by host, inherits the schedule and keeps where a target is written', async () => {
    const config = configIn(await load(yaml(`${HEAD}timezone: Europe/Berlin\n${SHOP}schedule:\n  every: 2h\n  jitter: 5m\ntargets:\n  one:\n    kind: product\n    url: https://shop.example/p/1\n  two:\n    kind: catalogue\n    url: https://shop.example/all\n    cron: 0 8 * * *\n`)));
    expect(config.targets.get(target('one'))).toMatchObject({ sourceId: 'shop', schedule: { every: 7_200_000, jitter: 300_000, timezone: 'Europe/Berlin' }, definedAt: 'rivalwatch.yaml:11' });
    expect(config.targets.get(target('two'))?.schedule).toEqual({ cron: '0 8 * * *', jitter: 300_000, timezone: 'Europe/Berlin' });
  });

  test('a source overrides only the politeness it names', async () => {
    const config = configIn(await load(yaml(`${HEAD}politeness:\n  delay: 9s\n  concurrency: 3\n${SHOP}    politeness:\n      concurrency: 1\n`)));
    expect(config.sources.get(brand<SourceId>('shop'))?.politeness).toMatchObject({ delay: 9_000, concurrency: 1, timeout: 30_000 });
  });

  test('allowed hosts belong to the source, with their ports', async () => {
    const config = configIn(await load(yaml(`${HEAD}${SHOP}    allowedHosts: [CDN.shop.example, "127.0.0.1:8080"]\ntargets:\n  one: {kind: page, url: "http://127.0.0.1:8080/x"}\n`)));
    expect(config.sources.get(brand<SourceId>('shop'))?.hosts).toEqual(['shop.example', 'cdn.shop.example', '127.0.0.1:8080']);
  });

  test('a preset goes by its name in either language as well, and a slip of the pen in it is seen', async () => {
    const names = (['en', 'zh-CN'] as const).flatMap((language) => PRESETS.map((preset) => PRESET_WORDS[preset][language].name));
    const rules = [...names, '竞品售罄', 'Rival sold out'].map((name, at) => `  r${at}: {preset: ${name}}\n`).join('');
    expect(configIn(await load(yaml(`${HEAD}${SHOP}rules:\n${rules}`))).rules.map((rule) => rule.preset)).toEqual([...PRESETS, ...PRESETS, 'rival-sold-out', 'rival-sold-out']);
    expect(mistakesIn(await load(yaml(`${HEAD}${SHOP}rules:\n  one: {preset: 评分下降}\n  two: {preset: 降價}\n`)))).toEqual([expect.stringContaining('Did you mean "评分下滑"?'), expect.stringContaining('Did you mean "降价"?')]);
  });

  test.each(PRESETS)('preset %s fills in a whole rule, and what the rule says wins', async (preset) => {
    const config = configIn(await load(yaml(`${HEAD}${SHOP}channels:\n  hook: {type: webhook, url: "https://x.example/"}\nrules:\n  it: {preset: ${preset}, severity: info, cooldown: 90m, threshold: 2.00 USD}\n`)));
    expect(config.rules).toHaveLength(1);
    expect(config.rules[0]).toMatchObject({ id: brand<RuleId>('it'), severity: 'info', cooldown: 5_400_000, threshold: { kind: 'money' }, channels: ['hook'] });
    expect(config.rules[0]?.on.length).toBeGreaterThan(0);
  });

  test('a disabled target or rule is checked and left out', async () => {
    const config = configIn(await load(yaml(`${HEAD}${SHOP}targets:\n  one: {kind: page, url: "https://shop.example/", enabled: false}\nrules:\n  it: {preset: promotion, enabled: false, where: {targets: [one]}}\n`)));
    expect(config.targets.size).toBe(0);
    expect(config.rules).toEqual([]);
  });

  test('numbers where text is meant keep their digits', async () => {
    const config = configIn(await load(yaml(`${HEAD}${SHOP}targets:\n  one: {kind: search, url: "https://shop.example/s", track: [00123, 900719925474099312345]}\n  two: {kind: product, url: "https://shop.example/p", sku: 1.10}\n`)));
    expect(config.targets.get(target('one'))?.track).toEqual(['00123', '900719925474099312345']);
    expect(config.targets.get(target('two'))?.sku).toBe('1.10');
  });

  test('warns of what can never work', async () => {
    const loaded = await load(yaml(`${HEAD}${SHOP}targets:\n  one: {kind: product, url: "https://shop.example/p", cron: "0 3 * * *", activeHours: {from: "08:00", to: "20:00"}}\nrules:\n  rank: {preset: rank-lost}\n  own: {preset: undercut, where: {tags: [nobody]}}\n`));
    expect(loaded.ok && loaded.warnings.join('\n')).toMatch(/activeHours[\s\S]*rank[\s\S]*can never fire/);
    expect(loaded.ok && loaded.warnings.join('\n')).toMatch(/no target has the tag "nobody"/);
  });
});

describe('variables', () => {
  test('come from the process, then .env, then the default; a number may be one', async () => {
    const files = { ...yaml(`${HEAD}${SHOP}channels:\n  bot: {type: dingtalk, webhook: "https://x.example/\${A}/\${B}/\${C:-c}?access_token=1", keyword: "$\${A}"}\nhealth: {port: "\${PORT}"}\n`), '.env': 'A=file\nB=file\nPORT=8081\n' };
    const config = configIn(await load(files, { A: 'process' }));
    expect([...config.channels.values()][0]?.settings).toMatchObject({ webhook: 'https://x.example/process/file/c?access_token=1', keyword: '${A}' });
    expect(config.health.port).toBe(8_081);
  });

  test('a missing or empty one is a mistake at its line', async () => {
    expect(mistakesIn(await load(yaml(`${HEAD}${SHOP}channels:\n  team:\n    type: slack\n    webhook: \${SLACK_WEBHOOK}\n`), { SLACK_WEBHOOK: '' }))).toEqual([
      expect.stringMatching(/^rivalwatch\.yaml:9:14 channels\.team\.webhook: the variable SLACK_WEBHOOK is not set/),
    ]);
  });

  test('their values never stand in a message', async () => {
    const text = `${HEAD}${SHOP}schedule:\n  every: \${S}\nstorage:\n  mongodb: \${S}\ntargets:\n  a: {kind: "\${S}", url: "\${S}"}\n  b: {kind: page, source: "\${S}", url: "https://shop.example/"}\nrules:\n  r: {preset: promotion, channels: ["\${S}"]}\n`;
    const mistakes = mistakesIn(await load(yaml(text), { S: 'hunter2secret' }));
    expect(mistakes).toHaveLength(6);
    expect(mistakes.join('\n')).not.toContain('hunter2secret');
  });

  test('an unclosed one is explained', async () => {
    expect(mistakesIn(await load(yaml(`${HEAD}${SHOP}channels:\n  a: {type: webhook, url: "https://x.example/\${A"}\n`)))[0]).toMatch(/must be followed by a variable's name/);
  });
});

describe('a wrong file', () => {
  test('every mistake comes at once, with line, path and the nearest word', async () => {
    const text = `version: 1
contcat: me@example.com
sources:
  shop:
    url: https://shop.example/
    platform: shopfy
    curency: USD
targets:
  one:
    kind: produkt
    url: https://shop.example/p/1
    evry: 6h
  two:
    kind: product
    url: https://other.example/
    source: shp
    every: 6 hours
  three:
    kind: page
    url: https://sop.example/
    track: [a]
    every: 1h
    cron: 0 8 * * *
rules:
  drop:
    preset: price-drp
  mine:
    on: [prise]
    channels: [teem]
channels:
  team: {type: slak}
  "bad name": {type: slack, webhook: "https://x.example/"}
`;
    const mistakes = mistakesIn(await load(yaml(text)));
    const all = mistakes.join('\n');
    for (const part of [
      /yaml:2:1 contcat: .*Did you mean "contact"/, /contact: missing/, /yaml:6:15 sources\.shop\.platform: "shopfy".*Did you mean "shopify"/, /yaml:7:5 sources\.shop\.curency: .*"currency"/,
      /yaml:10:11 targets\.one\.kind: .*"product"/, /yaml:12:5 targets\.one\.evry: .*"every"/, /yaml:16:13 targets\.two\.source: there is no source "shp"\. Did you mean "shop"/,
      /yaml:17:12 targets\.two\.every: .*no duration/, /targets\.three\.url: no source has the host sop\.example.*Did you mean "shop\.example"/, /yaml:21:5 targets\.three\.track: "track" is only for search/,
      /yaml:23:5 targets\.three\.cron: give either every or cron/, /rules\.drop\.preset: .*"price-drop"/, /rules\.mine\.on\.0: .*"price"/, /yaml:29:16 rules\.mine\.channels\.0: there is no channel "teem"\. Did you mean "team"/,
      /channels\.team\.type: "slak".*"slack"/, /yaml:32:3 channels\.bad name: a name is/,
    ]) expect(all).toMatch(part);
    expect(mistakes).toHaveLength(16);
  });

  test('a key that is there twice, and the rest checked all the same', async () => {
    expect(mistakesIn(await load(yaml(`${HEAD}contact: again@example.com\n${SHOP}    platfrom: generic\n`)))).toEqual([
      expect.stringMatching(/^rivalwatch\.yaml:3:1 contact: this key is there twice/), expect.stringMatching(/:7:5 sources\.shop\.platfrom/),
    ]);
  });

  test('two sources with one host need a name', async () => {
    expect(mistakesIn(await load(yaml(`${HEAD}${SHOP}  same:\n    url: https://shop.example/uk\ntargets:\n  one: {kind: page, url: "https://shop.example/"}\n`)))).toEqual([expect.stringMatching(/several sources \(shop, same\)/)]);
  });

  test.each([
    ['', /contact: missing/], ['just words', /must be a group of keys/], ['- a\n- b\n', /must be a group of keys/], ['a: [1, 2\nb: 3', /not readable as YAML/],
    [`${HEAD}sources: {}\ntargets: 5\n`, /targets: must be a group of named entries/], [`${HEAD}version: 2\n${SHOP}`, /twice/], ['version: 3\ncontact: abc\nsources: {}', /version: must be 1/],
    [`${HEAD}sources: {__proto__: {url: "https://x.example"}, constructor: {url: "https://x.example/"}}\ntargets: {toString: 5}`, /"__proto__" cannot be a name/],
    [`${HEAD}sources: ${'{a: '.repeat(60)}1${'}'.repeat(60)}`, /nested deeper/], [`a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghij'.split('').map((key, i) => `${key}: &${key} [${Array.from({ length: 9 }, () => `*${'abcdefghij'[i]}`).join(',')}]`).join('\n')}`, /not readable as YAML|no key/],
    [`${HEAD}${SHOP}    allowedHosts: ["https://x.example/"]`, /is no host/], [`${HEAD}${SHOP}rules: {r: {channels: []}}`, /needs a preset, on or state/],
    [`${HEAD}${SHOP}schedule: {every: 1h, activeHours: {from: "08:00", to: "08:00"}}`, /begins and ends at the same time/], ['\0\u0001', /./],
  ])('%j is answered, never thrown', async (text, expected) => {
    expect(mistakesIn(await load(yaml(text))).join('\n')).toMatch(expected);
  });

  test('where the file breaks off, nothing is said of what comes after it or seems to be missing', async () => {
    expect(mistakesIn(await load(yaml(`${HEAD}contcat: x\n${SHOP}rules:\n\tr:\n\t\tpreset: price-drop\n`)))).toEqual([
      expect.stringMatching(/^rivalwatch\.yaml:3:1 contcat: there is no key "contcat" here/), expect.stringMatching(/:8:1: not readable as YAML: Tabs/), expect.stringMatching(/:9:1: not readable as YAML: Tabs/),
    ]);
  });

  test.each([
    ['{type: email, smtp: ${SMTP}, to: [a@b.example]}\n  more: {type: webhook}\n', [/:7:28: inside \{ \} or \[ \] a variable must stand in quotes: "\$\{NAME\}"\.$/]],
    ['\n    type：email\n    to: x\n', [/:8:5: a wide colon \(：\) parts no key from its value/]],
    ['{}\n---\nversion: 1\n', [/:8:1: a second document begins here/]],
    ['*team\n', [/:7:7: \*team repeats what &team marks, and nothing before it is marked so; a text that begins with \* must stand in quotes\.$/]],
    ['@x\nlinks: `y`\n', [/:7:7: not readable as YAML/, /:8:8: not readable as YAML/]],
  ])('a slip of the pen is said once, in plain words: %j', async (slip, expected) => {
    expect(mistakesIn(await load(yaml(`${HEAD}${SHOP}channels:\n  it: ${slip}`)))).toEqual(expected.map((one) => expect.stringMatching(one)));
  });

  test('what is marked once can be repeated', async () => {
    const config = configIn(await load(yaml(`${HEAD}${SHOP}targets:\n  one: { kind: product, url: "https://shop.example/1", tags: &t [a, &x b] }\n  two: { kind: product, url: "https://shop.example/2", tags: *t }\n  three: { kind: product, url: "https://shop.example/3", tags: [*x] }\n`)));
    expect([...config.targets.values()].map(({ tags }) => tags)).toEqual([['a', 'b'], ['a', 'b'], ['b']]);
  });

  test('a .env that cannot be read is what is named', async () => {
    const folder = await folderWith(yaml(`${HEAD}${SHOP}`));
    await mkdir(join(folder, '.env'));
    expect(mistakesIn(await loadConfig(join(folder, 'rivalwatch.yaml'), {}))).toEqual(['.env: is a folder; variables are read from a file of this name.']);
    expect(mistakesIn(await loadConfig(join(folder, '.env'), {}))).toEqual(['.env: is a folder; --config names the file in it.']);
  });

  test('a host that will be refused as a private one is said beforehand', async () => {
    const loaded = await load(yaml(`${HEAD}sources:\n  a: { url: "http://127.1/" }\n  b: { url: "http://10.0.0.1/", allowPrivateAddresses: true }\nchannels:\n  me: { type: webhook, url: "http://localhost:80/" }\n`));
    expect(loaded.ok && loaded.warnings.filter((line) => line.includes('allowPrivateAddresses'))).toEqual([
      'rivalwatch.yaml:4: 127.0.0.1 is a loopback address: nothing is fetched from this source without "allowPrivateAddresses: true".',
      'rivalwatch.yaml:7: localhost is this machine: nobody is told on this channel without "allowPrivateAddresses: true".',
    ]);
  });

  test('the variables of the servers count from .env as from the environment; what the file says comes first', async () => {
    const env = 'MONGODB_URI=mongodb://db.example\nREDIS_URL=redis://one.example\n';
    expect(configIn(await load({ ...yaml(`${HEAD}${SHOP}storage: { redis: "redis://two.example" }\n`), '.env': env })).storage).toMatchObject({ mongodb: 'mongodb://db.example', redis: 'redis://two.example' });
    expect(configIn(await load({ ...yaml(`${HEAD}${SHOP}`), '.env': env }, { MONGODB_URI: 'mongodb://process.example', REDIS_URL: '' })).storage).toMatchObject({ mongodb: 'mongodb://process.example', redis: 'redis://one.example' });
    expect(configIn(await load(yaml(`${HEAD}${SHOP}`), { MONGODB_URI: ' ' })).storage).not.toHaveProperty('mongodb');
  });

  test('the database is that of the file, else that of the address of MongoDB, else rivalwatch', async () => {
    const database = async (uri: string, more = ''): Promise<string> => configIn(await load(yaml(`${HEAD}${SHOP}${more}`), { MONGODB_URI: uri })).storage.database;
    expect(await database('mongodb://me:pa%2Fss@one.example,two.example:1/shop?replicaSet=a/b')).toBe('shop');
    expect(await database('mongodb+srv://one.example/shop', 'storage: { database: mine }\n')).toBe('mine');
    for (const uri of ['mongodb://one.example/admin', 'mongodb://one.example/', 'mongodb://one.example?ssl=true', '']) expect(await database(uri)).toBe('rivalwatch');
    expect(mistakesIn(await load(yaml(`${HEAD}${SHOP}`), { MONGODB_URI: 'mongodb://one.example/a.b' }))).toEqual([expect.stringContaining('"a.b" in the address of MongoDB is no name of a database')]);
  });

  test('what is no text, or far too long, is said as that', async () => {
    const gbk = Buffer.concat([Buffer.from(`${HEAD}${SHOP}# `), Buffer.from([0xbd, 0xb5, 0xbc, 0xdb]), Buffer.from('\n')]);
    for (const bytes of [gbk, Buffer.from(`\ufeff${HEAD}${SHOP}`, 'utf16le'), Buffer.from('\0\u0001')]) {
      expect(mistakesIn(await load({ 'rivalwatch.yaml': bytes }))).toEqual([expect.stringMatching(/^rivalwatch\.yaml: is not UTF-8 text; save it as UTF-8/)]);
    }
    expect(configIn(await load(yaml(`\ufeff${HEAD}${SHOP}`))).sources.size).toBe(1);
    expect(mistakesIn(await load(yaml(`${HEAD}${SHOP}${'# a comment without end\n'.repeat(400_000)}`)))).toEqual([expect.stringMatching(/at most 8000000 are read/)]);
  });

  test('a parser that quotes the file says it in one short line', async () => {
    const all = mistakesIn(await load(yaml(`a: [b]\n\u001b[31m${'x'.repeat(5_000)} y ]\n`)));
    expect(all.filter((line) => line.includes('not readable as YAML'))).toHaveLength(1);
    expect(Math.max(...all.map((line) => line.length))).toBeLessThan(250);
    expect(all.join('')).not.toContain('\u001b');
  });

  test('of a few possible words all are named, of a variable the nearest that is set', async () => {
    expect(mistakesIn(await load(yaml(`${HEAD}language: cn\n${SHOP}`)))).toEqual([expect.stringMatching(/"cn" is not possible here\..* Possible: en, zh-CN\.$/)]);
    expect(mistakesIn(await load(yaml(`${HEAD}language: "en\\e[31m"\n${SHOP}`)))).toEqual([expect.stringMatching(/"en \[31m" is not possible here/)]);
    expect(mistakesIn(await load(yaml(`${HEAD}timezone: "\${ZOEN}"\n${SHOP}`), { ZONE: 'Asia/Shanghai' }))).toEqual([expect.stringMatching(/the variable ZOEN is not set.* Did you mean ZONE\?$/)]);
    expect(mistakesIn(await load(yaml(`${HEAD}timezone: Asia/Shangai\n${SHOP}`)))).toEqual([expect.stringMatching(/not an IANA time zone.* Did you mean "Asia\/Shanghai"\?$/)]);
  });

  test('a missing file says what to do', async () => {
    expect(mistakesIn(await load({}))[0]).toMatch(/^rivalwatch\.yaml: there is no such file in .*rivalwatch init/);
  });
});
