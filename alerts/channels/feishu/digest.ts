import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { digestEnd, webLinks } from '../text.ts';
import { buttons, card, div, LIMITS, note, sizeOf, type Card } from './card.ts';

/** The digest as a card: each product with its lines, below those of each page buttons to it and to the evidence. */
export function renderDigest(digest: Digest): Card {
  return fitDigest(digest, { ...LIMITS, pages: 30 }, cardOf, sizeOf);
}

function cardOf(digest: FittedDigest): Card {
  const groups = digest.groups.flatMap(({ title, pages }) => pages.flatMap(({ lines, links }, index) => [
    ...div([...(index === 0 ? [title] : []), ...lines.map((line) => `• ${line}`)].join('\n')), ...buttons(webLinks(links)),
  ]));
  return card(digest.headline, digest.severity, [...groups, ...note(digestEnd(digest))]);
}
