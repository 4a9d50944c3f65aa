import { FIELD_NAMES, type ListingRead } from '../model/listing.ts';
import type { SelectorState } from '../model/reading.ts';
import type { Io } from './io.ts';
import { oneLine, padded, paint, wrapped } from './output.ts';

/** What became of a selector, in words. */
export const SELECTOR_WORDS: Readonly<Record<SelectorState, string>> = { used: 'used', overridden: 'set aside', nothing: 'found nothing', unreadable: 'not understood' };

const FIELD_WIDTH = 14;
const STATE_WIDTH = 16;
const MOST_RAW = 60;

/** What the operator's own selectors gave on a page, one a line with the reason below where it was not used; empty where the source has none. */
export function selectorsView(io: Io, { selectors }: ListingRead, width: number): string {
  const rows = FIELD_NAMES.flatMap((field) => {
    const use = selectors?.[field];
    if (!use) return [];
    const gave = use.raw === undefined ? '' : `"${oneLine(use.raw, MOST_RAW)}"  `;
    const style = use.state === 'used' ? 'green' : 'yellow';
    const [first = '', ...more] = wrapped(`${gave}${use.place}`, width - FIELD_WIDTH - STATE_WIDTH, 3);
    const why = use.why === undefined ? [] : wrapped(use.why, width - FIELD_WIDTH - STATE_WIDTH, 4);
    const indent = ' '.repeat(FIELD_WIDTH + STATE_WIDTH);
    return [`${paint(io, 'cyan', padded(field, FIELD_WIDTH))}${paint(io, style, padded(SELECTOR_WORDS[use.state], STATE_WIDTH))}${first}`, ...[...more, ...why].map((line) => indent + line)];
  });
  return rows.length === 0 ? '' : [paint(io, 'bold', `${padded('own selector', FIELD_WIDTH)}${padded('result', STATE_WIDTH)}gave, and where or why`), ...rows].join('\n');
}
