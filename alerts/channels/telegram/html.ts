import type { Link } from '../text.ts';

/** What is sent: HTML with what Telegram knows of it, and the same as plain text, for when it is refused. */
export interface TelegramText {
  readonly html: string;
  readonly plain: string;
  /** Shown below as buttons, two in a row. */
  readonly buttons: readonly Link[];
  /** Shown above, with the text as its caption, where that is short enough. */
  readonly png?: Uint8Array;
  /** That something is over: the first message of the thread is replaced as well. */
  readonly over: boolean;
}

/** 4,096 characters after the markup is taken away, 100 pieces of markup (https://core.telegram.org/bots/api#sendmessage). */
export const LIMITS = { whole: 4_000, pages: 30 } as const;

/** Most characters below a picture (https://core.telegram.org/bots/api#sendphoto). */
const LONGEST_CAPTION = 1_024;

/** Characters as Telegram counts them. */
export function sizeOf({ html, plain }: TelegramText): number {
  return Math.max(shownOf(html), plain.length);
}

export function fitsBelowPicture({ html }: TelegramText): boolean {
  return shownOf(html) <= LONGEST_CAPTION;
}

function shownOf(html: string): number {
  return html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot);/g, ' ').length;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Telegram makes links of @names, #words, /commands and $TICKERS by itself, and tells people that they were mentioned: a word joiner between keeps it from that. */
const TRIGGERS = /@(?=[\p{L}\p{N}_])|(?<![^\s(])(?:[#/](?=[\p{L}_])|\$(?=[A-Z]))/gu;

/** Words of a shop as words. */
export function escaped(text: string): string {
  return inert(text).replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** Addresses stay as they are: in them Telegram looks for nothing else. */
export function inert(text: string): string {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 === 1 ? part : part.replaceAll(TRIGGERS, '$&\u2060'))).join('');
}

export function bold(text: string): string {
  return `<b>${escaped(text)}</b>`;
}

export function link({ label, url }: Link): string {
  return `<a href="${url.replaceAll('&', '&amp;').replaceAll('"', '%22')}">${escaped(label)}</a>`;
}

/** Inside of it Telegram looks for nothing. */
export function code(text: string): string {
  return `<pre>${text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character)}</pre>`;
}
