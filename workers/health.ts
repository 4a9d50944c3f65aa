import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pages } from './links.ts';
import type { Readiness } from './liveness.ts';

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves `/healthz` (the process runs), `/readyz` (work is happening: 200 or 503 with the reason) and `/metrics`
 * (Prometheus text); what else is asked for goes to `pages` first. Port 0 takes a free one. Rejects when the port is taken, naming it.
 */
export async function serveHealth(host: string, port: number, readiness: () => Promise<Readiness>, metrics: { readonly text: () => Promise<string>; readonly contentType: string }, pages: Pages = () => Promise.resolve(false)): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = 'text/plain; charset=utf-8'): void => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
    const failed = (error: unknown): void => answer(503, `${error instanceof Error ? error.message : String(error)}\n`);
    switch (request.url) {
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
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`health port ${port} on ${host} is taken, perhaps by another "rivalwatch run"; give this one another by --health-port, or set health.port in the configuration (0 takes a free one)`, { cause: error }) : error);
    });
    server.listen(port, host, resolve);
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
