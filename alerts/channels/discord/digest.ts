import { cut } from '../../messages/cut.ts';
import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { digestEnd, firstPicture, rowOf, webLinks } from '../text.ts';
import { escaped, LIMITS, link, MOST, post, sizeOf, type DiscordPost } from './embed.ts';

/** The digest as an embed: each product with its lines, below those of each page their links; the picture is that of the first which has one. */
export function renderDigest(digest: Digest): DiscordPost {
  return fitDigest(digest, LIMITS, postOf, sizeOf);
}

function postOf(digest: FittedDigest): DiscordPost {
  const groups = digest.groups.flatMap(({ title, pages }) => ['', `**${escaped(title)}**`, ...pages.flatMap(({ lines, links }) => [
    ...lines.map((line) => `- ${escaped(line)}`), ...rowOf(webLinks(links).map(link)),
  ])]);
  const description = [...groups, ...digestEnd(digest).flatMap((line) => ['', escaped(line)])].join('\n').trim();
  return post({ title: escaped(cut(digest.headline, MOST.title, LIMITS.measure)), ...(description === '' ? {} : { description }) }, digest.severity, { png: firstPicture(digest), over: false });
}
