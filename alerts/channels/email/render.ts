import type { Message } from '../../messages/message.ts';
import { plainText } from '../text.ts';
import { htmlOf } from './html.ts';

/** One mail, without addresses. */
export interface Mail {
  /** One line of at most 150 characters. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Mails of one episode refer to it, so that readers show them as one thread. */
  readonly thread: string;
}

/** The message as a mail: HTML and the same as plain text. */
export function renderEmail(message: Message): Mail {
  return { subject: message.headline, html: htmlOf(message), text: plainText(message), thread: message.alert.episodeId };
}
