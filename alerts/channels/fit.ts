import { asLine, asLines, cut, cutLines, inCharacters, type Measure } from '../messages/cut.ts';
import type { Digest } from '../messages/digest.ts';
import type { Labelled, Message } from '../messages/message.ts';

/** What a channel takes. */
export interface Limits {
  /** Most of the whole message, in what `size` of the rendered form counts. */
  readonly whole: number;
  /** Most of a single text in it; the whole when left out. */
  readonly each?: number;
  /** How a text counts; characters when left out. */
  readonly measure?: Measure;
  /** Most groups of a digest. */
  readonly groups?: number;
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

function shorterDigest(digest: Digest, budget: number, { each = Infinity, measure = inCharacters, groups: most = Infinity }: Limits): FittedDigest {
  const share = (part: number): number => Math.floor(Math.min(budget * part, each));
  const line = (text: string, most: number): string => cut(asLine(text), most, measure);
  const groups = digest.groups.map((group) => {
    const { url, chart, ...rest } = group;
    const picture = chart ? { chart: { png: chart.png, alt: line(chart.alt, LONGEST_ALT) } } : {};
    const linked = url !== undefined && measure(url) <= share(0.2) ? { url } : {};
    return { ...rest, ...linked, ...picture, title: line(group.title, Math.min(share(0.15), LONGEST_HEADLINE)) || '…', lines: cutLines(group.lines.map(asLine).filter(Boolean), share(0.3), measure) };
  });
  let used = 0;
  const over = groups.findIndex((group) => (used += [group.title, group.url ?? '', ...group.lines].reduce((sum, text) => sum + measure(text), 0)) > budget * 0.7);
  const kept = Math.min(over === -1 ? groups.length : Math.max(1, over), most);
  return {
    ...digest, groups: groups.slice(0, kept), left: groups.length - kept, headline: line(digest.headline, Math.min(share(0.25), LONGEST_HEADLINE)),
    ...(digest.superseded === undefined ? {} : { superseded: line(digest.superseded, share(0.15)) }),
  };
}
