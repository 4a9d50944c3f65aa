import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** A request as a service sees it. */
export interface SinkRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

/** `taken`: what was told, when the service took it. A body that is no text is sent as JSON. */
export interface SinkAnswer<T> {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly taken?: T;
}

export interface Sink<T> {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** What was taken, oldest first; the newest 10,000. */
  readonly taken: readonly T[];
  /** The bodies of refusals: none when the sender keeps to the service's rules. */
  readonly refused: readonly string[];
  readonly close: () => Promise<void>;
}

const MOST_BYTES = 2_000_000;
const MOST_KEPT = 10_000;

/** A web server on loopback that behaves like the service that `answer` describes, and keeps what it took. */
export async function startSink<T>(answer: (request: SinkRequest) => SinkAnswer<T> | Promise<SinkAnswer<T>>): Promise<Sink<T>> {
  const taken: T[] = [];
  const refused: string[] = [];
  const server = createServer((request, response) => {
    void read(request).then(answer).then(({ status, body, headers, taken: message }) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      if (message !== undefined) taken.push(message);
      else if (status >= 400 || !isFine(body)) refused.push(text);
      for (const list of [taken, refused]) if (list.length > MOST_KEPT) list.shift();
      return response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json', ...headers }).end(text);
    }).catch(() => response.writeHead(500).end('internal_error'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the sink got no port');
  return {
    origin: `http://127.0.0.1:${address.port}`, taken, refused,
    close: () => new Promise((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    }),
  };
}

/** An empty answer, or one that says `ok`: a step on the way to a message. */
function isFine(body: unknown): boolean {
  return body === '' || (typeof body === 'object' && body !== null && 'ok' in body && body.ok === true);
}

async function read(request: IncomingMessage): Promise<SinkRequest> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) throw new Error('the request is too large');
  }
  const body = Buffer.concat(chunks);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sink');
  return { method: request.method ?? 'GET', path: pathname, query: searchParams, headers: request.headers, body, json: jsonOf(body) };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Lets through so many calls within the time, by the given clock. */
export function limiter(most: number, withinMs: number, now: () => number): () => boolean {
  let times: number[] = [];
  return () => {
    times = times.filter((time) => now() - time < withinMs);
    if (times.length >= most) return false;
    times.push(now());
    return true;
  };
}
