import type { PulseDocument } from './documents.ts';
import type { Store } from './store.ts';

/** What a process says of itself with each beat. */
export type Beat = Omit<PulseDocument, 'depths'> & { readonly depth?: PulseDocument['depths'][number] };

/** Looks at the queues that are kept. */
const MOST_DEPTHS = 4;

/** Notes a sign of life; the first one makes the document. */
export async function beat(store: Store, { _id, depth, ...said }: Beat): Promise<void> {
  const update = { $set: said, ...(depth ? { $push: { depths: { $each: [depth], $slice: -MOST_DEPTHS } } } : {}) };
  if (await store.pulses.update({ _id }, update)) return;
  await store.pulses.insert({ _id, ...said, depths: depth ? [depth] : [] });
}

/** All processes that did not stop in order, dead ones among them. */
export async function pulses(store: Store): Promise<PulseDocument[]> {
  return store.pulses.find({});
}

/** The process stopped in order, or its death was told. */
export async function endPulse(store: Store, id: string): Promise<void> {
  await store.pulses.remove({ _id: id });
}
