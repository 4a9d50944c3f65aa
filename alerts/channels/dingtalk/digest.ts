import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { defused, markdownLink } from '../markdown.ts';
import { digestEnd, webLinks } from '../text.ts';
import { LIMITS, sizeOf, type DingTalkText } from './render.ts';

/** The digest as DingTalk's Markdown: a heading for each product, its lines as a list, below those of each page their links. */
export function renderDigest(digest: Digest): DingTalkText {
  return fitDigest(digest, LIMITS, textOf, sizeOf);
}

function textOf(digest: FittedDigest): DingTalkText {
  const groups = digest.groups.flatMap(({ title, pages }) => [`**${defused(title)}**`, ...pages.flatMap(({ lines, links }) => [
    lines.map((line) => `- ${defused(line)}`).join('\n'), webLinks(links).map(markdownLink).join(' · '),
  ])]);
  return { title: defused(digest.headline), text: [`#### ${defused(digest.headline)}`, ...groups, ...digestEnd(digest).map((line) => `> ${defused(line)}`)].filter(Boolean).join('\n\n') };
}
