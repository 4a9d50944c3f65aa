/**
 * How long listings of a target use to be away: of those that so many good crawls in a row had missed, how many there were (`reached`) and how many the
 * next crawl saw again (`back`). Index 0 = missed once. Added up crawl by crawl, so that it stays small.
 */
export interface Gaps {
  readonly reached: readonly number[];
  readonly back: readonly number[];
}
