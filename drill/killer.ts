import { setTimeout as pause } from 'node:timers/promises';
import type { Kill, Moment, Victim } from './moments.ts';
import { SHOP_NAMES } from '../demo/shops/world.ts';
import type { ServerName, Servers } from './servers.ts';
import type { Stage } from './stage.ts';

/** Does the kills of a plan and starts again what was killed. */
export interface Killer {
  /** Waits for the moment, kills, and starts the victim again after its time; resolves after the kill. */
  kill(kill: Kill): Promise<void>;
  /** Resolves when everything that was killed was started again. */
  finish(): Promise<void>;
}

/** A page or message that does not come within this time is not waited for any longer: the kill falls into the quiet. */
const PATIENCE_MS = 5_000;
const LOOK_MS = 2;

/** `killed` is told of each kill when it is done. */
export function killer(stage: Stage, servers: Servers, killed: (victim: Victim) => void, signal: AbortSignal): Killer {
  const restarts = new Map<string, Promise<void>>();
  // Servers are killed and started one after another: starting one starts whatever is dead.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  const strike = async ({ victim, worker, down }: Kill): Promise<void> => {
    const name = victim === 'worker' ? `worker-${worker}` : serverOf(victim);
    await restarts.get(name);
    if (victim === 'worker') await stage.crew.kill(worker);
    else await inTurn(async () => {
      await servers.kill(serverOf(victim));
      if (victim === 'redis_empty') await servers.emptyRedis();
    });
    killed(victim);
    const again = pause(down).then(() => (victim === 'worker' ? stage.crew.restart(worker) : inTurn(() => servers.restart())));
    restarts.set(name, again);
    // Told of by finish(); until then a failure is nobody's.
    again.catch(() => undefined);
  };

  return {
    async kill(kill) {
      signal.throwIfAborted();
      if (!('at' in kill.moment) || kill.moment.at !== 'answer') {
        await reached(stage, kill.moment);
        return await strike(kill);
      }
      const done: Promise<void>[] = [];
      const once = (): Promise<void> => (done[0] ??= strike(kill));
      stage.hook.beforeAnswer(once);
      for (let waited = 0; done.length === 0 && waited < PATIENCE_MS; waited += LOOK_MS) await pause(LOOK_MS);
      await once();
    },
    async finish() {
      await Promise.all(restarts.values());
      restarts.clear();
    },
  };
}

function serverOf(victim: Exclude<Victim, 'worker'>): ServerName {
  return victim === 'mongodb' ? 'mongodb' : 'redis';
}

async function reached(stage: Stage, moment: Moment): Promise<void> {
  if (!('at' in moment)) return await pause(moment.after);
  const count = (): number => (moment.at === 'page'
    ? SHOP_NAMES.reduce((sum, name) => sum + stage.world.shops[name].served.length, 0)
    : stage.slack.messages.length + stage.mail.inbox.length + stage.hook.arrived.length);
  const before = count();
  for (let waited = 0; count() === before && waited < PATIENCE_MS; waited += LOOK_MS) await pause(LOOK_MS);
}
