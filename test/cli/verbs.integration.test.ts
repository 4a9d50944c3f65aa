import { createServer, type Server } from 'node:http';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../../config/load.ts';
import { brand, type AlertId, type ChannelId } from '../../model/ids.ts';
import { channelState, notePaced, noteRefused } from '../../storage/channel-states.ts';
import { claimDelivery, deliveryId, finishAttempt, insertDeliveries } from '../../storage/deliveries.ts';
import { beat } from '../../storage/pulses.ts';
import { openStore } from '../../storage/store.ts';
import { fingerprintOf } from '../../workers/notify/failure.ts';
import { test, type Space } from '../support/fixtures.ts';
import { headOf, shell, type Shell, type ShellOptions } from './support.ts';

interface Shop { readonly url: string; price: string; readonly requests: string[]; robots: string }

function addressOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

/** A shop on loopback with one product, whose price can be changed. */
async function openShop(): Promise<Shop> {
  const shop = { url: '', price: '20.00', requests: [] as string[], robots: 'User-agent: *\nDisallow: /private\n' };
  const server: Server = createServer((request, response) => {
    shop.requests.push(request.url ?? '');
    if (request.url === '/robots.txt') return void response.writeHead(200, { 'content-type': 'text/plain' }).end(shop.robots);
    if (request.url !== '/products/lamp') return void response.writeHead(404).end('not found');
    const data = { '@context': 'https://schema.org', '@type': 'Product', name: '台灯 Desk lamp', sku: 'L-1', brand: 'Alder', mpn: 'DL-100', url: `${shop.url}/products/lamp`, offers: { '@type': 'Offer', price: shop.price, priceCurrency: 'USD', availability: 'https://schema.org/InStock' } };
    return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="en"><head><title>Desk lamp</title><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><h1>台灯 Desk lamp</h1><p>$${shop.price}</p><p>${'A lamp for the desk. '.repeat(40)}</p></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return Object.assign(shop, { url: addressOf(server) });
}

function configFor(shop: Shop, { mongoUri, redisUrl, prefix }: Space): string {
  return `# kept\nversion: 1\ncontact: test@example.com # mine\nstorage:\n  mongodb: ${mongoUri}\n  redis: ${redisUrl}\n  database: ${prefix}\n  prefix: ${prefix}\nsources:\n  shop:\n    url: ${shop.url}/\n    currency: USD\n    allowPrivateAddresses: true\n    politeness:\n      delay: 10ms\nhealth:\n  port: 0\nrules:\n  cheaper:\n    preset: price-drop\n    threshold: 5%\n`;
}

async function shopShell(space: Space, options: ShellOptions = {}): Promise<{ shop: Shop; cli: Shell; path: string }> {
  const shop = await openShop();
  const cli = await shell({ 'rivalwatch.yaml': configFor(shop, space) }, options);
  return { shop, cli, path: join(cli.folder, 'rivalwatch.yaml') };
}

test('from an address to a change: migrate, add, crawl, status, changes, history, rules test', async ({ space }) => {
  const { shop, cli, path } = await shopShell(space);
  const page = `${shop.url}/products/lamp`;

  const unready = await cli.run('status');
  expect(unready).toMatchObject({ code: 3, err: expect.stringContaining('rivalwatch migrate') });
  expect((await cli.run('migrate', '--dry-run')).out).toMatch(/To be done:/);
  expect(await cli.run('migrate')).toMatchObject({ code: 0, out: expect.stringMatching(/^Done: /) });
  expect((await cli.run('migrate')).out).toMatch(/up to date/);

  const added = await cli.run('add', page, '--every', '2h', '--tags', 'lamps, key');
  expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/price +20\.00 USD[\s\S]*Added to rivalwatch\.yaml: targets\.lamp\./) });
  const text = await readFile(path, 'utf8');
  expect(text).toContain('contact: test@example.com # mine');
  expect(text).toMatch(new RegExp(`targets:\\n {2}lamp:\\n {4}kind: product\\n {4}url: ${page}\\n {4}every: 2h\\n`));
  expect(await cli.run('add', page)).toMatchObject({ code: 4, err: expect.stringContaining('already watched as "lamp"') });

  const first = await cli.run('crawl', 'lamp', '--json');
  expect(first.json()).toMatchObject({ verdict: 'good', tally: { listings: 1 } });
  await writeFile(path, (await readFile(path, 'utf8')).replace('every: 2h', 'every: 2h\n    freshness: 1ms'));
  shop.price = '15.00';
  const second = await cli.run('crawl', 'lamp');
  expect(second).toMatchObject({ code: 0, out: expect.stringMatching(/verdict good[\s\S]*20\.00[\s\S]*15\.00/) });

  expect((await cli.run('status', '--json')).json()).toMatchObject({ targets: [{ target: 'lamp', verdict: 'good', listings: 1, enabled: true }], neverPlanned: [] });
  expect((await cli.run('status')).out).toMatch(/lamp +20\d\d-\d\d-\d\d \d\d:\d\d +good +1 +1 ok/);
  expect((await cli.run('changes', '--since', '2h', '--json')).json()).toMatchObject({ changes: [{ detail: { kind: 'price', from: { money: { minor: 2000 } }, to: { money: { minor: 1500 } } } }] });
  expect((await cli.run('changes', '--since', '2h')).out).toMatch(/20\d\d-\d\d-\d\d \d\d:\d\d +shop +lamp .*15\.00/);
  expect((await cli.run('changes', '--kinds', 'stock')).out).toMatch(/Nothing changed since/);

  const history = await cli.run('history', page);
  expect(history.out).toMatch(/as lamp shows it\nprice [▁█]+ {2}15\.00 USD – 20\.00 USD/);
  expect(history.out).toMatch(/20\.00 USD .*in_stock[\s\S]*15\.00 USD .*in_stock/);
  const { listing } = z.object({ listing: z.object({ id: z.string() }) }).parse((await cli.run('history', page, '--json')).json());
  expect((await cli.run('history', listing.id)).out).toBe(history.out);
  expect((await cli.run('history', 'lamp')).out).toBe(history.out);
  expect(await cli.run('history', `${shop.url}/other`)).toMatchObject({ code: 1, err: expect.stringContaining('No listing is known') });

  // The newest records wait two seconds for slower writers.
  await expect.poll(async () => z.object({ kind: z.string() }).partial().parse(JSON.parse((await cli.run('export', 'changes')).out || '{}')).kind).toBe('change');
  expect((await cli.run('export', 'listings', '--json')).json()).toMatchObject({ kind: 'listings', records: [{ productId: expect.anything() }], cursor: expect.any(String) });
  expect(await cli.run('export', 'listings', '--format', 'csv', '--out', 'listings.csv')).toMatchObject({ code: 0, out: '', err: expect.stringMatching(/1 listing, cursor /) });
  expect(await readFile(join(cli.folder, 'listings.csv'), 'utf8')).toMatch(/台灯 Desk lamp.*,15(\.00)?,/);
  // Nobody needs Redis to look: what is kept is in MongoDB.
  await writeFile(path, (await readFile(path, 'utf8')).replace(space.redisUrl, 'redis://127.0.0.1:9'));
  expect((await cli.run('status')).out).toMatch(/Redis cannot be used.*redis:\/\/127\.0\.0\.1:9 does not answer[\s\S]*No process runs:/);
  expect((await cli.run('status', '--json')).json()).toMatchObject({ work: { processes: 0, schedule: false, redis: expect.stringContaining('ECONNREFUSED') }, targets: [{ target: 'lamp' }] });
  for (const words of [['changes'], ['export', 'listings'], ['channels'], ['history', 'lamp'], ['advice'], ['matches'], ['episodes'], ['rules', 'test'], ['replay', '--from', '1d'], ['migrate']]) {
    expect({ words, ...await cli.run(...words) }).toMatchObject({ words, code: 0, err: expect.not.stringContaining('Redis') });
  }
  for (const words of [['crawl', 'lamp'], ['read', page], ['watch', '--once', '--json']]) {
    const { code, out, err } = await cli.run(...words);
    expect([words, code, out + err]).toEqual([words, 3, expect.stringContaining('the given Redis cannot be used')]);
  }
  await writeFile(path, (await readFile(path, 'utf8')).replace('redis://127.0.0.1:9', space.redisUrl));
  expect((await cli.run('export', '--folder', 'all')).out).toMatch(/all\/changes\.ndjson: 1 change\n/);
  expect(await cli.run('export', 'changes', '--format', 'csv')).toMatchObject({ code: 2, err: expect.stringContaining('CSV is there for listings only') });
  expect(await cli.run('export', 'changes', '--since', '1d', '--until', '7d')).toMatchObject({ code: 2, err: expect.stringContaining('--until is not after --since') });
  expect(await cli.run('export', 'changes', '--cursor', 'nonsense')).toMatchObject({ code: 2, err: expect.stringMatching(/cursor/) });
  expect(await cli.run('export', 'listings', '--out', 'no/such/folder.csv')).toMatchObject({ code: 1, err: expect.stringContaining('cannot be written') });

  const tried = await cli.run('rules', 'test', '--since', '1d');
  expect(tried.out).toMatch(/cheaper +.*25%[\s\S]*1 change and 2 crawls since .*: 1 alert\. Nothing was sent\./);
  expect(await cli.run('rules', 'test', 'cheeper')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "cheaper"') });

  shop.price = '1.50';
  expect((await cli.run('crawl', 'lamp')).out).toMatch(/Held back until it is seen again: .*15\.00.*1\.50.*\nNothing changed\./);
  expect((await cli.run('history', 'lamp')).out).toMatch(/15\.00 USD – 20\.00 USD[\s\S]*1\.50 USD \(held back\)/);
});

