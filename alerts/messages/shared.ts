import type { TextEdit } from '../../model/change.ts';
import type { Price, Rating } from '../../model/listing.ts';
import type { Formats } from './formats.ts';

/** What alerts about rivalwatch itself are from, where no source or rule of the configuration stands for them: that a channel is switched off, that nothing runs. */
export const SELF = 'rivalwatch';

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

/** By how much a rating moved, behind a space; nothing between two scales. */
export function starsBetween({ from, to }: { readonly from: Rating; readonly to: Rating }, f: Formats): string {
  return from.scale === to.scale ? ` ${f.number(Math.abs(to.value - from.value))}` : '';
}

/** How far a price moved, behind a space; nothing from a price of zero, of which there is no share. */
export function shareOf({ from, percent }: { readonly from: Price; readonly percent: number }, f: Formats): string {
  return from.money.minor === 0 && from.max === undefined ? '' : ` ${f.percent(percent)}`;
}

/** Whether a page can be opened there: what a shop writes as an address may be anything. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}
