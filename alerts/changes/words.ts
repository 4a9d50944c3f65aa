import { diffArrays } from 'diff';
import type { TextEdit } from '../../model/change.ts';
import { shorten } from './text.ts';

/** Words compared; what stands behind them is not looked at. */
const MOST_WORDS = 10_000;
/** Edits beyond which two texts are called different altogether, so that time stays bounded. */
const MOST_STEPS = 400;
const MOST_EDITS = 20;
const LONGEST = 300;
/** Characters of the text around an edit. */
const CONTEXT = 40;
/** Equal stretches shorter than this between two edits join them: "5 W" to "7 W halogen" reads better as one. */
const JOINED_BY = 4;

/** Words of any language; there is nothing to tell a sentence of Chinese into words by its spaces. */
const WORDS = new Intl.Segmenter('und', { granularity: 'word' });

export interface WordDiff {
  readonly edits: readonly TextEdit[];
  /** Edits that are not carried. */
  readonly more: number;
}

/** Two texts word by word, with a little of the text around each edit. Undefined when they are too different for that. */
export function diffWords(from: string, to: string): WordDiff | undefined {
  const parts = diffArrays(wordsOf(from), wordsOf(to), { maxEditLength: MOST_STEPS });
  if (!parts) return undefined;
  const edits = joined(parts.map(({ value, added, removed }): Part => ({ text: value.join(''), is: added ? 'added' : removed ? 'removed' : 'same' })));
  return { edits: edits.slice(0, MOST_EDITS), more: Math.max(0, edits.length - MOST_EDITS) };
}

interface Part {
  readonly text: string;
  readonly is: 'same' | 'added' | 'removed';
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment } of WORDS.segment(text)) {
    if (words.length === MOST_WORDS) break;
    words.push(segment);
  }
  return words;
}

function joined(parts: readonly Part[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let before = '';
  let open: { removed: string; added: string } | undefined;
  for (const [index, { text, is }] of parts.entries()) {
    if (is === 'same' && (!open || text.trim().length >= JOINED_BY || index === parts.length - 1)) {
      if (open) edits.push(editOf(before, open, text));
      open = undefined;
      before = text;
    } else {
      open ??= { removed: '', added: '' };
      if (is !== 'added') open.removed += text;
      if (is !== 'removed') open.added += text;
    }
  }
  return open ? [...edits, editOf(before, open, '')] : edits;
}

function editOf(before: string, { removed, added }: { readonly removed: string; readonly added: string }, after: string): TextEdit {
  return { before: lastWords(before), removed: shorten(removed.trim(), LONGEST), added: shorten(added.trim(), LONGEST), after: firstWords(after) };
}

/** The end of a text, from a space on where there is one near. */
function lastWords(text: string): string {
  if (text.trim().length <= CONTEXT) return text.trim();
  return `…${text.slice(-CONTEXT).replace(/^[\uDC00-\uDFFF]/u, '').replace(/^\S{0,15}\s/u, '').trim()}`;
}

function firstWords(text: string): string {
  if (text.trim().length <= CONTEXT) return text.trim();
  return `${text.trimStart().slice(0, CONTEXT).replace(/[\uD800-\uDBFF]$/u, '').replace(/\s\S{0,15}$/u, '').trim()}…`;
}
