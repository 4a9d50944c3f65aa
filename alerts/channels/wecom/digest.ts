import { inBytes } from '../../messages/cut.ts';
import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { defused, markdownLink } from '../markdown.ts';
import { digestEnd, rowOf, webLinks } from '../text.ts';
import { LIMITS } from './render.ts';

/** The digest as WeCom's Markdown: each product in bold, its lines below, then the links of each page. */
export function renderDigest(digest: Digest): string {
  return fitDigest(digest, LIMITS, contentOf, inBytes);
}

function contentOf(digest: FittedDigest): string {
  const groups = digest.groups.flatMap(({ title, pages }) => ['', `**${defused(title)}**`, ...pages.flatMap(({ lines, links }) => [
    ...lines.map((line) => `• ${defused(line)}`), ...rowOf(webLinks(links).map(markdownLink)),
  ])]);
  return [`### ${defused(digest.headline)}`, ...groups, ...digestEnd(digest).flatMap((line) => ['', `> ${defused(line)}`])].join('\n');
}
