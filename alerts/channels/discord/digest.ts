import { cut } from '../../messages/cut.ts';
import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { digestEnd, firstPicture, webAddress } from '../text.ts';
import { escaped, LIMITS, link, MOST, post, sizeOf, type DiscordPost } from './embed.ts';

/** The digest as an embed: each product as a link, its lines below; the picture is that of the first which has one. */
export function renderDigest(digest: Digest): DiscordPost {
  return fitDigest(digest, LIMITS, postOf, sizeOf);
}

function postOf(digest: FittedDigest): DiscordPost {
  const groups = digest.groups.flatMap(({ title, url, lines }) => {
    const address = webAddress(url);
    return ['', `**${address === undefined ? escaped(title) : link({ label: title, url: address })}**`, ...lines.map((line) => `- ${escaped(line)}`)];
  });
  const description = [...groups, ...digestEnd(digest).flatMap((line) => ['', escaped(line)])].join('\n').trim();
  return post({ title: escaped(cut(digest.headline, MOST.title, LIMITS.measure)), ...(description === '' ? {} : { description }) }, digest.severity, { png: firstPicture(digest), over: false });
}
