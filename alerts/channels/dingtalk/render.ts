import type { Message } from '../../messages/message.ts';
import { fitMessage } from '../fit.ts';
import { defused, defusedBytes, labelled, markdownLink, quotedCode } from '../markdown.ts';
import { factsOf, movementOf, webLinks } from '../text.ts';

/** `title` is what a phone shows before the message is opened. */
export interface DingTalkText {
  readonly title: string;
  readonly text: string;
}

/** A message has at most 20,000 bytes; its envelope, line breaks as two characters and a keyword take some of them. */
export const LIMITS = { whole: 18_000, measure: defusedBytes } as const;

/** Bytes as they are sent. */
export function sizeOf(text: DingTalkText): number {
  return Buffer.byteLength(JSON.stringify(text));
}

/** The message as DingTalk's Markdown. A blank line ends a paragraph; two blanks before a line break keep it. */
export function renderDingTalk(message: Message): DingTalkText {
  return fitMessage(message, LIMITS, textOf, sizeOf);
}

function textOf(message: Message): DingTalkText {
  const { lines, code } = message;
  const links = [...webLinks(message.links), ...webLinks(message.actions)].map(markdownLink).join(' · ');
  const paragraphs = [
    `#### ${defused(message.headline)}`, movementOf(message).map((field) => labelled(field, message)).join('  \n'),
    lines.map((line) => `- ${defused(line)}`).join('\n'), quotedCode(code).join('  \n'), links, factsOf(message).map((field) => `> ${labelled(field, message)}`).join('  \n'),
  ];
  return { title: defused(message.headline), text: paragraphs.filter(Boolean).join('\n\n') };
}
