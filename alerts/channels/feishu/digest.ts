import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { digestEnd, webAddress } from '../text.ts';
import { buttons, card, div, LIMITS, note, sizeOf, type Card, type Element } from './card.ts';

/** The digest as a card: each product with its lines and a button to its page. */
export function renderDigest(digest: Digest): Card {
  return fitDigest(digest, { ...LIMITS, groups: 30 }, cardOf, sizeOf);
}

function cardOf(digest: FittedDigest): Card {
  const groups = digest.groups.flatMap(({ title, url, lines }): readonly Element[] => {
    const address = webAddress(url);
    return [...div([title, ...lines.map((line) => `• ${line}`)].join('\n')), ...(address === undefined ? [] : buttons([{ label: new URL(address).hostname, url: address }]))];
  });
  return card(digest.headline, digest.severity, [...groups, ...note(digestEnd(digest))]);
}
