import type { CurrencyCode } from '../model/money.ts';
import type { Product } from '../model/advice.ts';
import type { ChangeKind } from '../model/change.ts';
import type { How, Severity } from '../model/alert.ts';
import type { ChannelId, RuleId, Sku, SourceId, TargetId } from '../model/ids.ts';
import type { TargetKind } from '../model/crawl.ts';
import type { Preset } from './preset-words.ts';
import type { ChannelSettings, ConfigFile, FieldSelector, Language, PlatformName, PolitenessSettings, State } from './schema.ts';
import type { FieldName } from '../model/listing.ts';
import type { Money } from '../model/money.ts';
import type { Confirmation, Reference, Threshold } from '../model/comparison.ts';
import type { Weekday } from '../model/weekday.ts';
import type { DigestTime } from './units.ts';

/** The configuration after loading: names resolved, presets filled in, watch lists and products read. Read-only for ever; a changed file gives a new one. */
export interface Config {
  /** Folder of the file; relative paths start here. */
  readonly folder: string;
  /** The files it was read from, for watching. */
  readonly files: readonly string[];
  readonly contact: string;
  readonly timezone: string;
  readonly language: Language;
  readonly storage: ConfigFile['storage'] & { readonly database: string };
  /** How a host is treated that no source has; each source has its own settings. */
  readonly politeness: PolitenessSettings;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly targets: ReadonlyMap<TargetId, Target>;
  readonly products: ReadonlyMap<Sku, Product>;
  readonly rules: readonly Rule[];
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  readonly advice: ConfigFile['advice'];
  readonly retention: ConfigFile['retention'];
  /** `folder` is absolute. */
  readonly exports?: NonNullable<ConfigFile['exports']>;
  readonly health: ConfigFile['health'];
  /** How links in messages are signed; `valid` in milliseconds. */
  readonly links?: NonNullable<ConfigFile['links']>;
}

/** A site or API that is watched. */
export interface Source {
  readonly id: SourceId;
  readonly url: string;
  readonly platform: PlatformName;
  readonly mode: 'http' | 'browser';
  readonly currency?: CurrencyCode;
  readonly language?: string;
  readonly region?: string;
  readonly allowPrivateAddresses: boolean;
  /** Hosts (with port when not the default) its pages may be on, that of `url` first. */
  readonly hosts: readonly string[];
  readonly fields: Readonly<Partial<Record<FieldName, FieldSelector>>>;
  /** Set when pictures are fetched and compared by what they show. */
  readonly images?: 'hash';
  /** The general settings with this source's overrides. */
  readonly politeness: PolitenessSettings;
}

/** When runs are due. All durations in milliseconds. */
export interface Schedule {
  readonly every?: number;
  readonly cron?: string;
  readonly timezone: string;
  readonly jitter: number;
  /** Minutes after local midnight. */
  readonly activeHours?: { readonly from: number; readonly to: number };
}

/** What to watch on a source and how often. */
export interface Target {
  readonly id: TargetId;
  readonly sourceId: SourceId;
  readonly kind: TargetKind;
  readonly url: string;
  readonly schedule: Schedule;
  /** Milliseconds. */
  readonly freshness: number;
  readonly tags: readonly string[];
  readonly sku?: Sku;
  readonly track: readonly string[];
  readonly maxPages: number;
  readonly follow: boolean;
  readonly select?: string;
  /** Where it is written, for messages: `rivalwatch.yaml:12` or `watchlist.csv:3`. */
  readonly definedAt: string;
}

/** A movement of the price: told each time it is far enough. */
export interface Move {
  readonly way: 'up' | 'down' | 'any';
  readonly by?: Threshold;
  readonly from: Reference;
}

/** Where the price stands: told when it gets there, over when it no longer is. */
export interface Level {
  readonly side: 'below' | 'above';
  readonly by?: Threshold;
  readonly of: Reference;
}

/** All of it must hold. */
export interface Clause {
  readonly moves: readonly Move[];
  readonly levels: readonly Level[];
}

/** Which changes or states matter to whom, presets filled in. */
export interface Rule {
  readonly id: RuleId;
  readonly preset?: Preset;
  readonly on: readonly ChangeKind[];
  /** Every crawl looks whether it holds, beside the changes. */
  readonly state?: State;
  /** Told only when it has held for so long. Milliseconds; 0 = at once. */
  readonly holdFor: number;
  readonly direction: 'up' | 'down' | 'any';
  readonly threshold?: Threshold;
  readonly baseline: Reference;
  /** What the price is asked, instead of direction, threshold and baseline: one of these. */
  readonly when?: readonly Clause[];
  readonly where: RuleWhere;
  /** A filter over the documented facts, checked when the configuration was loaded. */
  readonly match?: Readonly<Record<string, unknown>>;
  readonly confirm: Confirmation;
  readonly minCount: number;
  /** Milliseconds; 0 = none. */
  readonly cooldown: number;
  /** `after` in milliseconds. */
  readonly rearm: { readonly distance?: Threshold; readonly after?: number };
  readonly notifyRecovery: boolean;
  readonly severity: Severity;
  readonly channels: readonly ChannelId[];
  readonly how: How;
  /** `after` in milliseconds. */
  readonly escalate?: { readonly to: readonly ChannelId[]; readonly after: number };
  /** From then on the rule is as good as removed. */
  readonly until?: Date;
}

/** An empty list filters nothing. */
export interface RuleWhere {
  readonly sources?: readonly string[];
  readonly targets?: readonly string[];
  readonly tags?: readonly string[];
  readonly skus?: readonly string[];
  readonly titles?: readonly string[];
  readonly sellers?: readonly string[];
  readonly own?: boolean;
  readonly price?: { readonly from?: Money; readonly to?: Money };
}

export interface Channel {
  readonly id: ChannelId;
  readonly language: Language;
  readonly settings: ChannelSettings;
  readonly receiver: Receiver;
}

/** Those who read a channel: when they want to be told. Defaults filled in. */
export interface Receiver {
  readonly timezone: string;
  /** Minutes after local midnight; over midnight when `from` is the later one. */
  readonly quietHours?: { readonly from: number; readonly to: number };
  readonly workingDays: readonly Weekday[];
  /** From this severity on everything is told at once. */
  readonly urgent: Severity | 'never';
  readonly digest: DigestTime;
  /** Most messages within an hour. */
  readonly limit?: number;
  readonly fallback?: ChannelId;
  /** Milliseconds. */
  readonly switchOffAfter: number;
}
