import { brand, type Sku, type SourceId, type TargetId } from '../model/ids.ts';
import type { Product } from '../model/advice.ts';
import { currencyCode } from '../model/money.ts';
import type { Notes } from './notes.ts';
import { warnOfPrivate } from './private-hosts.ts';
import { neverActive } from './schedule.ts';
import { TARGET_DEFAULTS, type ConfigFile, type PolitenessSettings, type SourceFile, type TargetFile } from './schema.ts';
import type { Schedule, Source, Target } from './types.ts';
import type { WatchRow } from './watchlist.ts';
import { suggestion } from './mistakes.ts';

/** The sources with hosts and politeness worked out. */
export function resolveSources(settings: ConfigFile, notes: Notes): ReadonlyMap<SourceId, Source> {
  return new Map(Object.entries(settings.sources).map(([name, source]) => [brand<SourceId>(name), resolveSource(name, source, settings.politeness, notes)]));
}

function resolveSource(name: string, file: SourceFile, general: PolitenessSettings, notes: Notes): Source {
  const { currency, language, region, politeness, url, platform, mode, allowPrivateAddresses, fields, images } = file;
  const code = currency === undefined ? undefined : currencyCode(currency);
  warnOfPrivate(['sources', name], file, 'nothing is fetched from this source', notes);
  const further = file.allowedHosts.map((text, index) => {
    const host = URL.canParse(`http://${text}`) ? new URL(`http://${text}`) : undefined;
    if (!host || `${host.pathname}${host.search}${host.username}` !== '/' || text.includes('*')) notes.wrong(['sources', name, 'allowedHosts', index], `"${text}" is no host; write e.g. shop.example.com or shop.example.com:8080.`);
    return host?.host ?? text;
  });
  return {
    id: brand<SourceId>(name), url, platform, mode, allowPrivateAddresses, fields,
    hosts: [...new Set([new URL(url).host, ...further])],
    politeness: { ...general, ...Object.fromEntries(Object.entries(politeness).filter(([, value]) => value !== undefined)) },
    ...(code && { currency: code }), ...(language !== undefined && { language }), ...(region !== undefined && { region }), ...(images === 'hash' && { images }),
  };
}

/** What the targets are worked out from. */
export interface TargetInputs {
  readonly settings: ConfigFile;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly products: ReadonlyMap<Sku, Product>;
  readonly rows: readonly WatchRow[];
  readonly notes: Notes;
}

/** The targets of the file and of the watch lists that are enabled. */
export function resolveTargets(inputs: TargetInputs): ReadonlyMap<TargetId, Target> {
  const { settings, notes, rows } = inputs;
  const general = resolveGeneral(settings, notes);
  const targets = new Map<TargetId, Target>();
  for (const [name, file] of Object.entries(settings.targets)) {
    const target = resolveTarget(name, file, general, inputs);
    if (target && file.enabled) targets.set(target.id, target);
  }
  const byUrl = new Map([...targets.values()].filter((target) => target.kind === 'product').map((target) => [new URL(target.url).href, target.definedAt]));
  for (const row of rows) {
    const wrong = (path: string, message: string): void => notes.wrongIn(row.file, row.line, path, message);
    const earlier = byUrl.get(row.url) ?? targets.get(row.id)?.definedAt;
    if (earlier !== undefined) wrong('url', `this address is already watched by ${earlier}.`);
    byUrl.set(row.url, row.definedAt);
    const sourceId = sourceOf(row.url, undefined, inputs, (message) => wrong('url', message));
    if (row.sku !== undefined) checkSku(row.sku, inputs, (message) => wrong('sku', message));
    if (sourceId !== undefined && earlier === undefined) targets.set(row.id, watchTarget(row, sourceId, general));
  }
  return targets;
}

function watchTarget(row: WatchRow, sourceId: SourceId, general: Schedule): Target {
  const { id, url, tags, definedAt, sku, every } = row;
  const { jitter, timezone, activeHours } = general;
  return {
    ...TARGET_DEFAULTS, id, sourceId, kind: 'product', url, tags, definedAt, ...(sku !== undefined && { sku }),
    schedule: every === undefined ? general : { every, jitter, timezone, ...(activeHours && { activeHours }) },
  };
}

/** Keys that mean something for some kinds only. */
const ONLY_FOR = { track: ['search'], follow: ['catalogue'], maxPages: ['catalogue', 'search', 'reviews'], select: ['page'], sku: ['product', 'reviews'] } as const satisfies Partial<Record<keyof TargetFile, readonly TargetFile['kind'][]>>;

