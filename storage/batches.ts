import { factId, type BatchId, type CrawlId, type TargetId } from '../model/ids.ts';
import type { CrawlRequest, CrawlTally } from '../model/crawl.ts';
import type { Outcome } from '../model/outcome.ts';
import { StorageContentionError } from './errors.ts';
import { emptyTally, sumTallies, tallyUpdate } from './tally.ts';
import type { BatchDocument, RequestDone } from './documents.ts';
import type { Store } from './store.ts';

/** A part of a crawl. `no` counts from 1 and is the batch's identity: give the same work the same number. */
export interface NewBatch {
  readonly no: number;
  readonly requests: readonly CrawlRequest[];
}

/** The id of a batch of a crawl. */
export function batchId(crawlId: CrawlId, no: number): BatchId {
  return factId('batch', crawlId, no);
}

/**
 * Adds batches to a crawl; those that are there already stay as they are. Returns all of them as they are stored. Add what a page led to before
 * its own request is recorded, else a crash in between loses it.
 */
export async function addBatches(store: Store, crawl: { readonly _id: CrawlId; readonly targetId: TargetId }, batches: readonly NewBatch[], now: Date, notBefore = now): Promise<BatchDocument[]> {
  const documents = batches.map(({ no, requests }): BatchDocument => ({
    _id: batchId(crawl._id, no), crawlId: crawl._id, targetId: crawl.targetId, no, state: 'open', rev: 0, requests, tally: emptyTally(), notBefore, updatedAt: now,
  }));
  const there = await store.batches.insertAll(documents);
  const old = there.size === 0 ? [] : await store.batches.getAll([...there].flatMap((index) => documents[index]?._id ?? []));
  const stored = new Map(old.map((batch) => [batch._id, asRead(batch)]));
  return documents.map((document) => stored.get(document._id) ?? document);
}

/** One batch with its requests. */
export async function batch(store: Store, id: BatchId): Promise<BatchDocument | undefined> {
  const stored = await store.batches.get(id);
  return stored && asRead(stored);
}

/** All batches of a crawl with their requests. */
export async function batchesOf(store: Store, crawlId: CrawlId): Promise<BatchDocument[]> {
  return (await store.batches.find({ crawlId }, { sort: { no: 1 } })).map(asRead);
}

/** The batches of a crawl that are still to be worked off. */
export async function openBatches(store: Store, crawlId: CrawlId): Promise<BatchDocument[]> {
  return (await store.batches.find({ crawlId, state: 'open' }, { sort: { no: 1 } })).map(asRead);
}

/** How many batches of a crawl are still to be worked off. */
export async function countOpenBatches(store: Store, crawlId: CrawlId): Promise<number> {
  return store.batches.count({ crawlId, state: 'open' });
}

/** What became of the request at `index` of a batch, and what it adds to the tally. */
export interface RequestUpdate {
  readonly index: number;
  readonly outcome: Outcome;
  /** HTTP status of the answer, where there was one. */
  readonly status?: number;
  readonly tally: Partial<CrawlTally>;
  /** Requests it led to that join the same batch, each with its place there. */
  readonly appended?: readonly { readonly index: number; readonly request: CrawlRequest }[];
}

const ROUNDS = 8;

/** What whoever works on a batch knows of it. */
export type KnownBatch = Pick<BatchDocument, '_id' | 'rev' | 'requests'>;

/**
 * Records outcomes and their tally in one update, on the batch as it is known: it is read only where another worker recorded something since. A request that
 * was recorded before is not counted again, whoever did it. Returns how many were new, and the batch as it is known now.
 */
export async function recordRequests(store: Store, known: KnownBatch, updates: readonly RequestUpdate[], now: Date): Promise<{ readonly fresh: number; readonly known: KnownBatch }> {
  const wanted = [...new Map(updates.map((update) => [update.index, update])).values()].toSorted((a, b) => a.index - b.index);
  let current = known;
  for (let round = 0; round < ROUNDS; round += 1) {
    const left = notRecorded(current.requests, wanted);
    if (left.length === 0) return { fresh: 0, known: current };
    if (await recordAll(store, current, left, now)) return { fresh: left.length, known: recorded(current, left) };
    const stored = await batch(store, known._id);
    if (!stored) return { fresh: 0, known: current };
    current = stored;
  }
  throw new StorageContentionError(`The batch ${known._id} was written by other workers ${ROUNDS} times in a row; it is tried again.`);
}

