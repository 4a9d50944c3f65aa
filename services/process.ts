import { readFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from './find.ts';
import { isAlive } from './lock.ts';

/** A TCP port of 127.0.0.1 that the system says is free. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** Whether the process is the server of this folder and not another program that got its number later: its command names the folder, or (Redis writes its own title) the port. */
export async function isOurServer(pid: number, folder: string, port: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(async () => (await run('ps', ['-o', 'command=', '-p', String(pid)], { timeout: 5_000 })).stdout);
  return command.includes(folder) || command.includes(`:${port}`);
}

/** Whether the process ended within so many milliseconds. SecantusDB notices that it is to end with the next connection, else after two seconds: so its port is knocked at. */
async function waitForEnd(pid: number, port: number, patience: number): Promise<boolean> {
  const giveUpAt = Date.now() + patience;
  while (isAlive(pid)) {
    if (Date.now() > giveUpAt) return false;
    await isListening(port);
    await pause(20);
  }
  return true;
}

/** Whether anything takes connections on this port of 127.0.0.1. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1_000 });
    const answer = (is: boolean) => (): void => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', answer(true)).once('error', answer(false)).once('timeout', answer(false));
  });
}

/** Ends the server on this port of 127.0.0.1: SIGTERM, and SIGKILL when it still runs after ten seconds. */
export async function end(pid: number, port: number): Promise<void> {
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, name);
    } catch {
      return;
    }
    if (await waitForEnd(pid, port, 10_000)) return;
  }
}
