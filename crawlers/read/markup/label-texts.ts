import { LABEL, labelKind, labelledIn } from './labels.ts';
import type { Mention } from './mention.ts';

/** Most labels of a page. */
const MOST = 60;
/** Longest text that is looked at, that is a label, and that answers one. */
const LONGEST = 120;
const LONGEST_LABEL = 40;
const LONGEST_ANSWER = 80;
/** Yes, no, or a number with its unit. */
const SHORT_ANSWER = 8;
/** Between labels that stand in one text: `Ref.: 4711 | EAN: 5707770601929`. */
const BETWEEN = /\s[|·•]\s/;

/** Pairs labels with the texts that follow them while a page streams by: `SKU:` → `123`. */
export class LabelTexts {
  readonly found: { readonly label: string; readonly mention: Mention }[] = [];
  #pending = '';

  /** Takes the next text of the page. @param mention makes a mention of what a label says */
  take(text: string, mention: (value: string, label: string) => Mention): void {
    const label = this.#pending;
    if (label === '') this.#label(text, mention);
    else if (!/^[:：#]+$/.test(text)) {
      this.#pending = '';
      // "In stock" alone asks for nothing more often than not.
      if (labelKind(label) === 'stock' && (text.length > SHORT_ANSWER || LABEL.test(text))) this.#label(text, mention);
      else if (text.length <= LONGEST_ANSWER) this.found.push({ label, mention: mention(text, label) });
    }
  }

  #label(text: string, mention: (value: string, label: string) => Mention): void {
    if (text.length > LONGEST || this.found.length >= MOST) return;
    if (text.length <= LONGEST_LABEL && LABEL.test(text)) {
      this.#pending = text;
      return;
    }
    for (const part of text.split(BETWEEN)) {
      const found = labelledIn(part);
      if (found) this.found.push({ label: found.label, mention: mention(found.value, found.label) });
    }
  }
}
