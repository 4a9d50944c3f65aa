import type { Rule } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import type { Change } from '../../model/change.ts';
import type { Availability, Price } from '../../model/listing.ts';
import { sameCurrency, type Money } from '../../model/money.ts';
import type { PriceHistory } from '../../model/price-history.ts';
import type { RuleFacts } from '../../model/rule-facts.ts';
import { factsOf } from './facts.ts';
import { compileMatch } from './match.ts';

/** What is known around a change when rules look at it. What is not known is left out, and no rule that asks for it fits. */
export interface RuleContext {
  /** Tags of the change's target. */
  readonly tags: readonly string[];
  /** The operator's own product that the listing is matched with. */
  readonly product?: NonNullable<Alert['product']>;
  /** Limits of that product: the lowest price that anybody may offer it for (控价), and the own floor. */
  readonly limits?: { readonly map?: Money; readonly floor?: Money };
  /** Accepted prices of the change's listing, of the kind the change is about, as of the change. */
  readonly history?: PriceHistory;
  /** What was last accepted of the listing, as far as it is known. */
  readonly listing?: ListingView;
  /** Crawls in a row that saw the new state, the one that found the change included; 1 when left out. */
  readonly confirmedBy?: number;
}

/** The listing as it stands, for filters and for states. */
export interface ListingView {
  readonly price?: Price;
  readonly listPrice?: Money;
  readonly availability?: Availability;
  readonly seller?: string;
  readonly brand?: string;
  readonly condition?: string;
  /** As a share of the best: 0.9 is 4.5 of 5. */
  readonly rating?: number;
  readonly reviewCount?: number;
}

/** A change as it is shown to rules, with what many of them ask for worked out once. */
export interface Shown {
  readonly change: Change;
  readonly context: RuleContext;
  /** Title and seller as words are compared: full-width letters and upper case count for nothing. */
  readonly title: () => string;
  readonly seller: () => string | undefined;
  readonly facts: () => RuleFacts;
}

/** Prepares a change for any number of rules. */
export function show(change: Change, context: RuleContext): Shown {
  return {
    change, context,
    title: once(() => fold(change.title)),
    seller: once(() => (context.listing?.seller === undefined ? undefined : fold(context.listing.seller))),
    facts: once(() => factsOf(change, context)),
  };
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}

/** Tells whether a change fits. */
export type Filter = (shown: Shown) => boolean;

/** One test of everything that `where` and `match` of a rule ask for; what asks for nothing costs nothing. An empty list filters nothing. */
export function compileFilter({ where, match }: Pick<Rule, 'where' | 'match'>): Filter {
  const filters = [
    ...among(where.sources, ({ change }) => change.sourceId), ...among(where.targets, ({ change }) => change.targetId), ...among(where.skus, ({ context }) => context.product?.sku),
    ...(where.tags?.length ? [taggedWith(new Set(where.tags))] : []),
    ...containing(where.titles, (shown) => shown.title()), ...containing(where.sellers, (shown) => shown.seller()),
    ...(where.own === undefined ? [] : [({ context }: Shown) => (context.product !== undefined) === where.own]),
    ...(where.price ? [withinBand(where.price)] : []),
    ...(match ? [compileMatch(match)].map((test) => (shown: Shown) => test(shown.facts())) : []),
  ];
  const [first] = filters;
  if (filters.length === 1 && first) return first;
  if (filters.length === 0) return () => true;
  return (shown) => {
    for (const filter of filters) if (!filter(shown)) return false;
    return true;
  };
}

function among(wanted: readonly string[] | undefined, value: (shown: Shown) => string | undefined): readonly Filter[] {
  if (!wanted || wanted.length === 0) return [];
  const names: ReadonlySet<string | undefined> = new Set(wanted);
  return [(shown) => names.has(value(shown))];
}

function taggedWith(wanted: ReadonlySet<string>): Filter {
  return ({ context }) => {
    for (const tag of context.tags) if (wanted.has(tag)) return true;
    return false;
  };
}

function containing(wanted: readonly string[] | undefined, text: (shown: Shown) => string | undefined): readonly Filter[] {
  if (!wanted || wanted.length === 0) return [];
  const words = wanted.map(fold);
  return [(shown) => {
    const here = text(shown);
    return here !== undefined && words.some((word) => here.includes(word));
  }];
}

function withinBand({ from, to }: NonNullable<Rule['where']['price']>): Filter {
  return ({ change, context }) => {
    const price = priceOf(change) ?? context.listing?.price?.money;
    return price !== undefined && (!from || (sameCurrency(price, from) && price.minor >= from.minor)) && (!to || (sameCurrency(price, to) && price.minor <= to.minor));
  };
}

/** The price that the change itself brings. */
function priceOf({ detail }: Change): Money | undefined {
  if (detail.kind === 'price') return detail.to.money;
  return detail.kind === 'listing_appeared' || detail.kind === 'listing_returned' ? detail.price?.money : undefined;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
