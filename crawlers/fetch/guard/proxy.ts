import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Transform, type Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { literalOf } from '../../../model/ip-address.ts';
import { freeLookup, guardedLookup, checkedAddresses, type Resolve } from './resolve.ts';

/** A forward proxy on loopback for the browser. */
export interface GuardProxy {
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface GuardProxyOptions {
  readonly resolve: Resolve;
  readonly allowPrivateAddresses: boolean;
  /** Most bytes of one connection to the outside. */
  readonly maxBytes: number;
  /** Milliseconds without a byte after which a connection is closed. */
  readonly idle: number;
}

/** Headers that belong to one connection and are not passed on (RFC 9110 7.6.1). */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

/**
 * The only way out for a browser: every host it wants, for whatever reason and after whatever redirect, is resolved here, checked
 * and connected to at the checked address. A browser's own name resolution could not be held to that.
 */
export async function startGuardProxy(options: GuardProxyOptions): Promise<GuardProxy> {
  const open = new Set<Duplex>();
  const server = createServer((asked, answer) => void forward(asked, answer, options).catch(() => refuse(answer)));
  server.on('connect', (asked: IncomingMessage, socket: Duplex) => void tunnel(asked.url ?? '', socket, options, open));
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    }),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('the proxy has no port'));
    });
  });
}

/** The address was refused or did not answer: the page goes on without this part. */
function refuse(answer: ServerResponse): void {
  if (answer.headersSent) answer.destroy();
  else answer.writeHead(502).end();
}

async function forward(asked: IncomingMessage, answer: ServerResponse, options: GuardProxyOptions): Promise<void> {
  const url = new URL(asked.url ?? '');
  if (url.protocol !== 'http:') throw new Error('only http is forwarded; https comes as a tunnel');
  if (!options.allowPrivateAddresses) await checkedAddresses(url.hostname, options.resolve);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outward = httpRequest(url, { method: asked.method, headers: passedOn(asked.headers), lookup: lookupOf(options), timeout: options.idle }, resolve);
    outward.on('error', reject).on('timeout', () => outward.destroy(new Error('idle')));
    asked.on('error', reject).pipe(outward);
    answer.on('close', () => outward.destroy());
  });
  answer.writeHead(response.statusCode ?? 502, passedOn(response.headers));
  await pipeline(response, atMost(options.maxBytes), answer);
}

async function tunnel(authority: string, inner: Duplex, options: GuardProxyOptions, open: Set<Duplex>): Promise<void> {
  inner.on('error', () => inner.destroy());
  try {
    const outer = await connected(authority, options);
    open.add(outer.on('close', () => open.delete(outer)));
    inner.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    await Promise.all([pipeline(inner, outer), pipeline(outer, atMost(options.maxBytes), inner)]).catch(() => outer.destroy());
    inner.destroy();
  } catch {
    inner.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
  }
}

/** A connection to the checked address of `host:port`. */
async function connected(authority: string, options: GuardProxyOptions): Promise<Socket> {
  const { hostname, port } = new URL(`http://${authority}`);
  const host = literalOf(hostname) ?? hostname;
  if (!options.allowPrivateAddresses) await checkedAddresses(host, options.resolve);
  const outer = connect({ host, port: Number(port || 80), lookup: lookupOf(options) });
  outer.setTimeout(options.idle, () => outer.destroy(new Error('idle')));
  await new Promise<void>((resolve, reject) => {
    outer.once('connect', () => resolve()).once('error', reject);
  });
  return outer;
}

function lookupOf(options: GuardProxyOptions): ReturnType<typeof guardedLookup> {
  return options.allowPrivateAddresses ? freeLookup(options.resolve) : guardedLookup(options.resolve);
}

function passedOn(headers: IncomingMessage['headers']): NodeJS.Dict<string | string[]> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));
}

function atMost(maxBytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) done(new Error(`more than ${maxBytes} bytes`));
      else done(null, chunk);
    },
  });
}
