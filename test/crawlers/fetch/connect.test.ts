import { once } from 'node:events';
import { connect } from 'node:net';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { connectFetcher } from '../../../crawlers/fetch/connect.ts';

test('a Redis that is away is given up: nothing goes on asking for it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  try {
    await expect(connectFetcher('redis://127.0.0.1:1', { prefix: 'test', contact: 'test@rivalwatch.example', log: pino({ level: 'silent' }) })).rejects.toThrow('Connection is closed');
    await vi.advanceTimersByTimeAsync(60_000);
    // Whoever asks again was refused before this one, and would wait for its next try.
    await expect(once(connect(1, '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED');
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
