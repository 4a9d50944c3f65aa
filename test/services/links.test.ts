import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeServices, findChromium, startServices, ServiceError } from '../../services/index.ts';
import { mongodbVersion } from '../../services/mongodb.ts';
import { redisFacts, redisProblem } from '../../services/redis.ts';
import { bareMachine, type Machine } from './fakes.ts';

let machine: Machine;
let silent: Server | undefined;
beforeEach(async () => { machine = await bareMachine(); });
afterEach(async () => {
  silent?.close();
  silent = undefined;
  await machine.remove();
});

/** The message of the start that must fail. */
async function failure(wanted = {}): Promise<string> {
  const error = await startServices(wanted, machine).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ServiceError);
  return error instanceof Error ? error.message : '';
}

/** Address of a server that takes connections and never answers. */
async function silentMirror(): Promise<string> {
  silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

async function look(service: string, link: string): Promise<string> {
  const reports = await describeServices({ chromium: {} }, machine);
  const report = reports.find((each) => each.service === service && each.link.includes(link));
  return `${report?.usable}: ${report?.detail}`;
}

describe('a machine with nothing', () => {
  test('MongoDB: every link says why not, and the four ways out are named', async () => {
    const message = await failure();
    expect(message).toMatch(/mongod on PATH: no mongod on PATH/);
    expect(message).toMatch(/mongodb-memory-server: the download failed: .*127\.0\.0\.1/);
    expect(message).toMatch(/SecantusDB in a private Python: no Python on PATH; install Python 3\.10/);
    expect(message).toMatch(/1\. .*MONGODB_URI[\s\S]*2\. .*mongod is on PATH[\s\S]*3\. .*MONGOMS_SYSTEM_BINARY[\s\S]*4\. .*Python 3\.10/);
    expect(message).not.toMatch(/\n\s+at /);
  });

  test('Redis and Chromium: looking says why not', async () => {
    expect(await look('Redis', 'on PATH')).toBe('no: no redis-server or valkey-server on PATH');
    expect(await look('Redis', 'private Python')).toMatch(/^no: no Python on PATH/);
    expect(await look('Chromium', 'on PATH')).toMatch(/^no: no chromium or /);
  });
});

describe('an end that is asked for while something is fetched', () => {
  /** A start that is ended once it says this; what it ends with. */
  async function endedAt(said: RegExp, wanted = {}): Promise<unknown> {
    const end = new AbortController();
    const say = (line: string): void => {
      machine.say(line);
      if (said.test(line)) end.abort(new Error('stopped'));
    };
    return startServices(wanted, { ...machine, say, signal: end.signal }).catch((error: unknown) => error);
  }

  test('a download of MongoDB ends at once, and is not remembered as out of reach', async () => {
    machine.env['MONGOMS_DOWNLOAD_MIRROR'] = await silentMirror();
    expect(await endedAt(/looking for a MongoDB download/)).toMatchObject({ message: 'stopped' });
    expect(existsSync(join(machine.folder, '.rivalwatch', 'mongod-download.json'))).toBe(false);
  });

  test('an installation is not taken for one that failed, and no other way is tried', async () => {
    await machine.script('python3', 'if [ "$1" = -c ]; then echo "3.11.2 1 1"; else exec sleep 60; fi');
    await machine.script('sleep', 'exec /bin/sleep "$@"');
    expect(await endedAt(/making a private Python/)).toMatchObject({ message: 'stopped' });
    expect(machine.lines.filter((line) => /cannot make a virtual|installing/.test(line))).toEqual([]);
  });
});

describe('mongod', () => {
  test('one that does not run is passed over with its reason', async () => {
    await machine.script('mongod', 'echo "mongod: error while loading shared libraries: libcrypto.so.3" >&2; exit 127');
    expect(await look('MongoDB', 'on PATH')).toMatch(/^no: .*mongod does not run \(.*libcrypto\.so\.3/);
  });

  test('one that ends while starting fails at once with the end of its log', async () => {
    await machine.script('mongod', 'case "$1" in --version) echo "db version v8.0.4";; *) echo "exception in initAndListen: dbpath is full" >&2; exit 100;; esac');
    const message = await failure();
    expect(message).toMatch(/^MongoDB did not start: ended with code 100\. Its log \(.*server\.log\) ends: exception in initAndListen: dbpath is full$/);
  });

  test('data of another kind of server are not lost in silence', async () => {
    await machine.script('mongod', 'case "$1" in --version) echo "db version v8.0.4";; *) exit 100;; esac');
    await mkdir(join(machine.folder, '.rivalwatch/data/secantusdb'), { recursive: true });
    await failure();
    expect(machine.lines.join()).toMatch(/data of an earlier run in .*secantusdb, which mongod cannot read/);
  });

  test('MONGOMS_SYSTEM_BINARY is respected, and one that is missing is said', async () => {
    machine.env['MONGOMS_SYSTEM_BINARY'] = await machine.script('my-mongod', 'echo "db version v8.2.6"');
    expect(await look('MongoDB', 'memory-server')).toBe(`yes: ${machine.env['MONGOMS_SYSTEM_BINARY']}`);
    machine.env['MONGOMS_SYSTEM_BINARY'] = join(machine.folder, 'nowhere');
    expect(await look('MongoDB', 'memory-server')).toMatch(/^no: .*nowhere/);
  });

  test('a download that does not answer is given up after seconds and not tried again the same day', async () => {
    machine.env['MONGOMS_DOWNLOAD_MIRROR'] = await silentMirror();
    expect(await failure()).toMatch(/the download did not answer within 6 s/);
    expect(await look('MongoDB', 'memory-server')).toMatch(/^no: the download did not answer within 6 s \(at .*; tried again a day later/);
  });
});

test('a folder that cannot be written is said to the operator', async () => {
  await machine.script('mongod', 'echo "db version v8.0.4"');
  await writeFile(join(machine.folder, '.rivalwatch'), 'a file in the way');
  expect(await failure()).toMatch(/keep their files in \.rivalwatch, which cannot be written: ENOTDIR.*give the right to write/);
});

describe('given services', () => {
  test('a MongoDB that does not answer is an error without its password', async () => {
    const message = await failure({ mongodb: { uri: 'mongodb://shop:s3cret@127.0.0.1:1/?serverSelectionTimeoutMS=300' } });
    expect(message).toMatch(/^MongoDB: the given MongoDB cannot be used: mongodb:\/\/\*\*\*@127\.0\.0\.1:1.* does not answer/);
    expect(message).not.toContain('s3cret');
  });

  test('how long a MongoDB may take is what its URI says', async () => {
    await expect(mongodbVersion('mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100', 600_000)).rejects.toThrow(/ECONNREFUSED/);
  });

  test('a MongoDB URI that is none says so', async () => {
    expect(await failure({ mongodb: { uri: 'postgres://nope' } })).toMatch(/cannot be used: postgres:\/\/nope is no valid URI: [^.]*\.$/);
  });

  test('a Redis URL that is none says so, and one that does not answer what to look at', async () => {
    machine.env['REDIS_URL'] = 'http://x';
    expect(await look('Redis', 'given')).toBe('no: http://x is no valid URL: it must begin with redis:// or rediss://');
    machine.env['REDIS_URL'] = 'redis://127.0.0.1:1';
    expect(await look('Redis', 'given')).toMatch(/^no: redis:\/\/127\.0\.0\.1:1 does not answer: .*ECONNREFUSED.*see that it runs and that REDIS_URL or storage\.redis is right$/);
  });

  test('MONGODB_URI counts when the configuration gives none', async () => {
    machine.env['MONGODB_URI'] = 'postgres://nope';
    expect(await failure()).toMatch(/the given MongoDB cannot be used: postgres:\/\/nope/);
  });
});

describe('redisProblem', () => {
  test.each([
    [{ version: '7.2.4', evictionPolicy: 'noeviction' }, undefined],
    [{ version: '6.2.5', evictionPolicy: 'volatile-lru' }, /maxmemory-policy is volatile-lru.*drop jobs.*noeviction/],
    [{ version: '4.0.14', evictionPolicy: 'noeviction' }, /version 4\.0\.14; Redis 5 or newer/],
    [{ version: '7.0.0', evictionPolicy: 'unknown' }, /maxmemory-policy is unknown/],
  ])('%j', (facts, expected) => {
    if (expected === undefined) expect(redisProblem(facts)).toBeUndefined();
    else expect(redisProblem(facts)).toMatch(expected);
  });

  test('a server that is away rejects soon, with the reason', async () => {
    await expect(redisFacts('redis://127.0.0.1:1', 2_000)).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('Chromium', () => {
  const find = (path?: string) => findChromium(path, machine);

  test('a configured path that is wrong is an error, not replaced by another', async () => {
    await machine.script('chromium', 'echo "Chromium 150.0"');
    await expect(find('/nowhere/chrome')).rejects.toThrow('Chromium: the configured Chromium cannot be used: /nowhere/chrome is not there or cannot be executed.');
  });

  test('a configured one that does not run says why', async () => {
    const path = await machine.script('my-chrome', 'echo "libnss3.so: cannot open shared object file" >&2; exit 127');
    await expect(find(path)).rejects.toThrow(/my-chrome does not run \(libnss3\.so/);
  });

  test('one on PATH is taken, under any of its names', async () => {
    await machine.script('chromium', 'exit 1');
    const path = await machine.script('google-chrome', 'echo "Google Chrome 150.0.1"');
    expect(await find()).toMatchObject({ path, version: 'Google Chrome 150.0.1', link: `on PATH, ${path}` });
    expect(machine.lines).toEqual([`Google Chrome 150.0.1: on PATH, ${path}`]);
  });

  test("Playwright's own download is looked for where Playwright puts it", async () => {
    const { chromium } = await import('playwright');
    const report = await look('Chromium', 'Playwright');
    expect(report).toContain(chromium.executablePath());
    expect(report).toMatch(/^yes: |is not there or cannot be executed$/);
  });
});
