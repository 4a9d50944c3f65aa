import { afterAll, describe, expect, test, vi } from 'vitest';
import { availableParallelism } from 'node:os';
import type { ReadHints } from '../../crawlers/read/port.ts';
import { createReaders, type Readers } from '../../crawlers/readers.ts';
import { hashOf } from '../../storage/packing.ts';

const HINTS: ReadHints = { url: 'https://shop.example/p/lamp', requestUrl: 'https://shop.example/p/lamp', status: 200, contentType: 'text/html; charset=utf-8', role: 'listing', platform: 'generic' };

function page(no: number): Uint8Array {
  const data = { '@context': 'https://schema.org', '@type': 'Product', name: `Desk lamp ${no}`, sku: `L-${no}`, offers: { '@type': 'Offer', price: '19.99', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' } };
  return Buffer.from(`<!doctype html><html lang="en"><head><title>Desk lamp ${no}</title><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><main><h1>Desk lamp ${no}</h1><p>€19.99</p>${'<p>Made at the harbour.</p>'.repeat(50)}</main></body></html>`);
}

const opened: Readers[] = [];
function readers(...options: Parameters<typeof createReaders>): Readers {
  const made = createReaders(...options);
  opened.push(made);
  return made;
}

afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()));
});

/** A thread that behaves as the test wants, in place of the compiled one. */
function thread(script: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; parentPort.on('message', (task) => { ${script} });`)}`);
}

describe('readers', () => {
  test('without a compiled thread pages are read in place, with the same answer', async () => {
    const read = await readers({ count: 0 }).read(page(1), HINTS);
    expect(read).toMatchObject({ outcome: 'ok', listings: [{ fields: { sku: { value: 'L-1' }, price: { value: { money: { minor: 1_999 } } } } }] });
  });

  test('every page gets its own answer, whichever thread read it', async () => {
    const { read } = readers({ count: Math.min(3, availableParallelism()), file: thread("parentPort.postMessage({ no: task.no, read: { outcome: 'shell', detail: Buffer.from(task.body).toString() } })") });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, no) => read(Buffer.from(String(no)), HINTS)));
    expect(answers.map((answer) => (answer.outcome === 'ok' ? '' : answer.detail))).toEqual(Array.from({ length: 50 }, (_, no) => String(no)));
  });

  test('a page is packed on the way; one that could not be read has its hash all the same', async () => {
    const script = "if (task.body.length === 3) throw new Error('boom'); parentPort.postMessage({ no: task.no, read: { outcome: 'shell', detail: '' }, packed: { hash: `not ${task.pack.known}`, bytes: task.body } })";
    const { readAndPack } = readers({ count: 1, file: thread(script) });
    const [bad, good] = await Promise.all([readAndPack(Buffer.from('bad'), HINTS), readAndPack(Buffer.from('good'), HINTS, hashOf(Buffer.from('known')))]);
    expect(bad).toMatchObject({ read: { outcome: 'parse_drift' }, packed: { hash: hashOf(Buffer.from('bad')) } });
    expect(good.packed).toMatchObject({ hash: `not ${hashOf(Buffer.from('known'))}`, bytes: new Uint8Array(Buffer.from('good')) });
    expect((await readers({ count: 0 }).readAndPack(page(1), HINTS)).packed).toEqual({ hash: hashOf(page(1)) });
  });

  test('a page that ends its thread is the reader\'s fault, and the pages after it are read', async () => {
    const { read } = readers({ count: 1, file: thread("if (task.body.length === 3) throw new Error('boom'); parentPort.postMessage({ no: task.no, read: { outcome: 'shell', detail: 'read' } })") });
    const [bad, good] = await Promise.all([read(Buffer.from('bad'), HINTS), read(Buffer.from('good'), HINTS)]);
    expect(bad).toMatchObject({ outcome: 'parse_drift', detail: expect.stringContaining('boom') });
    expect(good).toMatchObject({ outcome: 'shell', detail: 'read' });
  });

  test('a page that takes for ever is given up in time, and the pages after it are read', async () => {
    const { read } = readers({ count: 1, timeLimit: 3_000, file: thread("while (task.body.length === 3); parentPort.postMessage({ no: task.no, read: { outcome: 'shell', detail: 'read' } })") });
    const [bad, good] = await Promise.all([read(Buffer.from('bad'), HINTS), read(Buffer.from('good'), HINTS)]);
    expect(bad).toMatchObject({ outcome: 'parse_drift', detail: expect.stringContaining('longer than 3 s') });
    expect(good).toMatchObject({ outcome: 'shell' });
  });

  test('a page that waits when they are closed is not called unreadable: whoever asked ends as well', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const made = readers({ count: 1, timeLimit: 1_000, file: thread('for (;;);') });
      const answered = vi.fn<(read: unknown) => void>();
      void made.read(Buffer.from('waits'), HINTS).then(answered);
      void made.read(Buffer.from('waits as well'), HINTS).then(answered);
      await made.close();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(answered).not.toHaveBeenCalled();
    } finally {
      vi.useRealTimers();
    }
  });
});
