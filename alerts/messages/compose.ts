import { SEVERITIES, type Alert, type Severity } from '../../model/alert.ts';
import type { AlertId } from '../../model/ids.ts';
import { LEAST_ALIKE, likenessOf, promotionOf } from './alike.ts';
import { asLine, cut, inBytes } from './cut.ts';
import type { Digest, DigestGroup, DigestPage } from './digest.ts';
import { DIGEST_WORDS } from './digest-words.ts';
import { formatsFor } from './formats.ts';
import { shortOf } from './line.ts';
import { linksOf, type Reader } from './message.ts';
import { adviceLines } from './offer-words.ts';
import { CATALOGUES } from './told.ts';

/** A picture with words for those who cannot see it. */
export type Chart = NonNullable<DigestGroup['chart']>;

export interface Composing {
  readonly tells: readonly Alert[];
  readonly superseded: readonly Alert[];
  /** When the oldest of them was decided. */
  readonly since: Date;
  readonly reader: Reader;
  /** Pictures by alert. */
  readonly charts?: ReadonlyMap<AlertId, Chart>;
}

const LONGEST_HEADLINE = 150;
const LONGEST_TITLE = 150;
const LONGEST_NAME = 60;
/** Bytes of all names in a group that tells the same of many listings. */
const NAMES_BYTES = 500;
const LONGEST_SUPERSEDED = 3_000;

/** Puts several alerts into one message: grouped by product or listing, the most important group first, what is no longer true in one line. */
export function composeDigest({ tells, superseded, since, reader, charts }: Composing): Digest {
  const words = DIGEST_WORDS[reader.language];
  const what = superseded.map((alert) => nameOf(alert, reader)).join(words.and);
  const headline = tells.length > 0 ? words.headline(tells.length, formatsFor(reader.language, reader.timezone).time(since)) : words.nothingLeft(superseded.length);
  return {
    alerts: tells, language: reader.language, severity: highest(tells), headline: cut(asLine(headline), LONGEST_HEADLINE),
    groups: groupsOf(tells).map((group) => wordsOf(group, reader, charts)),
    ...(superseded.length > 0 ? { superseded: cut(asLine(words.superseded(superseded.length, what)), LONGEST_SUPERSEDED) } : {}),
  };
}

/** One that is no longer true, in a few words. */
export function nameOf(alert: Alert, reader: Reader): string {
  return [cut(asLine(alert.change.title), LONGEST_NAME), shortOf(alert, reader).what].filter(Boolean).join(' – ');
}

/** The alerts by what they are about, or, where many tell the same of different listings, by what they tell; the most important group first, within a group the newest last. */
export function groupsOf(alerts: readonly Alert[]): readonly (readonly Alert[])[] {
  const alikes = together(alerts.filter((alert) => likenessOf(alert) !== undefined), (alert) => likenessOf(alert) ?? '').filter((alike) => alike.length >= LEAST_ALIKE);
  const many = new Map(alikes.flatMap((alike, no) => alike.map(({ id }) => [id, `alike ${no}`] as const)));
  return together(alerts, (alert) => many.get(alert.id) ?? (alert.product ? `product ${alert.product.sku}` : pageOf(alert))).toSorted(byImportance);
}

/** True of a group that tells the same of many listings. */
export function isAlike(group: readonly Alert[]): boolean {
  const [first] = group;
  return group.length >= LEAST_ALIKE && first !== undefined && !first.product && group.some((alert) => pageOf(alert) !== pageOf(first));
}

/** The listing, or whatever else stands for one page. */
function pageOf({ change: { listingId, subjectId } }: Alert): string {
  return listingId ?? subjectId;
}

/** Those that are of one name by this together, each the oldest first. */
function together(alerts: readonly Alert[], by: (alert: Alert) => string): readonly (readonly Alert[])[] {
  const groups = new Map<string, Alert[]>();
  for (const alert of alerts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const name = by(alert);
    groups.set(name, [...groups.get(name) ?? [], alert]);
  }
  return [...groups.values()];
}

