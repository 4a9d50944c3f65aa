import { writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { configuration, writeConfiguration, type Places } from '../demo/configuration.ts';
import { DEMO_RULES } from '../demo/rules.ts';

/** Needs a browser, which the drill is not about. */
const LEFT_OUT = 'kumo';

/** What the clock alone tells: when that is, a kill moves. */
const BY_THE_CLOCK: ReadonlySet<string> = new Set(['escalate', 'rearm']);

/**
 * Writes the demo's configuration into `folder` with what the drill changes: every rule is told on every channel of the drill, and only about what the shops
 * do; what needs a browser is left out. Returns the path of the YAML file.
 */
export async function writeDrillConfiguration(folder: string, places: Places): Promise<string> {
  const file = await writeConfiguration(folder, places);
  await writeFile(file, stringify(drillConfiguration(places), { lineWidth: 0 }));
  return file;
}

function drillConfiguration(places: Places): Record<string, unknown> {
  const { exports: _, ...demo } = configuration(places);
  const channels = Object.keys(places.channels);
  return {
    ...demo,
    // A slot of a killed process is free again after the timeout and some seconds.
    politeness: { delay: '5ms', concurrency: 8, timeout: '5s', dailyBudget: 100_000 },
    sources: without(recordOf(demo['sources']), (name) => name === LEFT_OUT),
    targets: without(recordOf(demo['targets']), (_name, target) => recordOf(target)['source'] === LEFT_OUT),
    rules: Object.fromEntries(Object.entries(DEMO_RULES).map(([name, rule]) => [name, { ...without(rule, (key) => BY_THE_CLOCK.has(key)), channels }])),
  };
}

function without(all: Readonly<Record<string, unknown>>, leave: (name: string, value: unknown) => boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => !leave(name, value)));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
