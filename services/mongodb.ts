import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MongoClient } from 'mongodb';
import { withoutSecrets } from '../model/address.ts';
import { Unavailable, type Link } from './chain.ts';
import { run, runnableOnPath } from './find.ts';
import { downloadedMongod } from './mongod-download.ts';
import { noAnswer } from './no-answer.ts';
import type { ServerSpec } from './server-spec.ts';
import type { Surroundings } from './surroundings.ts';
import { ServiceError, type MongodbService } from './types.ts';

export const MONGODB_WAYS_OUT = [
  'give the URL of your own server: MONGODB_URI, or storage.mongodb in the configuration',
  'install MongoDB so that mongod is on PATH',
  'let mongodb-memory-server download one: internet access, or MONGOMS_SYSTEM_BINARY with the path of a mongod',
  'install Python 3.10 or newer with venv or pip, so that SecantusDB can be installed into .rivalwatch/python',
];

/** The ways to a MongoDB, in order of preference. */
export function mongodbLinks(uri: string | undefined, s: Surroundings): Link<MongodbService>[] {
  if (uri !== undefined) return [given(uri)];
  return [onPath(s), downloaded(s), secantus(s)];
}

function given(uri: string): Link<MongodbService> {
  return {
    name: 'the given MongoDB', explicit: true,
    look: async () => mongodbVersion(uri, 5_000).then(
      (version) => ({ usable: 'yes', detail: `${withoutSecrets(uri)} answers, version ${version}` }),
      (error: unknown) => ({ usable: 'no', detail: error instanceof ServiceError ? error.message : noAnswer(uri, error, 'MONGODB_URI or storage.mongodb') }),
    ),
    take: async () => ({ uri, kind: 'given', version: await mongodbVersion(uri, 5_000), link: `given, ${withoutSecrets(uri)}` }),
  };
}

function onPath(s: Surroundings): Link<MongodbService> {
  return {
    name: 'mongod on PATH',
    look: async () => {
      const found = await runnableOnPath(['mongod'], s.env);
      return typeof found === 'string' ? { usable: 'no', detail: found } : { usable: 'yes', detail: `${found.path} (${found.says})` };
    },
    take: async () => {
      const found = await runnableOnPath(['mongod'], s.env);
      if (typeof found === 'string') throw new Unavailable(found);
      return startMongod(found.path, s, `mongod on PATH, ${found.path}`);
    },
  };
}

function downloaded(s: Surroundings): Link<MongodbService> {
  const mongod = downloadedMongod(s);
  return {
    name: 'mongod by mongodb-memory-server',
    look: () => mongod.look(),
    take: async () => {
      const path = await mongod.need();
      const ran = await run(path, ['--version'], { env: s.env, timeout: 10_000 });
      if (ran.code !== 0) throw new Unavailable(`${path} does not run (${ran.problem})`);
      return startMongod(path, s, `mongod by mongodb-memory-server, ${path}`);
    },
  };
}

function secantus(s: Surroundings): Link<MongodbService> {
  return {
    name: 'SecantusDB in a private Python',
    look: () => s.python.look('secantusdb'),
    take: async () => {
      const { python, env } = await s.python.need('secantusdb');
      return start('secantusdb', 'SecantusDB in a private Python', s, (port, data) => {
        // Standalone: it keeps no oplog. Nothing here reads it, and with it a write was measured twice as dear at first and some thirty times after a hundred databases.
        // An empty file of our own: otherwise one in the home folder or in /etc would be read.
        const config = join(dirname(data), 'secantusd.toml');
        writeFileSync(config, '');
        return { file: python, args: ['-c', SECANTUS, '--config', config, '--host', '127.0.0.1', '--port', String(port), '--storage-path', data, '--standalone', '--log-level', 'WARNING'], env };
      });
    },
  };
}

function startMongod(path: string, s: Surroundings, link: string): Promise<MongodbService> {
  return start('mongod', link, s, (port, data) => ({ file: path, args: ['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'], env: s.env }));
}

/**
 * Its own command, but for two things.
 * - The sweeps for expired documents are left out: only lapsed leases expire, and they may stay. The option of 0.7.0b3 for it is read and not used. After
 *   a sweep its thread rests where it read last in the list of collections, until the next one a minute later; when that page grew too large meanwhile
 *   it could not be written out, and every command waited 50 to 100 ms at it.
 * - One command runs at a time. Python runs one thread at a time anyway; commands that hand over to each other at every step took more than twice as long.
 */
const SECANTUS = `
import sys, functools, threading
from secantus import cli, server
cli.SecantusDBServer = functools.partial(cli.SecantusDBServer, ttl_sweep_seconds=0)
dispatch, turn = server.dispatch, threading.Lock()
def in_turn(command, context):
    with turn:
        return dispatch(command, context)
server.dispatch = in_turn
sys.exit(cli.main())
`;

/** SecantusDB works on one command at a time: with a few connections the next is there already, more would only wait. */
const POOL = { mongod: '', secantusdb: '&maxPoolSize=3' } as const;

/** Each kind has a folder of its own: their files are not each other's. */
async function start(kind: 'mongod' | 'secantusdb', link: string, s: Surroundings, command: ServerSpec['command']): Promise<MongodbService> {
  const folder = join(s.dataFolder, kind);
  const other = join(s.dataFolder, kind === 'mongod' ? 'secantusdb' : 'mongod');
  if (existsSync(other) && !existsSync(folder)) s.say(`MongoDB: there are data of an earlier run in ${other}, which ${kind} cannot read; this run begins with an empty database in ${folder}`);
  const server = await s.hold({
    name: kind === 'mongod' ? 'MongoDB' : 'SecantusDB', folder, throwAway: s.throwAway, command,
    ping: (port) => mongodbVersion(`mongodb://127.0.0.1:${port}/?directConnection=true`, 2_000),
  });
  return { uri: `mongodb://127.0.0.1:${server.port}/?directConnection=true${POOL[kind]}`, kind, version: server.version, link: server.shared ? `${link} (already running here)` : link, dataFolder: folder };
}

/** Asks the server for its version. Rejects when it does not answer within `patience` milliseconds, or the `serverSelectionTimeoutMS` of the URI; a malformed URI is a {@link ServiceError}. */
export async function mongodbVersion(uri: string, patience: number): Promise<string> {
  let client: MongoClient;
  try {
    client = new MongoClient(uri, { ...(/[?&]serverSelectionTimeoutMS=/i.test(uri) ? {} : { serverSelectionTimeoutMS: patience }), connectTimeoutMS: patience, socketTimeoutMS: patience, appName: 'rivalwatch' });
  } catch (error) {
    throw new ServiceError(`${withoutSecrets(uri)} is no valid URI: ${error instanceof Error ? error.message : 'unknown reason'}`, { cause: error });
  }
  try {
    const info = await client.db('admin').command({ buildInfo: 1 });
    return typeof info['version'] === 'string' ? info['version'] : 'unknown';
  } finally {
    await client.close();
  }
}
