import { TITLE_PREFIX, TITLE_SUFFIX } from './words.ts';

/** Digits with hardly a letter beside them: an amount, a count; no code of letters and digits in turns (`LM317T`). */
export function isPriceText(text: string): boolean {
  const letters = (text.match(/\p{L}/gu)?.length ?? 0) + (text.match(/\p{Lo}/gu)?.length ?? 0);
  return /\d/.test(text) && letters < 4 && text.length < 25 && !/\p{L}\d{2,}\p{L}|\d{2}\p{L}+\d/u.test(text) || /^[^\p{L}]*(?:from|ab|dès|desde|da|vanaf|od)?\s*[\p{Sc}\d][\d.,\s\p{Sc}]*$/iu.test(text);
}

/** What labels for those who do not see the page say beside the name: `, size: M, 8,00 €`. */
const SAID_TOO = /, \p{L}[\p{L} ]{1,20}: .{0,200}(?:\d ?\p{Sc}|\p{Sc} ?\d).*$/u;

/** A title without what shops put around it for screen readers and badges. */
export function cleanTitle(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(TITLE_PREFIX, '').replace(TITLE_SUFFIX, '').replace(SAID_TOO, '').trim().slice(0, 500);
}
