import type { Readable } from 'node:stream';
import { callbackify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { simpleParser } from 'mailparser';

/** A mail as it arrived, decoded. */
export interface Mail {
  readonly subject: string;
  readonly from: string;
  /** Recipients of the envelope. */
  readonly to: readonly string[];
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
}

export interface MailSink {
  /** `smtp://127.0.0.1:PORT` */
  readonly url: string;
  /** What arrived, oldest first; the newest 10,000. */
  readonly inbox: readonly Mail[];
  readonly close: () => Promise<void>;
}

const MOST_BYTES = 2_000_000;
const MOST_KEPT = 10_000;

/** A real SMTP server on loopback that takes every mail and keeps it, decoded, in memory. */
export async function startMailSink(): Promise<MailSink> {
  const inbox: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], size: MOST_BYTES, logger: false,
    onData: (stream, session, done) => callbackify(async () => {
      inbox.push(await decode(stream, session.envelope.rcptTo.map((recipient) => recipient.address)));
      if (inbox.length > MOST_KEPT) inbox.shift();
    })(done),
  });
  server.on('error', () => undefined); // A client that hangs up is its own affair.
  const listening = server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    listening.once('listening', resolve);
    listening.once('error', reject);
  });
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('the SMTP server got no port');
  return { url: `smtp://127.0.0.1:${address.port}`, inbox, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function decode(stream: Readable, to: readonly string[]): Promise<Mail> {
  const mail = await simpleParser(stream);
  return { subject: mail.subject ?? '', from: mail.from?.text ?? '', to, text: mail.text ?? '', html: mail.html || '', messageId: mail.messageId ?? '' };
}
