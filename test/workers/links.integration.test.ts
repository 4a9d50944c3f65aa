import { pino } from 'pino';
import { expect } from 'vitest';
import { linkTo } from '../../alerts/links/link.ts';
import { factId } from '../../model/ids.ts';
import { openStore } from '../../storage/store.ts';
import { serveHealth } from '../../workers/health.ts';
import { linkPages } from '../../workers/links.ts';
import { test } from '../support/fixtures.ts';

const LINKS = { url: 'https://watch.example.com', secret: 'a-secret-of-sixteen', valid: 86_400_000 };

test('a link that cannot be answered says so to its receiver, why to the log, and nothing of the servers to those outside', async ({ mongoUri, prefix }) => {
  const lines: string[] = [];
  const store = await openStore({ uri: mongoUri, database: prefix });
  const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
  const pages = linkPages({ config: () => ({ links: LINKS, language: 'zh-CN', timezone: 'UTC' }), store, clock: () => new Date(), log });
  const server = await serveHealth('127.0.0.1', 0, () => Promise.resolve({ ready: true }), { text: () => Promise.resolve(''), contentType: 'text/plain' }, pages);
  await store.close();
  try {
    const path = linkTo(LINKS, { id: factId('alert', 'x'), at: new Date() }, 'acknowledge').slice(LINKS.url.length);
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', headers: { 'accept-language': 'en' } });
    expect([response.status, await response.text()]).toEqual([503, expect.stringMatching(/^<!doctype html>[\s\S]*Try again in a minute/i)]);
    expect(lines).toEqual([expect.stringContaining('a link of a message could not be answered')]);
    // What looks from afar may put something behind the path.
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz?from=afar`)).status).toBe(200);
  } finally {
    await server.close();
  }
});
