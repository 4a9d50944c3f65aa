import { duration } from '../config/units.ts';
import { virtualClock, type VirtualClock } from '../demo/clock.ts';
import { killer, type Killer } from './killer.ts';
import type { Kill, Victim } from './moments.ts';
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
      if (index > 0) clock.pass(ROUND_MS);
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
  const { act, next, later } = round.scene;
  if (round.first && later !== undefined) clock.pass(duration.parse(later));
  const move = round.first ? act : next;
  if (move) stage.world.show(move(stage.world.world()));
  const at = clock.now();
  const ask = async (): Promise<Wanted> => (opening ? 'first_of_each_target' : begin(stage, round, at));
  const wanted = await ask();
  for (const kill of plan) await kills.kill(kill);
  await kills.finish();
  await settle({ stage, wanted, ask, redisUrl: servers.redisUrl, pass: clock.pass, signal });
}
