import { expect, test } from 'vitest';
import type { Change } from '../../../model/change.ts';
import { changedHistory } from '../../../workers/replay/changes.ts';
import type { VersionDocument } from '../../../storage/documents.ts';
import { ranking } from '../../alerts/changes/support.ts';

const read = (seq: number, ...ids: readonly string[]): VersionDocument => ({ ...ranking(seq, ids), diff: 'done' });
const kinds = (changes: readonly Change[]): readonly string[] => [...new Set(changes.map(({ detail }) => detail.kind))].toSorted();

test('a ranking that is read differently tells the places it should have told, and takes back those it told', () => {
  const [first, plain] = [read(1, 'a', 'b', 'c', 'd', 'e'), read(2, 'a', 'b', 'c', 'd', 'e')];
  const ad = { ...read(2, '$b', 'a', 'b', 'c', 'd'), _id: plain._id };
  const told = changedHistory({ versions: [first, plain], stored: [], corrected: new Map([[ad._id, ad]]) });
  expect([kinds(told.appear), told.vanish]).toEqual([['search_rank', 'sponsored_share'], []]);
  const back = changedHistory({ versions: [first, ad], stored: told.appear, corrected: new Map([[plain._id, plain]]) });
  expect([back.appear, kinds(back.vanish)]).toEqual([[], ['search_rank', 'sponsored_share']]);
});
