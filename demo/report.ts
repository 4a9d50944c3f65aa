import { widthOf, type Style } from '../cli/output.ts';
import type { Checked } from './check.ts';

/** Colours a text, where there are colours. */
export type Paint = (style: Style, text: string) => string;
const PLAIN: Paint = (_, text) => text;

/** The text cut or filled to exactly `width` columns. */
export function fit(text: string, width: number): string {
  let cut = '';
  let used = 0;
  for (const character of text) {
    const next = widthOf(character);
    if (used + next > width) return `${trimTo(cut, width - 1)}…${' '.repeat(Math.max(0, width - 1 - widthOf(trimTo(cut, width - 1))))}`;
    cut += character;
    used += next;
  }
  return cut + ' '.repeat(width - used);
}

function trimTo(text: string, width: number): string {
  let kept = '';
  for (const character of text) {
    if (widthOf(kept) + widthOf(character) > width) break;
    kept += character;
  }
  return kept;
}

/** The closing table, one line per expectation, at most `columnsOfTerminal` wide. Expectations that did not hold show all that was seen below their line. */
export function table(checked: readonly Checked[], columnsOfTerminal = 160, paint: Paint = PLAIN): string {
  const room = Math.max(72, columnsOfTerminal) - 2;
  const sceneWidth = Math.min(18, Math.max(...checked.map((one) => widthOf(one.scene)), 5));
  const seenWidth = Math.min(70, Math.max(20, Math.floor((room - sceneWidth - 8) * 0.42)));
  const expectedWidth = room - sceneWidth - seenWidth - 8;
  const line = (scene: string, expected: string, seen: string): string => ` ${fit(scene, sceneWidth)} │ ${fit(expected, expectedWidth)} │ ${fit(seen, seenWidth)}`.trimEnd();
  let before = '';
  const rows = checked.flatMap((one) => {
    const row = line(one.scene === before ? '' : one.scene, one.expected, one.seen);
    before = one.scene;
    return one.held ? [paint('green', '✓') + row] : [paint('red', `✗${row}`), `    expected: ${one.expected}`, `    seen:     ${one.seen}`];
  });
  return [paint('bold', ` ${line('scene', 'expected', 'seen')}`), '─'.repeat(room), ...rows].join('\n');
}

/** `demo: N of N expectations held`. */
export function verdictLine(checked: readonly Checked[]): string {
  return `demo: ${checked.filter((one) => one.held).length} of ${checked.length} expectations held`;
}

/** 0 when all held, else 1. */
export function exitCode(checked: readonly Checked[]): 0 | 1 {
  return checked.length > 0 && checked.every((one) => one.held) ? 0 : 1;
}
