import { describe, expect, it } from 'vitest';
import { deliver, deliverDigest } from '../../../alerts/channels/index.ts';
import { renderEmail } from '../../../alerts/channels/email/render.ts';
import { messageOf } from '../../../alerts/messages/message.ts';
import { CHANGE_KINDS } from '../../../model/change.ts';
import type { SMTPServerOptions } from 'smtp-server';
import { alertOf, PRICE_ALERT } from '../messages/samples.ts';
import { change } from '../rules/support.ts';
import { selfSigned } from '../../support/certificate.ts';
import { digestSample, fullMessage } from './samples.ts';
import { closedPort, context, mailServer, webServer } from './servers.ts';

const message = messageOf(PRICE_ALERT, { language: 'en', timezone: 'UTC' });
const settingsFor = (address: string, to = ['shop@example.com']) => ({ type: 'email', smtp: `smtp://${address}`, from: 'Price watch <watch@shop.example>', to }) as const;

/** A server that answers a step with this code. */
function refusing(step: 'from' | 'to' | 'auth', responseCode: number, words: string): SMTPServerOptions {
  const error = Object.assign(new Error(words), { responseCode });
  if (step === 'auth') return { authOptional: false, onAuth: (_auth, _session, done) => done(error) };
  return step === 'from' ? { onMailFrom: (_address, _session, done) => done(error) } : { onRcptTo: ({ address }, _session, done) => done(address.startsWith('no-') || responseCode !== 551 ? error : null) };
}

describe('the mail', () => {
  it('arrives with subject, both bodies and the headers of an automatic mail', async () => {
    await using server = await mailServer();
    const sent = await deliver(settingsFor(server.address, ['a@example.com', 'b@example.com']), message, context());
    expect(sent).toMatchObject({ result: 'sent', answer: expect.stringContaining('250') });
    const [mail] = server.mails;
    expect(mail?.subject).toBe('Price down 20%: Desk lamp');
    expect(mail?.messageId).toBe('<dlv_0123456789abcdef01234567@shop.example>');
    expect(mail?.references).toBe('<epi_1@shop.example>');
    expect(mail?.from?.text).toBe('"Price watch" <watch@shop.example>');
    expect(mail?.headerLines.find((line) => line.key === 'list-id')?.line).toMatch(/^List-I[dD]: rivalwatch alerts <alerts\.rivalwatch\.shop\.example>$/);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.text).toContain('Before: $100.00\nNow: $80.00\n');
    expect(mail?.html).toContain('<h1');
    expect(mail?.html).toContain('href="https://shop.example/p1"');
  });

  it('has the same Message-ID when it is sent again', async () => {
    await using server = await mailServer();
    for (const _ of [1, 2]) await deliver(settingsFor(server.address), message, context());
    expect(new Set(server.mails.map((mail) => mail.messageId)).size).toBe(1);
    expect(server.mails).toHaveLength(2);
  });

  it('lets no title write headers or HTML', async () => {
    await using server = await mailServer();
    const evil = { ...change(2, { kind: 'title', from: 'a', to: '<script>alert(1)</script>' }), title: 'x\u0000\u001b\r\nBcc: all@example.com\r\n\r\n<img src=x>', url: 'https://shop.example/"><script>' } as const;
    await deliver(settingsFor(server.address), messageOf(alertOf('title', { change: evil }), { language: 'zh-CN', timezone: 'UTC' }), context());
    const [mail] = server.mails;
    expect(mail?.bcc).toBeUndefined();
    expect(mail?.subject).toBe('标题变动：x Bcc: all@example.com <img src=x>');
    expect(mail?.html).not.toMatch(/<script|<img/);
  });

  it.each(CHANGE_KINDS)('of %s has balanced HTML without anything loaded from outside', (kind) => {
    const { html } = renderEmail(messageOf(alertOf(kind), { language: 'en', timezone: 'UTC' }));
    for (const tag of ['table', 'tr', 'td', 'pre', 'a', 'h1', 'p', 'span', 'body', 'html']) {
      expect([tag, html.split(new RegExp(`<${tag}[\\s>]`)).length]).toEqual([tag, html.split(`</${tag}>`).length]);
    }
    expect(html).not.toMatch(/src=|url\(|<link|<script/);
  });
});

