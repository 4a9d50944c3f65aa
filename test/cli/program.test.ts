import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../cli/errors.ts';
import { HealthError } from '../../workers/health.ts';
import { shell } from './support.ts';

const BASE = 'version: 1\ncontact: me@example.com\ntimezone: Asia/Shanghai\nsources:\n  shop:\n    url: https://shop.example/\ntargets:\n  daily:\n    kind: page\n    url: https://shop.example/rules\n    cron: 0 9 * * *\n';
const VERBS = ['init', 'add', 'check', 'run', 'crawl', 'status', 'changes', 'history', 'read', 'export', 'rules test', 'doctor', 'migrate', 'schema'];

describe('the command', () => {
  test('without a verb shows every verb and the exit codes', async () => {
    const { code, out } = await (await shell({})).run();
    expect(code).toBe(0);
    for (const verb of VERBS) expect(out).toMatch(new RegExp(`^  ${verb.split(' ')[0] ?? ''}\\b`, 'm'));
    expect(out).toMatch(/Exit codes:/);
  });

  test.each(VERBS)('%s has help with examples', async (verb) => {
    const { code, out } = await (await shell({})).run(...verb.split(' '), '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/Examples:\n {2}\S*.*rivalwatch /);
    expect(out).toMatch(/--json/);
  });

  test.each([[['chek'], /Did you mean check/], [['check', '--jsn'], /Did you mean --json/], [['crawl'], /missing required argument/], [['run', '--only', 'crawl,dif'], /no queue "dif"\. Did you mean "diff"/], [['run', '--health-port', '70000'], /no port: a whole number from 0 to 65535/], [['changes', '--since', 'soon'], /write e\.g\. 24h/], [['changes', '--kinds', 'prise'], /Did you mean "price"/], [['changes', '--since', '2999-01-01'], /lies in the future/], [['rules', 'tset'], /no "rules tset"\. Did you mean "test"/], [['channels', 'resum'], /Did you mean "resume"/], [['advice', 'acept', 'rec_1f4a'], /no product "acept"\. Did you mean "accept"/], [['matches', 'confrim', 'mat_1f4a'], /Did you mean "confirm"/], [['help', 'statsu'], /no "rivalwatch statsu"\. Did you mean "status"/], [['export'], /Say what to export/], [['export', 'prices'], /Allowed choices are listings/], [['add', 'shop.example'], /no http:\/\/ or https:\/\/ address/], [['read', 'x.html', '--as', 'products'], /Allowed choices are product/]])('%j is a usage mistake', async (argv, expected) => {
    const { run } = await shell({ 'rivalwatch.yaml': BASE });
    const { code, err } = await run(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/\n\s+at /);
    const programs = await run(...argv, '--json');
    expect([programs.code, programs.err]).toEqual([2, '']);
    expect(programs.json()).toMatchObject({ error: expect.stringMatching(expected), exitCode: 2 });
  });

  test('a fault of the program shows its stack only when asked', () => {
    expect(failureOf(new TypeError('boom'), false)).toMatchObject({ exitCode: 1, message: expect.stringMatching(/^boom\nThis looks like a fault/) });
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { errno: -28, code: 'ENOSPC', syscall: 'write' });
    expect(failureOf(full, false)).toMatchObject({ exitCode: 1, message: 'A file or folder cannot be used: ENOSPC: no space left on device, write' });
    expect(failureOf(new HealthError('the port is taken'), false)).toEqual({ exitCode: 1, message: 'the port is taken', details: {} });
    expect(failureOf(new TypeError('boom'), true).message).toMatch(/\n\s+at /);
  });
});

