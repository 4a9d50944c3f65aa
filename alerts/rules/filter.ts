import type { Rule } from '../../config/types.ts';
import type { Change } from '../../model/change.ts';
import { sameCurrency, type Money } from '../../model/money.ts';
import type { RuleFacts } from '../../model/rule-facts.ts';
import type { RuleContext } from './context.ts';
import { factsOf } from './facts.ts';
import { compileMatch } from './match.ts';

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

/**
 * What `where` and `match` of a rule ask for, in two tests. `picks`: by what the configuration says of a listing: source, target, tags, own product. `asks`: by how it
 * is shown and what happened to it, which may be otherwise the next time: a filter says what begins, and what began is followed to its end.
 */
export interface Filters {
  readonly picks: Filter;
  readonly asks: Filter;
}

/** Compiles the filters; what asks for nothing costs nothing. An empty list filters nothing. */
export function compileFilters({ where, match }: Pick<Rule, 'where' | 'match'>): Filters {
  return {
    picks: all([
      ...among(where.sources, ({ change }) => change.sourceId), ...among(where.targets, ({ change }) => change.targetId), ...among(where.skus, ({ context }) => context.product?.sku),
      ...(where.tags?.length ? [taggedWith(new Set(where.tags))] : []),
      ...(where.own === undefined ? [] : [({ context }: Shown) => (context.product !== undefined) === where.own]),
    ]),
    asks: all([
      ...containing(where.titles, (shown) => shown.title()), ...containing(where.sellers, (shown) => shown.seller()), ...(where.price ? [withinBand(where.price)] : []),
      ...(match ? [compileMatch(match)].map((test) => (shown: Shown) => test(shown.facts())) : []),
    ]),
  };
}

/** Whether it is all that the rule asks for. */
export function fits({ picks, asks }: Filters, shown: Shown): boolean {
  return picks(shown) && asks(shown);
}

function all(filters: readonly Filter[]): Filter {
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
