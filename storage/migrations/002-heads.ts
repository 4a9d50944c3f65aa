import type { Db } from 'mongodb';
import type { HeadDocument, VersionDocument } from '../documents.ts';
import { INDEXES } from '../indexes.ts';
import { VALIDATORS } from '../validators.ts';
import type { Migration } from './migration.ts';

const PART = 500;

/** The newest version of each subject got a document of its own; databases made before have it from their open versions. */
export const heads: Migration = {
  id: '002-heads',
  what: 'the newest version of each subject, apart from its history',
  async run(db) {
    const there = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map((item) => item.name));
    if (!there.has('heads')) await db.createCollection('heads', VALIDATORS.heads ? { validator: VALIDATORS.heads } : {});
    const names = new Set(INDEXES.versions.map((index) => index.name));
    for (const index of await db.collection('versions').indexes()) {
      if (index.name !== undefined && index.name !== '_id_' && !names.has(index.name)) await db.collection('versions').dropIndex(index.name);
    }
    await copyHeads(db);
  },
};

async function copyHeads(db: Db): Promise<void> {
  const target = db.collection<HeadDocument>('heads');
  const open = db.collection<VersionDocument>('versions').find({ open: true }, { projection: { content: 0 } });
  let part: HeadDocument[] = [];
  const write = async (): Promise<void> => {
    if (part.length > 0) await target.bulkWrite(part.map(({ _id, ...head }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: head }, upsert: true } })), { ordered: false });
    part = [];
  };
  for await (const { subjectId, _id, seq, contentHash, lastSeenAt, lastCrawlId, unsettled } of open) {
    part.push({ _id: subjectId, versionId: _id, seq, contentHash, lastSeenAt, lastCrawlId, ...(unsettled ? { unfinished: true as const } : {}) });
    if (part.length === PART) await write();
  }
  await write();
}
