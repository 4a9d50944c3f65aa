import { cut } from '../../messages/cut.ts';
import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { digestEnd, plainDigest, webAddress } from '../text.ts';
import { escaped, LIMITS, links, payload, section, type Block, type SlackPost } from './blocks.ts';

/** Two blocks for each group, and some for the rest: below Slack's 50. The first holds title and lines. */
const MOST_GROUPS = 20;

/** The digest as Slack blocks: each product with its lines, and its link below; the pictures stand in the thread, each with the name of its product. */
export function renderDigest(digest: Digest): SlackPost {
  return fitDigest(digest, { ...LIMITS, each: 2_400, groups: MOST_GROUPS }, postOf, (post) => JSON.stringify(post.payload).length);
}

function postOf(digest: FittedDigest): SlackPost {
  const groups = digest.groups.flatMap(({ title, url, lines }): readonly Block[] => {
    const address = webAddress(url);
    return [...section([title, ...lines.map((line) => `• ${line}`)].join('\n')), ...(address === undefined ? [] : links([{ label: new URL(address).hostname, url: address }]))];
  });
  const end = digestEnd(digest);
  const pictures = digest.groups.flatMap(({ chart }) => chart ?? []);
  return {
    payload: payload(cut(digest.headline, 150), digest.severity, [...groups, ...section(end.join('\n'))]), over: false, ...(pictures.length > 0 ? { pictures } : {}),
    plain: { text: escaped(cut(plainDigest(digest), 3_500, (text) => escaped(text).length)), mrkdwn: false },
  };
}
