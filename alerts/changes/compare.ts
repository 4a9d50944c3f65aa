import { isDeepStrictEqual } from 'node:util';
import type { Baseline } from '../../storage/documents.ts';
import type { ChangeDetail } from '../../model/change.ts';
import type { VersionId } from '../../model/ids.ts';
import type { ListingFields, Price } from '../../model/listing.ts';
import type { PictureHash } from '../../model/picture.ts';
import type { Evidence, Reading } from '../../model/reading.ts';

/** What the new version is compared with, and the new version's readings. */
export interface Sides {
  readonly before: Partial<ListingFields>;
  readonly after: ListingFields;
  /** The price of before, whoever sold it then. */
  readonly shownPrice?: Reading<Price>;
  /** The last price of each kind. */
  readonly prices: NonNullable<Baseline['prices']>;
  /** Accepted prices of each kind over time. */
  readonly history: NonNullable<Baseline['history']>;
  /** Prices of each kind that waited for a second look which came too late for them. */
  readonly doubted: NonNullable<Baseline['doubted']>;
  /** False when another variant, another seller or another condition (used, not new) is shown now: their prices and stock are not the same thing. */
  readonly sameOffer: boolean;
  /** When the new version was first seen. */
  readonly at: Date;
  /** When the version each old reading came from was first seen. */
  readonly earlier: NonNullable<Baseline['fieldTimes']>;
  /** An article beside it has the very price that is new here: how likely that is by accident; left out when one had before, too. */
  readonly beside?: number;
  /** The listing's addresses; left out when the old one is not known. */
  readonly url?: { readonly from: string; readonly to: string };
  /** What is known of the pictures, by address; left out when they are compared by address alone. */
  readonly pictures?: ReadonlyMap<string, PictureHash>;
}

/** One difference. `aspect` tells the changes of one kind and version apart (a variant's SKU, a promotion's key). */
export interface Difference {
  readonly detail: ChangeDetail;
  readonly aspect?: string;
  readonly evidence?: Evidence;
  /** The version the old value came from, when it is another one than the field's. */
  readonly fromVersion?: VersionId;
}

export interface Compared {
  readonly differences: readonly Difference[];
  /** The old reading stays the baseline, so that many steps too small to tell add up. */
  readonly keep?: boolean;
  /** Readings to keep as the baseline instead of the new ones. */
  readonly accept?: Partial<ListingFields>;
}

/** Compares one field of the two sides. Every file of a kind of change exports one of these. */
export type Compare = (sides: Sides) => Compared;

export const SAME: Compared = { differences: [] };

/** Both values, when both readings are known; else undefined, because unknown compares with nothing. */
export function bothKnown<T>(before: Reading<T> | undefined, after: Reading<T>): { readonly from: T; readonly to: T; readonly evidence: Evidence } | undefined {
  if (before?.state !== 'known' || after.state !== 'known') return undefined;
  return { from: before.value, to: after.value, evidence: after.evidence };
}

/** A reading that says something: the value, or null when the page says there is none. Undefined when unknown. */
export function settled<T>(reading: Reading<T> | undefined): { readonly value: T | null; readonly evidence: Evidence } | undefined {
  if (reading === undefined || reading.state === 'unknown') return undefined;
  return { value: reading.state === 'known' ? reading.value : null, evidence: reading.evidence };
}

/** True when both values are known and were read by the same method: what other parts of a page call a thing is no change of it. */
export function sameWay(before: Reading<unknown> | undefined, after: Reading<unknown>): boolean {
  return before?.state === 'known' && after.state === 'known' && before.evidence.method === after.evidence.method;
}

/** True when both readings are known and of one value, or both say that there is none. */
export function sameValue(a: Reading<unknown> | undefined, b: Reading<unknown>): boolean {
  if (a?.state === 'known' && b.state === 'known') return isDeepStrictEqual(a.value, b.value);
  return a?.state === 'absent' && b.state === 'absent';
}
