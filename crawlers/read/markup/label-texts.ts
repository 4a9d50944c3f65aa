import { remembered } from '../text/remembered.ts';
import { LABEL, labelKind, labelledIn, type Labelled } from './labels.ts';
import type { Mention } from './mention.ts';

/** Most labels of a page. */
const MOST = 60;
/** Longest text that is looked at, that is a label, and that answers one. */
const LONGEST = 120;
const LONGEST_LABEL = 40;
const LONGEST_ANSWER = 80;
/** Yes, no, or a number with its unit. */
const SHORT_ANSWER = 8;
/** Words that stand in menus and headings as often as in front of what they name. */
const IN_MENUS: ReadonlySet<Labelled> = new Set(['stock', 'condition', 'seller']);
/** Between labels that stand in one text: `Ref.: 4711 | EAN: 5707770601929`. */
const BETWEEN = /\s[|·•]\s/;

/** Whether a text is a label or holds one with what it names; the texts of a template come again on each page. */
const saysOfLabels = remembered((text): 'label' | 'labelled' | undefined => {
  if (text.length <= LONGEST_LABEL && LABEL.test(text)) return 'label';
  return text.split(BETWEEN).some((part) => labelledIn(part) !== undefined) ? 'labelled' : undefined;
});

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
      // "In stock" alone asks for nothing more often than not; a label behind one is none's value.
      const kind = labelKind(label);
      if ((kind === 'stock' && text.length > SHORT_ANSWER) || (kind !== undefined && IN_MENUS.has(kind) && LABEL.test(text))) this.#label(text, mention);
      else if (text.length <= LONGEST_ANSWER) this.found.push({ label, mention: mention(text, label) });
    }
  }

  #label(text: string, mention: (value: string, label: string) => Mention): void {
    if (text.length > LONGEST || this.found.length >= MOST) return;
    const says = saysOfLabels(text);
    if (says === 'label') this.#pending = text;
    if (says !== 'labelled') return;
    for (const part of text.split(BETWEEN)) {
      const found = labelledIn(part);
      if (found) this.found.push({ label: found.label, mention: mention(found.value, found.label) });
    }
  }
}
