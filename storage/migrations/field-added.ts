import type { FieldName } from '../../model/listing.ts';
import type { Migration } from './migration.ts';

/** Gives the versions of listings that were written before a field was read the field, as one that was not read. */
export function fieldAdded(field: FieldName): Migration['run'] {
  return async (db) => {
    await db.collection('versions').updateMany(
      { 'content.kind': 'listing', [`content.fields.${field}`]: { $exists: false } },
      { $set: { [`content.fields.${field}`]: { state: 'unknown', reason: 'not_read' } } },
    );
  };
}
