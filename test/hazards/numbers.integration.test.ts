import fc from 'fast-check';
import { describe, expect, test as plain } from 'vitest';
import { emptyTally } from '../../storage/tally.ts';
import { openStore } from '../../storage/store.ts';
import { openCrawl } from '../../storage/crawls.ts';
import { brand, factId, type SourceId, type TargetId } from '../../model/ids.ts';
import { load, mistakesIn } from '../config/support.ts';
import { test } from '../support/fixtures.ts';

describe('what is stored', () => {
  test('stays an integer beyond 32 bits, and what is undefined is left out, not null', async ({ mongoUri, prefix, db }) => {
    const store = await openStore({ uri: mongoUri, database: prefix });
    try {
      const planned = { targetId: brand<TargetId>('t'), sourceId: brand<SourceId>('s'), plannedAt: new Date(0) };
      const { crawl } = await openCrawl(store, planned, [], new Date(0));
      await store.crawls.update({ _id: crawl._id }, { $set: { tally: { ...emptyTally(), bytes: 5_000_000_000 } } });
      expect(await db.collection('crawls').countDocuments({ 'tally.bytes': { $type: 'long' } })).toBe(1);
      expect((await store.crawls.get(crawl._id))?.tally.bytes).toBe(5_000_000_000);
      await store.db.collection('things').insertOne({ gone: undefined, there: { gone: undefined, here: 1 } });
      expect(await db.collection('things').findOne({}, { projection: { _id: 0 } })).toEqual({ there: { here: 1 } });
    } finally {
      await store.close();
    }
  });
});

describe('ids of jobs', () => {
  plain('hold no colon and are never digits alone, whatever the facts', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer())), (parts) => /^[a-z]{3}_[0-9a-f]{24}$/.test(factId('crawl', ...parts))));
  });
});

describe('an interval', () => {
  for (const every of ['-5m', '0s', '-1', '1e9', 'NaN', '""', '0.0001s']) {
    plain(`of ${every} is refused with its line`, async () => {
      const yaml = `version: 1\ncontact: a@b.example\nsources:\n  s: { url: "https://shop.example", currency: USD }\ntargets:\n  t: { kind: product, url: "https://shop.example/p", every: ${every} }\n`;
      expect(mistakesIn(await load({ 'rivalwatch.yaml': yaml })).join('\n')).toMatch(/rivalwatch\.yaml:6/);
    });
  }
});
