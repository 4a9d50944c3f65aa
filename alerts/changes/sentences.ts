import { shorten } from './text.ts';

/** Sentences of any language: Chinese ends them without a space. */
const SENTENCES = new Intl.Segmenter('und', { granularity: 'sentence' });
/** Carried of each side, and characters of each. */
const MOST = 40;
const LONGEST = 600;

export interface SentenceDiff {
  readonly added: number;
  readonly removed: number;
  /** The sentences, as far as they are carried, in the order of the page. */
  readonly sentences: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** The sentences that only one side has. One that stands elsewhere now, in another line or another order, is on both sides. */
export function diffSentences(before: readonly string[], after: readonly string[]): SentenceDiff {
  const [old, now] = [before.flatMap(sentencesOf), after.flatMap(sentencesOf)];
  const [added, removed] = [without(now, old), without(old, now)];
  const carried = (sentences: readonly string[]): readonly string[] => sentences.slice(0, MOST).map((sentence) => shorten(sentence, LONGEST));
  return { added: added.length, removed: removed.length, sentences: { added: carried(added), removed: carried(removed) } };
}

function sentencesOf(line: string): readonly string[] {
  return [...SENTENCES.segment(line)].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}

/** What stands in one list more often than in the other. */
function without(sentences: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const sentence of others) left.set(sentence, (left.get(sentence) ?? 0) + 1);
  return sentences.filter((sentence) => {
    const count = left.get(sentence) ?? 0;
    left.set(sentence, count - 1);
    return count <= 0;
  });
}
