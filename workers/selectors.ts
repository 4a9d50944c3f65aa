import type { CrawlTally } from '../model/crawl.ts';
import { SELECTOR_STATES, type SelectorState } from '../model/reading.ts';
import { FIELD_NAMES, type FieldName } from '../model/listing.ts';

/** One of the operator's selectors that was not used on some pages of a crawl. */
export interface SelectorTrouble {
  readonly field: FieldName;
  readonly state: Exclude<SelectorState, 'used'>;
  readonly pages: number;
  /** Pages it was tried on. */
  readonly of: number;
  readonly example?: { readonly url: string; readonly why: string };
}

/** The selectors that were set aside, found nothing or could not be understood, the most frequent first. */
export function selectorTroubles({ selectors }: Pick<CrawlTally, 'selectors'>): readonly SelectorTrouble[] {
  return FIELD_NAMES.flatMap((field) => {
    const states = selectors?.[field];
    const of = SELECTOR_STATES.reduce((sum, state) => sum + (states?.[state]?.count ?? 0), 0);
    return SELECTOR_STATES.flatMap((state): SelectorTrouble[] => {
      const tallied = states?.[state];
      const example = tallied?.examples[0];
      return state === 'used' || !tallied ? [] : [{ field, state, pages: tallied.count, of, ...(example ? { example: { url: example.url, why: example.place } } : {}) }];
    });
  }).toSorted((a, b) => b.pages - a.pages);
}
