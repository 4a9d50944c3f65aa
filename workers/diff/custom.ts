import { allMoves, boundsOf, NO_MOVES } from '../../alerts/changes/judgement/looks.ts';
import { massOf, type PricePair } from '../../alerts/changes/judgement/mass.ts';
import { habitsOf } from '../../alerts/changes/judgement/habits.ts';
import { NO_CUSTOM, type Custom } from '../../alerts/changes/judgement/suspicion.ts';
import { valueOf } from '../../model/reading.ts';
import type { Baseline, CrawlDocument, TargetDocument, VersionDocument } from '../../storage/documents.ts';
import type { Context } from '../context.ts';
import { neighboursOf } from '../neighbours.ts';

/** Only listings that changed are compared, a page at a time: the others of a crawl count as unmoved, but at most so many. */
const MOST_COMPARED = 200;

/** What the second looks at all targets of the source, and the moves of their prices, teach. */
export async function customOfSource({ store }: Context, crawl: CrawlDocument, state: TargetDocument | undefined): Promise<Custom> {
  const targets = [...(state ? [state] : []), ...await neighboursOf(store, crawl)];
  const sinceLast = state?.lastFinishedAt ? crawl.startedAt.getTime() - state.lastFinishedAt.getTime() : 0;
  return { ...NO_CUSTOM, ...(sinceLast > 0 ? { sinceLast } : {}), bounds: boundsOf(targets.flatMap(({ looks }) => looks ?? []), allMoves(targets.map(({ moves }) => moves ?? NO_MOVES))) };
}

/** The newest version of a view and what was accepted before it. */
export interface Compared {
  readonly version: VersionDocument;
  readonly baseline: Baseline | undefined;
}

/** The custom with what some of the crawl's listings show together: its habits, and one factor by which many prices moved. `listings`: of the whole crawl. */
export function withPage(custom: Custom, compared: readonly Compared[], listings: number): Custom {
  const fields = compared.flatMap(({ version: { content } }) => (content.kind === 'listing' ? [content.fields] : []));
  const pairs = compared.flatMap(({ version: { content }, baseline }): PricePair[] => {
    const to = content.kind === 'listing' ? valueOf(content.fields.price) : undefined;
    const from = to && baseline?.prices?.[to.kind]?.price;
    return from ? [{ from, to }] : [];
  });
  const mass = massOf(pairs, Math.max(pairs.length, Math.min(listings, MOST_COMPARED)));
  return { ...custom, habits: habitsOf(fields), ...(mass === undefined ? {} : { mass }) };
}
