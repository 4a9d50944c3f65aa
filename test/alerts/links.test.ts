import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedBy, LINK_AIMS, linkTo, type LinkSettings } from '../../alerts/links/link.ts';
import { evidencePage } from '../../alerts/links/evidence-page.ts';
import { linkPage } from '../../alerts/links/page.ts';
import { messageOf } from '../../alerts/messages/message.ts';
import { SELF } from '../../alerts/messages/shared.ts';
import { brand, factId } from '../../model/ids.ts';
import { PRICE_ALERT } from './messages/samples.ts';

const settings: LinkSettings = { url: 'https://watch.example.com/rw/', secret: 'a-secret-of-sixteen', valid: 7 * 86_400_000 };
const alert = { id: factId('alert', 'x'), at: new Date('2026-03-29T08:00:00Z') };
const now = new Date('2026-03-30T08:00:00Z');

describe('a signed link', () => {
  it.each(LINK_AIMS)('to %s says what, about which alert, until when; the same each time', (aim) => {
    const url = linkTo(settings, alert, aim);
    expect(url).toMatch(new RegExp(`^https://watch\\.example\\.com/rw/alerts/${alert.id}/${aim}\\?expires=1775376000&signature=[\\w-]{43}$`));
    expect(linkTo(settings, alert, aim)).toBe(url);
    const { pathname, search } = new URL(url);
    expect(askedBy(`${pathname}${search}`, settings, now)).toEqual({ kind: 'link', link: { alertId: alert.id, aim, expires: 1_775_376_000 } });
    // A proxy may have taken its own path away.
    expect(askedBy(`${pathname.replace('/rw', '')}${search}`, settings, now)).toMatchObject({ kind: 'link' });
  });

  it('is void after its time, under another secret, and when anything in it was altered', () => {
    const { pathname, search } = new URL(linkTo(settings, alert, 'acknowledge'));
    const asked = (path: string, query: string, other = settings): string => askedBy(`${path}${query}`, other, now).kind;
    expect(askedBy(`${pathname}${search}`, settings, new Date('2026-04-06T08:00:00Z')).kind).toBe('expired');
    expect(asked(pathname, search, { ...settings, secret: 'another-secret-here' })).toBe('forged');
    expect(asked(pathname.replace('acknowledge', 'snooze-7d'), search)).toBe('forged');
    expect(asked(pathname.replace(alert.id, factId('alert', 'y')), search)).toBe('forged');
    expect(asked(pathname, search.replace('1775376000', '1975376000'))).toBe('forged');
    for (const query of ['', '?expires=1775376000', '?expires=x&signature=y', '?signature=', '?expires=1775376000&signature=']) expect(asked(pathname, query)).toBe('forged');
    for (const path of ['/alerts/', '/alerts/alr_1/acknowledge', `/alerts/${alert.id}/delete`, '//evil.example/alerts/x', '/metrics']) expect(asked(path, search)).toBe('none');
  });

  it('one altered character anywhere makes it void', () => {
    const { pathname, search } = new URL(linkTo(settings, alert, 'snooze-1d'));
    const text = `${pathname}${search}`;
    fc.assert(fc.property(fc.nat(text.length - 1), fc.constantFrom('a', 'b', 'X', 'Z', '0', '9', '-', '_', '/', '=', '&', '?', '%', '\\'), (at, mark) => {
      fc.pre(text[at] !== mark);
      expect(askedBy(text.slice(0, at) + mark + text.slice(at + 1), settings, now).kind).not.toBe('link');
    }), { numRuns: 2_000 });
  });
});

it('a message has links for what fires, none for what is over, none without the setting', () => {
  const reader = { language: 'zh-CN', timezone: 'UTC', links: settings } as const;
  expect(messageOf(PRICE_ALERT, reader).actions?.map(({ label }) => label)).toEqual(['确认', '1 天后再提醒', '1 周后再提醒']);
  expect(messageOf({ ...PRICE_ALERT, moment: 'recovered' }, reader).actions).toBeUndefined();
  // A channel that is switched off is told of without an episode: there is nothing to acknowledge.
  expect(messageOf({ ...PRICE_ALERT, ruleId: brand(SELF) }, reader).actions).toBeUndefined();
  expect(messageOf(PRICE_ALERT, { language: 'en', timezone: 'UTC' }).actions).toBeUndefined();
  expect([messageOf({ ...PRICE_ALERT, moment: 'recovered' }, reader), messageOf(PRICE_ALERT, { language: 'en', timezone: 'UTC' })].map(({ links }) => links.map(({ label }) => label))).toEqual([['打开页面', '查看依据'], ['Open page']]);
});

it('the page with the evidence shows the archived page of a shop as text, and says when it is no longer kept', () => {
  const about = { language: 'en', headline: '<b>Lamp</b>', place: 'JSON-LD offers.price', raw: '19<i>99' } as const;
  const answer = { url: 'https://shop.example/p1', hash: 'ab'.repeat(32), since: 'Jan 5', until: 'Jan 6', text: `<script>alert(1)</script>${'x'.repeat(400_000)}"19<i>99"<img src=x onerror=alert(2)>` };
  const page = evidencePage({ ...about, answer });
  expect(page).not.toMatch(/<(?:script|img|i|b)[ >]/);
  expect(page).toContain('&quot;<mark>19&lt;i&gt;99</mark>&quot;');
  expect(page.length).toBeLessThan(310_000);
  expect(evidencePage(about)).toContain('no longer kept');
  expect(evidencePage({ ...about, language: 'zh-CN', answer: { ...answer, text: 'other words' } })).not.toContain('<mark>');
});

it('a page of a shop cannot put markup into the page behind a link', () => {
  const page = linkPage({ language: 'en', outcome: 'asked', action: 'acknowledge', headline: '<script>alert(1)</script>" onload=x' });
  expect(page).not.toContain('<script>');
  expect(page).toContain('<form method="post"><button>Acknowledge</button></form>');
  expect(linkPage({ language: 'en', outcome: 'forged' })).not.toContain('<form');
});
