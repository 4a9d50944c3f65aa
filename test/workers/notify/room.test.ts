import { expect, test } from 'vitest';
import { dingtalk } from '../../../alerts/channels/dingtalk/index.ts';
import { discord } from '../../../alerts/channels/discord/index.ts';
import { email } from '../../../alerts/channels/email/index.ts';
import { feishu } from '../../../alerts/channels/feishu/index.ts';
import { slack } from '../../../alerts/channels/slack/index.ts';
import { teams } from '../../../alerts/channels/teams/index.ts';
import { telegram } from '../../../alerts/channels/telegram/index.ts';
import { webhook } from '../../../alerts/channels/webhook/index.ts';
import { wecom } from '../../../alerts/channels/wecom/index.ts';
import { composeDigest, groupsOf } from '../../../alerts/messages/compose.ts';
import { factId } from '../../../model/ids.ts';
import { namedWithinRoom, withinRoom } from '../../../workers/notify/room.ts';
import type { Alert } from '../../../model/alert.ts';
import { ADVISED_ALERT, alertOf, PRICE_ALERT } from '../../alerts/messages/samples.ts';
import { at } from '../../alerts/changes/support.ts';

const KINDS = { dingtalk, discord, email, feishu, slack, teams, telegram, webhook, wecom };
const TITLES = {
  short: 'Lamp', long: 'Oak dining table with six chairs, oiled by hand & delivered <with> *all* screws_ [in] a box ',
  signs: '<&>"*_`[]\\'.repeat(12), chinese: '北欧实木餐桌椅组合六人位家用小户型饭桌轻奢现代简约长方形餐厅家具套装',
};

/** The alerts of 120 listings with such titles. */
function many(title: string): readonly Alert[] {
  return Array.from({ length: 120 }, (_, no) => alertOf('price', {
    id: factId('alert', no), episodeId: factId('episode', no), reason: PRICE_ALERT.reason,
    change: { ...PRICE_ALERT.change, title: `${title} n${no}n`, listingId: factId('listing', no), url: `https://shop.example/products/${'p'.repeat(60)}/${no}` },
  }));
}

test.for(Object.entries(KINDS).flatMap(([name, kind]) => Object.entries(TITLES).map(([what, title]) => [name, what, title, kind] as const)))('%s has room for all that one digest is to tell (%s titles)', ([, , title, kind]) => {
  for (const language of ['en', 'zh-CN'] as const) {
    const reader = { language, timezone: 'Asia/Shanghai', links: { url: 'https://watch.example', secret: 'secret', valid: 1 } };
    const tells = withinRoom(groupsOf(many(title)), kind.type, reader);
    expect(tells.length).toBeGreaterThan(2);
    const digest = composeDigest({ tells, superseded: [], since: at(0), reader });
    // Escaped and encoded in its own way by each channel; the marks of the listings stay as they are.
    const rendered = JSON.stringify(kind.digest(digest));
    for (const { change } of tells) expect(rendered).toContain(/n\d+n$/.exec(change.title)?.[0]);
  }
});

test.for(Object.entries(KINDS))('%s is told of many rivals of one product in several digests, none of which leaves one out', ([, kind]) => {
  const reader = { language: 'en', timezone: 'UTC', links: { url: 'https://watch.example', secret: 'secret', valid: 1 } } as const;
  const { product } = ADVISED_ALERT;
  let waiting = many(TITLES.short).slice(0, 60).map((alert) => ({ ...alert, ...(product ? { product } : {}) }));
  for (let digests = 0; waiting.length > 0; digests += 1) {
    expect(digests).toBeLessThan(30);
    const tells = withinRoom(groupsOf(waiting), kind.type, reader);
    const rendered = JSON.stringify(kind.digest(composeDigest({ tells, superseded: [], since: at(0), reader })));
    for (const { change } of tells) {
      expect(rendered).toContain(/n\d+n$/.exec(change.title)?.[0]);
      expect(rendered).toContain(change.url);
    }
    if (kind.type === 'webhook') expect(rendered.length).toBeLessThan(110_000);
    waiting = waiting.filter((alert) => !tells.includes(alert));
  }
});

test.for(Object.entries(KINDS))('%s names all that is no longer true, in several digests', ([, kind]) => {
  for (const language of ['en', 'zh-CN'] as const) {
    const reader = { language, timezone: 'UTC' };
    const tells = withinRoom(groupsOf(many(TITLES.long)), kind.type, reader);
    let waiting = many('Lamp').slice(0, 60);
    for (let digests = 0; waiting.length > 0; digests += 1) {
      expect(digests).toBeLessThan(15);
      const superseded = namedWithinRoom(waiting, kind.type, reader);
      const rendered = JSON.stringify(kind.digest(composeDigest({ tells, superseded, since: at(0), reader })));
      for (const { change } of superseded) expect(rendered).toContain(`${change.title} – `);
      waiting = waiting.slice(superseded.length);
    }
  }
});

test.for(Object.entries(KINDS))('%s tells the same of 300 listings in one digest; a program gets each of them', ([name, kind]) => {
  const reader = { language: 'zh-CN', timezone: 'UTC', links: { url: 'https://watch.example', secret: 'secret', valid: 1 } } as const;
  const ended = alertOf('listing_disappeared');
  const waiting = Array.from({ length: 300 }, (_, no) => ({ ...ended, id: factId('alert', no), episodeId: factId('episode', no), change: { ...ended.change, title: `${TITLES.chinese} ${no}`, listingId: factId('listing', no), url: `https://shop.example/products/${'p'.repeat(60)}/${no}` } }));
  const tells = withinRoom(groupsOf(waiting), kind.type, reader);
  expect(name === 'webhook' ? tells.length <= 45 : tells.length === 300).toBe(true);
  const rendered = JSON.stringify(kind.digest(composeDigest({ tells, superseded: [], since: at(0), reader })));
  expect(rendered).toMatch(name === 'webhook' ? /"alerts":\[/ : /300 个商品/);
});
