import type { LeaseDocument } from './documents.ts';
import type { Store } from './store.ts';

export interface LeaseOptions {
  readonly name: string;
  /** Who asks; unique to the process. */
  readonly holder: string;
  /** How long it is held when the holder dies, in milliseconds. It is renewed at a third of that while the work goes on. */
  readonly ms: number;
  readonly clock: () => Date;
}

/**
 * Does `work` while this process alone holds the lease. Undefined when somebody else holds it. `signal` aborts when the lease was lost (the
 * server away for longer than it lasts): stop then, somebody else may have begun.
 */
export async function withLease<T>(store: Store, options: LeaseOptions, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  if (!await take(store, options)) return undefined;
  const lost = new AbortController();
  let renewed = Promise.resolve();
  const renewal = setInterval(() => { renewed = renewed.then(() => renew(store, options, lost)); }, Math.max(50, options.ms / 3));
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(renewal);
    // One that is on its way could take the lease once more after it was given back.
    await renewed;
    await store.leases.remove({ _id: options.name, holder: options.holder });
  }
}

async function renew(store: Store, options: LeaseOptions, lost: AbortController): Promise<void> {
  if (lost.signal.aborted) return;
  try {
    if (!await take(store, options)) lost.abort(new Error(`the lease "${options.name}" was lost`));
  } catch (error) {
    lost.abort(error);
  }
}

/** Takes or renews it. */
async function take(store: Store, { name, holder, ms, clock }: LeaseOptions): Promise<boolean> {
  const now = clock();
  const lease: LeaseDocument = { _id: name, holder, expiresAt: new Date(now.getTime() + ms) };
  if (await store.leases.insert(lease)) return true;
  const change = { $set: { holder, expiresAt: lease.expiresAt } };
  return await store.leases.update({ _id: name, holder }, change) || store.leases.update({ _id: name, expiresAt: { $lte: now } }, change);
}

/** True for the first caller with this name, on any machine; everybody later gets false. The name is forgotten a day after `until`, or with the next housekeeping. */
export async function once(store: Store, name: string, until: Date): Promise<boolean> {
  return store.leases.insert({ _id: `once-${name}`, holder: 'once', expiresAt: until });
}
