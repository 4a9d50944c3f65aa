import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { stopOnSignals } from '../cli/stop.ts';
import { CREW } from './crew.ts';
import { planKills, seeded } from './moments.ts';
import { table, verdictLine } from './report.ts';
import { run, type Progress } from './run.ts';
import { roundsOf } from './scenes.ts';
import { startServers, type Servers } from './servers.ts';
import { judge } from './verdict.ts';

/*
 * The drill: proof by destruction. Plays the demo's scenes twice, the second time killing workers, MongoDB and Redis, and compares.
 *   moments.ts  what is killed when, by a seed        killer.ts  kills it and starts it again
 *   crew.ts     the worker processes (worker.ts)      servers.ts MongoDB and Redis of the drill alone
 *   run.ts      one run, round by round (rounds.ts)   verdict.ts the two runs compared
 */
const HELP = `Usage: npm run drill [-- OPTIONS]

Plays the demo's scenes undisturbed, then again while workers, MongoDB and Redis are killed at random moments, and compares the alerts.

  --kills N      how many kills (default 40)
  --seed S       a whole number; the same seed gives the same plan (default: another one each time)
  --scenes LIST  only these scenes, separated by commas (the first look always comes first)
  --json         the result as JSON on standard output
  --help         this text

Exit code 0 when no alert was lost or added and no message was seen twice without a kill that explains it, else 1; 130 when stopped.
`;

interface Options {
  readonly kills: number;
  readonly seed: number;
  readonly scenes: readonly string[];
  readonly json: boolean;
}

async function main(): Promise<number> {
  const options = optionsOf(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const stop = stopOnSignals();
  const { say, progress } = openScreen(options.kills);
  const root = process.cwd();
  const home = join(root, '.rivalwatch', `drill-${process.pid}`);
  let servers: Servers | undefined;
  try {
    const rounds = roundsOf(options.scenes);
    await mkdir(home, { recursive: true });
    servers = await startServers(root, say, stop.signal);
    say(`seed ${options.seed}; logs in ${relative(root, home)}, removed when all is well`);
    const common = { home, servers, rounds, onProgress: progress, signal: stop.signal };
    const undisturbed = await run({ ...common, name: 'undisturbed', plan: [] });
    const plan = planKills(options.kills, undisturbed.told, CREW, seeded(options.seed));
    const disturbed = await run({ ...common, name: 'disturbed', plan });
    const verdict = judge(undisturbed, disturbed);
    say(`\n${table(verdict, undisturbed, disturbed)}\n`);
    if (options.json) process.stdout.write(`${JSON.stringify({ seed: options.seed, ...verdict }, null, 2)}\n`);
    process.stdout.write(options.json ? '' : `${verdictLine(verdict)}\n`);
    if (verdict.ok) await rm(home, { recursive: true, force: true });
    return verdict.ok ? 0 : 1;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    await rm(home, { recursive: true, force: true });
    return 130;
  } finally {
    say('stopping');
    await servers?.stop();
  }
}

/** The options. Throws with the way to the help when one is not known or not a number. */
function optionsOf(args: string[]): Options | 'help' {
  let values;
  try {
    ({ values } = parseArgs({ args, options: { kills: { type: 'string', default: '40' }, seed: { type: 'string' }, scenes: { type: 'string', default: '' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } }));
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}. "npm run drill -- --help" shows the options.`, { cause: error });
  }
  if (values.help) return 'help';
  return { kills: wholeNumber('--kills', values.kills, 1_000), seed: values.seed === undefined ? Date.now() % 1_000_000 : wholeNumber('--seed', values.seed, 4_294_967_295), scenes: values.scenes.split(',').filter(Boolean), json: values.json };
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) throw new Error(`${name} ${text} is no whole number from 0 to ${most}.`);
  return value;
}

/** A terminal shows the progress in one line that moves, anything else gets a line per round. All of it goes to stderr: standard output is the result. */
function openScreen(kills: number): { readonly say: (line: string) => void; readonly progress: (progress: Progress) => void } {
  const live = process.stderr.isTTY;
  return {
    say: (line) => void process.stderr.write(`${live ? '\r\u001b[2K' : ''}${line}\n`),
    progress: ({ run, round, rounds, scene, kills: done }) => {
      const line = `${run.padEnd(11)} ${String(round).padStart(3)}/${rounds} ${bar(round / rounds)} ${run === 'disturbed' ? `${done} of ${kills} kills  ` : ''}${scene}`;
      process.stderr.write(live ? `\r\u001b[2K${line.slice(0, (process.stderr.columns ?? 100) - 1)}` : `${line}\n`);
    },
  };
}

function bar(share: number): string {
  const full = Math.round(share * 20);
  return `[${'#'.repeat(full)}${'.'.repeat(20 - full)}]`;
}

/** Time that open handles may keep the process after everything was ended. */
const GRACE_MS = 3_000;

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`drill: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
setTimeout(() => process.exit(), GRACE_MS).unref();
