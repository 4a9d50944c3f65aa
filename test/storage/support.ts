import { createHash } from 'node:crypto';
import type { Db } from 'mongodb';
import { brand, listingId, type CrawlId, type SourceId, type TargetId } from '../../model/ids.ts';
import type { ListingFields, Observation } from '../../model/listing.ts';
import { currencyCode, money, type Money } from '../../model/money.ts';
import { known, type Evidence } from '../../model/reading.ts';
import { migrate } from '../../storage/migrate.ts';
import { openStore, type Store } from '../../storage/store.ts';
import { fields } from '../alerts/changes/support.ts';
import { test as base } from '../support/fixtures.ts';

export const SOURCE = brand<SourceId>('acme');
export const TARGET = brand<TargetId>('acme-all');
export const EVIDENCE: Evidence = { method: 'json-ld', place: 'offers.price', raw: '19.99' };

/** A test with an open, migrated store of its own. */
export const test = base.extend<{ store: Store }>({
  store: async ({ db, mongoUri }, use) => {
    const store = await storeOf(db, mongoUri);
    await use(store);
    await store.close();
  },
});

async function storeOf(db: Db, uri: string): Promise<Store> {
  const store = await openStore({ uri, database: db.databaseName, patience: 5_000 });
  await migrate(store, { holder: 'test', clock: () => new Date() });
  return store;
}

export function time(minutes: number): Date {
  return new Date(Date.UTC(2026, 0, 1) + minutes * 60_000);
}

export function usd(minor: number): Money {
  const code = currencyCode('USD');
  if (!code) throw new Error('USD is a currency');
  return money(minor, code);
}

export function crawlOf(no: number): CrawlId {
  return brand<CrawlId>(`crl_${createHash('sha256').update(String(no)).digest('hex').slice(0, 24)}`);
}

/** All fields unknown but title and price. */
export function fieldsOf(minor: number, title = 'A lamp'): ListingFields {
  return fields({ title: known(title, EVIDENCE), price: known({ kind: 'page', money: usd(minor) }, EVIDENCE) });
}

export function observe(productId: string, minute: number, minor: number, more: Partial<Observation> & { fields?: ListingFields } = {}): Observation {
  const { fields: given, ...rest } = more;
  return {
    listingId: listingId(SOURCE, productId), sourceId: SOURCE, targetId: TARGET, crawlId: crawlOf(minute), at: time(minute),
    read: { productId, url: `https://acme.example/p/${productId}`, fields: given ?? fieldsOf(minor), reviews: [] }, ...rest,
  };
}
