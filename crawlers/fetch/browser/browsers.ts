import type { Logger } from 'pino';
import type { Resolve } from '../guard/resolve.ts';
import type { FetchBatch, FetchRequest } from '../port.ts';
import type { RobotsGate } from '../robots/gate.ts';
import type { Stop } from '../stop.ts';
import type { BatchContext, Visit } from '../visit.ts';

/** Where Chromium is and what it must be started with. */
export type FindChromium = () => Promise<{ readonly path: string; readonly args: readonly string[] }>;
export function createBrowsers(_deps: { chromium: FindChromium | undefined; userAgent: string; visit: Visit; robots: RobotsGate; resolve: Resolve; log: Logger; clock: () => Date }): {
  fetchBatch: (requests: readonly FetchRequest[], contextOf: (stop: Stop) => BatchContext, handle: Parameters<FetchBatch>[2], signal: AbortSignal) => Promise<void>; close: () => Promise<void> } {
  return { fetchBatch: async () => undefined, close: async () => undefined };
}
