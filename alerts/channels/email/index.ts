import type { ChannelKind } from '../channel.ts';
import { renderEmail, type Mail } from './render.ts';
import { sendEmail } from './send.ts';

/** E-mail by SMTP. */
export const email: ChannelKind<'email', Mail> = { render: renderEmail, send: sendEmail };