function resolveTarget(name: string, file: TargetFile, general: Schedule, inputs: TargetInputs): Target | undefined {
  const { notes } = inputs;
  const path = ['targets', name];
  for (const [key, kinds] of Object.entries(ONLY_FOR)) {
    if (notes.written([...path, key]) && !kinds.some((kind) => kind === file.kind)) notes.wrong(path, `"${key}" is only for ${kinds.join(' and ')} targets, and this is a ${file.kind} target.`, key);
  }
  const schedule = resolveSchedule(file, general, path, notes);
  const sourceId = sourceOf(file.url, file.source, inputs, (message, key) => notes.wrong([...path, key], message));
  if (file.sku !== undefined) checkSku(file.sku, inputs, (message) => notes.wrong([...path, 'sku'], message));
  if (sourceId === undefined) return undefined;
  const { kind, url, freshness, tags, track, maxPages, follow, select, sku } = file;
  return {
    id: brand<TargetId>(name), sourceId, kind, url, schedule, freshness, tags, track, maxPages, follow, definedAt: notes.placeOf(path),
    ...(select !== undefined && { select }), ...(sku !== undefined && { sku: brand<Sku>(sku) }),
  };
}

function checkSku(sku: string, { settings, products, notes }: TargetInputs, wrong: (message: string) => void): void {
  if (settings.products === undefined) notes.warn(`Targets name own products by sku, but there is no products file: "products:" in the configuration says where it is.`);
  else if (products.size > 0 && !products.has(brand<Sku>(sku))) wrong(`there is no product "${sku}" in ${settings.products}.${suggestion(sku, products.size > 2_000 ? [] : [...products.keys()])}`);
}

/** The source of an address: the one named, else the only one with that host. Undefined when there is none; the report says why. */
function sourceOf(url: string, named: string | undefined, { sources, notes }: TargetInputs, wrong: (message: string, key: 'source' | 'url') => void): SourceId | undefined {
  const { host } = new URL(url);
  if (named !== undefined) {
    const source = sources.get(brand<SourceId>(named));
    if (!source && !notes.names('sources').includes(named)) wrong(`there is no source "${named}".${suggestion(named, notes.names('sources'))}`, 'source');
    if (source && !source.hosts.includes(host)) wrong(`the host ${host} is none of source "${named}" (${source.hosts.join(', ')}); correct it, or add it to that source's allowedHosts.`, 'url');
    return source?.hosts.includes(host) ? source.id : undefined;
  }
  const fitting = [...sources.values()].filter((source) => source.hosts.includes(host));
  const [first, second] = fitting;
  if (second) wrong(`the host ${host} belongs to several sources (${fitting.map((source) => source.id).join(', ')}); say which with "source".`, 'url');
  else if (!first && !notes.hostsUnknown) wrong(`no source has the host ${host}; add one under "sources", or the host to a source's allowedHosts.${suggestion(host, [...sources.values()].flatMap((source) => source.hosts))}`, 'url');
  return second ? undefined : first?.id;
}

function resolveGeneral(settings: ConfigFile, notes: Notes): Schedule {
  const base: Schedule = { every: 6 * 3_600_000, timezone: settings.timezone, jitter: 0 };
  return resolveSchedule(settings.schedule, base, ['schedule'], notes);
}

type ScheduleFile = ConfigFile['schedule'];

/** The schedule with what it leaves out taken from the general one. */
function resolveSchedule(file: ScheduleFile, general: Schedule, path: readonly string[], notes: Notes): Schedule {
  if (notes.written([...path, 'every']) && notes.written([...path, 'cron'])) notes.wrong(path, 'give either every or cron, not both.', 'cron');
  const activeHours = file.activeHours ?? general.activeHours;
  const own = file.every === undefined && file.cron === undefined ? general : file;
  const schedule: Schedule = {
    timezone: file.timezone ?? general.timezone, jitter: file.jitter ?? general.jitter,
    ...(own.every !== undefined && { every: own.every }), ...(own.every === undefined && own.cron !== undefined && { cron: own.cron }), ...(activeHours && { activeHours }),
  };
  if (file.activeHours && file.activeHours.from === file.activeHours.to) notes.wrong([...path, 'activeHours'], 'begins and ends at the same time; leave it out to run all day.');
  else if ((file.cron !== undefined || file.activeHours) && neverActive(schedule)) notes.warn(`${notes.placeOf(path)}: no run of the cron expression lies within activeHours; runs are moved to their beginning.`);
  return schedule;
}
