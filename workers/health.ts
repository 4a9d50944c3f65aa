import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pages } from './links.ts';
import type { Readiness } from './liveness.ts';

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** The health server cannot be opened where the configuration says. The message is for operators. */
export class HealthError extends Error {
  override readonly name = 'HealthError';
}

/**
 * Serves `/healthz` (the process runs), `/readyz` (work is happening: 200 or 503 with the reason) and `/metrics`
 * (Prometheus text); what else is asked for goes to `pages` first. Port 0 takes a free one. Rejects with a HealthError where it cannot listen.
 */
export async function serveHealth(host: string, port: number, readiness: () => Promise<Readiness>, metrics: { readonly text: () => Promise<string>; readonly contentType: string }, pages: Pages = () => Promise.resolve(false)): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = 'text/plain; charset=utf-8'): void => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
    const failed = (error: unknown): void => answer(503, `${error instanceof Error ? error.message : String(error)}\n`);
    // Whoever looks from afar may put something behind the path.
    switch (request.url?.split('?', 1)[0]) {
      case '/healthz':
        answer(200, 'ok\n');
        break;
      case '/readyz':
        readiness().then((state) => (state.ready ? answer(200, 'ready\n') : answer(503, `${state.why}\n`)), failed);
        break;
      case '/metrics':
        metrics.text().then((text) => answer(200, text, metrics.contentType), failed);
        break;
      default:
        pages(request, response).then((answered) => (answered ? undefined : answer(404, 'try /healthz, /readyz or /metrics\n')), failed);
    }
  });
  await listen(server, host, port);
  return {
    port: portOf(server),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new HealthError(problemOf(error, host, port), { cause: error })));
    server.listen(port, host, () => {
      // From here on an error is a connection that could not be taken, e.g. when no file handles are left: whoever asks sees it, and nothing else ends by it.
      server.on('error', () => undefined);
      resolve();
    });
  });
}

function problemOf({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE': return `health port ${port} on ${host} is taken, perhaps by another "rivalwatch run"; give this one another by --health-port, or set health.port in the configuration (0 takes a free one)`;
    case 'EACCES': return `health port ${port} on ${host} may not be opened by this user; set health.port in the configuration to one above 1023`;
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': case 'EAI_AGAIN': return `health.host ${host} is no address of this machine; 127.0.0.1 is for programs here, 0.0.0.0 for those on other machines as well`;
    default: return `the health server cannot listen on ${host}:${port}: ${message}`;
  }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
