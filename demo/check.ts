import { adviceText, changeLine, changeText, pathOf } from './facts.ts';
import { CHANNEL_NAMES, CHANNEL_TITLES, type Counts } from './channels.ts';
import type { Recorded, RecordedCrawl } from './recorded.ts';
import type { ChangeExpectation, Expectation, Scene } from './scenes/scene.ts';

/** One expectation against what was recorded. */
export interface Checked {
  readonly scene: string;
  readonly expected: string;
  readonly seen: string;
  readonly held: boolean;
}

type ExpectationOf<F extends Expectation['fact']> = Extract<Expectation, { fact: F }>;
interface Finding {
  readonly expected: string;
  readonly seen: string;
  readonly held: boolean;
}

/**
 * Holds a scene's expectations against what it added to the record (`fresh`). Every expectation and every prohibition is one line, and
 * one more: nothing else came of it.
 */
export function checkScene(scene: Scene, fresh: Recorded): Checked[] {
  const findings = [
    ...scene.expect.map((one) => find(one, fresh)), ...scene.forbid.map((one) => refuse(one, fresh)),
    nothingElse(scene, fresh),
  ];
  return findings.map((finding) => ({ scene: scene.name, ...finding }));
}

function find(one: Expectation, fresh: Recorded): Finding {
  switch (one.fact) {
    case 'change': return findChange(one, fresh);
    case 'alert': return findAlert(one, fresh);
    case 'messages': return findMessages(one, fresh);
    case 'message': return findMessage(one, fresh);
    case 'advice': return findAdvice(one, fresh);
    case 'crawl': return findCrawl(one, fresh);
    case 'look': return findLook(one, fresh);
    case 'replay': return findReplay(one, fresh);
    case 'reading': return findReading(one, fresh);
    default: return one satisfies never;
  }
}

/** A prohibition is the expectation of none. */
function refuse(one: Expectation, fresh: Recorded): Finding {
  if (one.fact === 'change' || one.fact === 'alert' || one.fact === 'advice') return find({ ...one, count: 0 }, fresh);
  const found = find(one, fresh);
  return { expected: `not: ${found.expected}`, seen: found.seen, held: !found.held };
}

function findChange(one: ChangeExpectation, fresh: Recorded): Finding {
  const count = one.count ?? 1;
  const same = fresh.changes.filter((change) => change.detail.kind === one.kind && (one.at === undefined || pathOf(change.url) === one.at));
  const fitting = same.filter((change) => fits(one, changeText(change.detail)));
  const sides = one.from !== undefined && one.to !== undefined ? ` ${one.from} → ${one.to}` : one.to === undefined ? '' : ` ${one.to}`;
  const what = `change ${one.kind}${sides}${one.words ? ` "${one.words}"` : ''}${one.at ? ` ${one.at}` : ''}`;
  return { expected: times(count, what), seen: listed(same.map(changeLine)), held: fitting.length === count && same.length === count };
}

function fits(one: ChangeExpectation, text: ReturnType<typeof changeText>): boolean {
  return (one.from === undefined || text.from === one.from) && (one.to === undefined || text.to === one.to) && (one.words === undefined || (text.words ?? '').includes(one.words));
}

function findAlert(one: ExpectationOf<'alert'>, fresh: Recorded): Finding {
  const found = fresh.alerts.filter((alert) => alert.ruleId === one.rule && (one.moment === undefined || alert.moment === one.moment));
  const count = one.count ?? 1;
  return { expected: times(count, `alert ${one.rule}${one.moment ? ` ${one.moment}` : ''}`), seen: listed(found.map((alert) => `${alert.ruleId} ${alert.moment}`)), held: found.length === count };
}

function findMessages({ on }: ExpectationOf<'messages'>, fresh: Recorded): Finding {
  const seen = Object.fromEntries(CHANNEL_NAMES.map((name) => [name, fresh.messages.get(name)?.length ?? 0]));
  return { expected: countsText(on), seen: countsText(seen), held: CHANNEL_NAMES.every((name) => (on[name] ?? 0) === seen[name]) };
}

function countsText(counts: Counts): string {
  const some = CHANNEL_NAMES.filter((name) => (counts[name] ?? 0) > 0);
  return some.length === 0 ? 'no message' : `told: ${some.map((name) => `${CHANNEL_TITLES[name]}${counts[name] === 1 ? '' : ` × ${counts[name]}`}`).join(', ')}`;
}

function findMessage(one: ExpectationOf<'message'>, fresh: Recorded): Finding {
  const messages = fresh.messages.get(one.channel) ?? [];
  const held = messages.some((message) => one.words.every((word) => message.includes(word)));
  return { expected: `${CHANNEL_TITLES[one.channel]} says ${one.words.join(', ')}`, seen: held ? 'arrived' : listed(messages.map((message) => message.replaceAll(/\s+/g, ' ').slice(0, 80))), held };
}

