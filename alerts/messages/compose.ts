import { SEVERITIES, type Alert, type Severity } from '../../model/alert.ts';
import type { AlertId } from '../../model/ids.ts';
import { asLine, cut } from './cut.ts';
import type { Digest, DigestGroup } from './digest.ts';
import { DIGEST_WORDS } from './digest-words.ts';
import { formatsFor } from './formats.ts';
import { shortOf, type Reader } from './message.ts';
import { adviceLines } from './offer-words.ts';
import { isWebAddress } from './shared.ts';

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
const LONGEST_SUPERSEDED = 3_000;

/** Puts several alerts into one message: grouped by product or listing, the most important group first, what is no longer true in one line. */
export function composeDigest({ tells, superseded, since, reader, charts }: Composing): Digest {
  const words = DIGEST_WORDS[reader.language];
  const what = superseded.map((alert) => [asLine(alert.change.title), shortOf(alert, reader).what].filter(Boolean).join(' – ')).join(words.and);
  const headline = tells.length > 0 ? words.headline(tells.length, formatsFor(reader.language, reader.timezone).time(since)) : words.nothingLeft(superseded.length);
  return {
    alerts: tells, language: reader.language, severity: highest(tells), headline: cut(asLine(headline), LONGEST_HEADLINE),
    groups: groupsOf(tells).map((group) => wordsOf(group, reader, charts)),
    ...(superseded.length > 0 ? { superseded: cut(asLine(words.superseded(superseded.length, what)), LONGEST_SUPERSEDED) } : {}),
  };
}

/** The alerts by what they are about, the most important group first; within a group the newest last. */
export function groupsOf(alerts: readonly Alert[]): readonly (readonly Alert[])[] {
  const groups = new Map<string, Alert[]>();
  for (const alert of alerts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const about = alert.product ? `product ${alert.product.sku}` : alert.change.listingId ?? alert.change.subjectId;
    groups.set(about, [...groups.get(about) ?? [], alert]);
  }
  return [...groups.values()].toSorted(byImportance);
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

/** What is said of a group: a line for each alert, and what is advised by the newest that says so. */
export function linesOf(group: readonly Alert[], reader: Reader): readonly string[] {
  const advised = group.findLast((alert) => alert.advice);
  const advice = advised ? adviceLines(advised, reader.language, formatsFor(reader.language, reader.timezone)).slice(0, 1) : [];
  // Under the name of the own product, the rival's own name tells its listings apart.
  const whose = ({ product, change }: Alert): string => (product ? ` · ${cut(asLine(change.title), LONGEST_NAME)}` : '');
  return [...group.map((alert) => `${shortOf(alert, reader).line}${whose(alert)}`), ...advice];
}

function wordsOf(group: readonly Alert[], reader: Reader, charts: Composing['charts']): DigestGroup {
  const newest = group.at(-1);
  const url = newest?.change.url;
  const picture = group.toReversed().flatMap((alert) => charts?.get(alert.id) ?? [])[0];
  return {
    title: cut(asLine(newest?.product?.title ?? newest?.change.title ?? ''), LONGEST_TITLE), lines: linesOf(group, reader),
    ...(url !== undefined && isWebAddress(url) ? { url } : {}), ...(picture ? { chart: picture } : {}),
  };
}
