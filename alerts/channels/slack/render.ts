import type { Labelled, Message } from '../../messages/message.ts';
import { shorten } from '../../changes/text.ts';
import { plainText } from '../text.ts';

/** What is posted to an incoming webhook (Block Kit), and what is posted instead when Slack refuses the blocks. */
export interface SlackPost {
  readonly payload: SlackPayload;
  readonly plain: { readonly text: string };
}

export interface SlackPayload {
  /** Shown in notifications. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly attachments: readonly { readonly color: string; readonly blocks: readonly Block[] }[];
}

interface Text {
  readonly type: 'mrkdwn' | 'plain_text';
  readonly text: string;
}

type Block =
  | { readonly type: 'header'; readonly text: Text }
  | { readonly type: 'section'; readonly text: Text }
  | { readonly type: 'section'; readonly fields: readonly Text[] }
  | { readonly type: 'context'; readonly elements: readonly Text[] };

/** Slack's own: header 150, section 3,000, field 2,000 characters; about 13,000 in all, which the shares below keep under. */
const LIMITS = { header: 150, lines: 2_900, code: 2_900, field: 900, context: 700 } as const;
const COLOURS = { critical: '#c53030', warning: '#dd8a00', info: '#2b6cb0' } as const;
const RECOVERED = '#2f855a';

/** A message as Slack blocks: the headline, from and to, the lines, a diff, and below them where, when, why and evidence. */
export function renderSlack(message: Message): SlackPost {
  const colour = message.alert.moment === 'recovered' ? RECOVERED : COLOURS[message.severity];
  const blocks = [...fromTo(message), ...body(message), ...code(message), context(message)];
  return {
    payload: {
      text: escapeTo(message.headline, 300),
      blocks: [{ type: 'header', text: { type: 'plain_text', text: shorten(message.headline, LIMITS.header) } }],
      attachments: [{ color: colour, blocks }],
    },
    plain: { text: escapeTo(plainText(message), 3_500) },
  };
}

function fromTo({ from, to, colon }: Message): readonly Block[] {
  const fields = [from, to].flatMap((field) => (field ? [mrkdwn(labelled(field, colon, LIMITS.field))] : []));
  return fields.length > 0 ? [{ type: 'section', fields }] : [];
}

function body({ lines, links }: Message): readonly Block[] {
  const addresses = links.map(({ label, url }) => `<${linkUrl(url)}|${escapeTo(label, 80)}>`);
  const text = [escapeTo(lines.join('\n'), LIMITS.lines - addresses.join('\n').length - 1), ...addresses].filter(Boolean).join('\n');
  return text === '' ? [] : [{ type: 'section', text: mrkdwn(text) }];
}

/** Three backticks inside would end the block. */
function code(message: Message): readonly Block[] {
  if (message.code === undefined) return [];
  return [{ type: 'section', text: mrkdwn(`\`\`\`\n${escapeTo(message.code.replaceAll('```', "'''"), LIMITS.code)}\n\`\`\``) }];
}

function context({ where, when, why, evidence, colon }: Message): Block {
  const elements = [where, when, why, evidence].flatMap((field) => (field ? [mrkdwn(labelled(field, colon, LIMITS.context))] : []));
  return { type: 'context', elements };
}

function labelled({ label, text }: Labelled, colon: string, limit: number): string {
  return `*${escapeTo(label, 40)}${colon.trimEnd()}* ${escapeTo(text, limit)}`;
}

function mrkdwn(text: string): Text {
  return { type: 'mrkdwn', text };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escaped as Slack wants it, at most `limit` characters after escaping, never cut inside an entity or a surrogate pair. */
function escapeTo(text: string, limit: number): string {
  let escaped = '';
  for (const character of text) {
    const next = ESCAPES[character] ?? character;
    if (escaped.length + next.length > limit - 1) return `${escaped}…`;
    escaped += next;
  }
  return escaped;
}

/** In a link, `|` and `>` end the address. */
function linkUrl(url: string): string {
  return shorten(url, 1_500).replaceAll('&', '&amp;').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('|', '%7C');
}
