/** Mechanics of promotions; the names are those of the marketplaces' own vocabularies in one list. */
export const MECHANICS = [
  'full_reduction', 'every_full_reduction', 'full_discount', 'qty_discount', 'qty_reduction', 'nth_discount', 'nth_price',
  'coupon', 'direct_reduction', 'flash_sale', 'presale_deposit', 'platform_subsidy', 'gov_subsidy', 'gift', 'exchange_purchase',
  'cashback', 'new_user', 'member', 'payment_reduction', 'points', 'installment', 'subscribe_save', 'free_shipping',
  'purchase_limit', 'multibuy_price', 'fixed_price', 'bundle_price', 'buy_x_pay_y', 'buy_x_get_y',
] as const;
export type Mechanic = (typeof MECHANICS)[number];

/** Within one layer only the best offer applies; layers stack in this order. */
export const LAYERS = ['product', 'shop', 'platform', 'payment', 'subsidy', 'shipping', 'points'] as const;
export type Layer = (typeof LAYERS)[number];

/** What an offer is for when the label says it: some variants only, the shop's goods together, those of several shops together. */
export const SCOPES = ['partial', 'shop', 'cross_shop'] as const;
export type Scope = (typeof SCOPES)[number];

/** Numbers of a promotion; money in minor units of the listing's currency, ratios as the share that is paid (0.8 = 8折). */
export interface PromotionParams {
  readonly thresholdMinor?: number;
  readonly offMinor?: number;
  readonly payRatio?: number;
  readonly percentOff?: number;
  readonly minQty?: number;
  readonly maxQty?: number;
  readonly nth?: number;
  readonly priceMinor?: number;
  readonly totalMinor?: number;
  readonly qty?: number;
  readonly buy?: number;
  readonly pay?: number;
  readonly get?: number;
  readonly freeQty?: number;
  readonly addMinor?: number;
  readonly depositMinor?: number;
  readonly depositWorthMinor?: number;
  readonly tailOffMinor?: number;
  readonly finalMinor?: number;
  readonly points?: number;
  readonly periods?: number;
  readonly amountMinor?: number;
  readonly capMinor?: number;
  /** How many get it at all: 前3000名, "first 100 customers". */
  readonly quota?: number;
  readonly unit?: string;
  readonly code?: string;
  readonly member?: string;
  /** "up to", 最高, bis: the number is the most, not the rule. */
  readonly upTo?: boolean;
  readonly repeat?: boolean;
  /** What has to be done for it: `trade-in`. */
  readonly condition?: string;
}

/** A promotion as shown: its words, and its mechanics where they were understood. */
export interface Promotion {
  /** The text as the page has it. */
  readonly label: string;
  readonly mechanic: Mechanic | 'unrecognised';
  readonly layer: Layer;
  readonly params: PromotionParams;
  readonly startsAt?: Date;
  readonly endsAt?: Date;
  /** Who gets it when not everybody does: `new customers`, `88VIP`, a region. */
  readonly audience?: string;
  readonly scope?: Scope;
  /** True: it has to be claimed, clipped or entered first. False: the label says that it applies by itself. */
  readonly requiresClaim?: boolean;
  /** Of one that goes on with other numbers: what it was known by when it began (promotionKey). Only comparing sets it, no reader does. */
  readonly beganAs?: string;
}
