import type { ChannelKind } from '../channel.ts';
import { renderDigest } from './digest.ts';
import { renderEmail, type Mail } from './render.ts';
import { sendEmail } from './send.ts';

/** E-mail by SMTP. Mail servers have limits of their own; this stays below those of the usual providers. */
export const email: ChannelKind<'email', Mail> = { type: 'email', render: renderEmail, digest: renderDigest, send: sendEmail, pace: { minIntervalMs: 500, perMinute: 60 }, pictures: () => true };
