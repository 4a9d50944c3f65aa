import { sameCurrency, type Money } from './money.ts';

/** An article and its price, as one of several that were read one after the other. */
export interface Shelved {
  readonly id: string;
  readonly price: Money | undefined;
}

/** What stands so many places before or after an article stands beside it. */
const REACH = 2;

/**
 * For each of several articles in the order in which they were read: how likely it is by accident that one beside it has the very same price, from how many
 * of them all have that price (0 to 1); undefined where none beside it has it. An article that is there twice is not beside itself.
 */
export function besides(shelf: readonly Shelved[]): readonly (number | undefined)[] {
  const ids = new Map<string, Set<string>>();
  for (const { id, price } of shelf) if (price) ids.set(keyOf(price), (ids.get(keyOf(price)) ?? new Set()).add(id));
  const articles = new Set(shelf.map(({ id }) => id)).size;
  return shelf.map((one, place) => {
    const { price } = one;
    if (!price || !shelf.slice(Math.max(0, place - REACH), place + REACH + 1).some((other) => other.id !== one.id && isSame(price, other.price))) return undefined;
    const others = (ids.get(keyOf(price))?.size ?? 1) - 1;
    return Math.min(1, (2 * REACH * others) / articles);
  });
}

function isSame(a: Money, b: Money | undefined): boolean {
  return b !== undefined && sameCurrency(a, b) && a.minor === b.minor;
}

function keyOf({ minor, currency }: Money): string {
  return `${minor} ${currency}`;
}
