import { CHANGE_KINDS } from './change.ts';
import { AVAILABILITIES, PRICE_KINDS } from './listing.ts';
import { MECHANICS } from './promotion.ts';

/** What the filter of a rule (`match`) can ask about a change: name, type and meaning, and all its values where they are few. One list for the check, the filter and the docs. */
export const RULE_FACTS = {
  kind: { type: 'text', what: 'kind of change, e.g. price', values: CHANGE_KINDS },
  source: { type: 'text', what: 'name of the source' },
  target: { type: 'text', what: 'name of the target' },
  tags: { type: 'texts', what: 'tags of the target' },
  title: { type: 'text', what: 'title of the listing' },
  url: { type: 'text', what: 'address of the listing' },
  brand: { type: 'text', what: 'brand as the page names it' },
  seller: { type: 'text', what: 'seller as the page names it' },
  condition: { type: 'text', what: 'new, used … as the page says it' },
  currency: { type: 'text', what: 'currency of the price, e.g. USD' },
  price: { type: 'number', what: 'price after the change, in units of the currency: 19.9' },
  priceKind: { type: 'text', what: 'page, conditional, deposit, estimated or range', values: PRICE_KINDS },
  oldPrice: { type: 'number', what: 'price before the change' },
  listPrice: { type: 'number', what: 'struck-through price' },
  percent: { type: 'number', what: 'how far a price moved, in per cent: -20 is a fifth cheaper' },
  availability: { type: 'text', what: 'in_stock, low, out_of_stock, preorder or delisted', values: AVAILABILITIES },
  rating: { type: 'number', what: 'rating as a share of the best: 0.9 is 4.5 of 5' },
  reviewCount: { type: 'number', what: 'number of reviews' },
  badShare: { type: 'number', what: 'share of ratings with one or two stars, in per cent: 12.5' },
  variant: { type: 'text', what: 'SKU of a variant that is not the one the page shows' },
  promotion: { type: 'text', what: 'label of the promotion' },
  mechanic: { type: 'text', what: 'how the promotion works, e.g. full_reduction', values: MECHANICS },
  rank: { type: 'number', what: 'place in the search after the change' },
  oldRank: { type: 'number', what: 'place in the search before it' },
  own: { type: 'boolean', what: 'whether the listing is matched with an own product' },
  sku: { type: 'text', what: 'SKU of the own product' },
  ownPrice: { type: 'number', what: 'price of the own product, for as much as one of the listing\'s' },
} as const satisfies Readonly<Record<string, { readonly type: 'text' | 'number' | 'boolean' | 'texts'; readonly what: string; readonly values?: readonly string[] }>>;

export type RuleFactName = keyof typeof RULE_FACTS;

/** The values of these facts for one change; what is not known is left out. */
export type RuleFacts = {
  readonly [Name in RuleFactName]?: (typeof RULE_FACTS)[Name]['type'] extends 'number' ? number
    : (typeof RULE_FACTS)[Name]['type'] extends 'boolean' ? boolean
      : (typeof RULE_FACTS)[Name]['type'] extends 'texts' ? readonly string[] : string;
};

/** Longest text that a filter's pattern is tried on; what is longer is cut. */
export const LONGEST_FACT = 500;

/** The operators a filter may use, with what each takes. Nothing that runs code ($where, functions), nothing unbounded. */
export const MATCH_OPERATORS = {
  $eq: 'value', $ne: 'value', $gt: 'value', $gte: 'value', $lt: 'value', $lte: 'value', $in: 'values', $nin: 'values', $all: 'values',
  $exists: 'boolean', $size: 'count', $regex: 'pattern', $options: 'options', $not: 'condition', $and: 'filters', $or: 'filters', $nor: 'filters',
} as const;

export type MatchOperator = keyof typeof MATCH_OPERATORS;
