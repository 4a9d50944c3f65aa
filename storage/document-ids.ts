/** The record as its collection keeps it: `id` is `_id` there. */
export function toDocument<T extends { readonly id: string }>(record: T): Omit<T, 'id'> & { readonly _id: T['id'] } {
  const { id, ...rest } = record;
  return { ...rest, _id: id };
}

/** The record of a document; fields that only storage needs stay behind. */
export function fromDocument<D extends { readonly _id: string; readonly recordedAt?: Date }>(document: D): Omit<D, '_id' | 'recordedAt'> & { readonly id: D['_id'] } {
  const { _id, recordedAt: _recordedAt, ...rest } = document;
  return { ...rest, id: _id };
}