/** Those whose requests have no outcome yet. A request that one of them appends may have its own among them, behind it: pages that led from one to the next are recorded together. */
function notRecorded(requests: readonly CrawlRequest[], updates: readonly RequestUpdate[]): readonly RequestUpdate[] {
  const all = [...requests];
  return updates.filter(({ index, appended = [] }) => {
    const request = all[index];
    if (request === undefined || request.outcome !== undefined) return false;
    for (const next of appended) all[next.index] ??= next.request;
    return true;
  });
}

/** All or nothing: false when somebody recorded something since the batch was read. Outcomes are added to one list, because servers take each path of an update by itself. */
async function recordAll(store: Store, { _id, rev }: KnownBatch, updates: readonly RequestUpdate[], now: Date): Promise<boolean> {
  const { inc, push } = tallyUpdate(sumTallies(updates.map((update) => update.tally)));
  const appended = Object.fromEntries(appendedBy(updates).map(({ index, request }) => [`requests.${index}`, request]));
  return store.batches.update({ _id, rev }, {
    $set: { ...appended, tries: 0, updatedAt: now }, $max: { notBefore: now }, $inc: { ...inc, rev: 1 }, $push: { ...push, done: { $each: updates.map(doneOf) } },
  });
}

function recorded({ _id, rev, requests }: KnownBatch, updates: readonly RequestUpdate[]): KnownBatch {
  const all = [...requests];
  for (const { index, request } of appendedBy(updates)) all[index] = request;
  return { _id, rev: rev + 1, requests: withOutcomes(all, updates.map(doneOf)) };
}

function appendedBy(updates: readonly RequestUpdate[]): NonNullable<RequestUpdate['appended']> {
  return updates.flatMap((update) => update.appended ?? []);
}

function doneOf({ index, outcome, status }: RequestUpdate): RequestDone {
  return { index, outcome, ...(status === undefined ? {} : { status }) };
}

function withOutcomes(requests: readonly CrawlRequest[], done: readonly RequestDone[]): readonly CrawlRequest[] {
  const all = [...requests];
  for (const { index, ...outcome } of done) {
    const request = all[index];
    if (request) all[index] = { ...request, ...outcome };
  }
  return all;
}

/** As everybody wants it: what became of a request stands with the request. */
function asRead({ done, ...stored }: BatchDocument): BatchDocument {
  return done ? { ...stored, requests: withOutcomes(stored.requests, done) } : stored;
}

/** Puts an open batch off; `indexes` are the requests that were told to wait, so that it can be seen how often. */
export async function putOffBatch(store: Store, id: BatchId, until: Date, now: Date, indexes: readonly number[] = []): Promise<boolean> {
  const waits = Object.fromEntries(indexes.map((index) => [`requests.${index}.putOff`, 1]));
  return store.batches.update({ _id: id, state: 'open' }, { $set: { notBefore: until, tries: 0, updatedAt: now }, ...(indexes.length > 0 ? { $inc: waits } : {}) });
}

/** Notes that a worker begins an open batch. Returns how often that was since the batch last got on, this time included; undefined when it is not open. */
export async function beginBatch(store: Store, id: BatchId, now: Date): Promise<number | undefined> {
  const begun = await store.batches.updateAndGet(id, { state: 'open' }, { $inc: { tries: 1 }, $set: { updatedAt: now } });
  return begun && (begun.tries ?? 1);
}

/** Marks a batch as done. False when it was already. Then ask finishCrawlIfComplete. */
export async function closeBatch(store: Store, id: BatchId, now: Date): Promise<boolean> {
  return store.batches.update({ _id: id, state: 'open' }, { $set: { state: 'done', updatedAt: now } });
}
