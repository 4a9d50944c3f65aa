/** One thing wrong in what the operator wrote, with the place to mend it. */
export interface Mistake {
  /** File as the operator named it, relative to the configuration's folder where it is inside. */
  readonly file: string;
  /** 1-based; absent when the file as a whole is meant. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** Keys from the top, joined by dots: `targets.shoes.every`. Empty for a file that is no YAML map. */
  readonly path: string;
  readonly message: string;
}

/** The mistake as one line: `rivalwatch.yaml:12:5 targets.shoes.every: …`. What was written is quoted in it: no control character of that reaches a terminal. */
export function mistakeText(mistake: Mistake): string {
  const place = [mistake.file, mistake.line, mistake.line === undefined ? undefined : mistake.column].filter((part) => part !== undefined).join(':');
  const text = mistake.path === '' ? `${place}: ${mistake.message}` : `${place} ${mistake.path}: ${mistake.message}`;
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}

/** Mistakes in the order of the file, each once. */
export function sortMistakes(mistakes: readonly Mistake[]): Mistake[] {
  const unique = new Map(mistakes.map((mistake) => [mistakeText(mistake), mistake]));
  return [...unique.values()].toSorted((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** The word of `words` that is most like `typed`, when one is like enough to be a slip of the pen; case does not count. Of two, the one that begins alike for longer. */
export function nearestWord(typed: string, words: Iterable<string>): string | undefined {
  let best: { readonly word: string; readonly distance: number; readonly begins: number } | undefined;
  const wrong = typed.toLowerCase().slice(0, 80);
  for (const word of words) {
    const right = word.toLowerCase().slice(0, 80);
    const distance = editDistance(wrong, right);
    const begins = beginsAlike(wrong, right);
    if (!best || distance < best.distance || (distance === best.distance && begins > best.begins)) best = { word, distance, begins };
  }
  return best && best.distance <= Math.max(2, Math.floor(typed.length / 3)) && best.distance < typed.length ? best.word : undefined;
}

function beginsAlike(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  return same;
}

/** ` Did you mean "…"?` or the whole list when it is short, else nothing. To be appended to a sentence. */
export function suggestion(typed: string, words: readonly string[]): string {
  const nearest = nearestWord(typed, words);
  if (nearest !== undefined) return ` Did you mean "${nearest}"?`;
  return words.length > 0 && words.length <= 15 ? ` Possible: ${words.join(', ')}.` : '';
}

/** Insertions, deletions, replacements and swaps of neighbours needed to make `b` of `a` (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
