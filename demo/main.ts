import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stopOnSignals } from '../cli/stop.ts';
import { exportToFolder } from '../exports/export-folder.ts';
import { play } from './play.ts';
import { exitCode, table, verdictLine } from './report.ts';
import { SCENES } from './scenes/index.ts';
import { openScreen, type Screen } from './screen.ts';
import { openStage, type Stage } from './stage.ts';

/*
 * The demo: the same program as in production, watching shops on loopback that change by a script.
 *   shops/    the shops, rendered from one pure value      scenes/   what they do, and what must come of it
 *   sinks/    a service for each kind of channel         stage.ts  starts everything and ends it again
 *   play.ts   scene by scene: change, crawl, check         check.ts  the record against the expectations
 */
const HELP = `Usage: npm run demo [-- OPTIONS]

Runs rivalwatch on shops that change by a script and checks what comes of it.

  --keep         stay up afterwards for looking around; end with Ctrl-C
  --help         this text

Exit code 0 when every expectation held, else 1; 130 when stopped.
`;

const EXPORTED = ['listings', 'changes', 'alerts', 'recommendations'] as const;

async function main(): Promise<number> {
  const values = optionsOf(process.argv.slice(2));
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const stop = stopOnSignals();
  const screen = openScreen(process.stdout);
  let stage: Stage | undefined;
  try {
    stage = await openStage({ root: process.cwd(), say: screen.say, onProgress: screen.progress, signal: stop.signal });
    screen.say(`configuration: ${stage.configFile}`);
    const checked = await play(stage, SCENES, screen, stop.signal);
    // By the clock of the records: by the machine's, the last days would lie in the future and be left out.
    const files = await exportToFolder(stage.store, { folder: join(stage.folder, 'exports'), kinds: EXPORTED, format: 'json', now: stage.clock.now() });
    screen.say(['', 'JSON export:', ...files.map((file) => `  ${file.path}  ${file.records} records`)].join('\n'));
    screen.say(`\n${table(checked, screen.columns, screen.paint)}\n\n${screen.paint(exitCode(checked) === 0 ? 'green' : 'red', verdictLine(checked))}`);
    if (values.keep) await keep(stage, screen, stop.signal);
    return exitCode(checked);
  } catch (error) {
    if (stop.signal.aborted) return 130;
    throw error;
  } finally {
    await stage?.close();
  }
}

/** The options. Throws with the way to the help when one is not known. */
function optionsOf(args: string[]): { readonly keep: boolean; readonly help: boolean } {
  try {
    return parseArgs({ args, options: { keep: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}. The options are --keep and --help.`, { cause: error });
  }
}

async function keep(stage: Stage, screen: Screen, signal: AbortSignal): Promise<void> {
  const shops = Object.entries(stage.world.shops).map(([name, shop]) => `  ${name.padEnd(10)} ${shop.url}`);
  const health = stage.workers.healthPort === undefined ? [] : [`  ${'health'.padEnd(10)} http://127.0.0.1:${stage.workers.healthPort}/readyz`];
  const days = Math.round(stage.clock.ahead() / 86_400_000);
  screen.say(['', `Still running, ${days} days ahead of your clock; end with Ctrl-C. Look around from a second terminal, in this folder:`, `  export RIVALWATCH_CONFIG=${stage.configFile}`,
    ...['status', 'changes --since 2d', `history ${stage.world.shops.northwind.url}/products/fjord-canister-stove`, 'advice', 'matches'].map((verb) => `  npx rivalwatch ${verb}`),
    '', ...shops, ...health].join('\n'));
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Time that open handles may keep the process after everything was ended. */
const GRACE_MS = 3_000;

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
setTimeout(() => process.exit(), GRACE_MS).unref();
