import type { Alert } from '../../model/alert.ts';
import type { Change, ChangeDetail } from '../../model/change.ts';
import { massText } from '../changes/judgement/mass.ts';
import type { Judged } from '../changes/judgement/view.ts';
import type { Fold, FoldedCrawl } from './fold.ts';
import type { AlertRow, ChangeRow, CrawlEventRow, SuspiciousRow } from './report.ts';
import { priceRow, sides } from './sides.ts';

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
    else if (mass !== undefined) this.crawlEvents.push({ ...event, verdict: 'broken', why: `${massText(mass)}; they wait for a second look` });
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
