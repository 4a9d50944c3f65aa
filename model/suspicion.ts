import type { Price } from './listing.ts';

/** A price, or what stood beside it, that is seen a second time before it is believed. */
export interface Suspicion {
  readonly from: Price;
  readonly to: Price;
  /** In words, for the operator. */
  readonly why: string;
  /** Set when it is a variant other than the one the page shows. */
  readonly offerSku?: string;
  /** True for a jump by size alone, from which the bounds of the source are learnt; false when something else speaks against it. */
  readonly bySize: boolean;
  /** So many prices of the crawl moved by the same factor. */
  readonly alike?: true;
  /** Set when the price is the same, and only a promotion or list price is not shown beside it any more. */
  readonly silenced?: true;
  /** Set when the price is read in another way than before: the same page fetched at once says the same once more, so that only a later crawl, which is judged as a whole, decides. */
  readonly otherWay?: true;
}
