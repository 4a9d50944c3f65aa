import type { Fault } from '../fault.ts';

/** One variant as products.json has it. Prices are decimal texts, because shops round them in their own ways. */
export interface Variant {
  readonly id: number;
  readonly sku: string;
  readonly title: string;
  readonly price: string;
  /** Null when there is none; shown struck through. */
  readonly compareAt: string | null;
  readonly available: boolean;
}

export interface Product {
  readonly id: number;
  readonly handle: string;
  readonly title: string;
  readonly vendor: string;
  readonly type: string;
  readonly gtin: string;
  readonly description: string;
  readonly images: readonly string[];
  /** At least one; the first is the one the page shows. */
  readonly variants: readonly [Variant, ...Variant[]];
  /** What tells the variants apart: Size or Colour; Title when there is one only. */
  readonly option: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly rating: number;
  readonly reviewCount: number;
}

/** Everything the shop is made of at one moment. */
export interface NorthwindState {
  readonly products: readonly Product[];
  /** Handles of products whose page was built anew, without structured data and with the price drawn by a script from a font. */
  readonly redesigned: readonly string[];
  /** Handles of products whose page carries no data for machines any more, and shows the club's price where the price stood. */
  readonly clubPages: readonly string[];
  /** Lists and catalogue show only the first so many products, as a half-broken shop does; all when null. */
  readonly listed: number | null;
  readonly faults: readonly Fault[];
}
