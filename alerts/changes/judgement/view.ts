import type { Baseline, VersionDocument } from '../../../storage/documents.ts';
import type { Change, ChangeFacts, ChangeKind } from '../../../model/change.ts';
import type { CrawlId } from '../../../model/ids.ts';
import type { Price } from '../../../model/listing.ts';
import type { Look } from '../../../model/look.ts';
import { sameCurrency } from '../../../model/money.ts';
import { valueOf } from '../../../model/reading.ts';
import type { Suspicion } from '../../../model/suspicion.ts';
import { diffListing, type ListingDiff, type ListingDiffInput } from '../listing.ts';
import { withSilence } from '../silence.ts';
import { withDoubted } from './doubted.ts';
import { FIRST_BOUNDS } from './looks.ts';
import { isReducedFrom } from './shares.ts';
import { isSilencedAgain } from './silenced.ts';
import { agrees, sizeOf, type Custom, type PriceMove } from './suspicion.ts';

/** The unsettled versions of a listing as one target shows it, oldest first: the newest one, which this crawl saw, and those held before it. */
export interface ViewInput {
  readonly versions: readonly VersionDocument[];
  /** The crawl that saw the newest version. */
  readonly crawlId: CrawlId;
  readonly baseline?: Baseline;
  readonly siblings?: readonly Baseline[];
  readonly title?: string;
  readonly listingId?: ChangeFacts['listingId'];
  readonly custom?: Custom;
  /** What is known of pictures, by address; left out when they are compared by address. */
  readonly pictures?: NonNullable<ListingDiffInput['pictures']>;
}

/** A suspicious version and what became of it in this crawl. */
export interface Judged {
  readonly version: VersionDocument;
  readonly suspicion: Suspicion;
  readonly became: 'held' | 'confirmed' | 'dropped';
}

/** How a version is left: done, or held until a price of it is seen again. */
export interface Settlement {
  readonly version: VersionDocument;
  readonly diff: 'done' | 'held';
  readonly suspicion?: Suspicion;
  readonly dropped?: true;
  readonly confirmedBy?: CrawlId;
  readonly baseline?: Baseline;
}

export interface JudgedView {
  readonly changes: readonly Change[];
  readonly settlements: readonly Settlement[];
  readonly judged: readonly Judged[];
  /** How far accepted prices moved. */
  readonly moves: readonly PriceMove[];
  /** What later versions are compared with. */
  readonly baseline?: Baseline;
}

/**
 * Settles the versions of a view. A version that bears a suspicious price is held. A later crawl that sees the same price, on the same version or on one
 * that differs elsewhere, confirms it; one that sees another price drops it; one that sees none decides nothing.
 */
export function judgeView(input: ViewInput): JudgedView {
  const run = new ViewRun(input);
  for (const [index, version] of input.versions.entries()) {
    if (index < input.versions.length - 1 && version.diff === 'held') run.recall(version);
    else run.see(version);
  }
  return run.result();
}

/** Held before and not decided yet; without a suspicion when its crawl was not to be trusted. */
interface Waiting {
  readonly version: VersionDocument;
  readonly suspicion?: Suspicion;
}

/** What so many listings did alike was told once, of their source: where it stays, it is taken in without a word about each. */
const OF_PRICE: readonly ChangeKind[] = ['price', 'list_price', 'unit_price', 'to_pay'];

class ViewRun {
  readonly #input: ViewInput;
  readonly #changes: Change[] = [];
  readonly #settlements: Settlement[] = [];
  readonly #judged: Judged[] = [];
  readonly #moves: PriceMove[] = [];
  #waiting: readonly Waiting[] = [];
  #baseline: Baseline | undefined;

  constructor(input: ViewInput) {
    this.#input = input;
    this.#baseline = input.baseline;
  }

  /** A version that an earlier crawl held. */
  recall(version: VersionDocument): void {
    const { suspicion } = version;
    this.#waiting = [...this.#waiting, { version, ...(suspicion ? { suspicion } : {}) }];
  }

  /** A version of this crawl, or a held one that it saw again. */
  see(version: VersionDocument): void {
    this.#acceptNamed(version);
    const again = version.diff === 'held' && version.firstCrawlId !== this.#input.crawlId;
    const first = this.#diff(version, false);
    const suspicion = first.suspicion ?? (again ? version.suspicion : undefined);
    if (!first.suspicion) this.#decideWaiting(version);
    if (!first.suspicion || again) return this.#accept(version, this.#diff(version, true), suspicion);
    const earlier = this.#agreeing(version);
    if (!earlier) {
      this.#judged.push({ version, suspicion: first.suspicion, became: 'held' });
      this.#settlements.push({ version, diff: 'held', suspicion: first.suspicion });
      return;
    }
    this.#waiting = this.#waiting.filter((one) => one !== earlier);
    this.#accept(earlier.version, this.#diff(earlier.version, true), earlier.suspicion);
    this.#decideWaiting(version);
    this.#accept(version, this.#diff(version, true), undefined);
  }

