import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import type { VersionDocument } from '../../storage/documents.ts';
import type { Change } from '../../model/change.ts';
import { factId } from '../../model/ids.ts';
import { diffSentences } from './sentences.ts';
import { normalText, shorten } from './text.ts';

const LONGEST_DIFF = 8_000;
const MOST_LINES = 5_000;
/** Edits beyond which two texts are called different altogether, so that time stays bounded. */
const MOST_EDITS = 2_000;

/** What the page is called and where it is. */
export interface PageFacts {
  readonly title: string;
  readonly url: string;
}

/**
 * An edited page as one change: the sentences added and removed, and a unified diff of its lines (at most 8,000 characters). White space is no edit, nor
 * is a sentence that stands elsewhere now.
 * Throws a TypeError when a version is not of a page.
 */
export function diffPage(previous: VersionDocument | undefined, next: VersionDocument, page: PageFacts): readonly Change[] {
  if (!previous) return [];
  const [before, after] = [linesOf(previous), linesOf(next)];
  if (before.join('\n') === after.join('\n')) return [];
  const sentences = diffSentences(before, after);
  if (sentences.added === 0 && sentences.removed === 0) return [];
  return [{
    id: factId('change', 'page_text', next.subjectId, previous._id, next._id, ''),
    sourceId: next.sourceId, targetId: next.targetId, subjectId: next.subjectId, crawlId: next.firstCrawlId, at: next.firstSeenAt,
    fromVersion: previous._id, toVersion: next._id, title: page.title, url: page.url,
    ...(next.archive === undefined ? {} : { archive: next.archive }), detail: { kind: 'page_text', diff: unified(before, after), ...sentences },
  }];
}

function linesOf({ _id, content }: VersionDocument): readonly string[] {
  if (content.kind !== 'page') throw new TypeError(`version ${_id} is of a ${content.kind}, not of a page`);
  return content.text.split('\n').slice(0, MOST_LINES).map(normalText).filter((line) => line !== '');
}

function unified(before: readonly string[], after: readonly string[]): string {
  const patch = structuredPatch('before', 'after', textOf(before), textOf(after), undefined, undefined, { context: 2, maxEditLength: MOST_EDITS });
  if (!patch) return rewritten(before, after);
  return shorten(formatPatch(patch, OMIT_HEADERS), LONGEST_DIFF);
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** Too different for a diff: the lines that only one side has. */
function rewritten(before: readonly string[], after: readonly string[]): string {
  const [old, now] = [new Set(before), new Set(after)];
  const removed = before.filter((line) => !now.has(line));
  const added = after.filter((line) => !old.has(line));
  const half = LONGEST_DIFF / 2;
  return [shorten(removed.map((line) => `-${line}`).join('\n'), half), shorten(added.map((line) => `+${line}`).join('\n'), half)].join('\n');
}
