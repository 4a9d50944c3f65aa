import type { Victim } from './moments.ts';
import { killer, type Killer } from './killer.ts';
import type { Kill } from './moments.ts';
import { recordOf, type RunRecord } from './record.ts';
import { begin, settle, type Wanted } from './rounds.ts';
import type { Round } from './scenes.ts';
import type { Servers } from './servers.ts';
import { openStage, type Stage } from './stage.ts';

/** A kill that was done, at the time of the workers' clock. */
export interface Killed {
  readonly victim: Victim;
  readonly at: Date;
}

/** Where a run is. */
export interface Progress {
  readonly run: string;
  readonly round: number;
  readonly rounds: number;
  readonly scene: string;
  readonly kills: number;
}

export interface RunOptions {
  readonly name: string;
  /** Folder for configurations and logs. */
  readonly home: string;
  readonly servers: Servers;
  readonly rounds: readonly Round[];
  /** The kills of each round; none in an undisturbed run. */
  readonly plan: readonly (readonly Kill[])[];
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

export interface Run {
  readonly record: RunRecord;
  readonly kills: readonly Killed[];
  /** Of each round whether messages came in it. */
  readonly told: readonly boolean[];
  readonly seconds: number;
}

/** From round to round, in both runs: cooldowns and leases of one round do not reach into the next. */
const ROUND_MS = 3_600_000;

/** Plays the rounds one after another, each with its kills, and brings everything to rest after each. */
export async function run(options: RunOptions): Promise<Run> {
  const { name, home, servers, rounds, plan, onProgress, signal } = options;
  const startedAt = Date.now();
  const clock = virtualClock();
  const stage = await openStage(name, home, servers, clock.ahead());
  clock.listen((ahead) => stage.crew.setClock(ahead));
  const done: Killed[] = [];
  const told: boolean[] = [];
  const kills: Killer = killer(stage, servers, (victim) => void done.push({ victim, at: clock.now() }), signal);
  try {
    for (const [index, round] of rounds.entries()) {
      onProgress({ run: name, round: index + 1, rounds: rounds.length, scene: round.scene.name, kills: done.length });
      clock.reach(startedAt + index * ROUND_MS);
      const before = stage.hook.arrived.length;
      await playRound(stage, round, index === 0, plan[index] ?? [], { clock, kills, servers, signal });
      told.push(stage.hook.arrived.length > before);
    }
    return { record: await recordOf(stage), kills: done, told, seconds: (Date.now() - startedAt) / 1_000 };
  } finally {
    await kills.finish();
    await stage.close();
  }
}

interface Playing {
  readonly clock: VirtualClock;
  readonly kills: Killer;
  readonly servers: Servers;
  readonly signal: AbortSignal;
}

async function playRound(stage: Stage, round: Round, opening: boolean, plan: readonly Kill[], { clock, kills, servers, signal }: Playing): Promise<void> {
  if (round.first) stage.world.show(round.scene.act(stage.world.world()));
  const at = clock.now();
  const ask = async (): Promise<Wanted> => (opening ? 'first_of_each_target' : begin(stage, round, at));
  const wanted = await ask();
  for (const kill of plan) await kills.kill(kill);
  await kills.finish();
  await settle({ stage, wanted, ask, redisUrl: servers.redisUrl, pass: clock.pass, signal });
}

/** The time of all workers of a run: the machine's, and ahead of it by what the drill does not wait for. */
export interface VirtualClock {
  readonly now: () => Date;
  /** Milliseconds. */
  readonly ahead: () => number;
  readonly listen: (told: (ahead: number) => void) => void;
  /** Lets so many milliseconds pass at once. */
  readonly pass: (milliseconds: number) => void;
  /** Lets time pass until then; nothing when it is later already. */
  readonly reach: (epochMs: number) => void;
}

function virtualClock(): VirtualClock {
  let ahead = 0;
  let tell: (ahead: number) => void = () => undefined;
  const pass = (milliseconds: number): void => {
    ahead += Math.max(0, milliseconds);
    tell(ahead);
  };
  return {
    now: () => new Date(Date.now() + ahead), ahead: () => ahead, pass,
    listen: (told) => { tell = told; },
    reach: (epochMs) => pass(epochMs - Date.now() - ahead),
  };
}
