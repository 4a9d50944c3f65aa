import { setTimeout as pause } from 'node:timers/promises';

/** How often a kept server is looked at, and the longest pause after starts that failed. Milliseconds. */
const EVERY = 1_000;
const LONGEST = 60_000;

export interface Kept {
  /** For messages, e.g. `Redis`. */
  readonly name: string;
  readonly isDead: () => Promise<boolean>;
  /** Starts it again and returns its port. */
  readonly revive: () => Promise<number>;
  readonly port: number;
  readonly say: (line: string) => void;
  /** Aborted when the program stops: nothing is started again then. */
  readonly signal?: AbortSignal | undefined;
}

/** Starts a server again whenever it died, until the returned function is called; that resolves when no start is under way any more. */
export function keepServer(kept: Kept): () => Promise<void> {
  const ending = new AbortController();
  const keeping = keep(kept, kept.signal ? AbortSignal.any([ending.signal, kept.signal]) : ending.signal);
  return async () => {
    ending.abort();
    await keeping;
  };
}

async function keep({ name, isDead, revive, port, say }: Kept, signal: AbortSignal): Promise<void> {
  let wait = EVERY;
  while (await waited(wait, signal)) {
    try {
      if (!await isDead()) continue;
      say(`${name} died; starting it again`);
      const now = await revive();
      say(now === port ? `${name} runs again` : `${name} runs again, but its port ${port} was taken meanwhile: stop and start rivalwatch`);
      wait = EVERY;
    } catch (error) {
      wait = Math.min(LONGEST, wait * 2);
      say(`${name} cannot be started again, next try in ${wait / 1_000} s: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** False when the signal came first. Does not keep the process alive. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  return pause(ms, true, { signal, ref: false }).catch(() => false);
}
