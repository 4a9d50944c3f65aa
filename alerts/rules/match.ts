import sift from 'sift';
import type { MatchOperator, RuleFacts } from '../../model/rule-facts.ts';

/** The operators that config/match.ts lets through, and no others: `$where` and whatever else could run code is not known here. */
const { $all, $and, $eq, $exists, $gt, $gte, $in, $lt, $lte, $ne, $nin, $nor, $not, $options, $or, $regex, $size } = sift;
const operations = { $all, $and, $eq, $exists, $gt, $gte, $in, $lt, $lte, $ne, $nin, $nor, $not, $options, $or, $regex, $size } satisfies Readonly<Record<MatchOperator, unknown>>;

/**
 * A filter as MongoDB writes it, compiled once. As there, a field that is not known equals null, is not greater or less than anything, and
 * fits `$ne` and `$nin`. Throws for what config/match.ts would have refused when the configuration was loaded.
 */
export function compileMatch(filter: Readonly<Record<string, unknown>>): (facts: RuleFacts) => boolean {
  const test = sift.createQueryTester<RuleFacts, Readonly<Record<string, unknown>>>(filter, { operations });
  return (facts) => test(facts);
}
