import type { Fault } from '../fault.ts';

/** A review as the endpoint gives it, with the name that must not be kept. */
export interface HongyunReview {
  readonly id: string;
  /** 1 to 5. */
  readonly score: number;
  readonly content: string;
  readonly createdAt: string;
  readonly nickname: string;
  readonly colour: string;
}

/** One article. Amounts in 分 (fen). */
export interface HongyunItem {
  /** Twelve digits. */
  readonly id: string;
  readonly title: string;
  readonly shop: string;
  readonly priceFen: number;
  readonly listFen: number;
  /** 券后: only with a coupon; null when there is none. */
  readonly couponFen: number | null;
  /** As printed, e.g. 满300减50. */
  readonly promotions: readonly string[];
  /** 预售: the deposit counts for `worthFen` of the final price; null when it is sold at once. */
  readonly presale: { readonly depositFen: number; readonly worthFen: number } | null;
  readonly quantity: number;
  /** 月销 as printed, e.g. 10万+. */
  readonly monthlySales: string;
  readonly images: readonly string[];
  readonly colours: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly reviewTotal: string;
  readonly reviews: readonly HongyunReview[];
  /** The old part of the shop answers in GBK and says so only in the page. */
  readonly gbk: boolean;
}

export interface HongyunState {
  readonly items: readonly HongyunItem[];
  readonly faults: readonly Fault[];
}
