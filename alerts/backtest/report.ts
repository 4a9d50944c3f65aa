import type { Alert } from '../../model/alert.ts';
import type { Change, ChangeDetail } from '../../model/change.ts';
import type { Price } from '../../model/listing.ts';
import { badShare } from '../../model/star-mix.ts';
import { decimalOf, type Money } from '../../model/money.ts';
import type { Judged } from '../changes/judgement/view.ts';
import type { Fold, FoldedCrawl } from './fold.ts';
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

/** Gathers the rows crawl by crawl. */
export class Rows {
  readonly changes: ChangeRow[] = [];
  readonly crawlEvents: CrawlEventRow[] = [];
  readonly alerts: AlertRow[] = [];
  readonly #suspicious = new Map<string, SuspiciousRow>();
  readonly #fold: Fold;

  constructor(fold: Fold) {
    this.#fold = fold;
  }

  suspicious(): readonly SuspiciousRow[] {
    return [...this.#suspicious.values()];
  }

  take(folded: FoldedCrawl, alerts: readonly Alert[]): void {
    const { crawl, judgement, mass } = folded;
    const at = crawl.finishedAt ?? crawl.startedAt;
    for (const one of folded.judged) this.#judge(one, folded);
    for (const change of folded.changes) if (change.listingId) this.changes.push(this.#changeRow(change, folded));
    for (const alert of alerts) this.alerts.push(this.#alertRow(alert, folded));
    const event = { crawl: crawl.id, source: crawl.source, crawlKind: crawl.kind, at, listings: crawl.observed.size };
    if (judgement.verdict !== 'good') this.crawlEvents.push({ ...event, verdict: judgement.verdict === 'blocked' ? 'failed' : judgement.verdict, why: judgement.why });
    else if (mass !== undefined) this.crawlEvents.push({ ...event, verdict: 'broken', why: `most prices went by the same factor of ${mass.toFixed(3)}: another currency or tax, or a misreading; they wait for a second look` });
  }

  #judge({ version, suspicion, became }: Judged, { crawl }: FoldedCrawl): void {
    const before = this.#suspicious.get(version._id);
    const row: SuspiciousRow = before ?? {
      source: version.sourceId, productId: version.content.kind === 'listing' ? version.content.productId : null, crawl: this.#fold.nameOf(version.firstCrawlId), at: version.firstSeenAt, field: 'price',
      from: priceRow(suspicion.from), to: priceRow(suspicion.to), why: suspicion.why, became: 'open', decidedBy: null,
    };
    this.#suspicious.set(version._id, became === 'held' ? row : { ...row, became, decidedBy: crawl.id });
  }

  #changeRow(change: Change, { crawl }: FoldedCrawl): ChangeRow {
    const { detail } = change;
    const suspicious = change.toVersion && this.#suspicious.get(change.toVersion);
    const waited = suspicious && suspicious.crawl !== crawl.id ? suspicious : undefined;
    const seen = this.#seenIn(change, crawl);
    return {
      kind: detail.kind, source: crawl.source, productId: this.#productId(change), crawl: crawl.id, at: seen, title: change.title, ...sides(detail),
      ...('returned' in detail && detail.returned ? { returned: true as const } : {}), ...(waited ? { firstSeen: { crawl: waited.crawl, at: waited.at } } : {}), detail,
    };
  }

  #alertRow(alert: Alert, { crawl }: FoldedCrawl): AlertRow {
    const { ruleId, severity, moment, change } = alert;
    return {
      rule: ruleId, severity, moment, source: change.sourceId, productId: this.#productId(change), crawl: crawl.id, at: this.#seenIn(change, crawl), change: change.detail.kind, ...sides(detailTold(alert)), title: change.title,
    };
  }

  #seenIn(change: Change, crawl: FoldedCrawl['crawl']): Date {
    return crawl.observed.get(this.#productId(change) ?? '')?.at ?? crawl.finishedAt ?? crawl.startedAt;
  }

  #productId({ listingId }: Change): string | null {
    return (listingId && this.#fold.listing(listingId)?.productId) ?? null;
  }
}

/** What a message says of the change: what waited is told together with it, from where that began. */
function detailTold({ change: { detail }, reason: { baseline, from, percent } }: Alert): ChangeDetail {
  const counted = baseline === 'previous' || baseline === 'last_alerted';
  return detail.kind === 'price' && counted && from && percent !== undefined ? { ...detail, from: { ...detail.from, money: from }, percent } : detail;
}

/** The two sides of a change, as far as it has two that can be written in a cell. */
function sides(detail: ChangeDetail): Pick<ChangeRow, 'from' | 'to' | 'percent'> {
  if (detail.kind === 'star_mix') return { from: tenths(badShare(detail.from)), to: tenths(badShare(detail.to)), percent: null };
  const from = 'from' in detail ? valueRow(detail.from) : null;
  const to = 'to' in detail ? valueRow(detail.to) : null;
  return { from, to, percent: 'percent' in detail ? Math.round(detail.percent * 100) / 100 : null };
}

function tenths(share: number): number {
  return Math.round(share * 10) / 10;
}

function valueRow(value: unknown): ValueRow {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return null;
  if ('money' in value && 'kind' in value && isMoney(value.money)) return { ...moneyRow(value.money), kind: String(value.kind) };
  if (isMoney(value)) return moneyRow(value);
  if ('money' in value && 'per' in value && 'unit' in value && isMoney(value.money)) return `${decimalOf(value.money)} ${value.money.currency} / ${String(value.per)} ${String(value.unit)}`;
  if ('name' in value && typeof value.name === 'string') return value.name;
  return 'value' in value && typeof value.value === 'number' ? value.value : null;
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value && 'exponent' in value;
}

function moneyRow(money: Money): MoneyRow {
  return { amount: Number(decimalOf(money)), currency: money.currency };
}

function priceRow(price: Price): MoneyRow {
  return { ...moneyRow(price.money), kind: price.kind };
}
