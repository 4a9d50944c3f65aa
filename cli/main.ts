#!/usr/bin/env node
import { runCli } from './program.ts';
import { stopOnSignals } from './stop.ts';

/** Time that open handles may keep the process after the verb is done. */
const GRACE_MS = 5_000;

const stop = stopOnSignals();
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no error.
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`rivalwatch: what is printed cannot be written: ${error.message}\n`);
  process.exit(1);
});
// What is being done need not be heard; the verb goes on.
process.stderr.on('error', () => undefined);

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text), stream: process.stdout, stdin: () => process.stdin, stderr: (text) => void process.stderr.write(text),
  env: process.env, cwd: process.cwd(), isTty: process.stdout.isTTY, ...(process.stdout.columns > 0 && { columns: process.stdout.columns }), clock: () => new Date(), signal: stop.signal,
});
setTimeout(() => process.exit(), GRACE_MS).unref();
