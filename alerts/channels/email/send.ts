import { createTransport } from 'nodemailer';
import { TIMEOUTS, type SendContext, type SendResult, type SettingsOf } from '../channel.ts';
import { reasonOf } from '../post.ts';
import { redact, secretsOfUrl } from '../redact.ts';
import type { Mail } from './render.ts';

/** nodemailer's codes for what trying again cannot mend: signing in, addresses, settings. */
const PERMANENT_CODES: ReadonlySet<string> = new Set(['EAUTH', 'ENOAUTH', 'EENVELOPE', 'ECONFIG', 'EREQUIRETLS']);
const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Sends one mail by SMTP. The Message-ID is made of the delivery's id, so that a mail sent twice can be told. 5xx answers and a refused
 * sign-in are permanent, 4xx answers and connection faults pass (RFC 5321 4.2.1). With a password and a server that is not on this
 * machine, the connection must be encrypted.
 */
export async function sendEmail(settings: SettingsOf<'email'>, mail: Mail, { deliveryId, signal }: SendContext): Promise<SendResult> {
  const secrets = secretsOfUrl(settings.smtp);
  try {
    const transport = createTransport({
      url: settings.smtp, connectionTimeout: TIMEOUTS.connectMs, greetingTimeout: TIMEOUTS.connectMs, socketTimeout: TIMEOUTS.answerMs,
      requireTLS: needsTls(settings.smtp), disableFileAccess: true, disableUrlAccess: true,
    });
    const domain = domainOf(settings.from);
    const info = await transport.sendMail({
      from: settings.from, to: [...settings.to], subject: mail.subject, html: mail.html, text: mail.text,
      messageId: `<${deliveryId}@${domain}>`, references: [`<${mail.thread}@${domain}>`],
      headers: { 'List-Id': `rivalwatch alerts <alerts.rivalwatch.${domain}>`, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUTS.wholeMs)]),
    });
    const refused = info.rejected.length > 0 ? ` (refused for ${info.rejected.join(', ')})` : '';
    return { result: 'sent', answer: redact(`${info.response}${refused}`, secrets) };
  } catch (error) {
    return { result: isPermanent(error) ? 'permanent_failure' : 'passing_failure', answer: redact(reasonOf(error), secrets) };
  }
}

/** The server's own answer decides; without one, nodemailer's code. */
function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('responseCode' in error && typeof error.responseCode === 'number') return error.responseCode >= 500;
  return 'code' in error && typeof error.code === 'string' && PERMANENT_CODES.has(error.code);
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
