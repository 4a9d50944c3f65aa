import type { Config } from './types.ts';

/** What a running program has from its start: its user agent, where its data are, the port of its health. */
const FROM_THE_START = ['contact', 'storage', 'health'] as const satisfies readonly (keyof Config)[];

/** A changed configuration as a running program takes it up. `waiting` names what changed and takes effect with the next start alone. */
export function takenUp(running: Config, changed: Config): { readonly config: Config; readonly waiting: readonly string[] } {
  const { contact, storage, health } = running;
  const waiting = FROM_THE_START.filter((key) => JSON.stringify(running[key]) !== JSON.stringify(changed[key]));
  return { config: { ...changed, contact, storage, health }, waiting };
}
