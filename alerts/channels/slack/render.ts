import { cut } from '../../messages/cut.ts';
import type { Message } from '../../messages/message.ts';
import { fitMessage } from '../fit.ts';
import { factsOf, movementOf, plainText, toneOf, webLinks } from '../text.ts';
import { bold, buttons, code, escaped, LIMITS, links, payload, plain, section, type Block, type SlackPost } from './blocks.ts';

/** A context block has at most ten elements. */
const MOST_FACTS = 5;

/** A message as Slack blocks: the headline, from and to, the lines, a diff, links and buttons, and below them where, when, why and evidence. */
export function renderSlack(message: Message): SlackPost {
  return fitMessage(message, LIMITS, postOf, (post) => JSON.stringify(post.payload).length);
}

function postOf(message: Message): SlackPost {
  const { colon } = message;
  const facts = factsOf(message).slice(0, MOST_FACTS).flatMap(({ label, text }) => [bold(`${label}${colon.trimEnd()}`), plain(text)]);
  const blocks: readonly Block[] = [
    ...fromTo(message), ...section(message.lines.join('\n')), ...code(message.code), ...links(webLinks(message.links)), ...buttons(webLinks(message.actions)), { type: 'context', elements: facts },
  ];
  return {
    payload: payload(cut(message.headline, 150), toneOf(message), blocks), over: message.alert.moment === 'recovered', ...(message.chart ? { pictures: [message.chart] } : {}),
    plain: { text: escaped(cut(plainText(message), 3_500, (text) => escaped(text).length)), mrkdwn: false },
  };
}

/** A row for each: the label on the left, the value on the right. */
function fromTo(message: Message): readonly Block[] {
  const both = movementOf(message);
  return both.length === 0 ? [] : [{ type: 'section', fields: both.flatMap(({ label, text }) => [bold(label), plain(text)]) }];
}
