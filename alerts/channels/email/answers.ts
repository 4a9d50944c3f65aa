import { malformed, passing, permanent, type Meaning, type Meanings } from '../answers.ts';

/**
 * SMTP replies (RFC 5321 4.2.3, RFC 4954 6) and nodemailer's own codes (nodemailer, lib/errors.js). What is not here: 5xx is permanent,
 * 4xx and faults of the connection may pass (RFC 5321 4.2.1).
 */
export const MEANINGS: Meanings = {
  421: passing('the mail server is busy or shutting down'),
  450: passing('the mailbox is busy, or the server wants to see the mail again later (greylisting)'),
  451: passing('the mail server had a fault of its own'),
  452: passing('the mail server is out of room, or took enough mails for now'),
  530: permanent('the mail server wants a sign-in or TLS: put user and password into smtp, or write smtps://'),
  534: permanent('the mail server does not take this way of signing in; many providers want an app password'),
  535: permanent('user or password are refused; many providers want an app password'),
  538: permanent('the mail server takes the password over TLS only: write smtps://, or leave out ignoreTLS'),
  550: permanent('a recipient is unknown, or the server does not send for this sender; see "to" and "from"'),
  551: permanent('the recipient is not here; see "to"'),
  552: passing('the mailbox is full'),
  553: permanent('an address is not allowed; see "to" and "from"'),
  554: permanent('the mail server refuses mails of this sender or this machine, often because of their reputation: ask who runs it, and see "from"'),
  EAUTH: permanent('user or password are refused; many providers want an app password'),
  ENOAUTH: permanent('the mail server wants a user and a password in smtp'),
  EENVELOPE: permanent('no recipient was accepted; see "to" and "from"'),
  ECONFIG: permanent('the address in smtp cannot be used'),
  EREQUIRETLS: permanent('the mail server offers no TLS, and the password is not sent without: write smtps://, or a server that offers STARTTLS'),
  /** Not nodemailer's: it hides OpenSSL's code, the words remain. */
  CERTIFICATE: permanent('the mail server\'s certificate is not trusted; for one of your own put its authority into "ca"'),
};

/** What lies in the one mail alone: its size, its contents (RFC 3463: X.2.3, X.3.4, X.6). */
const OF_THE_MAIL = /\b5\.(?:2\.3|3\.4|6\.\d{1,3})\b/;

/** The server's own reply decides, an enhanced code in it (RFC 3463) before its number; without one, a certificate that is not trusted, then nodemailer's code. */
export function meaningOf(error: unknown): Meaning | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('responseCode' in error && typeof error.responseCode === 'number') {
    if (error.responseCode >= 500 && OF_THE_MAIL.test(error.message)) return malformed('the mail server does not take the size or the contents of this mail: please report it');
    return MEANINGS[String(error.responseCode)] ?? (error.responseCode >= 500 ? permanent('the mail server refuses the mail') : undefined);
  }
  if (/self[- ]signed certificate|unable to (?:verify the first|get local issuer) certificate|does not match certificate/i.test(error.message)) return MEANINGS['CERTIFICATE'];
  return 'code' in error && typeof error.code === 'string' && Object.hasOwn(MEANINGS, error.code) ? MEANINGS[error.code] : undefined;
}
