import type { Link, Tone } from '../text.ts';

/** Only plain text: the words of a shop can neither format, nor link, nor mention anybody. */
interface PlainText {
  readonly tag: 'plain_text';
  readonly content: string;
}

export type Element =
  | { readonly tag: 'div'; readonly text: PlainText }
  | { readonly tag: 'div'; readonly fields: readonly { readonly is_short: boolean; readonly text: PlainText }[] }
  | { readonly tag: 'action'; readonly actions: readonly { readonly tag: 'button'; readonly type: 'default' | 'primary'; readonly text: PlainText; readonly url: string }[] }
  | { readonly tag: 'note'; readonly elements: readonly PlainText[] }
  | { readonly tag: 'hr' };

/** A card of form 1.0, which every bot and program knows (https://open.feishu.cn/document/common-capabilities/message-card/message-cards-content). */
export interface Card {
  readonly config: { readonly wide_screen_mode: true };
  readonly header: { readonly template: string; readonly title: PlainText };
  readonly elements: readonly Element[];
}

/** The whole request has at most 20 kB; timestamp, signature and keyword take some of it. */
export const LIMITS = { whole: 19_000, measure: (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2 } as const;

/** Bytes of the card as it is sent. */
export function sizeOf(card: Card): number {
  return Buffer.byteLength(JSON.stringify(card));
}

/** What a reader sees, and what the bot looks for its keywords in: neither names of the form nor addresses. */
export function wordsOf({ header, elements }: Card): string {
  return [header.title, ...elements.flatMap(textsOf)].map(({ content }) => content).join('\n');
}

function textsOf(element: Element): readonly PlainText[] {
  switch (element.tag) {
    case 'div': return 'text' in element ? [element.text] : element.fields.map(({ text }) => text);
    case 'action': return element.actions.map(({ text }) => text);
    case 'note': return element.elements;
    case 'hr': return [];
    default: return element satisfies never;
  }
}

const TEMPLATES: Readonly<Record<Tone, string>> = { critical: 'red', warning: 'orange', info: 'blue', recovered: 'green' };

export function card(headline: string, tone: Tone, elements: readonly Element[]): Card {
  return { config: { wide_screen_mode: true }, header: { template: TEMPLATES[tone], title: plain(headline) }, elements };
}

export function plain(content: string): PlainText {
  return { tag: 'plain_text', content };
}

export function div(content: string): readonly Element[] {
  return content === '' ? [] : [{ tag: 'div', text: plain(content) }];
}

export function note(lines: readonly string[]): readonly Element[] {
  return lines.length === 0 ? [] : [{ tag: 'note', elements: [plain(lines.join('\n'))] }];
}

export function buttons(links: readonly Link[]): readonly Element[] {
  if (links.length === 0) return [];
  return [{ tag: 'action', actions: links.map(({ label, url }, index) => ({ tag: 'button', type: index === 0 ? 'primary' : 'default', text: plain(label), url })) }];
}
