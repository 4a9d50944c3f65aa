import type { CrawlDocument, TargetDocument } from '../../storage/documents.ts';
import { ESSENTIAL_FIELDS, type Change, type ChangeDetail, type ChangeFacts } from '../../model/change.ts';
import type { CrawlTally, Verdict } from '../../model/crawl.ts';
import { factId } from '../../model/ids.ts';
import { OUTCOME_CLASS, OUTCOMES, type Outcome, type OutcomeClass } from '../../model/outcome.ts';

const MOST_EXAMPLES = 5;

export type CrawlState = Pick<TargetDocument, 'brokenSince' | 'blockedSince'>;

export interface CrawlEventsInput {
  readonly before: CrawlState;
  readonly verdict: Verdict;
  readonly crawl: Pick<CrawlDocument, 'tally' | 'fault' | 'accepted'>;
  /** Pages whose prices all moved by one factor and are held for it; left out when there are none. */
  readonly alike?: readonly string[];
  /** Facts of the target and the crawl; `subjectId` stands for the target. */
  readonly facts: Omit<ChangeFacts, 'id'>;
}

/** The crawl's own events and how the target stands after it: each episode of being broken or blocked is told once, and once that it is over. */
export function crawlEvents({ before, verdict: judged, crawl, alike, facts }: CrawlEventsInput): { readonly changes: readonly Change[]; readonly state: Required<CrawlState> } {
  // What so many prices say alike is not believed, though the pages are as ever.
  const verdict = alike && (judged === 'good' || judged === 'partial') ? 'broken' : judged;
  const brokenSince = before.brokenSince ?? null;
  const blockedSince = before.blockedSince ?? null;
  const found: ChangeDetail[] = [];
  if (verdict === 'blocked' && !blockedSince) found.push(blocked(crawl.tally));
  if (verdict !== 'blocked' && blockedSince) found.push({ kind: 'source_recovered' });
  if (verdict === 'broken' && !brokenSince) found.push(alike ? { kind: 'reading_broken', fields: ['price'], examples: alike.slice(0, MOST_EXAMPLES) } : broken(crawl));
  const readable = verdict === 'good' || verdict === 'partial';
  if (readable && brokenSince) found.push({ kind: 'reading_recovered', ...(crawl.accepted ? { accepted: true } : {}) });
  return {
    changes: found.map((detail) => ({ ...facts, id: factId('change', detail.kind, facts.subjectId, '', '', facts.crawlId), detail })),
    state: {
      brokenSince: readable ? null : (brokenSince ?? (verdict === 'broken' ? facts.at : null)),
      blockedSince: verdict === 'blocked' ? (blockedSince ?? facts.at) : null,
    },
  };
}

/** The walls first: a rate limit on the way to a captcha is not what stopped us. */
function blocked(tally: CrawlTally): ChangeDetail {
  const outcome = mostFrequent(tally, ['wall']) ?? mostFrequent(tally, ['refused', 'later']) ?? 'blocked';
  return { kind: 'source_blocked', outcome, examples: (tally.examples[outcome] ?? []).slice(0, MOST_EXAMPLES) };
}

/** What is missing or read in another way, with pages to look at; of pages that could not be read at all, all that they lack. */
function broken({ tally, fault }: CrawlEventsInput['crawl']): ChangeDetail {
  if (fault) return { kind: 'reading_broken', fields: fault.lost, ...(fault.moved.length > 0 ? { moved: fault.moved } : {}), examples: fault.examples };
  const fields = ESSENTIAL_FIELDS.filter((field) => (tally.coverage[field] ?? 0) < tally.listings / 2 || tally.listings === 0);
  const examples = OUTCOMES.filter((outcome) => OUTCOME_CLASS[outcome] === 'reader').flatMap((outcome) => tally.examples[outcome] ?? []);
  return { kind: 'reading_broken', fields, examples: [...new Set(examples)].slice(0, MOST_EXAMPLES) };
}

function mostFrequent(tally: CrawlTally, classes: readonly OutcomeClass[]): Outcome | undefined {
  const count = (outcome: Outcome): number => tally.outcomes[outcome] ?? 0;
  return OUTCOMES.filter((outcome) => classes.includes(OUTCOME_CLASS[outcome]) && count(outcome) > 0).toSorted((a, b) => count(b) - count(a))[0];
}
