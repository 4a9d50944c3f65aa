import { MongoBulkWriteError, MongoServerError, type AnyBulkWriteOperation, type BulkWriteResult, type Collection, type Document, type Filter, type FindCursor, type Sort, type UpdateFilter } from 'mongodb';
import { byId, forInsert, withoutId } from './driver-types.ts';
import { DUPLICATE, storageError } from './errors.ts';
import { exact } from './exact.ts';
import type { Fence } from './fence.ts';
import { AT_ONCE, chunks } from './parts.ts';

/** Documents of one write: servers slow down beyond. */
const WRITE_CHUNK = 500;

export interface FindOptions {
  readonly sort?: Sort;
  readonly limit?: number;
  /** Names of the fields to leave out. */
  readonly without?: readonly string[];
}

/** What came of a bulk of updates; `duplicates` are the positions that lost against a unique index. */
export interface BulkResult {
  readonly matched: number;
  readonly upserted: number;
  readonly duplicates: readonly number[];
}

/**
 * One collection. The only place that talks to the driver, so that three things hold for every read and write: whole numbers
 * stay integers (exact.ts), a duplicate key is "already done" and no error, and other failures are told in an operator's words (errors.ts).
 */
export class Table<T extends { readonly _id: string }> {
  readonly name: string;
  readonly #collection: Collection<T>;
  readonly #server: string;
  readonly #fence: Fence | undefined;

  /** With a fence, its writes are marks of work. */
  constructor(collection: Collection<T>, server: string, fence?: Fence) {
    this.name = collection.collectionName;
    this.#collection = collection;
    this.#server = server;
    this.#fence = fence;
  }

  async get(id: T['_id']): Promise<T | undefined> {
    return this.findOne(byId<T>(id));
  }

  /** The documents of these ids that exist, in any order. */
  async getAll(ids: readonly T['_id'][], options: FindOptions = {}): Promise<T[]> {
    return this.findIn('_id', ids, {}, options);
  }

  async findOne(filter: Filter<T>, options: FindOptions = {}): Promise<T | undefined> {
    const [first] = await this.find(filter, { ...options, limit: 1 });
    return first;
  }

  async find(filter: Filter<T>, options: FindOptions = {}): Promise<T[]> {
    return this.#guard(() => this.#cursor(filter, options).toArray());
  }

