import type { Message } from '../../messages/message.ts';
import { fitMessage } from '../fit.ts';
import { factsOf, plainText, toneOf, webLinks } from '../text.ts';
import { buttons, code, facts, fromTo, page, paragraphs, picture } from './html.ts';

/** One mail, without addresses. */
export interface Mail {
  /** One line of at most 150 characters. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Mails of one episode refer to it, so that readers show them as one thread. */
  readonly episode?: string;
  /** Pictures that the HTML shows, by their content id. */
  readonly pictures: readonly Picture[];
}

export interface Picture {
  readonly cid: string;
  readonly png: Uint8Array;
}

/** Gmail hides what comes after 102 kB of HTML (https://support.google.com/mail: "Message clipped"). */
export const LIMITS = { whole: 90_000 } as const;

/** The message as a mail: HTML and the same as plain text. */
export function renderEmail(message: Message): Mail {
  return fitMessage(message, LIMITS, mailOf, (mail) => mail.html.length);
}

function mailOf(message: Message): Mail {
  const { headline, language, chart, from, to, what } = message;
  const tone = toneOf(message);
  const html = page({
    language, tone, headline, what,
    rows: [
      fromTo(from, to), paragraphs(message.lines), code(message.code), chart ? picture('chart', chart.alt) : '',
      buttons([...webLinks(message.links), ...webLinks(message.actions)], tone), facts(factsOf(message)),
    ],
  });
  return { subject: headline, html, text: plainText(message), episode: message.alert.episodeId, pictures: chart ? [{ cid: 'chart', png: chart.png }] : [] };
}
