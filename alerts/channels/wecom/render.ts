import { inBytes } from '../../messages/cut.ts';
import type { Message } from '../../messages/message.ts';
import { fitMessage } from '../fit.ts';
import { defused, defusedBytes, labelled, markdownLink, quotedCode } from '../markdown.ts';
import { factsOf, movementOf, toneOf, webLinks, type Tone } from '../text.ts';

/** WeCom counts bytes of UTF-8: a Chinese character takes three. A little is left for what the server may count otherwise. */
export const LIMITS = { whole: 4_050, measure: defusedBytes } as const;

/** The three colours WeCom has. */
const COLOURS: Readonly<Record<Tone, 'warning' | 'info' | 'comment'>> = { critical: 'warning', warning: 'warning', info: 'comment', recovered: 'info' };

/** The message as WeCom's Markdown. */
export function renderWeCom(message: Message): string {
  return fitMessage(message, LIMITS, contentOf, inBytes);
}

function contentOf(message: Message): string {
  const { lines, code } = message;
  const links = [...webLinks(message.links), ...webLinks(message.actions)].map(markdownLink).join(' · ');
  return [
    `### ${defused(message.headline)}`, `<font color="${COLOURS[toneOf(message)]}">${defused(message.what)}</font>`,
    ...movementOf(message).map((field) => labelled(field, message)), ...lines.map((line) => `• ${defused(line)}`), ...quotedCode(code),
    ...(links === '' ? [] : [links]), ...factsOf(message).map((field) => `> ${labelled(field, message)}`),
  ].join('\n');
}
