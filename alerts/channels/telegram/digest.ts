import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { digestEnd, firstPicture, plainDigest, rowOf, webLinks } from '../text.ts';
import { bold, escaped, inert, LIMITS, link, sizeOf, type TelegramText } from './html.ts';

/** The digest as Telegram's HTML: each product with its lines, below those of each page their links; the picture is that of the first which has one. */
export function renderDigest(digest: Digest): TelegramText {
  return fitDigest(digest, LIMITS, textOf, sizeOf);
}

function textOf(digest: FittedDigest): TelegramText {
  const groups = digest.groups.flatMap(({ title, pages }) => ['', bold(title), ...pages.flatMap(({ lines, links }) => [
    ...lines.map((line) => `• ${escaped(line)}`), ...rowOf(webLinks(links).map(link)),
  ])]);
  const html = [bold(digest.headline), ...groups, ...digestEnd(digest).flatMap((line) => ['', escaped(line)])].join('\n');
  const png = firstPicture(digest);
  return { html, plain: inert(plainDigest(digest)), buttons: [], over: false, ...(png ? { png } : {}) };
}
