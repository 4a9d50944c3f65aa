import { ESSENTIAL_FIELDS, type EssentialField, type MovedField } from '../model/change.ts';
import type { CrawlFigures, CrawlTally, Learned, ReadingFault, TargetKind, Usual, Verdict } from '../model/crawl.ts';
import type { FieldName } from '../model/listing.ts';
import { OUTCOMES, OUTCOME_CLASS, type OutcomeClass } from '../model/outcome.ts';
import { doubtOf, EVIDENCE, movedFields, SUREST, type Companion } from './moved-fields.ts';
import { isShortForGood, nextUsual, shortfall } from './usual.ts';

/** What the last good crawl of the target found; absent before the first. */
export interface LastGood {
  readonly listings: number;
  /** Share of its listings in which the field was read, 0 to 1. */
  readonly coverage: Partial<Record<FieldName, number>>;
  /** How they were read; absent when that is not known, or was under another set-up. */
  readonly learned?: Learned;
  /** Crawls in a row since then that were read in another way. */
  readonly otherWay?: number;
  /** Its figures beside those of the good crawls before it; only its own when left out. */
  readonly usual?: Usual;
}

/** A crawl's verdict with the reason, for people. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly why: string;
  /** What is wrong with the reading; with verdict `broken` only, and not when the pages could not be read at all. */
  readonly fault?: ReadingFault;
  /** Another way of reading has held so long that it is the usual one from now on. */
  readonly accepted?: true;
  /** Nothing failed, but it brought less than the last good crawls did; with verdict `partial` only. */
  readonly short?: true;
}

/** How surely a field must have been lost: `surest` bounds how sure a habit is believed to be, `evidence` what chance must not explain (learned.ts). */
interface Certainty {
  readonly surest: number;
  readonly evidence: number;
}
/** Without title and price a reading is of no use, so that one page that always had them is enough. */
const VITAL: Certainty = { surest: 0.99, evidence: 4.6 };
const OTHERS: Certainty = { surest: SUREST, evidence: EVIDENCE };
const CERTAINTY: Readonly<Record<EssentialField, Certainty>> = { title: VITAL, price: VITAL, availability: OTHERS };
/** With so many crawls in a row that agree, another way of reading is the usual one. */
export const CRAWLS_TO_ACCEPT = 3;
const MOST_EXAMPLES = 3;
/** A field that was read on at least this share of listings … */
const WAS_READ = 0.5;
/** … and now on less than this share of that share is lost. */
const STILL_READ = 0.5;

/** Requests of a crawl by what their outcomes mean. */
export function byClass(tally: CrawlTally): Readonly<Record<OutcomeClass, number>> {
  const counts: Record<OutcomeClass, number> = { data: 0, absence: 0, wall: 0, later: 0, refused: 0, reader: 0 };
  for (const outcome of OUTCOMES) counts[OUTCOME_CLASS[outcome]] += tally.outcomes[outcome] ?? 0;
  return counts;
}

/** Share of the crawl's listings in which each field was read. */
export function coverageShares(tally: CrawlTally): Partial<Record<FieldName, number>> {
  if (tally.listings === 0) return {};
  return Object.fromEntries(Object.entries(tally.coverage).map(([name, count]) => [name, count / tally.listings]));
}

/**
 * What a finished crawl may be used for. Judged over the whole crawl, never a batch: only a good one removes listings, a
 * broken one changes nothing, a blocked one taught nothing. `listed`: how many listings there were, as whoever recorded the crawl says; what the list says of itself is in the
 * tally, and believed by how it was kept before.
 */