describe('what the server answers', () => {
  it.each([
    ['to', 550, 'permanent_failure'], ['to', 450, 'passing_failure'], ['from', 421, 'passing_failure'], ['auth', 535, 'permanent_failure'], ['auth', 454, 'passing_failure'],
    // A full mailbox may be emptied; a sender who is refused is refused for all mails: none is given up for it. Size and contents are those of one mail.
    ['to', 552, 'passing_failure'], ['to', 554, 'permanent_failure'], ['to', 552, 'permanent_failure', '5.3.4 too big'], ['to', 554, 'permanent_failure', '5.6.0 unfit'],
  ] as const)('at %s with %i is a %s (%s)', async (step, code, result, own?: string) => {
    await using server = await mailServer(refusing(step, code, [own, 'not today'].filter(Boolean).join(' ')));
    const settings = { ...settingsFor(server.address), smtp: `smtp://watch:hunter2%21secret@${server.address}` };
    const sent = await deliver(step === 'auth' ? settings : settingsFor(server.address), message, context());
    expect(sent).toMatchObject({ result, answer: expect.stringContaining('not today') });
    expect(sent.concerns).toBe(own === undefined ? undefined : 'message');
    expect(sent.answer).not.toMatch(/hunter2/);
    expect(server.mails).toEqual([]);
  });

  it('for one of several recipients leaves the mail sent, and says who was refused', async () => {
    await using server = await mailServer(refusing('to', 551, 'unknown here'));
    expect(await deliver(settingsFor(server.address, ['yes@example.com', 'no-one@example.com']), message, context())).toMatchObject({ result: 'sent', answer: expect.stringMatching(/^refused for no-one@example\.com; 250 /) });
    expect(server.mails).toHaveLength(1);
  });

  it('names those of several recipients for whom it may pass, and sends to them alone when asked to', async () => {
    await using server = await mailServer({ onRcptTo: ({ address }, _session, done) => done(address.startsWith('no-') ? Object.assign(new Error('full'), { responseCode: address === 'no-box@example.com' ? 552 : 450 }) : null) });
    const settings = settingsFor(server.address, ['yes@example.com', 'no-box@example.com', 'no-time@example.com']);
    expect(await deliver(settings, message, context())).toMatchObject({ result: 'sent', left: ['no-time@example.com'] });
    expect(await deliver(settings, message, { ...context(), to: ['no-time@example.com'] })).toMatchObject({ result: 'passing_failure', concerns: 'message' });
    expect(await deliver(settings, message, { ...context(), to: ['gone@example.com'] })).toMatchObject({ result: 'sent' });
    expect(server.mails).toHaveLength(1);
  });

  it('signs in and sends, and keeps the password to itself', async () => {
    const seen: unknown[] = [];
    await using server = await mailServer({ authOptional: false, onAuth: ({ password }, _session, done) => { seen.push(password); done(null, { user: 'watch' }); } });
    const sent = await deliver({ ...settingsFor(server.address), smtp: `smtp://watch:hunter2%21secret@${server.address}` }, message, context());
    expect(sent.result).toBe('sent');
    expect(seen).toEqual(['hunter2!secret']);
    expect(JSON.stringify(sent)).not.toContain('hunter2');
  });
});