  result(): JudgedView {
    for (const { version, suspicion } of this.#waiting) this.#settlements.push({ version, diff: 'held', ...(suspicion ? { suspicion } : {}) });
    return { changes: this.#changes, settlements: this.#settlements, judged: this.#judged, moves: this.#moves, ...(this.#baseline ? { baseline: this.#baseline } : {}) };
  }

  #diff(version: VersionDocument, confirmed: boolean): ListingDiff {
    const { siblings, title, listingId, custom, pictures } = this.#input;
    return diffListing({
      version, confirmed, ...(this.#baseline ? { baseline: this.#baseline } : {}), ...(siblings ? { siblings } : {}), ...(title === undefined ? {} : { title }),
      ...(listingId === undefined ? {} : { listingId }), ...(custom ? { custom } : {}), ...(pictures ? { pictures } : {}),
    });
  }

  #accept(version: VersionDocument, { changes, baseline, moved }: ListingDiff, suspicion: Suspicion | undefined): void {
    if (suspicion) this.#judged.push({ version, suspicion, became: 'confirmed' });
    this.#changes.push(...(suspicion?.alike ? changes.filter(({ detail }) => !OF_PRICE.includes(detail.kind)) : changes));
    if (moved) this.#moves.push(moved);
    this.#baseline = baseline;
    this.#settlements.push({ version, diff: 'done', ...this.#confirmedBy(version), baseline });
  }

  /** Of a version that an earlier crawl held: this crawl. */
  #confirmedBy({ firstCrawlId }: VersionDocument): { readonly confirmedBy?: CrawlId } {
    return firstCrawlId === this.#input.crawlId ? {} : { confirmedBy: this.#input.crawlId };
  }

  /** A fall that was dropped counts among the bare moves as well where only a narrow bound held it back: it may have been a short sale. */
  #decide({ version, suspicion }: Required<Waiting>, confirmed: boolean, by: VersionDocument): void {
    this.#judged.push({ version, suspicion, became: confirmed ? 'confirmed' : 'dropped' });
    const factor = Math.exp(sizeOf(suspicion.from, suspicion.to));
    if (!confirmed && this.#baseline) this.#baseline = withDoubted(this.#baseline, { version, suspicion }, by);
    if (!confirmed && suspicion.bySize && factor < 1 && factor >= FIRST_BOUNDS.down) this.#moves.push({ factor, bare: true });
  }

  /** Takes in what was held for the very price from which this version says that it is reduced, unless that was said already when it was held. */
  #acceptNamed({ content, firstCrawlId }: VersionDocument): void {
    if (content.kind !== 'listing') return;
    const before = this.#baseline?.fields;
    const named = this.#waiting.findLast(({ version, suspicion }) => version.firstCrawlId !== firstCrawlId && suspicion && isReducedFrom(content.fields, suspicion.to) && !(before && isReducedFrom(before, suspicion.to)));
    if (!named) return;
    this.#waiting = this.#waiting.filter((one) => one !== named);
    this.#accept(named.version, this.#diff(named.version, true), named.suspicion);
  }

  /** The newest one of another crawl that was held for the same price. */
  #agreeing(version: VersionDocument): Waiting | undefined {
    const price = priceOf(version);
    return price && this.#waiting.findLast((one) => one.version.firstCrawlId !== this.#input.crawlId && one.suspicion && agrees(one.suspicion, price));
  }

  /** Lets the waiting ones go, unless this version shows no price to hold against theirs. */
  #decideWaiting(version: VersionDocument): void {
    const price = priceOf(version);
    const decided = this.#waiting.filter((one) => price || !one.suspicion);
    for (const one of decided) {
      const confirmed = price !== undefined && isSeenAgain(one, price, version);
      if (one.suspicion) this.#decide({ ...one, suspicion: one.suspicion }, confirmed, version);
      this.#settlements.push({ version: one.version, diff: 'done', ...(confirmed ? this.#confirmedBy(one.version) : { dropped: true }) });
    }
    this.#waiting = this.#waiting.filter((one) => !decided.includes(one));
  }
}

/** A suspicious price is confirmed by one near it, as the shop may have moved it since; one of a crawl that was not to be trusted only by the same. */
function isSeenAgain({ version, suspicion }: Waiting, price: Price, { content }: VersionDocument): boolean {
  if (suspicion?.silenced) return content.kind === 'listing' && isSilencedAgain(withSilence(content.fields));
  const held = priceOf(version);
  return suspicion ? agrees(suspicion, price) : held?.kind === price.kind && sameCurrency(held.money, price.money) && held.money.minor === price.money.minor;
}

function priceOf({ content }: VersionDocument): Price | undefined {
  return content.kind === 'listing' ? valueOf(content.fields.price) : undefined;
}

/** Fewer prices that are held alike are no matter of the whole crawl. */
const LEAST_ALIKE = 10;

/** The pages whose price was held because so many moved alike; undefined when they are too few to speak of the crawl as a whole. */
export function heldAlike(judged: readonly Judged[]): readonly string[] | undefined {
  const pages = judged.flatMap(({ version, suspicion, became }) => (became === 'held' && suspicion.alike && version.content.kind === 'listing' ? [version.content.url] : []));
  return pages.length < LEAST_ALIKE ? undefined : pages;
}

/** What the decided suspicions of a view teach about its source. */
export function looksOf(judged: readonly Judged[]): readonly Look[] {
  return judged.flatMap(({ version, suspicion, became }) => {
    const size = sizeOf(suspicion.from, suspicion.to);
    return became === 'held' || !suspicion.bySize || !Number.isFinite(size) ? [] : [{ at: version.firstSeenAt, size, real: became === 'confirmed' }];
  });
}
