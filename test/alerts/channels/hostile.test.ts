import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { renderDigest as dingtalkDigest } from '../../../alerts/channels/dingtalk/digest.ts';
import { renderDingTalk } from '../../../alerts/channels/dingtalk/render.ts';
import { renderDigest as discordDigest } from '../../../alerts/channels/discord/digest.ts';
import { renderDiscord } from '../../../alerts/channels/discord/render.ts';
import { renderDigest as emailDigest } from '../../../alerts/channels/email/digest.ts';
import { renderEmail } from '../../../alerts/channels/email/render.ts';
import { renderDigest as feishuDigest } from '../../../alerts/channels/feishu/digest.ts';
import { renderFeishu } from '../../../alerts/channels/feishu/render.ts';
import { renderDigest as slackDigest } from '../../../alerts/channels/slack/digest.ts';
import { renderSlack } from '../../../alerts/channels/slack/render.ts';
import { renderDigest as teamsDigest } from '../../../alerts/channels/teams/digest.ts';
import { renderTeams } from '../../../alerts/channels/teams/render.ts';
import { renderDigest as telegramDigest } from '../../../alerts/channels/telegram/digest.ts';
import { renderTelegram } from '../../../alerts/channels/telegram/render.ts';
import { renderDigest as wecomDigest } from '../../../alerts/channels/wecom/digest.ts';
import { renderWeCom } from '../../../alerts/channels/wecom/render.ts';
import type { Digest } from '../../../alerts/messages/digest.ts';
import { messageOf, type Message } from '../../../alerts/messages/message.ts';
import { alertOf } from '../messages/samples.ts';
import { change } from '../rules/support.ts';
import { digestSample } from './samples.ts';

/** What somebody may write into a title so that a message says or does something else. */
const TRICKS = [
  '@everyone', '@here', '@all', '@someone', '<!channel>', '<!here|x>', '<@U012AB3CD>', '<@all>', '<at id=all></at>', '<at>Boss</at>', '<https://evil.example|Open page>', '[Open page](https://evil.example)',
  '![x](https://evil.example/x.png)', '<a href="https://evil.example">x</a>', '<img src=x onerror=alert(1)>', '" onerror="alert(1)', '</pre><b>', '</td></tr>', '```\n# x', '`', '**x**', '__x__', '~~x~~', '||x||', '_x_', '*x*', '\\', '\\*',
  '\r\nBcc: all@evil.example\r\n', '\n# Heading', '\n> quote', '\n- item', '<font color="warning">x</font>', '{{DATE(2020-01-01T00:00:00Z)}}', ':smile:', '&lt;!channel&gt;', '&amp;', '"', "'", ')', ']', '](https://evil.example)',
  'https://shop.example/a_b(c)', 'https://evil.example/)**x**[y](https://evil.example', '/start', '#tag', '$TSLA', '\u202Egnp.exe', '\u0000', '\uD83D', '\uDC00x', '<t:1:R>', '<#123>', '<:a:1>',
];
const hostile = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...TRICKS) }, fc.string({ unit: 'grapheme', maxLength: 12 })), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const PAGE = 'https://shop.example/p1';

/** A message and a digest in which everything that a shop may say is hostile. */
const told = fc.tuple(hostile, hostile, hostile, hostile).map(([title, first, second, third]): { readonly message: Message; readonly digest: Digest } => {
  const evidence = { method: 'json-ld', place: 'offers[0].price', raw: third } as const;
  const detail = { kind: 'title', from: first, to: second } as const;
  const message = messageOf(alertOf('title', { change: { ...change(2, detail), title, evidence, url: PAGE } }), { language: 'en', timezone: 'UTC' });
  return { message: { ...message, lines: [third, first], chart: { png: new Uint8Array([1]), alt: `${second}${third}` }, code: `@@ -1 +1 @@\n-${first}\n+${second}` }, digest: { ...digestSample('en'), groups: [{ title, pages: [{ lines: [first, second], links: [{ label: 'shop.example', url: PAGE }] }] }, { title: second, pages: [{ lines: [third], links: [] }] }], superseded: third } };
});

