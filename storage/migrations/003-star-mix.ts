import type { Migration } from './migration.ts';

/** Gives the versions that were written before the stars of ratings were read the field, as one that was not read. */
export const starMix: Migration = {
  id: '003-star-mix',
  what: 'stars of ratings of versions that were written before they were read',
  async run(db) {
    await db.collection('versions').updateMany(
      { 'content.kind': 'listing', 'content.fields.starMix': { $exists: false } },
      { $set: { 'content.fields.starMix': { state: 'unknown', reason: 'not_read' } } },
    );
  },
};
