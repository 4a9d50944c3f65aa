import type { Severity } from '../../model/alert.ts';
import type { Digest } from '../messages/digest.ts';
import type { Labelled, Message } from '../messages/message.ts';
import { leftOut } from '../messages/cut.ts';
import type { FittedDigest } from './fit.ts';

/** What a message's colour says. */
export type Tone = Severity | 'recovered';

/** The severity, or that it is over. */
export function toneOf({ alert, severity }: Message): Tone {
  return alert.moment === 'recovered' ? 'recovered' : severity;
}

/** The old and the new value, as far as there are such. */
export function movementOf({ from, to }: Message): readonly Labelled[] {
  return [...(from ? [from] : []), ...(to ? [to] : [])];
}

/** What stands below a message in small print: where, when, why and the evidence, in this order. */
export function factsOf({ where, when, why, evidence }: Message): readonly Labelled[] {
  return [where, when, why, ...(evidence ? [evidence] : [])];
}

/** A link to the web as every parser of addresses writes it (no blanks, angle brackets or quotation marks); undefined for anything else. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href.replaceAll("'", '%27') : undefined;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** The links that lead to the web, as {@link webAddress} writes them. */
export function webLinks(links: readonly Link[] = []): readonly Link[] {
  return links.flatMap(({ label, url }) => {
    const address = webAddress(url);
    return address === undefined ? [] : [{ label, url: address }];
  });
}

/** Links beside each other, as a line where there are any. */
export function rowOf(links: readonly string[]): readonly string[] {
  return links.length === 0 ? [] : [links.join(' · ')];
}

/** The whole message as plain text, for mail readers without HTML and for channels that refuse the rich form. */
export function plainText(message: Message): string {
  const { colon } = message;
  const labelled = (fields: readonly Labelled[]): readonly string[] => fields.map(({ label, text }) => `${label}${colon}${text}`);
  const links = [...message.links, ...(message.actions ?? [])].map((link) => `${link.label}${colon}${link.url}`);
  return [message.headline, [...labelled(movementOf(message)), ...message.lines].join('\n'), message.code?.trimEnd() ?? '', [...labelled(factsOf(message)), ...links].join('\n')].filter(Boolean).join('\n\n');
}

/** The whole digest as plain text. */
export function plainDigest(digest: FittedDigest): string {
  const groups = digest.groups.flatMap(({ title, pages }) => ['', title, ...pages.flatMap(({ lines, links }) => [...lines.map((line) => `- ${line}`), ...links.map(({ url }) => url)])]);
  return [digest.headline, ...groups, ...digestEnd(digest).flatMap((line) => ['', line])].join('\n');
}

/** The picture of the most important group that has one, for channels that show one picture. */
export function firstPicture({ groups }: Digest): Uint8Array | undefined {
  return groups.find(({ chart }) => chart)?.chart?.png;
}

/** What stands below the groups: how many more there are, and what no longer holds. */
export function digestEnd({ left, superseded }: FittedDigest): readonly string[] {
  return [...(left > 0 ? [leftOut(left)] : []), ...(superseded === undefined ? [] : [superseded])];
}
