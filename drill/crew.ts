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
  child: ChildProcess | undefined;
  ready: boolean;
  /** Killed by the drill, which starts it again itself. */
  down: boolean;
}

/** Starts the crew and returns when all work. Their logs go to `folder`. */
export async function startCrew(settings: Omit<Settings, 'ahead'>, folder: string, ahead: number): Promise<Crew> {
  let clock = ahead;
  let stopping: Promise<void> | undefined;
  const ended: string[] = [];
  let failed = 0;
  const members = Array.from({ length: CREW }, (): Member => ({ child: undefined, ready: false, down: false }));

  const start = (member: Member, index: number): void => {
    const log = openSync(join(folder, `worker-${index + 1}.log`), 'a');
    const child = fork(PROGRAM, [JSON.stringify({ ...settings, ahead: clock })], { stdio: ['ignore', log, log, 'ipc'], execArgv: ['--enable-source-maps'] });
    Object.assign(member, { child, ready: false, down: false });
    child.once('message', () => { member.ready = true; });
    child.on('error', () => undefined);
    child.once('exit', (code, name) => {
      if (stopping || member.down || member.child !== child) return;
      if (member.ready) ended.push(`worker ${index + 1} ended by itself with ${name ?? `code ${code}`}; see worker-${index + 1}.log`);
      else failed += 1;
      member.ready = false;
      setTimeout(() => { if (!stopping && !member.down) start(member, index); }, RESTART_MS);
    });
  };
  const ready = async (): Promise<void> => {
    for (let waited = 0; !members.every((member) => member.ready); waited += 20) {
      // The servers are there: what fails now would fail again.
      if (failed > 0 || waited > 60_000) throw new Error(`the workers do not start; see the logs in ${folder}`);
      await pause(20);
    }
  };
  const at = (index: number): Member => {
    const member = members[index];
    if (!member) throw new Error(`there is no worker ${index}`);
    return member;
  };
  const stop = (): Promise<void> => (stopping ??= Promise.all(members.map(async ({ child, ready: works }) => {
    if (!works) return end(child, 'SIGKILL');
    tell(child, { stop: true });
    return end(child, undefined);
  })).then(() => undefined));
  members.forEach(start);
  try {
    await ready();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ended, stop,
    async kill(index) {
      const member = at(index);
      member.down = true;
      member.ready = false;
      await end(member.child, 'SIGKILL');
    },
    async restart(index) {
      start(at(index), index);
    },
    setClock(next) {
      clock = next;
      for (const { child } of members) tell(child, { ahead: next });
    },
  };
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
