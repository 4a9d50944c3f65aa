import { movedText } from '../crawlers/verdict.ts';
import type { CrawlDocument } from '../storage/documents.ts';
import { selectorTroubles } from '../workers/selectors.ts';
import type { Io } from './io.ts';
import { oneLine, paint } from './output.ts';
import { SELECTOR_WORDS } from './selectors-view.ts';

const MOST_URL = 150;
const MOST_WHY = 200;

/** What an operator should look at after a crawl: how reading is broken, with pages, and own selectors that were not used. */
export function crawlDoubts(io: Io, { targetId, sourceId, fault, accepted, tally }: Pick<CrawlDocument, 'targetId' | 'sourceId' | 'fault' | 'accepted' | 'tally'>): readonly string[] {
  const warning = paint(io, 'yellow', `${targetId}:`);
  const lost = fault && fault.lost.length > 0 ? `missing on most pages: ${fault.lost.join(', ')}` : '';
  const moved = fault && fault.moved.length > 0 ? `read in another way than ever: ${fault.moved.map(movedText).join(', ')}` : '';
  return [
    ...(fault ? [`${warning} ${[lost, moved].filter(Boolean).join('; ')}. Values are held back (docs/reading.md).${fault.examples.map((url) => `\n  ${oneLine(url, MOST_URL)}`).join('')}`] : []),
    ...(accepted ? [`${warning} what was read in another way is the usual way from now on.`] : []),
    ...selectorTroubles(tally).map(({ field, state, pages, of, example }) => `${warning} own selector of ${field} ${SELECTOR_WORDS[state]} on ${pages} of ${of} pages of source ${sourceId}${example ? `, e.g. ${oneLine(example.url, MOST_URL)}\n  ${oneLine(example.why, MOST_WHY)}` : ''}`),
  ];
}
