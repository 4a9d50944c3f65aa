import type { Measure } from '../../messages/cut.ts';
import type { Link, Tone } from '../text.ts';

export interface Text {
  readonly type: 'mrkdwn' | 'plain_text';
  readonly text: string;
  readonly emoji?: false;
}

interface Button {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: Text;
  readonly url: string;
}

export type Block =
  | { readonly type: 'header'; readonly text: Text }
  | { readonly type: 'section'; readonly text: Text }
  | { readonly type: 'section'; readonly fields: readonly Text[] }
  | { readonly type: 'actions'; readonly elements: readonly Button[] }
  | { readonly type: 'context'; readonly elements: readonly Text[] };

/** What is posted (Block Kit), and what is posted instead when Slack refuses the blocks. */
export interface SlackPost {
  readonly payload: SlackPayload;
  readonly plain: { readonly text: string; readonly mrkdwn: false };
  /** That something is over: the first message of the thread is replaced as well. */
  readonly over: boolean;
  /** Put below by a bot; a webhook takes none. */
  readonly pictures?: readonly Picture[];
}

export interface Picture {
  readonly png: Uint8Array;
  readonly alt: string;
}

export interface SlackPayload {
  /** Shown in notifications. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly attachments: readonly { readonly color: string; readonly blocks: readonly Block[] }[];
}

const COLOURS: Readonly<Record<Tone, string>> = { critical: '#c53030', warning: '#dd8a00', info: '#2b6cb0', recovered: '#2f855a' };

/**
 * Slack's own (https://docs.slack.dev/reference/block-kit/blocks): 50 blocks; header 150, section 3,000, field 2,000, button 75 characters,
 * its address 3,000; about 13,000 in all. Text counts as it is after escaping.
 */
export const LIMITS = { whole: 12_500, each: 2_900, measure: (text: string): number => escaped(text).length } as const satisfies { whole: number; each: number; measure: Measure };
const MOST_LINKS = 2;
const LONGEST_LINK = 1_400;
const MOST_BUTTONS = 5;

/** The headline above, the rest beside a bar in the colour of its tone. */
export function payload(headline: string, tone: Tone, blocks: readonly Block[]): SlackPayload {
  return { text: escaped(headline), blocks: [{ type: 'header', text: plain(headline) }], attachments: [{ color: COLOURS[tone], blocks }] };
}

/** Words of a shop: shown as they are. In plain text Slack reads no mentions, links, emphasis or emoji. */
export function plain(text: string): Text {
  return { type: 'plain_text', text: text || ' ', emoji: false };
}

/** Words of our own in bold. */
export function bold(text: string): Text {
  return { type: 'mrkdwn', text: `*${escaped(text)}*` };
}

export function section(text: string): readonly Block[] {
  return text === '' ? [] : [{ type: 'section', text: plain(text) }];
}

/** Three backticks inside would end the block. */
export function code(text: string | undefined): readonly Block[] {
  return text === undefined ? [] : [{ type: 'section', text: { type: 'mrkdwn', text: `\`\`\`\n${escaped(text.replaceAll('```', "'''"))}\n\`\`\`` } }];
}

/** In a link, `|` and `>` end the address. */
export function links(items: readonly Link[]): readonly Block[] {
  const short = items.filter((link) => link.url.length <= LONGEST_LINK).slice(0, MOST_LINKS).map(({ label, url }) => `<${escaped(url).replaceAll('|', '%7C')}|${escaped(label)}>`);
  return short.length === 0 ? [] : [{ type: 'section', text: { type: 'mrkdwn', text: short.join(' · ') } }];
}

export function buttons(items: readonly Link[]): readonly Block[] {
  const elements = items.filter((link) => link.url.length <= 3_000).slice(0, MOST_BUTTONS).map(({ label, url }, index): Button => ({ type: 'button', action_id: `open-${index}`, text: plain(label), url }));
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The three characters that Slack wants escaped (https://docs.slack.dev/messaging/formatting-message-text#escaping). */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>]/g, (character) => ESCAPES[character] ?? character);
}
