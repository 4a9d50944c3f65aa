import type { ChangeDetail } from '../../model/change.ts';
import type { BadLine } from './recording.ts';

/** An amount as recordings write it. */
export interface MoneyRow {
  readonly amount: number;
  readonly currency: string;
  readonly kind?: string;
}

/** Which listing, in which crawl. `crawl` is the one that made it known, `at` when that crawl saw it. */
export interface PlaceRow {
  readonly source: string;
  /** null for what is about the source as a whole. */
  readonly productId: string | null;
  readonly crawl: string;
  readonly at: Date;
}

export type ValueRow = MoneyRow | string | number | null;

export interface ChangeRow extends PlaceRow {
  readonly kind: string;
  readonly title: string;
  /** Prices as amounts; null where there is no such side. */
  readonly from: ValueRow;
  readonly to: ValueRow;
  /** Of prices: by how much, in per cent of `from`. */
  readonly percent: number | null;
  /** Back at a price that was known before. */
  readonly returned?: true;
  /** First seen by an earlier crawl: it waited for a second look. */
  readonly firstSeen?: { readonly crawl: string; readonly at: Date };
  /** Everything else that the change says. */
  readonly detail: ChangeDetail;
}

/** A price that waited for a second look. */
export interface SuspiciousRow extends PlaceRow {
  readonly field: 'price';
  readonly from: MoneyRow;
  readonly to: MoneyRow;
  readonly why: string;
  /** open: no later crawl has seen a price of the listing. */
  readonly became: 'confirmed' | 'dropped' | 'open';
  /** The crawl that decided; null while open. */
  readonly decidedBy: string | null;
}

/** A crawl that was not good. */
export interface CrawlEventRow {
  readonly crawl: string;
  readonly source: string;
  readonly crawlKind: string;
  readonly at: Date;
  /** failed: nothing was learnt. partial: may add, never remove. broken: its values were held back. */
  readonly verdict: 'failed' | 'partial' | 'broken';
  readonly why: string;
  readonly listings: number;
}

export interface AlertRow extends PlaceRow {
  readonly rule: string;
  readonly severity: string;
  readonly moment: string;
  readonly change: string;
  readonly from: ValueRow;
  readonly to: ValueRow;
  readonly percent: number | null;
  readonly title: string;
}

export interface BacktestReport {
  readonly version: 1;
  readonly crawls: number;
  readonly observations: number;
  readonly changes: readonly ChangeRow[];
  readonly suspicious: readonly SuspiciousRow[];
  readonly crawlEvents: readonly CrawlEventRow[];
  readonly alerts: readonly AlertRow[];
  readonly errors: readonly BadLine[];
}