function property(check: (message: Message, digest: Digest) => void): void {
  fc.assert(fc.property(told, ({ message, digest }) => check(message, digest)), { numRuns: 300 });
}

/** Every object below a value. */
function objects(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (typeof value !== 'object' || value === null) return [];
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(objects)];
}

const addresses = (value: unknown): unknown[] => objects(value).flatMap((one) => ('url' in one && one['tag'] !== 'x' ? [one['url']] : []));

describe('hostile words of a shop', () => {
  it('are well-formed for every channel, and turn nothing round', () => {
    property((message, digest) => {
      const rendered = [renderSlack(message), renderFeishu(message), renderTeams(message), renderDingTalk(message), renderWeCom(message), renderTelegram(message), renderDiscord(message), renderEmail(message), feishuDigest(digest), wecomDigest(digest)];
      for (const one of rendered) expect(JSON.stringify(one)).not.toMatch(/\\ud[89a-f][0-9a-f]{2}|[\u202A-\u202E\u2066-\u2069]/);
    });
  });

  it('are plain text in Slack: what Slack formats is ours, but for the inside of a block of code', () => {
    property((message, digest) => {
      for (const { payload, plain } of [renderSlack(message), slackDigest(digest)]) {
        for (const text of objects(payload).filter((one) => one['type'] === 'mrkdwn').map((one) => String(one['text']))) {
          const inside = /^```\n([\s\S]*)\n```$/.exec(text)?.[1];
          if (inside === undefined) expect(text).toMatch(/^(\*(Before|Now|Against|Where:|When:|Why:|Evidence:)\*|<https:\/\/shop\.example\/p1\|(Open page|shop\.example)>)$/);
          else expect(inside).not.toMatch(/```|[<>]/);
        }
        expect(plain).toMatchObject({ mrkdwn: false });
        expect(`${plain.text}${payload.text}`).not.toMatch(/[<>]/);
        expect(objects(payload).filter((one) => one['type'] === 'plain_text').every((one) => one['emoji'] === false)).toBe(true);
      }
    });
  });

  it('are plain text in Feishu: nothing in a card is Markdown', () => {
    property((message, digest) => {
      for (const card of [renderFeishu(message), feishuDigest(digest)]) {
        expect(objects(card).filter((one) => 'content' in one).every((one) => one['tag'] === 'plain_text')).toBe(true);
        expect(addresses(card)).toEqual([PAGE]);
      }
    });
  });

  it('are runs of text in Teams: nothing in a card is a TextBlock', () => {
    property((message, digest) => {
      const digested = teamsDigest(digest);
      for (const post of [renderTeams(message), digested]) {
        expect(new Set(objects(post).flatMap((one) => (typeof one['type'] === 'string' ? [one['type']] : [])))).toEqual(new Set(['message', 'AdaptiveCard', 'RichTextBlock', 'TextRun', 'Action.OpenUrl', ...(post === digested ? ['ActionSet'] : [])]));
        expect(addresses(post)).toEqual([PAGE]);
      }
    });
  });

  it.each([
    ['DingTalk', (message: Message) => renderDingTalk(message).text, (digest: Digest) => dingtalkDigest(digest).text], ['WeCom', renderWeCom, wecomDigest],
  ] as const)('are words in the Markdown of %s', (_, render, renderDigest) => {
    property((message, digest) => {
      for (const text of [render(message), renderDigest(digest)]) {
        const ours = text.replaceAll(/<font color="(?:warning|info|comment)">|<\/font>/g, '');
        expect(ours).not.toMatch(/[<`\\]|~~|!\[/);
        // Links are to the page alone, and every other bracket is full-width.
        expect([...ours.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1])).toEqual([PAGE]);
        expect(ours.replaceAll(/\[[^[\]]*\]\(https:\/\/shop\.example\/p1\)/g, '')).not.toMatch(/[[\]]/);
        // Bold are labels and names of groups alone: pairs of asterisks within one line, never more.
        for (const line of ours.split('\n')) {
          expect(line.replaceAll(/\*\*[^*]+\*\*/g, '')).not.toMatch(/[*_]/);
          expect(line).toMatch(/^(#{3,4} |> |- |• |\*\*|\[|\S|$)/);
        }
        expect(ours.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(1);
      }
    });
  });

  it('are escaped in Telegram: no tag, link, mention or command comes of them', () => {
    property((message, digest) => {
      for (const { html, plain } of [renderTelegram(message), telegramDigest(digest)]) {
        const { tags, links, words, broken } = parseHtml(html);
        expect(broken).toBe(false);
        expect([...tags].every((tag) => ['a', 'b', 'pre'].includes(tag))).toBe(true);
        expect(links).toEqual([PAGE]);
        for (const text of [words.replaceAll(/https?:\/\/\S+/g, ''), plain.replaceAll(/https?:\/\/\S+/g, '').replace(/\n@@ [\s\S]*?\n\n/, '')]) expect(text).not.toMatch(/@[\p{L}\p{N}_]|(?:^|\s)[/#][\p{L}_]/u);
      }
    });
  });

  it('are escaped in Discord: every sign that is not ours has a backslash', () => {
    property((message, digest) => {
      for (const { payload: { embeds: [embed], allowed_mentions: mentions } } of [renderDiscord(message), discordDigest(digest)]) {
        expect(mentions).toEqual({ parse: [] });
        expect(embed.url ?? PAGE).toBe(PAGE);
        const ours = (embed.description ?? '').replace(/```diff\n[\s\S]*?\n```/g, (block) => (block.slice(3, -3).includes('```') ? block : '')).replaceAll(/\*\*(?=\S)|(?<=\S)\*\*$/gm, '');
        for (const text of [ours, embed.title, ...(embed.fields ?? []).map((field) => field.value)]) {
          const rest = text.replaceAll(/\\[^0-9A-Za-z\s]/g, '').replaceAll(/\[[^[\]]*\]\(https:\/\/shop\.example\/p1\)/g, '').replaceAll(/https?:\/\/[^\s<]*/g, (url) => (/[()*`|[\]\\]/.test(url) ? url : ''));
          expect(rest).not.toMatch(/[\\*_~`|[\]<>#@]/);
        }
      }
    });
  });

  it('are escaped in e-mail: no tag, link or header comes of them', () => {
    property((message, digest) => {
      for (const { html, subject } of [renderEmail(message), emailDigest(digest)]) {
        const { tags, links, broken } = parseHtml(html);
        expect(broken).toBe(false);
        expect([...tags].filter((tag) => !['html', 'head', 'meta', 'title', 'style', 'body', 'table', 'tr', 'td', 'span', 'br', 'h1', 'h2', 'p', 'pre', 'a', 'img'].includes(tag))).toEqual([]);
        expect(links).toEqual([PAGE]);
        expect(subject).not.toMatch(/[\r\n]/);
      }
    });
  });
});

interface Parsed {
  readonly tags: ReadonlySet<string>;
  readonly links: readonly string[];
  readonly words: string;
  readonly broken: boolean;
}

/** `words`: without what stands in `pre`. */
function parseHtml(html: string): Parsed {
  const tags = new Set<string>();
  const links: string[] = [];
  let words = '';
  let pre = 0;
  let broken = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      tags.add(name);
      if (name === 'pre') pre += 1;
      if (attributes['href'] !== undefined) links.push(attributes['href']);
      broken ||= Object.keys(attributes).some((key) => key.startsWith('on')) || (name === 'img' && !/^cid:chart\d*$/.test(attributes['src'] ?? ''));
    },
    onclosetag: (name) => { if (name === 'pre') pre -= 1; },
    ontext: (text) => { if (pre === 0) words += text; },
  });
  parser.end(html);
  return { tags, links, words, broken: broken || pre !== 0 };
}
