import type { Fault } from '../fault.ts';

export interface BazaarItem {
  /** The marketplace's own id, e.g. BZ10401. */
  readonly id: string;
  readonly title: string;
  readonly seller: string;
  readonly cents: number;
  readonly listCents: number | null;
  readonly inStock: boolean;
  readonly rating: number;
  readonly reviewCount: number;
  readonly condition: 'New' | 'Refurbished';
  /** 0 = free. */
  readonly shippingCents: number;
  /** What is in a pack that is sold by weight; null for what is not. */
  readonly grams: number | null;
  /** How many ratings have one, two, three, four and five stars, where the page shows it. */
  readonly stars: readonly number[] | null;
}

export interface BazaarState {
  readonly items: readonly BazaarItem[];
  /** Ids in the order the search gives them. */
  readonly organic: readonly string[];
  /** Ids of paid places: the first two above the results of page 1, the rest between them. */
  readonly sponsored: readonly string[];
  /** Clauses of the seller rules, a paragraph each. */
  readonly rules: readonly { readonly title: string; readonly clauses: readonly string[] }[];
  readonly faults: readonly Fault[];
}