describe('over TLS', () => {
  const { key, cert } = selfSigned();
  const signedIn: SMTPServerOptions = { key, cert, authOptional: false, onAuth: ({ username, password }, _session, done) => (username === 'watch' && password === 'hunter2' ? done(null, { user: 'watch' }) : done(Object.assign(new Error('wrong'), { responseCode: 535 }))) };
  const smtpFor = (scheme: string, address: string) => `${scheme}://watch:hunter2@${address}`;

  const ways: readonly (readonly [scheme: string, options: SMTPServerOptions])[] = [['smtps', { secure: true }], ['smtp', { disabledCommands: [], allowInsecureAuth: false }]];
  it.each(ways)('signs in by %s at a server whose authority the channel knows', async (scheme, options) => {
    await using server = await mailServer({ ...signedIn, ...options });
    const settings = { ...settingsFor(server.address), smtp: smtpFor(scheme, server.address), ca: cert };
    expect(await deliver(settings, message, context())).toMatchObject({ result: 'sent' });
    expect(server.mails).toHaveLength(1);
  });

  it('tells a certificate that nobody vouches for, and what to do about it, and sends nothing', async () => {
    await using server = await mailServer({ ...signedIn, secure: true });
    const sent = await deliver({ ...settingsFor(server.address), smtp: smtpFor('smtps', server.address) }, message, context());
    expect(sent).toMatchObject({ result: 'permanent_failure', answer: expect.stringMatching(/self-signed certificate.*"ca"/) });
    expect(server.mails).toEqual([]);
  });

  it('tells a wrong password', async () => {
    await using server = await mailServer({ ...signedIn, secure: true });
    const sent = await deliver({ ...settingsFor(server.address), smtp: `smtps://watch:wrong-password@${server.address}`, ca: cert }, message, context());
    expect(sent).toMatchObject({ result: 'permanent_failure', answer: expect.stringContaining('app password') });
    expect(sent.answer).not.toContain('wrong-password');
  });
});

describe('what mail programs show', () => {
  it('has the price as a picture within the mail', async () => {
    await using server = await mailServer();
    await deliver(settingsFor(server.address), fullMessage('en'), context());
    const [mail] = server.mails;
    expect(mail?.attachments.map(({ cid, contentType, contentDisposition, related }) => [cid, contentType, contentDisposition, related])).toEqual([['chart', 'image/png', 'inline', true]]);
    expect(renderEmail(fullMessage('en')).html).toContain('<img src="cid:chart" alt="Price over 30 days: from $100.00 to $80.00"');
  });

  it.each([
    ['mailto:leave@shop.example?subject=stop', undefined, ['<mailto:leave@shop.example?subject=stop>', undefined]],
    ['https://shop.example/leave?who=a', true, ['<https://shop.example/leave?who=a>', 'List-Unsubscribe=One-Click']], [undefined, undefined, [undefined, undefined]],
  ] as const)('has a way to leave: %s, one click %s', async (unsubscribe, unsubscribeOneClick, expected) => {
    await using server = await mailServer();
    const leave = unsubscribe === undefined ? {} : { unsubscribe, ...(unsubscribeOneClick === undefined ? {} : { unsubscribeOneClick }) };
    await deliver({ ...settingsFor(server.address), ...leave }, message, context());
    const header = (key: string) => server.mails[0]?.headerLines.find((line) => line.key === key)?.line.replace(/^[^:]*: */, '').replaceAll(/\s+/g, ' ');
    expect([header('list-unsubscribe'), header('list-unsubscribe-post')]).toEqual(expected);
  });

  it('shows a digest with a heading, lines and a picture for each product', async () => {
    await using server = await mailServer();
    expect(await deliverDigest(settingsFor(server.address), digestSample('zh-CN'), context())).toMatchObject({ result: 'sent' });
    const [mail] = server.mails;
    expect(mail?.subject).toBe('周一 08:00 以来有 3 项变动');
    expect(mail?.text).toContain('Desk lamp\n- 降价 20%：US$100.00 → US$80.00\n- 售罄\nhttps://shop.example/p1?a=1&b=2');
    expect(mail?.attachments).toHaveLength(1);
    expect(mail?.references).toBeUndefined();
  });
});

describe('faults of the connection', () => {
  it('pass', async () => {
    expect(await deliver(settingsFor(await closedPort()), message, context())).toMatchObject({ result: 'passing_failure', answer: expect.stringContaining('ECONNREFUSED') });
  });

  it('a server that speaks another protocol passes too', async () => {
    await using web = await webServer({ status: 200 });
    const stop = AbortSignal.timeout(1_500);
    expect((await deliver(settingsFor(web.url.replace('http://', '')), message, context({ signal: stop }))).result).toBe('passing_failure');
  });

  it('a worker that stops ends the attempt', async () => {
    const stop = new AbortController();
    await using server = await mailServer({ onMailFrom: () => stop.abort(new Error('the worker stops')) });
    expect(await deliver(settingsFor(server.address), message, context({ signal: stop.signal }))).toMatchObject({ result: 'passing_failure' });
  });
});