function findAdvice(one: ExpectationOf<'advice'>, fresh: Recorded): Finding {
  const found = fresh.recommendations.filter((recommendation) => recommendation.sku === one.sku && recommendation.advice.kind === one.kind);
  const fitting = found.filter((recommendation) => one.says === undefined || adviceText(recommendation.advice) === one.says);
  const count = one.count ?? 1;
  const all = fresh.recommendations.filter((recommendation) => recommendation.sku === one.sku);
  return {
    expected: times(count, `advice ${one.kind}${one.says ? ` ${one.says}` : ''} for ${one.sku}`), held: found.length === count && fitting.length === count,
    seen: listed(all.map((recommendation) => `${recommendation.advice.kind} ${adviceText(recommendation.advice)}`)),
  };
}

function findCrawl(one: ExpectationOf<'crawl'>, fresh: Recorded): Finding {
  const crawls = fresh.crawls.filter((crawl) => crawl.targetId === one.target);
  const ok = (crawl: RecordedCrawl): boolean => crawl.verdict === one.verdict && (one.outcome === undefined || (crawl.outcomes[one.outcome] ?? 0) > 0);
  const last = crawls.at(-1);
  const held = last !== undefined && crawls.every(ok) && (one.listings === undefined || last.listings === one.listings);
  const line = (crawl: RecordedCrawl): string => `${crawl.verdict}, ${counted(crawl.listings)}, ${Object.entries(crawl.outcomes).map(([outcome, count]) => `${count} ${outcome}`).join(' ')}`;
  return { expected: `crawl ${one.target} ${one.verdict}${one.outcome ? ` with ${one.outcome}` : ''}${one.listings === undefined ? '' : `, ${counted(one.listings)}`}`, seen: listed(crawls.map(line)), held };
}

function findLook(one: ExpectationOf<'look'>, fresh: Recorded): Finding {
  const words = (real: boolean): string => (real ? 'real' : 'a misreading');
  const found = fresh.looks.filter((look) => look.targetId === one.target);
  const count = one.count ?? 1;
  const held = found.length === count && found.every(({ real }) => one.real === undefined || real === one.real);
  return { expected: `${times(count, 'second look')} at ${one.target}${one.real === undefined ? '' : `: ${words(one.real)}`}`, seen: listed(found.map(({ real }) => words(real))), held };
}

function findReplay({ differ }: ExpectationOf<'replay'>, { replayed }: Recorded): Finding {
  const seen = replayed ? `${replayed.differ} of ${replayed.looked} differ, ${replayed.unreadable + replayed.notArchived} could not be read` : 'none';
  return { expected: `replay: ${differ} versions differ`, seen, held: replayed !== undefined && replayed.looked > 0 && replayed.differ === differ && replayed.unreadable + replayed.notArchived === 0 };
}

function findReading(one: ExpectationOf<'reading'>, fresh: Recorded): Finding {
  const readings = fresh.listings.filter((listing) => pathOf(listing.url) === one.at).map((listing) => listing.fields[one.field]);
  const held = readings.length > 0 && readings.every((reading) => reading.state === one.state && (one.reason === undefined || (reading.state === 'unknown' && reading.reason === one.reason)));
  return { expected: `${one.field} of ${one.at} ${one.state}`, seen: listed(readings.map((reading) => (reading.state === 'unknown' ? `unknown (${reading.reason})` : reading.state))), held };
}

/** Every change and every alert must be one that is expected or allowed. */
function nothingElse({ expect, allow }: Scene, fresh: Recorded): Finding {
  const wanted = expect.filter((one) => one.fact === 'change');
  const changes = fresh.changes.filter((change) => !allow?.changes?.includes(change.detail.kind) && !wanted.some((one) => one.kind === change.detail.kind && (one.at === undefined || one.at === pathOf(change.url))));
  const rules = new Set<string>([...expect.filter((one) => one.fact === 'alert').map((one) => one.rule), ...(allow?.rules ?? [])]);
  const alerts = fresh.alerts.filter((alert) => !rules.has(alert.ruleId));
  const seen = [...changes.map(changeLine), ...alerts.map((alert) => `${alert.ruleId} ${alert.moment} ${pathOf(alert.change.url)}`)];
  return { expected: 'nothing else', seen: listed(seen), held: seen.length === 0 };
}

function times(count: number, what: string): string {
  return count === 0 ? `no ${what}` : count === 1 ? what : `${count} × ${what}`;
}

function counted(listings: number): string {
  return `${listings} ${listings === 1 ? 'listing' : 'listings'}`;
}

function listed(lines: readonly string[]): string {
  if (lines.length === 0) return 'none';
  return `${lines.slice(0, 4).join('; ')}${lines.length > 4 ? `; and ${lines.length - 4} more` : ''}`;
}
