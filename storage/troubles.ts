import type { TroubleDocument } from './documents.ts';
import type { Store } from './store.ts';

/** What is wrong at the moment. */
export async function troubles(store: Store): Promise<TroubleDocument[]> {
  return store.troubles.find({});
}

/** Notes a trouble that has begun; one that is noted stays as it is. Returns it as it is stored. */
export async function beginTrouble(store: Store, trouble: TroubleDocument): Promise<TroubleDocument> {
  return await store.troubles.insert(trouble) ? trouble : await store.troubles.get(trouble._id) ?? trouble;
}

/** Notes that it was told once more, and when it will be again. Write the alert before. False when somebody else has. */
export async function noteTold(store: Store, { _id, times }: TroubleDocument, nextAt: Date): Promise<boolean> {
  return store.troubles.update({ _id, times }, { $set: { times: times + 1, nextAt } });
}

/** It is over. Write the alert before. */
export async function endTrouble(store: Store, id: string): Promise<void> {
  await store.troubles.remove({ _id: id });
}
