import { describe, expect, test } from 'vitest';
import { targetStand, targetTable } from '../../cli/target-stands.ts';
import { brand, type CrawlId, type SourceId, type TargetId } from '../../model/ids.ts';
import type { CrawlTally } from '../../model/crawl.ts';
import type { CrawlDocument, TargetDocument } from '../../storage/documents.ts';
import { emptyTally } from '../../storage/tally.ts';
import { ioWith } from './support.ts';

const at = new Date('2026-02-01T12:00:00Z');
const TARGET: TargetDocument = { _id: brand<TargetId>('lamp'), sourceId: brand<SourceId>('shop'), nextDueAt: at, scheduleHash: '', enabled: true };
const crawl = (outcomes: CrawlTally['outcomes']): CrawlDocument => ({
  _id: brand<CrawlId>('crl_1'), targetId: TARGET._id, sourceId: TARGET.sourceId, plannedAt: at, startedAt: at, stage: 'done', stageSince: at, tally: { ...emptyTally(), outcomes },
});

describe('how a target stands', () => {
  test.each<readonly [state: string, shown: string, stored: Partial<TargetDocument>, outcomes: CrawlTally['outcomes']]>([
    ['waiting', 'not crawled yet', {}, {}],
    ['fine', 'fine', { lastFinishedAt: at }, { ok: 3, not_found: 1 }],
    ['fine', 'fine', { lastFinishedAt: at }, {}],
    ['gone', 'the page is gone', { lastFinishedAt: at }, { not_found: 1, gone: 2 }],
    ['broken', 'reading broken since 2026-02-01 12:00', { lastFinishedAt: at, brokenSince: at }, { ok: 1 }],
    ['blocked', 'blocked since 2026-02-01 12:00', { lastFinishedAt: at, blockedSince: at, brokenSince: at }, { challenge: 1, timeout: 2 }],
    ['unreachable', 'not reachable since 2026-02-01 12:00', { lastFinishedAt: at, blockedSince: at }, { timeout: 2 }],
  ])('%s: %s, stored %j and seen %j', (state, shown, stored, outcomes) => {
    const { lastFinishedAt: finishedAt, ...since } = stored;
    const stand = targetStand({ ...TARGET, ...stored }, crawl(outcomes));
    expect(stand).toMatchObject({ target: 'lamp', source: 'shop', state, outcomes, ...(finishedAt && { finishedAt }), ...since });
    expect(targetTable(ioWith(), [stand], { timezone: 'UTC' })).toContain(shown);
  });
});
