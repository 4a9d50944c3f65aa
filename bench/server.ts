import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMoved, listPage, productPage } from './pages.ts';

/** Runs as a process of its own, so that server and reader have a core each. Pages are rendered before the clock starts. */
const count = Number(process.argv[2] ?? 1_000);
const PER_LIST = 100;
const pages = Array.from({ length: count }, (_, no) => Buffer.from(productPage(no)));
const moved = new Map(pages.flatMap((_, no) => (isMoved(no) ? [[no, Buffer.from(productPage(no, { moved: true }))] as const] : [])));
let secondDay = false;
const plain = Array.from({ length: Math.min(count, 1_000) }, (_, no) => Buffer.from(productPage(no, { structured: false })));

function answer(path: string): Buffer | undefined {
  const [, kind, no = ''] = path.split('/');
  if (kind === 'products') return (secondDay ? moved.get(Number(no)) : undefined) ?? pages[Number(no)];
  if (kind === 'plain') return plain[Number(no) % plain.length];
  if (kind !== 'list') return undefined;
  const from = Number(no) * PER_LIST;
  const to = Math.min(from + PER_LIST, count);
  return Buffer.from(listPage(from, to, to < count ? `/list/${Number(no) + 1}` : undefined));
}

const server = createServer((request, response) => {
  const body = answer(request.url ?? '');
  response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address: string | AddressInfo | null = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0, bytes: pages[0]?.length ?? 0 });
});
process.on('message', (message) => { secondDay = message === 'second day'; });
process.on('disconnect', () => process.exit(0));
