import type { Language } from '../../config/schema.ts';
import type { Alert, Severity } from '../../model/alert.ts';
import type { Evidence } from '../../model/reading.ts';
import { linkTo, type LinkSettings } from '../links/link.ts';
import type { Catalogue, Told } from './catalogue.ts';
import { asLine, oneLine } from './cut.ts';
import { formatsFor, type Formats } from './formats.ts';
import { adviceLines, offerLines, sureness } from './offer-words.ts';
import { isWebAddress, SELF } from './shared.ts';
import { byNow, CATALOGUES, toldBy } from './told.ts';

const MOST_LINES = 25;

/** One field of a message with its label. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** An alert in words of one language, the same for every channel. Plain text everywhere: channels escape what they need to. */
export interface Message {
  readonly alert: Alert;
  readonly language: Language;
  readonly severity: Severity;
  /** "Price down 20%: Desk lamp", at most 150 characters, no line breaks or control characters. */
  readonly headline: string;
  readonly what: string;
  /** What the language puts between a label and its text. */
  readonly colon: string;
  readonly from?: Labelled;
  readonly to?: Labelled;
  /** Source, target and rule, time: labelled, in this order. */
  readonly where: Labelled;
  readonly when: Labelled;
  readonly why: Labelled;
  readonly lines: readonly string[];
  /** A diff, to be shown as it is. */
  readonly code?: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly evidence?: Labelled;
  /** What the reader may do, as signed links: acknowledge, snooze. */
  readonly actions?: readonly { readonly label: string; readonly url: string }[];
  /** A picture of the price over time, with words for those who cannot see it. */
  readonly chart?: { readonly png: Uint8Array; readonly alt: string };
}

/** In which language and time zone somebody reads. */
export interface Reader {
  readonly language: Language;
  readonly timezone: string;
  /** How links to acknowledge and snooze are signed; without it a message has none. */
  readonly links?: LinkSettings | undefined;
}

/** Makes the words of an alert from its record and nothing else (law 5). Times are in the given zone. */
export function messageOf(alert: Alert, { language, timezone, links }: Reader): Message {
  const words = CATALOGUES[language];
  const formats = formatsFor(language, timezone);
  const { change } = alert;
  const told = toldBy(words, alert, formats);
  const { labels } = words;
  const evidence = [evidenceOf(words, alert), sureness(alert, language, formats)].filter((part) => part !== undefined).join(' · ');
  return {
    alert, language, severity: alert.severity,
    headline: headlineOf(`${words.reason.prefix(alert.reason)}${told.headline}`, change.title, words.colon), colon: words.colon, what: words.kinds[change.detail.kind],
    ...(told.from === undefined ? {} : { from: { label: told.compared ? labels.against : labels.from, text: valueLine(told.from) } }),
    ...(told.to === undefined ? {} : { to: { label: labels.to, text: valueLine(told.to) } }),
    where: { label: labels.where, text: `${change.sourceId} · ${change.targetId}` },
    when: { label: labels.when, text: formats.time(change.at) },
    why: { label: labels.why, text: words.reason.why(alert, formats) },
    lines: linesOf(words, alert, told, { formats, language }),
    ...(told.code === undefined ? {} : { code: told.code }),
    links: linksOf(alert, { language, links }, labels.open),
    // What rivalwatch tells by itself has no episode that could be acknowledged.
    ...(links && alert.moment === 'fired' && alert.ruleId !== SELF ? { actions: actionsOf(words, alert, links) } : {}),
    ...(evidence === '' ? {} : { evidence: { label: labels.evidence, text: evidence } }),
  };
}

/** Where an alert leads: to its page, under this name, and, by a signed link, to where the value was read. */
export function linksOf(alert: Alert, { language, links }: Pick<Reader, 'language' | 'links'>, page: string): Message['links'] {
  const { url, archive } = alert.change;
  const proof = links && archive ? [{ label: CATALOGUES[language].labels.proof, url: linkTo(links, alert, 'evidence') }] : [];
  return [...(isWebAddress(url) ? [{ label: page, url }] : []), ...proof];
}

/** What the reader may do about it, as signed links. */
function actionsOf({ reason: { actions } }: Catalogue, alert: Alert, links: LinkSettings): NonNullable<Message['actions']> {
  return [
    { label: actions.acknowledge, url: linkTo(links, alert, 'acknowledge') }, { label: actions.snoozeDay, url: linkTo(links, alert, 'snooze-1d') },
    { label: actions.snoozeWeek, url: linkTo(links, alert, 'snooze-7d') },
  ];
}

function headlineOf(headline: string, title: string, colon: string): string {
  return oneLine([headline, asLine(title)].filter(Boolean).join(colon), 150);
}

/** A value is never shown as nothing: that would read as if a word were missing. */
function valueLine(text: string): string {
  return oneLine(text) || '…';
}

function linesOf(words: Catalogue, alert: Alert, told: Told, { formats, language }: { readonly formats: Formats; readonly language: Language }): readonly string[] {
  const own = alert.product ? [words.own(alert.product, formats)] : [];
  const beside = [...offerLines(alert, language, formats), ...(told.lines ?? []).slice(0, MOST_LINES - 8)];
  return [...byNow(words, alert, formats), ...words.reason.circumstances(alert.reason, formats), ...beside, ...own, ...adviceLines(alert, language, formats)].slice(0, MOST_LINES).map((line) => oneLine(line));
}

/** Where a value was read, in words: method and place. */
export function placeOf({ method, place }: Evidence, language: Language): string {
  return `${CATALOGUES[language].methods[method]} ${place}`;
}

/** Method, place and words of the reading, and the first 12 digits of the archived answer's hash. */
function evidenceOf(words: Catalogue, { change: { evidence, archive } }: Alert): string | undefined {
  if (!evidence) return undefined;
  return words.evidence(words.methods[evidence.method], evidence.place, evidence.raw, archive?.slice(0, 12) ?? '');
}
