import { grouped } from '../../storage/parts.ts';
import type { Facts, Sign } from './facts.ts';

/** Crawls in a row that learned nothing. */
const CRAWLS_IN_A_ROW = 3;

/** A source fails when its last crawls learned nothing, whatever targets they were of, or those of one target: others of it may be fine. */
export function failingSources({ crawls }: Facts): readonly Sign[] {
  return grouped(crawls, ({ sourceId }) => sourceId).flatMap((all): readonly Sign[] => {
    const whole = failedInARow(all);
    const single = grouped(all, ({ targetId }) => targetId).map(failedInARow).filter(isTooLong);
    const failed = isTooLong(whole) ? [whole] : single;
    const [longest] = failed.toSorted((a, b) => b.length - a.length);
    const [source, first] = [all[0]?.sourceId, longest?.at(-1)];
    if (!longest || source === undefined || !first) return [];
    const targets = failed === single ? listed(single.flatMap(([crawl]) => crawl?.targetId ?? [])) : '';
    const example = [targets, outcomesOf(failed.flat())].filter(Boolean).join(': ');
    return [{ trouble: 'crawls_fail', about: source, since: first.startedAt, figure: longest.length, ...(example === '' ? {} : { example }) }];
  });
}

function failedInARow(crawls: Facts['crawls']): Facts['crawls'] {
  const good = crawls.findIndex(({ verdict }) => verdict === 'good' || verdict === 'partial');
  return good < 0 ? crawls : crawls.slice(0, good);
}

function isTooLong(crawls: Facts['crawls']): boolean {
  return crawls.length >= CRAWLS_IN_A_ROW;
}

function listed(names: readonly string[]): string {
  return [...names.slice(0, 3), ...(names.length > 3 ? ['…'] : [])].join(', ');
}

/** What most pages came to: `challenge 12, timeout 3`. */
function outcomesOf(crawls: Facts['crawls']): string {
  const counts = new Map<string, number>();
  for (const { tally } of crawls) for (const [outcome, count] of Object.entries(tally.outcomes)) counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  return [...counts].filter(([, count]) => count > 0).toSorted((a, b) => b[1] - a[1]).slice(0, 3).map(([outcome, count]) => `${outcome} ${count}`).join(', ');
}
