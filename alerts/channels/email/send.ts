import { createTransport } from 'nodemailer';
import { TIMEOUTS, type SendContext, type SendResult, type SettingsOf } from '../channel.ts';
import { reasonOf } from '../post.ts';
import { redact, secretsOfUrl } from '../redact.ts';
import { meaningOf } from './answers.ts';
import type { Mail } from './render.ts';

const MESSAGE_ID = /^<[^<>\s]{1,500}@[^<>\s]{1,253}>$/;
const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Sends one mail by SMTP. The Message-ID is made of the delivery's id, so that a mail sent twice can be told; it is the handle to which
 * later mails of the episode reply (RFC 5322 3.6.4). With a password and a server that is not on this machine, the connection must be encrypted.
 */
export async function sendEmail(settings: SettingsOf<'email'>, mail: Mail, { deliveryId, signal, thread: handle, to: only }: SendContext): Promise<SendResult> {
  const secrets = secretsOfUrl(settings.smtp);
  const to = settings.to.filter((address) => only?.includes(address) ?? true);
  if (to.length === 0) return { result: 'sent', answer: 'those who had not got it are no recipients any more' };
  try {
    const transport = createTransport({
      url: settings.smtp, connectionTimeout: TIMEOUTS.connectMs, greetingTimeout: TIMEOUTS.connectMs, socketTimeout: TIMEOUTS.answerMs,
      requireTLS: needsTls(settings.smtp), disableFileAccess: true, disableUrlAccess: true, ...(settings.ca === undefined ? {} : { tls: { ca: settings.ca } }),
    });
    const domain = domainOf(settings.from);
    const messageId = `<${deliveryId}@${domain}>`;
    // A channel that was of another type when the episode began has left a handle of that type.
    const thread = handle !== undefined && MESSAGE_ID.test(handle) ? handle : undefined;
    const references = [...(mail.episode === undefined ? [] : [`<${mail.episode}@${domain}>`]), ...(thread === undefined ? [] : [thread])];
    const info = await transport.sendMail({
      from: settings.from, to, subject: mail.subject, html: mail.html, text: mail.text, messageId,
      ...(references.length > 0 ? { references } : {}), ...(thread === undefined ? {} : { inReplyTo: thread }),
      attachments: mail.pictures.map(({ cid, png }) => ({ cid, content: Buffer.from(png), filename: `${cid}.png`, contentType: 'image/png', contentDisposition: 'inline' as const })),
      headers: { 'List-Id': `rivalwatch alerts <alerts.rivalwatch.${domain}>`, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...unsubscribe(settings) },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUTS.wholeMs)]),
    });
    // First: where an answer is shown in a table, it is cut.
    const refused = info.rejected.length > 0 ? `refused for ${info.rejected.join(', ')}; ` : '';
    const left = (info.rejectedErrors ?? []).flatMap((error) => refusedInPassing(error) ?? []);
    return { result: 'sent', answer: redact(`${refused}${info.response}`, secrets), handle: messageId, ...(left.length > 0 ? { left } : {}) };
  } catch (error) {
    const meaning = meaningOf(error);
    const words = redact(reasonOf(error), secrets).slice(0, 300);
    // Others of the channel have it: what is refused to these says nothing of the channel.
    const concerns = only !== undefined && isOfRecipients(error) ? 'message' as const : meaning?.concerns;
    return { result: meaning?.result ?? 'passing_failure', answer: meaning ? `${words}: ${meaning.todo}` : words, ...(concerns === undefined ? {} : { concerns }) };
  }
}

/** The recipient of a refusal that may pass (RFC 5321 4.2.1: 4xx); undefined of one that will not. */
function refusedInPassing(error: Error): string | undefined {
  const code = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0;
  return code >= 400 && code < 500 && 'recipient' in error && typeof error.recipient === 'string' ? error.recipient : undefined;
}

/** Every recipient was refused, and the sender was not. */
function isOfRecipients(error: unknown): boolean {
  return error instanceof Error && 'rejectedErrors' in error;
}

/** RFC 2369 3.2; the one-click header (RFC 8058) only where the operator says that the address takes a POST for this very recipient. */
function unsubscribe({ unsubscribe: address, unsubscribeOneClick }: SettingsOf<'email'>): Readonly<Record<string, string>> {
  if (address === undefined) return {};
  return { 'List-Unsubscribe': `<${address}>`, ...(unsubscribeOneClick === true ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}) };
}

function needsTls(smtp: string): boolean {
  if (!URL.canParse(smtp)) return true;
  const { protocol, hostname, password } = new URL(smtp);
  return protocol === 'smtp:' && password !== '' && !LOOPBACK.test(hostname);
}

/** The domain of the sender's address, for ids that must be unique in the world. */
function domainOf(from: string): string {
  return /@([a-z0-9.-]{1,253})>?\s*$/i.exec(from)?.[1] ?? 'localhost';
}