describe('init and check', () => {
  test('init writes what check accepts', async () => {
    const { run, folder } = await shell({}, { clock: () => new Date('2026-03-01T00:00:00Z') });
    expect(await run('init')).toMatchObject({ code: 0, out: expect.stringContaining('rivalwatch.yaml') });
    expect((await readdir(folder)).toSorted()).toEqual(['products.csv', 'rivalwatch.yaml', 'watchlist.csv']);
    expect(await readFile(join(folder, 'rivalwatch.yaml'), 'utf8')).not.toContain('.example.csv');
    const check = await run('check');
    expect(check).toMatchObject({ code: 0, err: '' });
    expect(check.out).toMatch(/tree-dasher +allbirds +product +2026-03-02 08:0\d, 2026-03-02 10:0\d, 2026-03-02 12:0\d/);
    expect(check.out).toMatch(/is right: 2 sources, 5 targets, 2 products/);
  });

  test('init never overwrites unless told to', async () => {
    const { run, folder } = await shell({ 'rivalwatch.yaml': 'mine' });
    const refused = await run('init');
    expect(refused).toMatchObject({ code: 4, err: expect.stringContaining('rivalwatch.yaml is already there') });
    expect(await readdir(folder)).toEqual(['rivalwatch.yaml']);
    expect(await readFile(join(folder, 'rivalwatch.yaml'), 'utf8')).toBe('mine');
    expect(await run('init', '--force')).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, 'rivalwatch.yaml'), 'utf8')).toContain('version: 1');
  });

  test('init leaves nothing half written where it cannot write', async () => {
    const { run, folder } = await shell({});
    await mkdir(join(folder, 'rivalwatch.yaml'));
    expect(await run('init', '--force')).toMatchObject({ code: 1, err: expect.stringContaining(`${join(folder, 'rivalwatch.yaml')} cannot be written: `) });
    expect(await readdir(folder)).toEqual(['rivalwatch.yaml']);
  });

  test('init into a folder of its own', async () => {
    const { run } = await shell({});
    expect((await run('init', '--config', 'shops/eu.yaml', '--json')).json()).toEqual({ written: ['shops/eu.yaml', 'shops/watchlist.csv', 'shops/products.csv'] });
    expect(await run('check', '--config', 'shops/eu.yaml')).toMatchObject({ code: 0 });
  });

  test('check shows the next three runs in the operator\'s zone', async () => {
    const { run } = await shell({ 'rivalwatch.yaml': BASE }, { clock: () => new Date('2026-03-01T00:00:00Z') });
    expect((await run('check')).out).toContain('2026-03-01 09:00, 2026-03-02 09:00, 2026-03-03 09:00');
    expect((await run('check', '--json')).json()).toMatchObject({ ok: true, targets: 1, timezone: 'Asia/Shanghai', next: [{ target: 'daily', definedAt: 'rivalwatch.yaml:8', runs: ['2026-03-01T01:00:00.000Z', '2026-03-02T01:00:00.000Z', '2026-03-03T01:00:00.000Z'] }] });
  });

  test('check says every mistake, for people and for programs', async () => {
    const { run, folder } = await shell({ 'rivalwatch.yaml': BASE.replace('kind: page', 'kind: pag').replace('contact', 'contcat') });
    const people = await run('check');
    expect(people).toMatchObject({ code: 2, out: '' });
    expect(people.err).toMatch(/^rivalwatch: 3 mistakes in the configuration:\n {2}rivalwatch\.yaml:1:1 contact: missing.*\n {2}rivalwatch\.yaml:2:1 contcat: .*"contact".*\n {2}rivalwatch\.yaml:9:11 targets\.daily\.kind: .*"page"/);
    const programs = await run('check', '--json');
    expect(programs).toMatchObject({ code: 2, err: '' });
    expect(programs.json()).toMatchObject({ exitCode: 2, mistakes: [{ file: 'rivalwatch.yaml', line: 1 }, { line: 2, path: 'contcat' }, { line: 9, column: 11 }] });
    await writeFile(join(folder, 'rivalwatch.yaml'), BASE);
    expect(await run('check')).toMatchObject({ code: 0 });
  });

  test('no configuration says what to do', async () => {
    expect(await (await shell({})).run('check')).toMatchObject({ code: 2, err: expect.stringContaining('rivalwatch init') });
  });

  test('the schema is printed', async () => {
    expect((await (await shell({})).run('schema')).json()).toMatchObject({ type: 'object', required: expect.arrayContaining(['version', 'contact', 'sources']) });
  });
});

describe('read a saved page', () => {
  const PAGE = `<!doctype html><html><head><title>Lamp</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Desk lamp\u001B[31m","sku":"L-1","offers":{"@type":"Offer","price":"19.90","priceCurrency":"USD","availability":"https://schema.org/InStock"}}</script><meta property="og:title" content="Desk lamp now"></head><body><h1>Desk lamp</h1></body></html>`;

  test('every field with its evidence; nothing of the page reaches the terminal as a command', async () => {
    const { run } = await shell({ 'lamp.html': PAGE });
    const { code, out } = await run('read', 'lamp.html', '--url', 'https://shop.example/products/lamp');
    expect(code).toBe(0);
    expect(out).toMatch(/^price +19\.90 USD +[\d.]+ +json-ld .*"19\.90"/m);
    expect(out).toMatch(/^availability +in_stock/m);
    expect(out).not.toContain('\u001B');
    expect((await run('read', 'lamp.html', '--url', 'https://shop.example/products/lamp', '--json')).json()).toMatchObject({ outcome: 'ok', listings: [{ fields: { price: { state: 'known', value: { kind: 'page', money: { minor: 1990, currency: 'USD' } } } } }] });
  });

  test('a page that is no data fails with its outcome', async () => {
    const { run } = await shell({ 'wall.html': '<html><head><title>Robot check</title></head><body><h1>Please verify you are a human</h1><div class="g-recaptcha"></div></body></html>', 'empty.html': '' });
    for (const page of ['wall.html', 'empty.html']) {
      const ran = await run('read', page, '--json');
      expect([1, 4]).toContain(ran.code);
      expect(ran.json()).toMatchObject({ outcome: expect.not.stringMatching(/^ok$/), exitCode: ran.code });
    }
  });

  test('neither a file nor an address', async () => {
    expect(await (await shell({})).run('read', 'nothing.html')).toMatchObject({ code: 2, err: expect.stringContaining('neither an address') });
  });
});
