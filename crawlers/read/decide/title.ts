import type { Candidate, Reading } from '../../../model/reading.ts';
import { likeness } from '../schema-org/choose.ts';
import { against, groupBy, losersOf } from './group.ts';

/** Letters and digits of a title in small letters. */
export function foldedTitle(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The title. Titles that say the same in other words support each other instead of contradicting. Data often give the bare name:
 * where the page's own heading is that name with nothing but `parts` (brand, colour) put to it, the heading is the title.
 */
export function decideTitle(found: readonly Candidate<string>[], parts: readonly (string | undefined)[]): Reading<string> {
  const groups = groupBy(found, foldedTitle);
  const winner = groups[0];
  if (!winner) return { state: 'unknown', reason: 'not_found' };
  const unlike = groups.find((group) => group !== winner && likeness(winner.best.value, group.best.value) < 0.5 && likeness(group.best.value, winner.best.value) < 0.5);
  const fuller = groups.find((group) => isHeading(group.best) && isFuller(foldedTitle(group.best.value), foldedTitle(winner.best.value), parts.flatMap((part) => part ?? []).map(foldedTitle)));
  const shown = fuller ?? winner;
  const losers = losersOf(groups, shown);
  return { state: 'known', value: shown.best.value, confidence: against(winner, unlike), evidence: shown.best.evidence, ...(losers.length > 0 ? { losers } : {}) };
}

/** Only what stands on the page as its heading: the window's title carries the shop's name, which may be the brand. */
function isHeading({ evidence }: Candidate<string>): boolean {
  return evidence.method === 'text' && evidence.place !== 'title';
}

/** True when `text` is `name` with one or both of the parts before or behind it, and nothing else; all of them folded. */
export function isFuller(text: string, name: string, parts: readonly string[]): boolean {
  const at = text.indexOf(name);
  if (at < 0 || text.length === name.length) return false;
  const added = [text.slice(0, at), text.slice(at + name.length)].filter((one) => one !== '');
  return added.every((one) => parts.includes(one));
}
