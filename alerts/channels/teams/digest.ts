import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { digestEnd, webLinks } from '../text.ts';
import { buttons, card, LIMITS, paragraph, sizeOf, type TeamsPost } from './card.ts';

/** The digest as an Adaptive Card. Below the lines of each page stand buttons to it and to the evidence. */
export function renderDigest(digest: Digest): TeamsPost {
  return fitDigest(digest, LIMITS, postOf, sizeOf);
}

function postOf(digest: FittedDigest): TeamsPost {
  const groups = digest.groups.flatMap(({ title, pages }) => [{ ...paragraph(title, { weight: 'Bolder' }), separator: true as const }, ...pages.flatMap(({ lines, links }) => [
    ...lines.map((line) => paragraph(`• ${line}`)), ...buttons(webLinks(links)),
  ])]);
  return card(digest.headline, digest.severity, [...groups, ...digestEnd(digest).map((line) => paragraph(line, { size: 'Small', isSubtle: true }))], []);
}
