import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { digestEnd, webLinks } from '../text.ts';
import { card, LIMITS, paragraph, sizeOf, type TeamsPost } from './card.ts';

/** The digest as an Adaptive Card. The first products, which are the most important ones, have a button each. */
export function renderDigest(digest: Digest): TeamsPost {
  return fitDigest(digest, LIMITS, postOf, sizeOf);
}

function postOf(digest: FittedDigest): TeamsPost {
  const groups = digest.groups.flatMap(({ title, lines }) => [{ ...paragraph(title, { weight: 'Bolder' }), separator: true as const }, ...lines.map((line) => paragraph(`• ${line}`))]);
  const links = webLinks(digest.groups.flatMap(({ title, url }) => (url === undefined ? [] : [{ label: title, url }])));
  return card(digest.headline, digest.severity, [...groups, ...digestEnd(digest).map((line) => paragraph(line, { size: 'Small', isSubtle: true }))], links);
}
