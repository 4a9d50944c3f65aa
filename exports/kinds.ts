import type { ExportedKind } from '../storage/records.ts';

export const EXPORT_KINDS = ['listings', 'versions', 'changes', 'alerts', 'recommendations', 'crawls'] as const satisfies readonly ExportedKind[];
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** csv: listings only, for spreadsheets. */
export const EXPORT_FORMATS = ['json', 'ndjson', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Grows when a field goes, changes its meaning or its type; not when one is added. */
export const SCHEMA_VERSION = 1;
