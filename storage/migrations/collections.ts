import { fingerprint } from '../../model/ids.ts';
import { INDEXES } from '../indexes.ts';
import { VALIDATORS } from '../validators.ts';
import type { Migration } from './migration.ts';

/** Validators are missing on servers that do not know them: they are a backstop, not a need. */
const NOT_KNOWN: ReadonlySet<unknown> = new Set([59, 115, 238, 40_415]);

const validators = new Map(Object.entries(VALIDATORS));

/** Creates every collection with its indexes and its validator. Its name changes with what it makes, so that it runs again when that is another. */
export const collections: Migration = {
  id: `collections-${fingerprint(JSON.stringify([INDEXES, VALIDATORS]))}`,
  what: 'collections, indexes and validators',
  async run(db) {
    const there = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map((item) => item.name));
    for (const [name, indexes] of Object.entries(INDEXES)) {
      if (!there.has(name)) await db.createCollection(name);
      if (indexes.length > 0) await db.collection(name).createIndexes([...indexes]);
      const validator = validators.get(name);
      if (!validator) continue;
      await db.command({ collMod: name, validator, validationLevel: 'moderate', validationAction: 'error' }).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && NOT_KNOWN.has(error.code))) throw error;
      });
    }
  },
};
