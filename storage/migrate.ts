import { MigrationNeededError, StorageContentionError, storageError } from './errors.ts';
import { withLease } from './leases.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { Store } from './store.ts';

const LEASE_MS = 60_000;

/** The steps that this database still needs, in order. */
export async function pendingMigrations(store: Store): Promise<Migration[]> {
  const applied = new Set((await store.schemaMigrations.find({})).map((step) => step._id));
  return MIGRATIONS.filter((step) => !applied.has(step.id));
}

/**
 * Runs the missing steps under a lease and records each. Returns their ids. Throws StorageContentionError when another process is
 * migrating: wait for it. Safe to run again after a crash.
 */
export async function migrate(store: Store, options: { readonly holder: string; readonly clock: () => Date; readonly onStep?: (step: Migration) => void }): Promise<string[]> {
  const done = await withLease(store, { name: 'migrate', holder: options.holder, ms: LEASE_MS, clock: options.clock }, async (signal) => {
    const ids: string[] = [];
    for (const step of await pendingMigrations(store)) {
      signal.throwIfAborted();
      options.onStep?.(step);
      await step.run(store.db).catch((error: unknown) => {
        throw storageError(error, step.what, store.server);
      });
      await store.schemaMigrations.insert({ _id: step.id, appliedAt: options.clock() });
      ids.push(step.id);
    }
    return ids;
  });
  if (done) return done;
  const { holder = 'unknown', expiresAt = options.clock() } = await store.leases.get('migrate') ?? {};
  const seconds = Math.ceil((expiresAt.getTime() - options.clock().getTime()) / 1_000);
  throw new StorageContentionError(`Another process (${holder}) is migrating the database ${store.database}. Wait until it is done; if it was killed, its place is free in ${Math.max(1, seconds)} s: try again then.`);
}

/** For whoever needs a migrated database and must not migrate it: throws MigrationNeededError that says what to run. */
export async function requireMigrated(store: Store): Promise<void> {
  const pending = await pendingMigrations(store);
  if (pending.length === 0) return;
  throw new MigrationNeededError(`The database ${store.database} at ${store.server} is not ready: ${pending.map((step) => `${step.id} (${step.what})`).join(', ')}. Run "rivalwatch migrate", then start again.`);
}