  /** Like find, in pages of at most `size` documents of one query: what is written after it began may be missing. End the loop, and the query ends. */
  async *pages(filter: Filter<T>, size: number, options: FindOptions = {}): AsyncGenerator<T[]> {
    const cursor = this.#cursor(filter, options).batchSize(size);
    try {
      while (await this.#guard(() => cursor.hasNext())) yield cursor.readBufferedDocuments();
    } finally {
      await cursor.close();
    }
  }

  /** Like find, for documents whose `field` is one of many values. Sort and limit hold for each {@link AT_ONCE} values alone. */
  async findIn(field: string, values: readonly string[], filter: Filter<T> = {}, options: FindOptions = {}): Promise<T[]> {
    const found: T[] = [];
    for (const part of chunks([...new Set(values)], AT_ONCE)) found.push(...await this.find({ ...filter, [field]: { $in: part } }, options));
    return found;
  }

  /** False when a document with this key is there already. */
  async insert(document: T): Promise<boolean> {
    return (await this.insertAll([document])).size === 0;
  }

  /** Inserts what is not there yet. The positions of those that a unique index refused are returned. */
  async insertAll(documents: readonly T[]): Promise<ReadonlySet<number>> {
    const refused = new Set<number>();
    const done = await this.bulk(documents.map((document) => ({ insertOne: { document: forInsert(document) } })));
    for (const index of done.duplicates) refused.add(index);
    return refused;
  }

  /** True when a document fitted the filter (whether or not the update altered it). */
  async update(filter: Filter<T>, update: UpdateFilter<T>): Promise<boolean> {
    return (await this.#write(() => this.#collection.updateOne(filter, exact(update)))).matchedCount === 1;
  }

  /** Like update, with a whole document. */
  async replace(filter: Filter<T>, document: T): Promise<boolean> {
    return (await this.#write(() => this.#collection.replaceOne(filter, withoutId(exact(document))))).matchedCount === 1;
  }

  /** How many documents the update altered. */
  async updateMany(filter: Filter<T>, update: UpdateFilter<T>): Promise<number> {
    return (await this.#write(() => this.#collection.updateMany(filter, exact(update)))).modifiedCount;
  }

  /** The document after the update; undefined when it did not fit the filter. Two steps, because simple servers look for findOneAndUpdate's document by reading all. */
  async updateAndGet(id: T['_id'], filter: Filter<T>, update: UpdateFilter<T>): Promise<T | undefined> {
    return await this.update({ ...filter, ...byId<T>(id) }, update) ? this.get(id) : undefined;
  }

  /** Unordered writes in few round trips. */
  async bulk(operations: readonly AnyBulkWriteOperation<T>[]): Promise<BulkResult> {
    let matched = 0;
    let upserted = 0;
    const duplicates: number[] = [];
    for (const [no, part] of chunks(operations, WRITE_CHUNK).entries()) {
      const write = (): Promise<BulkWriteResult> => this.#unordered(part, (index) => duplicates.push(no * WRITE_CHUNK + index));
      const done = await (this.#fence ? this.#fence.mark(write) : write());
      matched += done.matchedCount;
      upserted += done.upsertedCount;
    }
    return { matched, upserted, duplicates };
  }

  /** How many were removed. */
  async remove(filter: Filter<T>): Promise<number> {
    return (await this.#guard(() => this.#collection.deleteMany(filter))).deletedCount;
  }

  async count(filter: Filter<T>, limit?: number): Promise<number> {
    return this.#guard(() => this.#collection.countDocuments(filter, limit === undefined ? {} : { limit }));
  }

  async aggregate<R extends Document>(pipeline: readonly Document[]): Promise<R[]> {
    return this.#guard(() => this.#collection.aggregate<R>([...pipeline]).toArray());
  }

  /** The server's plan for a query, for the test that every query uses an index. */
  async explain(filter: Filter<T>, options: FindOptions = {}): Promise<Document> {
    return this.#guard(() => this.#cursor(filter, options).explain());
  }

  /** `find<T>`, because a document as it was written is a T: its `_id` is always given, never the driver's to make. */
  #cursor(filter: Filter<T>, options: FindOptions): FindCursor<T> {
    const cursor = this.#collection.find<T>(exact(filter));
    if (options.sort) cursor.sort(options.sort);
    if (options.limit !== undefined) cursor.limit(options.limit);
    if (options.without) cursor.project(Object.fromEntries(options.without.map((field) => [field, 0])));
    return cursor;
  }

  async #guard<R>(call: () => Promise<R>): Promise<R> {
    try {
      return await call();
    } catch (error) {
      throw storageError(error, this.name, this.#server);
    }
  }

  #write<R>(call: () => Promise<R>): Promise<R> {
    const write = (): Promise<R> => this.#guard(call);
    return this.#fence ? this.#fence.mark(write) : write();
  }

  /** An unordered write that failed by duplicate keys alone has succeeded. */
  async #unordered(operations: readonly AnyBulkWriteOperation<T>[], onDuplicate: (index: number) => void): Promise<BulkWriteResult> {
    try {
      return await this.#collection.bulkWrite(exact(operations), { ordered: false });
    } catch (error) {
      const failed = error instanceof MongoBulkWriteError ? [error.writeErrors].flat() : [];
      const other = failed.find((write) => write.code !== DUPLICATE);
      if (other) throw storageError(Object.assign(new MongoServerError({ message: other.errmsg ?? 'write failed' }), { code: other.code, cause: error }), this.name, this.#server);
      if (!(error instanceof MongoBulkWriteError) || failed.length === 0) throw storageError(error, this.name, this.#server);
      for (const write of failed) onDuplicate(write.index);
      return error.result;
    }
  }
}
