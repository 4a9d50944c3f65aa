import { Command } from 'commander';
import { suggestion } from '../config/mistakes.ts';
import { VERSION } from '../crawlers/fetch/identity.ts';
import { CliError, EXIT, failureOf } from './errors.ts';
import type { Io } from './io.ts';
import { paint } from './output.ts';
import { namesBelow } from './subcommands.ts';
import { VERBS } from './verbs/index.ts';

const EXIT_CODES = `
Exit codes:
  0  done          1  tried and failed          2  wrong argument or configuration
  3  a service (MongoDB, Redis, Chromium) is not available          4  refused: robots.txt, a wall, a private address, an existing file
  130  stopped by Ctrl-C`;

/** The command line with all its verbs. */
function programFor(io: Io): Command {
  const program = new Command('rivalwatch')
    .description('Watches competitors and marketplaces: prices, promotions, stock, listings, search rank, reviews.')
    .version(VERSION)
    .option('-c, --config <file>', 'configuration file', io.env['RIVALWATCH_CONFIG'] || 'rivalwatch.yaml')
    .option('--json', 'print JSON instead of text')
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr, getOutHasColors: () => false, getErrHasColors: () => false, outputError: () => undefined })
    .showSuggestionAfterError()
    .addHelpText('after', EXIT_CODES)
    .exitOverride();
  for (const add of VERBS) add(program, io);
  return program;
}

/** Runs one command line (without node and script) and returns its exit code. Never throws; what goes wrong is said on stderr. */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  try {
    const program = programFor(io);
    if (argv.length === 0) {
      program.outputHelp();
      return EXIT.ok;
    }
    refuseHelpFor(argv, program);
    await program.parseAsync([...argv], { from: 'user' });
    return EXIT.ok;
  } catch (error) {
    if (io.signal.aborted && !(error instanceof CliError)) {
      io.stderr('stopped\n');
      return EXIT.stopped;
    }
    const { exitCode, message, details } = failureOf(error, Boolean(io.env['RIVALWATCH_DEBUG']));
    if (argv.includes('--json') && message !== '') io.stdout(`${JSON.stringify({ error: message, exitCode, ...details }, null, 2)}\n`);
    else if (message !== '') io.stderr(`${paint(io, 'red', 'rivalwatch:')} ${message}\n`);
    return exitCode;
  }
}

/** Commander answers `help nonsense` with the whole help and not a word about it. */
function refuseHelpFor([first, word]: readonly string[], program: Command): void {
  if (first !== 'help' || word === undefined || word.startsWith('-') || word === 'help' || namesBelow(program).includes(word)) return;
  throw new CliError(EXIT.usage, `There is no "rivalwatch ${word}".${suggestion(word, namesBelow(program))}`);
}
