import type { CurrencyCode } from '../model/money.ts';
import type { Product } from '../model/advice.ts';
import type { ChangeKind } from '../model/change.ts';
import type { Severity } from '../model/alert.ts';
import type { ChannelId, RuleId, Sku, SourceId, TargetId } from '../model/ids.ts';
import type { TargetKind } from '../model/crawl.ts';
import type { ChannelSettings, ConfigFile, FieldSelector, Language, PlatformName, PolitenessSettings } from './schema.ts';
import type { FieldName } from '../model/listing.ts';
import type { Threshold } from './units.ts';

/** The configuration after loading: names resolved, presets filled in, watch lists and products read. Read-only for ever; a changed file gives a new one. */
export interface Config {
  /** Folder of the file; relative paths start here. */
  readonly folder: string;
  /** The files it was read from, for watching. */
  readonly files: readonly string[];
  readonly contact: string;
  readonly timezone: string;
  readonly language: Language;
  readonly storage: ConfigFile['storage'];
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

/** Which changes matter to whom, presets filled in. */
export interface Rule {
  readonly id: RuleId;
  readonly on: readonly ChangeKind[];
  readonly direction: 'up' | 'down' | 'any';
  readonly threshold?: Threshold;
  readonly baseline: 'previous' | 'last_alerted' | 'own_price';
  readonly where: { readonly sources?: readonly string[]; readonly targets?: readonly string[]; readonly tags?: readonly string[]; readonly skus?: readonly string[]; readonly titles?: readonly string[] };
  readonly confirm: number;
  readonly minCount: number;
  /** Milliseconds; 0 = none. */
  readonly cooldown: number;
  readonly notifyRecovery: boolean;
  readonly severity: Severity;
  readonly channels: readonly ChannelId[];
}

export interface Channel {
  readonly id: ChannelId;
  readonly language: Language;
  readonly settings: ChannelSettings;
}
