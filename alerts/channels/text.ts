import type { Message } from '../messages/message.ts';

/** The whole message as plain text, for mail readers without HTML and for channels that refuse the rich form. */
export function plainText(message: Message): string {
  const { from, to, evidence } = message;
  const labelled = [from, to, message.where, message.when, message.why, evidence].flatMap((field) => (field ? [`${field.label}${message.colon}${field.text}`] : []));
  const links = message.links.map((link) => `${link.label}${message.colon}${link.url}`);
  return [message.headline, '', ...message.lines, ...(message.code === undefined ? [] : ['', message.code.trimEnd()]), '', ...labelled, ...links].join('\n');
}
