import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions } from 'smtp-server';
import type { SendContext } from '../../../alerts/channels/channel.ts';
import { brand } from '../../../model/ids.ts';
import { at } from '../changes/support.ts';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Drops the connection instead of answering. */
  readonly drop?: boolean;
  /** Never answers. */
  readonly silent?: boolean;
  /** Goes on answering until the client has gone. */
  readonly endless?: boolean;
}

/** A web server on loopback that gives the answers in turn (the last one for ever) and keeps what it received. */
export async function webServer(...answers: readonly Answer[]): Promise<AsyncDisposable & { readonly url: string; readonly received: readonly Received[]; readonly arrived: Promise<void> }> {
  const received: Received[] = [];
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => { arrive = resolve; });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      arrive();
      const answer = answers[Math.min(received.length, answers.length) - 1] ?? { status: 200 };
      if (answer.silent) return;
      if (answer.endless) {
        response.writeHead(answer.status);
        const more = (): void => { while (!response.destroyed && response.write('x'.repeat(10_000))); };
        response.on('drain', more);
        return more();
      }
      if (answer.drop) request.socket.destroy();
      else response.writeHead(answer.status, answer.headers).end(answer.body ?? 'ok');
    });
  });
  const url = await listening(server);
  return { url: `http://${url}`, received, arrived, [Symbol.asyncDispose]: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }) };
}

export interface MailServer extends AsyncDisposable {
  /** host:port */
  readonly address: string;
  readonly mails: readonly ParsedMail[];
}

/** A real SMTP server on loopback that keeps the mails, parsed. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'], authOptional: true, allowInsecureAuth: true, ...options,
    onData: (stream, _session, done) => {
      void keep(stream, mails, done);
    },
  });
  server.on('error', () => { /* a client that goes away is part of the tests */ });
  const address = await listening(server.server, () => server.listen(0, '127.0.0.1'));
  return { address, mails, [Symbol.asyncDispose]: () => new Promise((resolve) => { server.close(() => resolve()); }) };
}

async function keep(stream: SMTPServerDataStream, mails: ParsedMail[], done: (error?: Error) => void): Promise<void> {
  try {
    mails.push(await simpleParser(stream));
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
  }
}

async function listening(server: Server, listen: () => unknown = () => server.listen(0, '127.0.0.1')): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve).once('error', reject);
    listen();
  });
  const { port } = addressOf(server);
  return `127.0.0.1:${port}`;
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address;
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  const address = await listening(server);
  await new Promise<void>((resolve) => { server.close(() => resolve()); });
  return address;
}

export function context(more: Partial<SendContext> = {}): SendContext {
  return { deliveryId: brand('dlv_0123456789abcdef01234567'), signal: new AbortController().signal, now: at(3), ...more };
}