export function judge(tally: CrawlTally, kind: TargetKind, lastGood: LastGood | undefined, companions: readonly Companion[] = [], listed?: number): Judgement {
  const counts = byClass(tally);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const learned = counts.data + counts.absence;
  if (learned === 0 && counts.reader > 0) return { verdict: 'broken', why: `none of ${total} pages could be read` };
  if (learned === 0) return { verdict: 'blocked', why: `none of ${total} requests was answered with a page` };
  if (counts.wall > learned) return { verdict: 'blocked', why: `${counts.wall} of ${total} requests met a wall` };
  if (counts.reader > learned) return { verdict: 'broken', why: `${counts.reader} of ${total} pages could not be read` };
  const fault = lastGood && faultOf(tally, lastGood, companions);
  const accepted = fault?.acceptable && (lastGood?.otherWay ?? 0) + 1 >= CRAWLS_TO_ACCEPT ? { accepted: true as const } : {};
  if (fault && !accepted.accepted) return { verdict: 'broken', why: faultText(fault), fault };
  const failed = total - learned;
  if (failed > 0) return { verdict: 'partial', why: `${failed} of ${total} requests failed`, ...accepted };
  if (tally.listFailures > 0) return { verdict: 'partial', why: `${tally.listFailures} pages of the list were not there`, ...accepted };
  const figures = figuresOf(tally, listed);
  const usual = usualOf(lastGood);
  const short = shortfall(figures, usual, kind === 'catalogue', listed !== undefined);
  if (short !== undefined && !isShortForGood(figures, usual)) return { verdict: 'partial', why: short, short: true, ...accepted };
  return { verdict: 'good', why: accepted.accepted ? 'complete; what was read in another way is the usual way now' : 'complete', ...accepted };
}

/** The figures of a crawl that later ones are compared with. */
export function figuresOf(tally: CrawlTally, listed = tally.listed): CrawlFigures {
  return { listings: tally.listings, ...(listed === undefined ? {} : { listed }), coverage: coverageShares(tally) };
}

/** What is usual for a target after one more crawl; only complete and short ones teach something. */
export function usualAfter(usual: Usual | undefined, figures: CrawlFigures, { verdict, short }: Pick<Judgement, 'verdict' | 'short'>): Usual | undefined {
  if (short) return nextUsual(usual, figures, 'short');
  if (verdict !== 'good') return usual;
  return nextUsual(usual, figures, usual && isShortForGood(figures, usual) ? 'accepted' : 'good');
}

function usualOf(lastGood: LastGood | undefined): Usual {
  return lastGood?.usual ?? { good: lastGood ? [{ listings: lastGood.listings, coverage: lastGood.coverage }] : [], short: [] };
}

/** What is wrong with the reading of a crawl whose pages came; undefined when it is as ever. */
function faultOf(tally: CrawlTally, lastGood: LastGood, companions: readonly Companion[]): ReadingFault | undefined {
  const lost = lostFields(tally, lastGood);
  const moved = lastGood.learned ? movedFields(tally, lastGood.learned, companions) : [];
  if (lost.length + moved.length === 0) return undefined;
  const seen = [...lost.map((field) => tally.ways?.[field]?.none), ...moved.map(({ field, to }) => tally.ways?.[field]?.[to])];
  const examples = [...new Set(seen.flatMap((tallied) => tallied?.examples.map(({ url }) => url) ?? []))].slice(0, MOST_EXAMPLES);
  return { lost, moved, examples, acceptable: !lost.some((field) => CERTAINTY[field] === VITAL) };
}

function lostFields(tally: CrawlTally, lastGood: LastGood): readonly EssentialField[] {
  if (tally.listings === 0) return [];
  const now = coverageShares(tally);
  return ESSENTIAL_FIELDS.filter((field) => {
    const before = lastGood.coverage[field] ?? 0;
    const { surest, evidence } = CERTAINTY[field];
    return before >= WAS_READ && (now[field] ?? 0) < before * STILL_READ && doubtOf(tally.coverage[field] ?? 0, tally.listings, Math.min(before, surest)) >= evidence;
  });
}

function faultText({ lost, moved }: ReadingFault): string {
  const parts = [lost.length > 0 ? `no longer readable on most pages: ${lost.join(', ')}` : '', moved.length > 0 ? `read in another way than ever: ${moved.map(movedText).join(', ')}` : ''];
  return parts.filter(Boolean).join('; ');
}

/** `price from json-ld to text`. */
export function movedText({ field, from, to }: MovedField): string {
  return `${field} from ${from} to ${to}`;
}
