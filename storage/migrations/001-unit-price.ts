import type { Migration } from './migration.ts';

/** Gives the versions that were written before unit prices were read the field, as one that was not read. */
export const unitPrice: Migration = {
  id: '001-unit-price',
  what: 'unit prices of versions that were written before they were read',
  async run(db) {
    await db.collection('versions').updateMany(
      { 'content.kind': 'listing', 'content.fields.unitPrice': { $exists: false } },
      { $set: { 'content.fields.unitPrice': { state: 'unknown', reason: 'not_read' } } },
    );
  },
};
