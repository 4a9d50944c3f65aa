import type { Filter, OptionalId, WithoutId } from 'mongodb';

/*
 * What the driver's conditional types ask for and cannot follow through a type parameter.
 */

/** The filter for one `_id`. Guaranteed by `T extends { _id: string }`, which the driver's conditional types cannot follow. */
export function byId<T extends { readonly _id: string }>(id: T['_id']): Filter<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stated above
  return { _id: id } as Filter<T>;
}

/** A document with its own `_id` needs none made: what the driver's conditional type asks for and cannot see in a type parameter. */
export function forInsert<T extends { readonly _id: string }>(document: T): OptionalId<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stated above
  return document as OptionalId<T>;
}

/** The driver's type of a replacement: all but the `_id`, which the filter gives and a replacement cannot alter. */
export function withoutId<T extends { readonly _id: string }>(document: T): WithoutId<T> {
  const { _id, ...rest } = document;
  return rest;
}
