import { cut } from '../../messages/cut.ts';
import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { digestEnd, plainDigest, webLinks } from '../text.ts';
import { escaped, LIMITS, links, payload, section, type Block, type SlackPost } from './blocks.ts';

/** Two blocks for each page, and some for the rest: below Slack's 50. The first of a group begins with its title. */
const MOST_PAGES = 20;

/** The digest as Slack blocks: each product with its lines, below those of each page their links; the pictures stand in the thread, each with the name of its product. */
export function renderDigest(digest: Digest): SlackPost {
  return fitDigest(digest, { ...LIMITS, each: 2_400, pages: MOST_PAGES }, postOf, (post) => JSON.stringify(post.payload).length);
}

function postOf(digest: FittedDigest): SlackPost {
  const groups = digest.groups.flatMap(({ title, pages }) => pages.flatMap((page, index): readonly Block[] => [
    ...section([...(index === 0 ? [title] : []), ...page.lines.map((line) => `• ${line}`)].join('\n')), ...links(webLinks(page.links)),
  ]));
  const end = digestEnd(digest);
  const pictures = digest.groups.flatMap(({ chart }) => chart ?? []);
  return {
    payload: payload(cut(digest.headline, 150), digest.severity, [...groups, ...section(end.join('\n'))]), over: false, ...(pictures.length > 0 ? { pictures } : {}),
    plain: { text: escaped(cut(plainDigest(digest), 3_500, (text) => escaped(text).length)), mrkdwn: false },
  };
}
