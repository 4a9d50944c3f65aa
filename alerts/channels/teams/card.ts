import type { Link, Tone } from '../text.ts';

/** In a run of text there is no Markdown: the words of a shop can neither format nor link nor mention. A TextBlock would read some. */
interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Large' | 'Small';
  readonly color?: 'Attention' | 'Warning' | 'Accent' | 'Good';
  readonly isSubtle?: true;
  readonly fontType?: 'Monospace';
}

/** Buttons between the paragraphs: links in a run of text do not work in every Teams (https://github.com/microsoft/AdaptiveCards/issues/9100). */
export interface Buttons {
  readonly type: 'ActionSet';
  readonly actions: readonly OpenUrl[];
}

interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

export interface Paragraph {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly separator?: true;
}

/** An Adaptive Card 1.4 in the envelope that workflows want (https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using). */
export interface TeamsPost {
  readonly type: 'message';
  readonly attachments: readonly [{ readonly contentType: 'application/vnd.microsoft.card.adaptive'; readonly contentUrl: null; readonly content: object }];
}

/** 28 kB with everything around it; Teams shows six actions. */
export const LIMITS = { whole: 26_000, measure: (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2 } as const;
const MOST_ACTIONS = 6;

/** Bytes as they are sent. */
export function sizeOf(post: TeamsPost): number {
  return Buffer.byteLength(JSON.stringify(post));
}

const COLOURS: Readonly<Record<Tone, 'Attention' | 'Warning' | 'Accent' | 'Good'>> = { critical: 'Attention', warning: 'Warning', info: 'Accent', recovered: 'Good' };

export function card(headline: string, tone: Tone, body: readonly (Paragraph | Buttons)[], links: readonly Link[]): TeamsPost {
  const heading: Paragraph = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: headline, size: 'Large', weight: 'Bolder', color: COLOURS[tone] }] };
  const [{ actions } = { actions: [] }] = buttons(links);
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.4', msteams: { width: 'Full' },
    body: [heading, ...body], ...(actions.length === 0 ? {} : { actions }),
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }] };
}

export function buttons(links: readonly Link[]): readonly Buttons[] {
  const actions = links.slice(0, MOST_ACTIONS).map(({ label, url }): OpenUrl => ({ type: 'Action.OpenUrl', title: label, url }));
  return actions.length === 0 ? [] : [{ type: 'ActionSet', actions }];
}

export function paragraph(text: string, looks: Omit<TextRun, 'type' | 'text'> = {}): Paragraph {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, ...looks }] };
}

export function labelled(label: string, text: string, looks: Omit<TextRun, 'type' | 'text'> = {}): Paragraph {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: label, weight: 'Bolder', ...looks }, { type: 'TextRun', text, ...looks }] };
}
