import { OUTCOMES } from '../model/outcome.ts';
import type { CrawlTally, Tallied } from '../model/crawl.ts';

const EXAMPLES = 5;
const TALLIED_EXAMPLES = 3;

/** A tally of nothing. */
export function emptyTally(): CrawlTally {
  return { outcomes: {}, listings: 0, coverage: {}, bytes: 0, notModified: 0, reused: 0, listFailures: 0, examples: {} };
}

/** The sum of tallies; of the examples the first five of each outcome stay. */
export function sumTallies(tallies: Iterable<Partial<CrawlTally>>): CrawlTally {
  const all = [...tallies];
  let sum = emptyTally();
  for (const tally of all) {
    sum = {
      outcomes: sumCounts(sum.outcomes, tally.outcomes ?? {}), coverage: sumCounts(sum.coverage, tally.coverage ?? {}),
      listings: sum.listings + (tally.listings ?? 0), bytes: sum.bytes + (tally.bytes ?? 0),
      notModified: sum.notModified + (tally.notModified ?? 0), reused: sum.reused + (tally.reused ?? 0),
      listFailures: sum.listFailures + (tally.listFailures ?? 0),
      examples: joinExamples(sum.examples, tally.examples ?? {}), ...sumListed(sum, tally),
    };
  }
  const ways = sumTwoLevels(all.map((tally) => tally.ways));
  const selectors = sumTwoLevels(all.map((tally) => tally.selectors));
  return { ...sum, ...(ways ? { ways } : {}), ...(selectors ? { selectors } : {}) };
}

function sumListed(a: Partial<CrawlTally>, b: Partial<CrawlTally>): Pick<CrawlTally, 'listed'> {
  return a.listed === undefined && b.listed === undefined ? {} : { listed: (a.listed ?? 0) + (b.listed ?? 0) };
}

function sumCounts<K extends string>(a: Partial<Record<K, number>>, b: Partial<Record<K, number>>): Partial<Record<K, number>> {
  const sum: Partial<Record<K, number>> = { ...a };
  for (const key in b) sum[key] = (sum[key] ?? 0) + (b[key] ?? 0);
  return sum;
}

function joinExamples(a: CrawlTally['examples'], b: CrawlTally['examples']): CrawlTally['examples'] {
  if (Object.keys(b).length === 0) return a;
  return Object.fromEntries(OUTCOMES.flatMap((outcome) => {
    const urls = [...new Set([...(a[outcome] ?? []), ...(b[outcome] ?? [])])].slice(0, EXAMPLES);
    return urls.length > 0 ? [[outcome, urls]] : [];
  }));
}

type TwoLevels = Readonly<Record<string, Readonly<Record<string, Tallied | undefined>> | undefined>>;

/** The sum of all `ways` or `selectors`; of the examples the first three of each stay. Undefined when there are none. */
function sumTwoLevels(sides: readonly (TwoLevels | undefined)[]): TwoLevels | undefined {
  const sum: Record<string, Record<string, Tallied | undefined>> = {};
  for (const side of sides) for (const outer in side) for (const inner in side[outer]) {
    const more = side[outer][inner];
    const before = sum[outer]?.[inner];
    if (!more) continue;
    const examples = before === undefined ? more.examples : before.examples.length >= TALLIED_EXAMPLES ? before.examples : [...before.examples, ...more.examples];
    (sum[outer] ??= {})[inner] = { count: (before?.count ?? 0) + more.count, examples: examples.slice(0, TALLIED_EXAMPLES) };
  }
  return Object.keys(sum).length > 0 ? sum : undefined;
}

/** The tally as an update: counters to `$inc`, examples to `$push`, under the path `tally`. */
export function tallyUpdate(tally: CrawlTally): { readonly inc: Record<string, number>; readonly push: Record<string, unknown> } {
  const inc: Record<string, number> = {};
  for (const name of ['listings', 'bytes', 'notModified', 'reused', 'listFailures'] as const) if (tally[name] !== 0) inc[`tally.${name}`] = tally[name];
  if (tally.listed !== undefined) inc['tally.listed'] = tally.listed;
  for (const [outcome, count] of Object.entries(tally.outcomes)) inc[`tally.outcomes.${outcome}`] = count;
  for (const [field, count] of Object.entries(tally.coverage)) inc[`tally.coverage.${field}`] = count;
  const push: Record<string, unknown> = Object.fromEntries(Object.entries(tally.examples).map(([outcome, urls]) => [`tally.examples.${outcome}`, { $each: [...urls], $slice: EXAMPLES }]));
  for (const name of ['ways', 'selectors'] as const) {
    const named: TwoLevels = tally[name] ?? {};
    for (const outer in named) for (const inner in named[outer]) {
      const tallied = named[outer][inner];
      if (!tallied) continue;
      inc[`tally.${name}.${outer}.${inner}.count`] = tallied.count;
      push[`tally.${name}.${outer}.${inner}.examples`] = { $each: [...tallied.examples], $slice: TALLIED_EXAMPLES };
    }
  }
  return { inc, push };
}
