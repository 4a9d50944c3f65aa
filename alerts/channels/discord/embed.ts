import { webAddress, type Link, type Tone } from '../text.ts';

export interface Field {
  readonly name: string;
  readonly value: string;
  readonly inline: boolean;
}

export interface Embed {
  readonly title: string;
  readonly url?: string;
  readonly description?: string;
  readonly color: number;
  readonly fields?: readonly Field[];
  readonly footer?: { readonly text: string };
  readonly image?: { readonly url: string };
}

/** What is sent, with the picture that the embed shows. Nobody is ever mentioned. */
export interface DiscordPost {
  readonly payload: { readonly embeds: readonly [Embed]; readonly allowed_mentions: { readonly parse: readonly [] } };
  readonly png?: Uint8Array;
  /** That something is over: the first message of the episode is replaced as well. */
  readonly over: boolean;
}

/** The name under which the picture travels. */
export const PICTURE = 'chart.png';

/**
 * Title 256, description 4,096, field 1,024, footer 2,048, together 6,000 characters
 * (https://discord.com/developers/docs/resources/message#embed-object-embed-limits). Text counts as it is after escaping.
 */
export const LIMITS = { whole: 5_900, each: 1_000, measure: (text: string): number => escaped(text).length } as const;
export const MOST = { title: 256, description: 4_096, footer: 2_048 } as const;

/** Characters that count for the limit of 6,000. A description or footer beyond its own limit counts as too long altogether. */
export function sizeOf({ payload: { embeds: [{ title, description = '', fields = [], footer }] } }: DiscordPost): number {
  if (description.length > MOST.description || (footer?.text.length ?? 0) > MOST.footer) return Infinity;
  return title.length + description.length + (footer?.text.length ?? 0) + fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
}

const COLOURS: Readonly<Record<Tone, number>> = { critical: 0xc5_30_30, warning: 0xdd_8a_00, info: 0x2b_6c_b0, recovered: 0x2f_85_5a };

export function post(embed: Omit<Embed, 'color' | 'image'>, tone: Tone, more: { readonly png?: Uint8Array | undefined; readonly over: boolean }): DiscordPost {
  const { png, over } = more;
  const shown: Embed = { ...embed, color: COLOURS[tone], ...(png ? { image: { url: `attachment://${PICTURE}` } } : {}) };
  return { payload: { embeds: [shown], allowed_mentions: { parse: [] } }, over, ...(png ? { png } : {}) };
}

/** Words of a shop as words: a backslash takes its meaning from every sign that has one (parentheses only have one behind a bracket). Addresses have no signs to take it from, and stay links. */
export function escaped(text: string): string {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 === 1 ? (address(part) ?? signs(part)) : signs(part))).join('');
}

function signs(text: string): string {
  return text.replaceAll(/[\\*_~`|[\]<>#@]/g, (sign) => `\\${sign}`).replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

function address(text: string): string | undefined {
  return webAddress(text)?.replaceAll(/[()*`|\\[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function link({ label, url }: Link): string {
  return `[${escaped(label)}](${address(url) ?? ''})`;
}

/** Inside of a block of code nothing has a meaning but its end. */
export function code(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`\`\`\`diff\n${text.trimEnd().replaceAll('```', "'''")}\n\`\`\``];
}
