import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exportToFolder } from '../exports/export-folder.ts';
import { play } from './play.ts';
import { exitCode, table, verdictLine } from './report.ts';
import { SCENES } from './scenes/index.ts';
import { openScreen, type Screen } from './screen.ts';
import { openStage, type Stage } from './stage.ts';

/*
 * The demo: the same program as in production, watching shops on loopback that change by a script.
 *   shops/    the shops, rendered from one pure value      scenes/   what they do, and what must come of it
 *   sinks/    a Slack webhook and an SMTP server           stage.ts  starts everything and ends it again
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
  const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });
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
    const files = await exportToFolder(stage.store, { folder: join(stage.folder, 'exports'), kinds: EXPORTED, format: 'json', now: new Date() });
    screen.say(['', 'JSON export:', ...files.map((file) => `  ${file.path}  ${file.records} records`)].join('\n'));
    screen.say(`\n${table(checked, screen.columns)}\n\n${verdictLine(checked)}`);
    if (values.keep) await keep(stage, screen, stop.signal);
    return exitCode(checked);
  } catch (error) {
    if (stop.signal.aborted) return 130;
    throw error;
  } finally {
    await stage?.close();
  }
}

/** Ctrl-C ends the demo in order; the second one at once. */
function stopOnSignals(): AbortController {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort(new Error(`stopped by ${name}`));
    });
  }
  return stop;
}

async function keep(stage: Stage, screen: Screen, signal: AbortSignal): Promise<void> {
  const shops = Object.entries(stage.world.shops).map(([name, shop]) => `  ${name.padEnd(10)} ${shop.url}`);
  screen.say(['', 'Still running; end with Ctrl-C. Look around with e.g. "npx rivalwatch status --config <file>".', `  ${'file'.padEnd(10)} ${stage.configFile}`, ...shops,
    ...(stage.workers.healthPort === undefined ? [] : [`  ${'health'.padEnd(10)} http://127.0.0.1:${stage.workers.healthPort}/readyz`])].join('\n'));
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
