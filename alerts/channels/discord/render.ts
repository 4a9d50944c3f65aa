import { cut } from '../../messages/cut.ts';
import type { Message } from '../../messages/message.ts';
import { fitMessage } from '../fit.ts';
import { factsOf, movementOf, toneOf, webLinks } from '../text.ts';
import { code, escaped, LIMITS, link, MOST, post, sizeOf, type DiscordPost } from './embed.ts';

/** The message as an embed: the headline, which leads to the page, the lines, a diff, from and to side by side, the picture, small print below. */
export function renderDiscord(message: Message): DiscordPost {
  return fitMessage(message, LIMITS, postOf, sizeOf);
}

function postOf(message: Message): DiscordPost {
  const { colon, chart } = message;
  const links = webLinks(message.links);
  const below = [...links.slice(1), ...webLinks(message.actions)].map(link).join(' · ');
  const description = [...message.lines.map(escaped), ...code(message.code), ...(below === '' ? [] : [below])].join('\n');
  const fields = movementOf(message).map(({ label, text }) => ({ name: escaped(label), value: escaped(text), inline: true }));
  const embed = {
    title: escaped(cut(message.headline, MOST.title, LIMITS.measure)), ...(links[0] ? { url: links[0].url } : {}), ...(description === '' ? {} : { description }),
    ...(fields.length === 0 ? {} : { fields }), footer: { text: factsOf(message).map(({ label, text }) => `${label}${colon}${text}`).join('\n') },
  };
  return post(embed, toneOf(message), { png: chart?.png, over: message.alert.moment === 'recovered' });
}
