import { inBytes } from '../../messages/cut.ts';
import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { defused, markdownLink } from '../markdown.ts';
import { digestEnd, webAddress } from '../text.ts';
import { LIMITS } from './render.ts';

/** The digest as WeCom's Markdown: each product in bold, its lines below. */
export function renderDigest(digest: Digest): string {
  return fitDigest(digest, LIMITS, contentOf, inBytes);
}

function contentOf(digest: FittedDigest): string {
  const groups = digest.groups.flatMap(({ title, url, lines }) => {
    const address = webAddress(url);
    return ['', address === undefined ? `**${defused(title)}**` : markdownLink({ label: title, url: address }), ...lines.map((line) => `• ${defused(line)}`)];
  });
  return [`### ${defused(digest.headline)}`, ...groups, ...digestEnd(digest).flatMap((line) => ['', `> ${defused(line)}`])].join('\n');
}
