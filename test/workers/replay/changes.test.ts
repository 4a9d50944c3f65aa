import { expect, test } from 'vitest';
import type { Change } from '../../../model/change.ts';
import { acceptedSteps, changedHistory } from '../../../workers/replay/changes.ts';
import type { VersionDocument } from '../../../storage/documents.ts';
import { is, listingVersion, price, ranking } from '../../alerts/changes/support.ts';

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

test('what a second look dropped is no step, unless it is read today as something that nobody would doubt', () => {
  const at = (seq: number, minor: number): VersionDocument => ({ ...listingVersion(seq, { price: is(price(minor)) }), diff: 'done' });
  const wrong: VersionDocument = { ...at(2, 100_000), dropped: true };
  const right: VersionDocument = { ...wrong, content: at(2, 9_500).content };
  const taken = (versions: readonly VersionDocument[], corrected?: ReadonlyMap<VersionDocument['_id'], VersionDocument>): readonly number[] => [...acceptedSteps({ versions, ...(corrected ? { corrected } : {}) })].map(({ version }) => version.seq);
  expect(taken([at(1, 10_000), wrong, at(3, 9_000)])).toEqual([1, 3]);
  expect(taken([at(1, 10_000), right, at(3, 9_000)], new Map([[right._id, right]]))).toEqual([1, 2, 3]);
  expect(taken([at(1, 10_000), { ...at(2, 100_000) }, at(3, 90_000)])).toEqual([1, 2, 3]);
});