const matchesSchema = z.object({ matches: z.array(z.object({ id: z.string(), state: z.string(), why: z.string(), packRatio: z.object({ ours: z.number(), theirs: z.number() }), title: z.string(), url: z.string(), decidedAt: z.string().nullable() })) });
const adviceSchema = z.object({ recommendations: z.array(z.object({ id: z.string(), advice: z.looseObject({ kind: z.string() }), reason: z.string() })) });

test('a proposed match is confirmed with its pack ratio and followed; rejected, it is followed no more and never proposed again', async ({ space }) => {
  let later = 0;
  const { shop, cli, path } = await shopShell(space, { clock: () => new Date(Date.now() + later) });
  expect(await cli.run('matches')).toMatchObject({ code: 3 });
  await cli.run('migrate');
  await writeFile(join(cli.folder, 'products.csv'), 'sku,title,price,floor,attributes\nMINE,My lamp,12.00 USD,8.00 USD,brand=Alder|mpn=DL 100\n');
  await appendFile(path, `  under: { preset: undercut }\nadvice: { pricing: { maxRivalAge: 1h } }\nproducts: products.csv\ntargets:\n  lamp: { kind: product, url: "${shop.url}/products/lamp", freshness: 1ms }\n`);
  expect((await cli.run('matches')).out).toMatch(/^No matches: give the product/);
  await cli.run('crawl', 'lamp');
  const list = async (...words: readonly string[]) => matchesSchema.parse((await cli.run('matches', ...words, '--json')).json()).matches;
  const advised = async () => adviceSchema.parse((await cli.run('advice', '--json')).json()).recommendations;

  const [match] = await list();
  expect(match).toMatchObject({ state: 'proposed', why: 'brand_and_mpn', packRatio: { ours: 1, theirs: 1 }, title: '台灯 Desk lamp', url: `${shop.url}/products/lamp`, decidedAt: null });
  expect((await cli.run('matches', 'MINE')).out).toMatch(/^mat_\w{24} {2}proposed {2}MINE {2}My lamp\n {2}台灯 Desk lamp\n {2}http.*\n {2}brand and maker's number are equal; pack ratio 1: 1 of theirs = 1 of yours\n$/);
  expect(await advised()).toEqual([]);
  expect((await cli.run('status')).out).toContain('waiting for your word: 1 match.');
  const id = match?.id.slice(0, 9) ?? '';

  expect((await cli.run('matches', 'confirm', id, '--pack', '2')).out).toContain('confirmed by you');
  expect(await advised()).toMatchObject([{ advice: { kind: 'lower_price', to: { minor: 1080 } }, reason: expect.stringContaining('$10.00 ($20.00 each, 1 of theirs = 2 of yours)') }]);
  expect((await cli.run('matches', 'confirm', id, '--json')).json()).toMatchObject({ matches: [{ packRatio: { ours: 2, theirs: 1 } }] });
  await cli.run('crawl', 'lamp');
  expect((await cli.run('episodes')).out).toMatch(/firing .*under .*below your price by 16\.7%/);

  for (const [words, said] of [[['matches', 'MINNE'], 'Did you mean "MINE"'], [['matches', 'confirm', id, '--pack', '1.5'], '--pack "1.5" is no pack ratio'], [['matches', 'reject', 'mat_1'], 'no id of a match'], [['matches', 'reject', id, 'mat_00000000'], 'There is no match']] as const) {
    expect(await cli.run(...words)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
  }
  expect(await list()).toMatchObject([{ state: 'confirmed' }]);

  const advice = (await advised())[0]?.id ?? '';
  expect((await cli.run('advice', 'dismiss', advice.slice(0, 12))).out).toMatch(new RegExp(`^${advice} {2}dismissed by you {2}MINE {2}My lamp\\n {2}lower the price`));
  await cli.run('crawl', 'lamp');
  expect(await advised()).toEqual([]);
  expect((await cli.run('advice', 'accept', advice, '--json')).json()).toMatchObject({ recommendations: [{ id: advice, state: 'accepted' }] });
  expect(await advised()).toEqual([]);
  for (const [words, said] of [[['accept', 'MINE'], 'no id of a recommendation'], [['dismiss', advice, 'rec_00000000'], 'There is no recommendation']] as const) {
    expect(await cli.run('advice', ...words)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
  }
  await cli.run('advice', 'reopen', advice);
  expect(await advised()).toMatchObject([{ id: advice, advice: { kind: 'lower_price' } }]);

  const table = await readFile(join(cli.folder, 'products.csv'), 'utf8');
  await writeFile(join(cli.folder, 'products.csv'), table.replace('8.00 USD', '11.50 USD'));
  expect(await advised()).toMatchObject([{ advice: { kind: 'hold_price', because: 'cooldown' } }]);
  later = 2 * 3_600_000;
  expect(await advised()).toMatchObject([{ advice: { kind: 'hold_price', because: 'stale' } }]);
  later = 0;

  expect((await cli.run('matches', 'reject', id)).out).toContain('rejected by you');
  expect(await advised()).toEqual([]);
  await cli.run('crawl', 'lamp');
  expect([await list(), await advised()]).toEqual([[], []]);
  expect(await list('--all')).toMatchObject([{ state: 'rejected', why: 'brand_and_mpn' }]);
});

test('reading and adding keep to robots.txt and to private addresses', async ({ space }) => {
  const { shop, cli, path } = await shopShell(space);
  const before = await readFile(path, 'utf8');
  expect(await cli.run('read', `${shop.url}/products/lamp`)).toMatchObject({ code: 0, out: expect.stringMatching(/^price +20\.00 USD/m) });
  expect(await cli.run('add', `${shop.url}/private/lamp`)).toMatchObject({ code: 4, err: expect.stringContaining('robots') });
  expect(await cli.run('add', `${shop.url}/gone`)).toMatchObject({ code: 1, err: expect.stringContaining('there is no such page (not_found)') });
  await writeFile(path, `${before}targets:\n  kept: {kind: page, url: "${shop.url}/private/x"}\n  lost: {kind: page, url: "${shop.url}/lost"}\n`);
  await cli.run('migrate');
  expect((await cli.run('crawl', 'kept', '--json'))).toMatchObject({ code: 4, out: expect.stringContaining('robots_refused') });
  expect((await cli.run('crawl', 'lost'))).toMatchObject({ out: expect.stringContaining('1 not_found') });
  expect((await cli.run('status')).out).toMatch(/lost .* 1 not_found .*the page is gone/);
  expect((await cli.run('crawl', 'kep'))).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "kept"') });
  await writeFile(path, before);
  const other = shop.url.replace('127.0.0.1', 'localhost');
  expect((await cli.run('read', `${other}/products/lamp`, '--json')).json()).toMatchObject({ exitCode: 4, outcome: 'address_refused' });
  expect(shop.requests).not.toContain('/private/lamp');
  // A browser that is not there is no shop that does not answer.
  const asked = shop.requests.length;
  const browsing = before.replace('storage:\n', 'storage:\n  chromium: /nowhere/chromium\n').replace('    currency: USD\n', '    currency: USD\n    mode: browser\n');
  await writeFile(path, `${browsing}targets:\n  lamp: {kind: product, url: "${shop.url}/products/lamp"}\n`);
  for (const words of [['read', `${shop.url}/products/lamp`], ['crawl', 'lamp'], ['run']]) expect(await cli.run(...words)).toMatchObject({ code: 3, err: expect.stringContaining('the configured Chromium cannot be used') });
  expect(shop.requests).toHaveLength(asked);
  await writeFile(path, before);
  expect(await readFile(path, 'utf8')).toBe(before);
});

test('run works until it is stopped and takes up a changed configuration', async ({ space }) => {
  const stop = new AbortController();
  let err = '';
  const { shop, cli, path } = await shopShell(space, { signal: stop.signal, onErr: (piece) => void (err += piece) });
  await cli.run('migrate');
  const running = cli.run('run');
  await expect.poll(() => err).toContain('"msg":"watching"');
  const config = await readFile(path, 'utf8');
  await writeFile(path, `${config}targets:\n  lamp: {kind: produkt}\n`);
  await expect.poll(() => err).toMatch(/targets\.lamp\.kind[\s\S]*the old one stays in force/);
  await writeFile(path, `${config}targets:\n  lamp: {kind: product, url: "${shop.url}/products/lamp"}\n`);
  await expect.poll(() => err).toMatch(/the configuration changed and is in force/);
  await expect.poll(() => space.db.collection('targets').countDocuments()).toBe(1);
  expect((await cli.run('status', '--json')).json()).toMatchObject({ work: { processes: 1, schedule: true } });
  stop.abort();
  expect(await running).toMatchObject({ code: 0 });
});

test('a database that is away is said in words', async ({ redisUrl }) => {
  const cli = await shell({ 'rivalwatch.yaml': `version: 1\ncontact: test@example.com\nstorage:\n  mongodb: mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=500\n  redis: ${redisUrl}\nsources: {}\n` });
  const { code, err } = await cli.run('status');
  expect(code).toBe(3);
  expect(err).toContain('MongoDB');
  expect(err).not.toMatch(/\n\s+at /);
});

test('doctor looks at everything and sends when asked', async ({ space }) => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (piece: string) => bodies.push(piece)).on('end', () => response.writeHead(200).end('ok'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const hook = `${addressOf(server)}/hook`;
  const config = `${headOf(space)}sources:\n  shop: {url: "https://shop.example/"}\nchannels:\n  hook: {type: webhook, url: "${hook}", allowPrivateAddresses: true}\n`;
  const cli = await shell({ 'rivalwatch.yaml': config });
  const looked = await cli.run('doctor');
  expect(looked).toMatchObject({ code: 0, out: expect.stringMatching(/MongoDB +yes[\s\S]*Redis +yes[\s\S]*hook +webhook +not tried/) });
  expect(bodies).toEqual([]);
  expect((await cli.run('doctor', '--send')).out).toMatch(/hook +webhook +sent/);
  expect(bodies.join('')).toContain('rivalwatch doctor');
  await writeFile(join(cli.folder, 'rivalwatch.yaml'), config.replace('contact', 'contcat'));
  expect(await cli.run('doctor')).toMatchObject({ code: 2, out: expect.stringMatching(/wrong rivalwatch\.yaml[\s\S]*contcat[\s\S]*MongoDB/), err: expect.stringContaining('the configuration has mistakes') });
});

const TEAM = '\nchannels:\n  team: { type: slack, webhook: "http://127.0.0.1:9/services/T/B/x" }\n';

test('status names what a channel did not take: given up, or tried again', async ({ space }) => {
  const { cli, path } = await shopShell(space);
  await appendFile(path, TEAM);
  await cli.run('migrate');
  expect((await cli.run('status')).out).not.toMatch(/not delivered|waiting for your word/);
  const store = await openStore({ uri: space.mongoUri, database: space.prefix });
  onTestFinished(() => store.close());
  const now = new Date();
  await beat(store, { _id: 'crawler', host: 'one', startedAt: now, beatAt: now, overtime: [] });
  expect((await cli.run('status')).out).toContain('No process works "schedule"');
  const [alert, team, mail] = [brand<AlertId>('alr_1'), brand<ChannelId>('team'), brand<ChannelId>('mail')];
  await insertDeliveries(store, { id: alert, episodeId: brand('epi_1'), moment: 'fired' }, [team, mail], now);
  for (const [channel, end] of [[team, { result: 'permanent_failure', answer: '404 no_service' }], [mail, { result: 'passing_failure', answer: 'connect ECONNREFUSED', retryAt: new Date(now.getTime() + 3_600_000) }]] as const) {
    await claimDelivery(store, deliveryId(alert, channel), now, 1_000);
    await finishAttempt(store, deliveryId(alert, channel), { no: 1, finishedAt: now, ...end });
  }
  expect((await cli.run('status')).out).toMatch(/team .* 1 +given up +404 no_service\n.*mail .* 1 +20\d\d-.*ECONNREFUSED/);
  expect((await cli.run('status')).out).toMatch(/channel +type +state +to send[^\n]*\nteam +slack +fine/);
  expect((await cli.run('status', '--json')).json()).toMatchObject({ channels: [{ channel: 'team', state: 'fine', waiting: 0, failed: 1 }], deliveries: { failed: [{ channel: 'team', answer: '404 no_service' }], waiting: [{ channel: 'mail', attempts: 1 }] } });
});

test('channels shows what is switched off, and resume has it tried again', async ({ space }) => {
  const { cli, path } = await shopShell(space);
  await appendFile(path, TEAM);
  await cli.run('migrate');
  expect((await cli.run('channels')).out).toMatch(/team +slack +fine/);
  const store = await openStore({ uri: space.mongoUri, database: space.prefix });
  onTestFinished(() => store.close());
  const [alert, team] = [brand<AlertId>('alr_1'), brand<ChannelId>('team')];
  const now = new Date();
  await insertDeliveries(store, { id: alert, episodeId: brand('epi_1'), moment: 'fired' }, [team], now);
  await notePaced(store, team, [now]);
  const refusedWith = (fingerprint: string) => noteRefused(store, team, { failures: 1, failingSince: now, lastAnswer: '404 no_service', pausedUntil: now, off: { since: now, why: 'permanent', answer: '404 no_service', fingerprint } });
  await refusedWith('of the settings before');
  expect((await cli.run('channels')).out).toContain('to be tried with the next message');
  const loaded = await loadConfig(path, {});
  const channel = loaded.ok ? loaded.config.channels.get(team) : undefined;
  await refusedWith(channel ? fingerprintOf(channel) : '');
  expect((await cli.run('channels')).out).toMatch(/team +slack +switched off since 20.* 1 +0 +– +404 no_service\nteam has no fallback: its alerts wait\..*channels resume team/);
  expect((await cli.run('status')).out).toContain('switched off since');
  expect(await cli.run('channels', 'resume', 'teem')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "team"?') });
  expect((await cli.run('channels', 'resume', 'team')).out).toBe('team: is tried again.\n');
  expect((await channelState(store, team)).off?.fingerprint).toBe('');
  expect((await cli.run('channels')).out).toContain('to be tried with the next message');
});
