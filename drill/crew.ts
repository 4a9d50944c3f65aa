import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Order, Settings } from './worker.ts';

/** Processes that share the work, as on two machines. */
export const CREW = 2;
const PROGRAM = fileURLToPath(new URL('worker.js', import.meta.url));
/** As systemd or a container would: started again, but not in a loop without a pause. */
const RESTART_MS = 300;
const STOP_MS = 15_000;

/** Worker processes that are started again when they end, however they end. */
export interface Crew {
  /** kill -9 of one of them; resolves when it is gone. It is not started again before {@link Crew.restart}. */
  kill(index: number): Promise<void>;
  restart(index: number): Promise<void>;
  /** Sets the clock of all: so many milliseconds ahead of the machine's. */
  setClock(ahead: number): void;
  /** Processes that ended by themselves after they had begun to work: faults. */
  readonly ended: readonly string[];
  /** Ends all in order. Idempotent. */
  stop(): Promise<void>;
}

interface Member {
  /** From 1. */
  readonly no: number;
  child: ChildProcess | undefined;
  ready: boolean;
  /** Killed by the drill, which starts it again itself. */
  down: boolean;
}

/** Starts the crew and returns when all work. Their logs go to `folder`. */
export async function startCrew(settings: Omit<Settings, 'ahead'>, folder: string, ahead: number): Promise<Crew> {
  const state: State = { settings: { ...settings, ahead }, folder, members: Array.from({ length: CREW }, (_, index): Member => ({ no: index + 1, child: undefined, ready: false, down: false })), ended: [], failed: 0, stopping: undefined };
  const { members, ended } = state;
  const at = (index: number): Member => {
    const member = members[index];
    if (!member) throw new Error(`there is no worker ${index}`);
    return member;
  };
  for (const member of members) start(state, member);
  try {
    await allReady(state);
  } catch (error) {
    await stop(state);
    throw error;
  }
  return {
    ended,
    stop: () => stop(state),
    async kill(index) {
      const member = at(index);
      Object.assign(member, { down: true, ready: false });
      await end(member.child, 'SIGKILL');
    },
    async restart(index) {
      start(state, at(index));
    },
    setClock(next) {
      state.settings = { ...state.settings, ahead: next };
      for (const { child } of members) tell(child, { ahead: next });
    },
  };
}

/** A crew at work. */
interface State {
  settings: Settings;
  readonly folder: string;
  readonly members: readonly Member[];
  readonly ended: string[];
  /** Processes that ended before they worked. */
  failed: number;
  stopping: Promise<void> | undefined;
}

/** Starts the process, and again whenever it ends by itself. */
function start(state: State, member: Member): void {
  const file = `worker-${member.no}.log`;
  const log = openSync(join(state.folder, file), 'a');
  const child = fork(PROGRAM, [JSON.stringify(state.settings)], { stdio: ['ignore', log, log, 'ipc'], execArgv: ['--enable-source-maps'] });
  Object.assign(member, { child, ready: false, down: false });
  child.once('message', () => { member.ready = true; });
  child.on('error', () => undefined);
  child.once('exit', (code, name) => {
    if (state.stopping || member.down || member.child !== child) return;
    if (member.ready) state.ended.push(`worker ${member.no} ended by itself with ${name ?? `code ${code}`}; see ${file}`);
    else state.failed += 1;
    member.ready = false;
    setTimeout(() => { if (!state.stopping && !member.down) start(state, member); }, RESTART_MS);
  });
}

async function allReady(state: State): Promise<void> {
  for (let waited = 0; !state.members.every((member) => member.ready); waited += 20) {
    // The servers are there: what fails now would fail again.
    if (state.failed > 0 || waited > 60_000) throw new Error(`the workers do not start; see the logs in ${state.folder}`);
    await pause(20);
  }
}

async function stop(state: State): Promise<void> {
  state.stopping ??= Promise.all(state.members.map(async ({ child, ready }) => {
    if (!ready) return end(child, 'SIGKILL');
    tell(child, { stop: true });
    return end(child, undefined);
  })).then(() => undefined);
  await state.stopping;
}

function tell(child: ChildProcess | undefined, order: Order): void {
  if (child?.connected) child.send(order, () => undefined);
}

/** Waits until the process is gone; with a signal, sends it first. What does not end in time is killed. */
async function end(child: ChildProcess | undefined, signal: 'SIGKILL' | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  if (signal) child.kill(signal);
  await gone;
  clearTimeout(late);
}