/** Severity, then an own product before none, then how far something moved, then the newest. */
function byImportance(a: readonly Alert[], b: readonly Alert[]): number {
  return rank(highest(b)) - rank(highest(a)) || Number(b.some((one) => one.product)) - Number(a.some((one) => one.product))
    || moved(b) - moved(a) || (b.at(-1)?.at.getTime() ?? 0) - (a.at(-1)?.at.getTime() ?? 0);
}

function highest(alerts: readonly Alert[]): Severity {
  return alerts.map((alert) => alert.severity).reduce<Severity>((most, one) => (rank(one) > rank(most) ? one : most), 'info');
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function moved(alerts: readonly Alert[]): number {
  return Math.max(0, ...alerts.map(({ reason, change: { detail } }) => Math.abs(reason.percent ?? ('percent' in detail ? detail.percent : 0))));
}

/** What is said of a group: a line for each alert, with the links of its page, and what is advised by the newest that says so. */
export function pagesOf(group: readonly Alert[], reader: Reader): readonly DigestPage[] {
  if (isAlike(group)) return [alikeOf(group, reader)];
  const advised = group.findLast((alert) => alert.advice);
  const advice = advised ? adviceLines(advised, reader.language, formatsFor(reader.language, reader.timezone)).slice(0, 1) : [];
  const pages = together(group, pageOf).map((alerts) => ({ lines: alerts.map((alert) => lineOf(alert, reader)), links: alerts.slice(-1).flatMap((newest) => linksOf(newest, reader, hostOf(newest.change.url))) }));
  return [...pages, ...(advice.length > 0 ? [{ lines: advice, links: [] }] : [])];
}

/** Names of listings of which the same is told, as many as there is room for, with the page of the newest. A name is never the text of a link: no channel has to tell the two apart. */
function alikeOf(group: readonly Alert[], reader: Reader): DigestPage {
  const words = DIGEST_WORDS[reader.language];
  const names = group.map(({ change: { title } }) => cut(asLine(title), LONGEST_NAME) || '…');
  let used = 0;
  const over = names.findIndex((name) => (used += inBytes(name + words.and)) > NAMES_BYTES);
  const shown = over === -1 ? names : [...names.slice(0, over), words.more(names.length - over)];
  const newest = group.slice(-1);
  return { lines: [...newest.map((one) => shortOf(one, reader).origin), shown.join(words.and)], links: newest.flatMap((one) => linksOf(one, reader, hostOf(one.change.url))) };
}

/** Under the name of the own product, the rival's own name tells its listings apart. */
function lineOf(alert: Alert, reader: Reader): string {
  const { product, change } = alert;
  return `${shortOf(alert, reader).line}${product ? ` · ${cut(asLine(change.title), LONGEST_NAME)}` : ''}`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function wordsOf(group: readonly Alert[], reader: Reader, charts: Composing['charts']): DigestGroup {
  const picture = group.toReversed().flatMap((alert) => charts?.get(alert.id) ?? [])[0];
  return { title: titleOf(group, reader), pages: pagesOf(group, reader), ...(picture ? { chart: picture } : {}) };
}

/** The own product, or the newest title of the listing; of many listings what is told of all of them. */
export function titleOf(group: readonly Alert[], reader: Reader): string {
  const newest = group.at(-1);
  if (newest && isAlike(group)) {
    const label = promotionOf(newest.change.detail)?.label;
    const what = [shortOf(newest, reader).what, ...(label === undefined ? [] : [cut(asLine(label), LONGEST_NAME)])].filter(Boolean).join(CATALOGUES[reader.language].colon);
    return cut(DIGEST_WORDS[reader.language].alike(what, group.length, newest.change.sourceId), LONGEST_TITLE);
  }
  return cut(asLine(newest?.product?.title ?? newest?.change.title ?? ''), LONGEST_TITLE);
}
