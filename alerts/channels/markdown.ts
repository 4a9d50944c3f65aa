import type { Labelled, Message } from '../messages/message.ts';
import { inBytes } from '../messages/cut.ts';
import type { Link } from './text.ts';

/*
 * The Markdown of DingTalk and WeCom. Neither documents an escape, and their programs differ: what would be markup is therefore written
 * with the full-width form of the character, which no parser takes for markup and every Chinese reader knows.
 */
const FULL_WIDTH: Readonly<Record<string, string>> = { '*': '＊', _: '＿', '`': '｀', '[': '［', ']': '］', '<': '＜', '>': '＞', '\\': '＼', '~': '～', '#': '＃', '|': '｜', '!': '！' };

/** Words of a shop as words: no emphasis, links, pictures, tags, mentions or headings, and on one line. */
export function defused(text: string): string {
  return text.replaceAll(/[*_`[\]<>\\|]|~~+|!(?=\[)|^[#>]+/g, (markup) => markup.replaceAll(/./g, (character) => FULL_WIDTH[character] ?? character)).replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** How many bytes a text takes once it is {@link defused}. */
export function defusedBytes(text: string): number {
  return inBytes(defused(text));
}

/** The colon stands outside of the bold part: inside, the end of the bold part is not seen where a letter follows. */
export function labelled({ label, text }: Labelled, { colon }: Pick<Message, 'colon'>): string {
  return `**${defused(label)}**${colon}${defused(text)}`;
}

/** In the address of a link, parentheses end it. */
export function markdownLink({ label, url }: Link): string {
  return `[${defused(label)}](${url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('[', '%5B').replaceAll(']', '%5D')})`;
}

/** A diff as a quotation, without the signs that would make a list of it. */
export function quotedCode(code: string | undefined): readonly string[] {
  if (code === undefined) return [];
  return code.trimEnd().split('\n').map((line) => `> ${defused(line).replace(/^\+/, '＋').replace(/^-/, '－').replace(/^(\d{1,9})\./, '$1．')}`);
}
