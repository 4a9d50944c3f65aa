import { asLine, asLines, cut, cutLines, inCharacters, leftOut, type Measure } from '../messages/cut.ts';
import type { Digest, DigestGroup, DigestPage } from '../messages/digest.ts';
import type { Labelled, Message } from '../messages/message.ts';

/** What a channel takes. */
export interface Limits {
  /** Most of the whole message, in what `size` of the rendered form counts. */
  readonly whole: number;
  /** Most of a single text in it; the whole when left out. */
  readonly each?: number;
  /** How a text counts; characters when left out. */
  readonly measure?: Measure;
  /** Most pages in the groups of a digest. */
  readonly pages?: number;
}

/** A digest of which the last groups may be left out. */
export interface FittedDigest extends Digest {
  /** Groups that are not in it for want of room. */
  readonly left: number;
}

/** Below this nothing can be said any more. */
const SMALLEST = 200;
/** Headlines have 150 characters; in bytes, or escaped, they may be three times as long. */
const LONGEST_HEADLINE = 450;
/** Words for those who cannot see a picture. */
const LONGEST_ALT = 400;

/**
 * Renders a message so that it fits, by saying less: texts lose their last words, lists their last lines, addresses that are too long go.
 * Never by cutting what is rendered. Throws a RangeError when even the shortest does not fit: a fault of the renderer.
 */
export function fitMessage<R>(message: Message, limits: Limits, render: (message: Message) => R, size: (rendered: R) => number): R {
  return firstThatFits(limits, (budget) => render(shorter(message, budget, limits)), size);
}

/** The same for a digest: the least important groups go first. */
export function fitDigest<R>(digest: Digest, limits: Limits, render: (digest: FittedDigest) => R, size: (rendered: R) => number): R {
  return firstThatFits(limits, (budget) => render(shorterDigest(digest, budget, limits)), size);
}

function firstThatFits<R>({ whole }: Limits, render: (budget: number) => R, size: (rendered: R) => number): R {
  for (let budget = whole; budget >= SMALLEST; budget = Math.floor(budget * 0.75)) {
    const rendered = render(budget);
    if (size(rendered) <= whole) return rendered;
  }
  throw new RangeError(`even the shortest form is longer than ${whole}`);
}

/** The message with texts that together take about the budget. */
function shorter(message: Message, budget: number, { each = Infinity, measure = inCharacters }: Limits): Message {
  const share = (part: number): number => Math.floor(Math.min(budget * part, each));
  const line = (text: string, most: number): string => cut(asLine(text), most, measure);
  const short = (field: Labelled, part: number): Labelled => ({ label: field.label, text: line(field.text, share(part)) });
  const { from, to, evidence, code, actions, chart } = message;
  return {
    ...message,
    headline: line(message.headline, Math.min(share(0.25), LONGEST_HEADLINE)),
    ...(from ? { from: short(from, 0.12) } : {}), ...(to ? { to: short(to, 0.12) } : {}),
    where: short(message.where, 0.08), when: short(message.when, 0.08), why: short(message.why, 0.1),
    ...(evidence ? { evidence: short(evidence, 0.1) } : {}),
    lines: cutLines(message.lines.map(asLine).filter(Boolean), share(0.3), measure),
    ...(code === undefined ? {} : { code: cutLines(asLines(code), share(0.3), measure).join('\n') }),
    links: message.links.filter((link) => measure(link.url) <= share(0.3)),
    ...(actions ? { actions: actions.filter((action) => measure(action.url) <= share(0.3)) } : {}),
    ...(chart ? { chart: { png: chart.png, alt: line(chart.alt, LONGEST_ALT) } } : {}),
  };
}

function shorterDigest(digest: Digest, budget: number, limits: Limits): FittedDigest {
  const { each = Infinity, measure = inCharacters, pages: most = Infinity } = limits;
  const share = (part: number): number => Math.floor(Math.min(budget * part, each));
  const line = (text: string, part: number): string => cut(asLine(text), Math.min(share(part), LONGEST_HEADLINE), measure);
  const room: Room = { size: budget * 0.7, pages: most };
  const groups = digest.groups.map(({ title, pages, chart }): DigestGroup => ({
    title: line(title, 0.15) || '…', ...(chart ? { chart: { png: chart.png, alt: cut(asLine(chart.alt), LONGEST_ALT, measure) } } : {}),
    pages: someOf(pages.map((page) => ({
      lines: cutLines(page.lines.map(asLine).filter(Boolean), share(0.3), measure), links: page.links.filter((link) => measure(link.url) <= share(0.2)),
    })), room, (page) => ({ size: sizeOf(page, measure), pages: 1 }), (left) => ({ lines: [leftOut(left)], links: [] })),
  }));
  const kept = someOf(groups, room, ({ title, pages }) => ({ size: pages.reduce((sum, page) => sum + sizeOf(page, measure), measure(title)), pages: pages.length }));
  return {
    ...digest, groups: kept, left: groups.length - kept.length, headline: line(digest.headline, 0.25),
    ...(digest.superseded === undefined ? {} : { superseded: cut(asLine(digest.superseded), share(0.15), measure) }),
  };
}

interface Room {
  readonly size: number;
  readonly pages: number;
}

/** The first items, as many as there is room for, at least one; then, where asked for, one that says how many are left out. */
function someOf<T>(items: readonly T[], room: Room, takes: (item: T) => Room, rest?: (left: number) => T): readonly T[] {
  const used = { size: 0, pages: 0 };
  const over = items.findIndex((item) => {
    const { size, pages } = takes(item);
    used.size += size;
    used.pages += pages;
    return used.size > room.size || used.pages > room.pages;
  });
  if (over === -1) return items;
  const kept = items.slice(0, Math.max(1, over));
  return rest && kept.length < items.length ? [...kept, rest(items.length - kept.length)] : kept;
}

function sizeOf({ lines, links }: DigestPage, measure: Measure): number {
  return [...lines, ...links.flatMap(({ label, url }) => [label, url])].reduce((sum, text) => sum + measure(text), 0);
}
