import type { Source } from '../../config/types.ts';
import type { HostLimits } from './budget/budget.ts';

/** A lease must outlive the slowest request, or page with its rendering, by this, and end soon after a worker died. */
const LEASE_MARGIN = 15_000;

/** What one host of a source is asked at most; a Crawl-delay (milliseconds) in its robots.txt can only slow it down. */
export function hostLimits(source: Source, crawlDelay: number): HostLimits {
  const { delay, concurrency, dailyBudget, timeout } = source.politeness;
  return { delay: Math.max(delay, crawlDelay), concurrency, dailyBudget, lease: (source.mode === 'browser' ? 2 * timeout : timeout) + LEASE_MARGIN };
}
