import type { Alert } from '../../model/alert.ts';
import type { Availability, Price } from '../../model/listing.ts';
import type { Money } from '../../model/money.ts';
import { forOneOfTheirs, ONE_TO_ONE } from '../../model/pack.ts';
import type { PriceHistory } from '../../model/price-history.ts';

/** What is known around a change when rules look at it. What is not known is left out, and no rule that asks for it fits. */
export interface RuleContext {
  /** Tags of the change's target. */
  readonly tags: readonly string[];
  /** The operator's own product that the listing is matched with. */
  readonly product?: NonNullable<Alert['product']>;
  /** Limits of that product, for as much as one of the listing's: the lowest price that anybody may offer it for (控价), and the own floor. */
  readonly limits?: { readonly map?: Money; readonly floor?: Money };
  /** Accepted prices of the change's listing, of the kind the change is about, as of the change. */
  readonly history?: PriceHistory;
  /** What was last accepted of the listing, as far as it is known. */
  readonly listing?: ListingView;
  /** Crawls in a row that saw the new state, the one that found the change included; 1 when left out. */
  readonly confirmedBy?: number;
}

/** The own price, for as much as one of the listing's. */
export function ownPriceOf({ product }: RuleContext): Money | undefined {
  return product && forOneOfTheirs(product.price, product.packRatio ?? ONE_TO_ONE);
}

/** The listing as it stands, for filters and for states. */
export interface ListingView {
  readonly price?: Price;
  /** null: the page shows none. */
  readonly listPrice?: Money | null;
  readonly availability?: Availability;
  readonly seller?: string;
  readonly brand?: string;
  readonly condition?: string;
  /** As a share of the best: 0.9 is 4.5 of 5. */
  readonly rating?: number;
  readonly reviewCount?: number;
  /** Share of ratings with one or two stars, in per cent. */
  readonly badShare?: number;
}
