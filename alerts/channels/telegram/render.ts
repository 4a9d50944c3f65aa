import type { Message } from '../../messages/message.ts';
import { fitMessage } from '../fit.ts';
import { factsOf, movementOf, plainText, webLinks } from '../text.ts';
import { bold, code, escaped, inert, LIMITS, link, sizeOf, type TelegramText } from './html.ts';

/** The message as Telegram's HTML: the headline in bold, from and to, the lines, a diff, the link, and the rest below. */
export function renderTelegram(message: Message): TelegramText {
  return fitMessage(message, LIMITS, textOf, sizeOf);
}

function textOf(message: Message): TelegramText {
  const { colon, lines } = message;
  const fields = movementOf(message).map(({ label, text }) => `${escaped(label)}${colon}${bold(text)}`);
  const facts = factsOf(message).map(({ label, text }) => `${escaped(label)}${colon}${escaped(text)}`);
  const html = [
    bold(message.headline), ...fields, ...lines.map(escaped), ...(message.code === undefined ? [] : [code(message.code.trimEnd())]), ...webLinks(message.links).map(link), '', ...facts,
  ].join('\n');
  return { html, plain: inert(plainText(message)), buttons: webLinks(message.actions), over: message.alert.moment === 'recovered', ...(message.chart ? { png: message.chart.png } : {}) };
}
