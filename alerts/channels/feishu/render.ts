import type { Message } from '../../messages/message.ts';
import { fitMessage } from '../fit.ts';
import { factsOf, movementOf, toneOf, webLinks } from '../text.ts';
import { buttons, card, div, LIMITS, note, plain, sizeOf, type Card, type Element } from './card.ts';

/** The message as a card: from and to side by side, the lines, a diff, buttons, and the rest in small print. */
export function renderFeishu(message: Message): Card {
  return fitMessage(message, LIMITS, cardOf, sizeOf);
}

function cardOf(message: Message): Card {
  const { colon, lines, code } = message;
  const fields = movementOf(message).map(({ label, text }) => ({ is_short: true, text: plain(`${label}${colon}${text}`) }));
  const elements: readonly Element[] = [
    ...(fields.length > 0 ? [{ tag: 'div', fields } as const] : []), ...div(lines.join('\n')), ...div(code ?? ''),
    ...buttons([...webLinks(message.links), ...webLinks(message.actions)]), { tag: 'hr' }, ...note(factsOf(message).map(({ label, text }) => `${label}${colon}${text}`)),
  ];
  return card(message.headline, toneOf(message), elements);
}
