import type { Message } from '../../messages/message.ts';
import { fitMessage } from '../fit.ts';
import { factsOf, movementOf, toneOf, webLinks } from '../text.ts';
import { card, labelled, LIMITS, paragraph, sizeOf, type TeamsPost } from './card.ts';

/** The message as an Adaptive Card: the headline in its colour, from and to, the lines, a diff, small print, and buttons. */
export function renderTeams(message: Message): TeamsPost {
  return fitMessage(message, LIMITS, postOf, sizeOf);
}

function postOf(message: Message): TeamsPost {
  const { colon, lines, code } = message;
  const body = [
    ...movementOf(message).map(({ label, text }) => labelled(`${label}${colon}`, text)), ...lines.map((line) => paragraph(line)),
    ...(code === undefined ? [] : code.trimEnd().split('\n').map((line) => paragraph(line || ' ', { fontType: 'Monospace', size: 'Small' }))),
    ...factsOf(message).map(({ label, text }, index) => ({ ...labelled(`${label}${colon}`, text, { size: 'Small', isSubtle: true }), ...(index === 0 ? { separator: true as const } : {}) })),
  ];
  return card(message.headline, toneOf(message), body, [...webLinks(message.links), ...webLinks(message.actions)]);
}
