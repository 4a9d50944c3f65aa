import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** Runs a script of the bench in a process of its own, where nothing else is in the heap or running. Returns what it sent; rejects when it fails. */
export async function apart<T>(script: string, args: readonly string[], message: z.ZodType<T>): Promise<T[]> {
  const child = fork(fileURLToPath(new URL(`./${script}.js`, import.meta.url)), [...args], { stdio: 'inherit', execArgv: ['--expose-gc'] });
  const sent: T[] = [];
  child.on('message', (one: unknown) => sent.push(message.parse(one)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(sent);
      else reject(new Error(`${script} ${args.join(' ')} ended with ${code}`));
    });
  });
}
