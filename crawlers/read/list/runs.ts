import type { FlatElement, TextRun } from './flat-page.ts';

/** White space between elements is kept as one space behind the run before it. */
export function spaceAfterLast(texts: TextRun[]): void {
  const last = texts[texts.length - 1];
  if (last && !/\s$/.test(last.text)) texts[texts.length - 1] = { element: last.element, text: `${last.text} ` };
}

/** The parser gives entities as runs of their own; their places are kept so that the ranges stay true. */
export function mergeRuns(texts: readonly TextRun[], elements: readonly FlatElement[]): TextRun[] {
  const merged: TextRun[] = [];
  const moved: number[] = [];
  const borders = new Set<number>();
  for (const element of elements) borders.add(element.textFrom).add(element.textTo);
  texts.forEach((run, i) => {
    const last = merged[merged.length - 1];
    if (last && last.element === run.element && !borders.has(i)) merged[merged.length - 1] = { element: run.element, text: last.text + run.text };
    else merged.push(run);
    moved.push(merged.length - 1);
  });
  moved.push(merged.length);
  for (const element of elements) Object.assign(element, { textFrom: moved[element.textFrom] ?? merged.length, textTo: moved[element.textTo] ?? merged.length });
  return merged;
}
