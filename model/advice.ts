import type { ListingId, MatchId, RecommendationId, Sku, VersionId } from './ids.ts';
import type { Money } from './money.ts';
import type { PackRatio } from './pack.ts';

/** The operator's own article. */
export interface Product {
  readonly sku: Sku;
  readonly title: string;
  readonly price: Money;
  readonly cost?: Money;
  /** Never advise below it. Without one, and without a cost, no price is advised at all. */
  readonly floor?: Money;
  /** Lowest price at which anybody may offer it (minimum advertised price, 控价). */
  readonly map?: Money;
  /** Units on hand; absent = not known. */
  readonly stock?: number;
  readonly keywords: readonly string[];
  readonly images?: number;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Listings of rivals that are the same article. */
  readonly rivalUrls: readonly string[];
}

/** What says that product and listing are the same article, the surest first. Brand and maker's number alone only propose it. */
export const MATCH_EVIDENCE = ['rival_url', 'target_sku', 'gtin', 'brand_and_mpn'] as const;
export type MatchEvidence = (typeof MATCH_EVIDENCE)[number];

export const MATCH_STATES = ['proposed', 'confirmed', 'rejected'] as const;

/** Product and listing are the same article, or seem to be. Only a confirmed one is followed and told of. */
export interface Match {
  readonly id: MatchId;
  readonly sku: Sku;
  readonly listingId: ListingId;
  readonly packRatio: PackRatio;
  readonly state: (typeof MATCH_STATES)[number];
  readonly why: MatchEvidence;
  /** When the operator confirmed or rejected it: that stands, whatever the evidence becomes. */
  readonly decidedAt?: Date;
}

/** One thing that went into a piece of advice, so that it can be checked. */
export interface AdviceInput {
  readonly name: string;
  readonly value: string;
  readonly listingId?: ListingId;
  readonly versionId?: VersionId;
  readonly url?: string;
}

export type Advice =
  | { readonly kind: 'lower_price' | 'raise_price'; readonly from: Money; readonly to: Money }
  /** A price that was considered and not advised, with the law or limit that forbade it. */
  | { readonly kind: 'hold_price'; readonly price: Money; readonly because: string }
  | { readonly kind: 'add_keywords'; readonly keywords: readonly string[] }
  | { readonly kind: 'add_images'; readonly have: number; readonly rivalsHave: number }
  | { readonly kind: 'add_attributes'; readonly attributes: readonly string[] };

export type AdviceKind = Advice['kind'];

/** A price or listing action for a product, with reason, inputs and expiry. */
export interface Recommendation {
  readonly id: RecommendationId;
  readonly sku: Sku;
  readonly advice: Advice;
  /** One sentence an operator understands. */
  readonly reason: string;
  readonly inputs: readonly AdviceInput[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** accepted and dismissed: what the operator said of it. */
  readonly state: 'open' | 'superseded' | 'expired' | 'accepted' | 'dismissed';
}
