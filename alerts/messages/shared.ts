import type { TextEdit } from '../../model/change.ts';

/** Each edited place as it was and as it is, marked as in a diff, with the words around it. */
export function editLines(edits: readonly TextEdit[]): string {
  return edits.flatMap(({ before, removed, added, after }) => [
    ...(removed === '' ? [] : [`- ${listed([before, removed, after], ' ')}`]), ...(added === '' ? [] : [`+ ${listed([before, added, after], ' ')}`]),
  ]).join('\n');
}

/** The parts that say something, with `between` between them. */
export function listed(parts: readonly string[], between: string): string {
  return parts.filter(Boolean).join(between);
}
