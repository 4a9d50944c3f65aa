import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { defused, markdownLink } from '../markdown.ts';
import { digestEnd, webAddress } from '../text.ts';
import { LIMITS, sizeOf, type DingTalkText } from './render.ts';

/** The digest as DingTalk's Markdown: a heading for each product, its lines as a list. */
export function renderDigest(digest: Digest): DingTalkText {
  return fitDigest(digest, LIMITS, textOf, sizeOf);
}

function textOf(digest: FittedDigest): DingTalkText {
  const groups = digest.groups.flatMap(({ title, url, lines }) => {
    const address = webAddress(url);
    const heading = address === undefined ? `**${defused(title)}**` : `**${markdownLink({ label: title, url: address })}**`;
    return [heading, lines.map((line) => `- ${defused(line)}`).join('\n')];
  });
  return { title: defused(digest.headline), text: [`#### ${defused(digest.headline)}`, ...groups, ...digestEnd(digest).map((line) => `> ${defused(line)}`)].filter(Boolean).join('\n\n') };
}
